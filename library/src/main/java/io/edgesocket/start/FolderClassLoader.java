package io.edgesocket.start;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.stream.Collectors;

/** Loads the classes and files of a folder, and what isn't there from another loader. */
public class FolderClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    /** So that the libraries' classes, thousands, are not looked for in the folder. */
    private final Set<String> packages;

    /**
     * @param name     marks its classes in a stack trace
     * @param packages the names of all packages that have a class there
     * @param others   loads what isn't there
     */
    protected FolderClassLoader(String name, URL folder, Set<String> packages, ClassLoader others) {
        super(name, new URL[] {folder}, others);
        this.packages = packages;
    }

    static FolderClassLoader of(Path folder) throws IOException {
        var others = FolderClassLoader.class.getClassLoader();
        return new FolderClassLoader("program", folder.toUri().toURL(), packagesIn(folder), others);
    }

    /** The names of a folder's packages; none if there is no such folder. */
    protected static Set<String> packagesIn(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return Set.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isDirectory)
                    .map(each -> folder.relativize(each).toString().replace(File.separatorChar, '.'))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isHere(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    /** Whether a class is loaded here, whoever else has one of that name. */
    protected boolean isHere(String name) {
        return packages.contains(packageOf(name)) && findResource(file(name)) != null;
    }

    protected static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    /** Where a class is, below the folder. */
    protected static String file(String className) {
        return className.replace('.', '/') + ".class";
    }

    /** The folder's own file first: a library may have one of the same name. */
    @Override
    public URL getResource(String name) {
        var here = findResource(name);
        return here == null ? super.getResource(name) : here;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        var all = new ArrayList<>(Collections.list(findResources(name)));
        all.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(all);
    }
}

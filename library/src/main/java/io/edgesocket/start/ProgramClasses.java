package io.edgesocket.start;

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

/** Loads the classes and files of a folder, and what isn't there from the class path. */
final class ProgramClasses extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    /** So that the libraries' classes, thousands, are not looked for in the folder. */
    private final Set<String> packages;

    private ProgramClasses(Path folder, Set<String> packages) throws IOException {
        super("program", new URL[] {folder.toUri().toURL()}, ProgramClasses.class.getClassLoader());
        this.packages = packages;
    }

    static ProgramClasses in(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            var packages = all.filter(Files::isDirectory)
                    .map(each -> folder.relativize(each)
                            .toString()
                            .replace(each.getFileSystem().getSeparator(), "."))
                    .collect(Collectors.toUnmodifiableSet());
            return new ProgramClasses(folder, packages);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return isHere(name) ? findClass(name) : super.loadClass(name, resolve);
        }
    }

    private boolean isHere(String name) {
        return packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))
                && findResource(name.replace('.', '/') + ".class") != null;
    }

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

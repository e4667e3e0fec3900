package io.edgesocket.local.lambda.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A folder whose classes may be replaced while they are in use. They are read at once, as each is loaded only when it is needed
 * for the first time: it must fit those that were loaded before.
 *
 * @param classes what their files have in them, by their path in the folder
 */
record ClassFolder(Path folder, Map<String, byte[]> classes) implements ClassLocation {
    private static final String SUFFIX = ".class";

    ClassFolder {
        classes = Map.copyOf(classes);
    }

    static ClassFolder of(Path folder) throws IOException {
        var classes = new HashMap<String, byte[]>();
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.toString().endsWith(SUFFIX)) {
                    classes.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new ClassFolder(folder, classes);
    }

    @Override
    public boolean has(String file) {
        return file.endsWith(SUFFIX) ? classes.containsKey(file) : Files.isRegularFile(folder.resolve(file));
    }

    @Override
    public byte[] read(String file) throws IOException {
        return file.endsWith(SUFFIX) ? classes.get(file) : Files.readAllBytes(folder.resolve(file));
    }

    @Override
    public URL url(String file) {
        return url(folder.resolve(file));
    }

    @Override
    public ProtectionDomain domain() {
        return new ProtectionDomain(new CodeSource(url(folder), (Certificate[]) null), null);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}

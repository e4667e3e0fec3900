package io.edgesocket.local.lambda.code;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.jar.JarFile;

/** A jar that is opened once for all environments. The JDK closes it when the last of them is garbage. */
final class ClassJar implements ClassLocation {
    private final Path file;
    private final JarFile jar;

    ClassJar(Path file) throws IOException {
        this.file = file;
        this.jar = new JarFile(file.toFile(), false, JarFile.OPEN_READ, JarFile.runtimeVersion());
    }

    @Override
    public boolean has(String entry) {
        return jar.getJarEntry(entry) != null;
    }

    @Override
    public byte[] read(String entry) throws IOException {
        try (var content = jar.getInputStream(jar.getJarEntry(entry))) {
            return content.readAllBytes();
        }
    }

    /**
     * Reads from this open jar: the JDK's own handler would open it again, and keep that open until the process ends.
     */
    @Override
    public URL url(String entry) {
        try {
            return new URL(null, "jar:" + place() + "!/" + entry, new URLStreamHandler() {
                @Override
                protected URLConnection openConnection(URL url) {
                    return new Entry(url, entry);
                }
            });
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ProtectionDomain domain() {
        return new ProtectionDomain(new CodeSource(place(), (Certificate[]) null), null);
    }

    private URL place() {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Entry extends URLConnection {
        private final String name;

        Entry(URL url, String name) {
            super(url);
            this.name = name;
        }

        @Override
        public void connect() {
            // it is open
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new ByteArrayInputStream(read(name));
        }
    }
}

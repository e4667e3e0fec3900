package io.edgesocket.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a project's files. Those of earlier plans are kept in {@code target}: a file whose size and time are still
 * the same is not read again, which saves the plan of {@code dev} a twentieth of its time. May be used by several threads.
 */
final class FileHashes {
    private static final String KEPT = "target/edgesocket.hashes";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\d{1,18}) (\\d{1,18}) (.+)");
    /** A file may be written once more without another time: a disk's clock may count in steps of up to two seconds. */
    private static final Duration STEP = Duration.ofSeconds(2);

    /**
     * @param size    in bytes
     * @param changed in microseconds since 1970
     */
    private record State(long size, long changed) {
        static State of(Path file) throws IOException {
            return new State(Files.size(file), time(file).to(TimeUnit.MICROSECONDS));
        }

        /** Where there is one, the time that no program can set back. */
        private static FileTime time(Path file) throws IOException {
            return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                    ? (FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
                    : Files.getLastModifiedTime(file);
        }
    }

    private record Hashed(State state, String hash) {}

    private final Path folder;
    private final Clock clock;
    private final Map<String, Hashed> kept = new ConcurrentHashMap<>();
    private volatile boolean grown;

    private FileHashes(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** @param folder the project's folder */
    static FileHashes of(Path folder) {
        return of(folder, Clock.systemUTC());
    }

    static FileHashes of(Path folder, Clock clock) {
        var hashes = new FileHashes(folder, clock);
        hashes.read();
        return hashes;
    }

    /** @throws IOException if the file can't be read */
    String sha256(Path file) throws IOException {
        var name = folder.relativize(file).toString();
        var state = State.of(file);
        var former = kept.get(name);
        if (former != null && former.state.equals(state)) {
            return former.hash;
        }
        var now = TimeUnit.MILLISECONDS.toMicros(clock.millis());
        var hash = sha256(Files.readAllBytes(file));
        if (state.changed < now - TimeUnit.MICROSECONDS.convert(STEP) && !name.contains("\n")) {
            kept.put(name, new Hashed(state, hash));
            grown = true;
        }
        return hash;
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Without it, or where it can't be read, all files are read. */
    private void read() {
        try {
            for (var line : Files.readAllLines(folder.resolve(KEPT))) {
                var parts = LINE.matcher(line);
                if (parts.matches()) {
                    var state = new State(Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
                    kept.put(parts.group(4), new Hashed(state, parts.group(1)));
                }
            }
        } catch (IOException e) {
            kept.clear();
        }
    }

    /** Has the next plan know the files that are still there. Where that can't be written, the next reads them again. */
    void keep() {
        var target = folder.resolve(KEPT).getParent();
        if (!grown || !Files.isDirectory(target)) {
            return;
        }
        var lines = kept.entrySet().stream()
                .filter(file -> Files.exists(folder.resolve(file.getKey())))
                .map(file -> line(file.getKey(), file.getValue()))
                .sorted()
                .toList();
        try {
            var beside = Files.createTempFile(target, "hashes", null);
            Files.write(beside, lines, StandardCharsets.UTF_8);
            Files.move(beside, folder.resolve(KEPT), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // As if there were none.
        }
    }

    private static String line(String name, Hashed file) {
        return file.hash + " " + file.state.size + " " + file.state.changed + " " + name;
    }
}

package io.edgesocket.local.machine;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder of folders, each of which was made once. One process makes one at a time; each folder is filled under another
 * name, and has its own only when it is complete.
 *
 * @param folder where they are
 */
public record CacheFolder(Path folder) {
    private static final String UNFINISHED = "unfinished-";
    /** The lock on a file is between processes. */
    private static final Object IN_THIS_PROCESS = new Object();

    /** Puts into an empty folder what is wanted. */
    @FunctionalInterface
    public interface Filler {
        void fill(Path folder) throws IOException;
    }

    /**
     * Empty if the user has no home.
     *
     * @param environment the user's variables
     * @param purpose     a folder for all of a kind
     * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory Specification</a>: a
     *     relative path counts as none
     */
    public static Optional<CacheFolder> of(Map<String, String> environment, String purpose) {
        var xdg = Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute);
        var home = Optional.ofNullable(environment.get("HOME"))
                .filter(text -> !text.isEmpty())
                .map(text -> Path.of(text, ".cache"));
        return xdg.or(() -> home)
                .map(cache -> new CacheFolder(cache.resolve("edgesocket").resolve(purpose)));
    }

    /**
     * @param kind     how the folder's name begins; any complete one of the kind will do
     * @param complete whether a folder has all that is wanted
     */
    public Optional<Path> find(String kind, Predicate<Path> complete) {
        return folders(kind).filter(complete).sorted().findFirst();
    }

    /** All of any kind that are complete. */
    public Stream<Path> all(Predicate<Path> complete) {
        return folders("")
                .filter(each -> !each.getFileName().toString().startsWith(UNFINISHED))
                .filter(complete);
    }

    private Stream<Path> folders(String start) {
        try (var all = Files.list(folder)) {
            return all.filter(each -> each.getFileName().toString().startsWith(start)).toList().stream();
        } catch (IOException nothingMadeYet) {
            return Stream.empty();
        }
    }

    /**
     * @param name    what follows its kind in the new folder's name
     * @param filler is called unless there is a complete one
     * @throws IOException if it can't be made; the message is for a person
     */
    public Path make(String kind, String name, Predicate<Path> complete, Filler filler) throws IOException {
        synchronized (IN_THIS_PROCESS) {
            try (var channel = FileChannel.open(
                    Files.createDirectories(folder).resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                channel.lock(); // until the channel is closed
                var meanwhile = find(kind, complete);
                return meanwhile.isPresent() ? meanwhile.get() : makeAlone(kind + name, complete, filler);
            } catch (FileSystemException e) {
                throw new IOException("can't write to " + e.getFile(), e);
            }
        }
    }

    private Path makeAlone(String name, Predicate<Path> complete, Filler filler) throws IOException {
        for (var unfinished : folders(UNFINISHED).toList()) { // of a process that was ended
            delete(unfinished);
        }
        var beside = Files.createTempDirectory(folder, UNFINISHED);
        try {
            filler.fill(beside);
            if (!complete.test(beside)) {
                throw new IOException("what was to be made is not there");
            }
            var place = folder.resolve(name);
            if (Files.exists(place)) { // it isn't complete any more
                delete(place);
            }
            return Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            if (Files.exists(beside)) {
                delete(beside);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
}

package io.edgesocket.init;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where a project is made: a folder that isn't there yet, or is empty. It comes to hold the whole project, or nothing. */
public final class ProjectFolder {
    private final Path folder;

    private ProjectFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws InvalidProjectException if no project can be made there */
    public static ProjectFolder at(Path place) {
        var folder = place.toAbsolutePath().normalize();
        if (Files.isDirectory(folder)) {
            refuse(!isEmpty(folder), place, "the folder isn't empty; name a new or an empty one");
            refuse(!Files.isWritable(folder), place, "the folder can't be written to");
            return new ProjectFolder(folder);
        }
        refuse(Files.exists(folder, LinkOption.NOFOLLOW_LINKS), place, "is no folder; name a new or an empty one");
        var parent = folder.getParent();
        refuse(!Files.isDirectory(parent), place, "there is no folder " + parent + " to make it in; make that first");
        refuse(!Files.isWritable(parent), place, "the folder " + parent + " can't be written to");
        return new ProjectFolder(folder);
    }

    private static void refuse(boolean wrong, Path place, String reason) {
        if (wrong) {
            throw new InvalidProjectException(place + ": " + reason);
        }
    }

    private static boolean isEmpty(Path folder) {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new InvalidProjectException(folder + ": the folder can't be read");
        }
    }

    /** Its last name; nothing for a file system's root. */
    public String name() {
        return folder.getFileName() == null ? "" : folder.getFileName().toString();
    }

    /**
     * Makes the project.
     *
     * @return how many files it has
     * @throws InvalidProjectException if it can't be written; then nothing is left of it
     */
    public int make(NewProject project) {
        var files = project.files();
        var exists = Files.isDirectory(folder);
        var part = (exists ? folder : folder.getParent()).resolve(".edgesocket-" + UUID.randomUUID());
        var moved = new ArrayList<Path>();
        try {
            write(files, part);
            if (exists) {
                moveContents(part, moved);
            } else {
                Files.move(part, folder);
            }
            return files.size();
        } catch (IOException e) {
            moved.forEach(ProjectFolder::delete);
            throw new InvalidProjectException(folder + ": the project can't be written there: " + reason(e));
        } finally {
            delete(part);
        }
    }

    private static void write(Map<String, String> files, Path part) throws IOException {
        for (var file : files.entrySet()) {
            var path = part.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
            if (NewProject.EXECUTABLE.contains(file.getKey())
                    && Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private void moveContents(Path part, List<Path> moved) throws IOException {
        try (var contents = Files.newDirectoryStream(part)) {
            for (var each : contents) {
                var place = folder.resolve(each.getFileName());
                Files.move(each, place);
                moved.add(place);
            }
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

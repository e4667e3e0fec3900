package io.edgesocket.revision;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * A commit's files in a folder below {@code target}. It is removed when this is closed, and also when the JVM ends before.
 *
 * @see <a href="https://git-scm.com/docs/git-worktree">git worktree</a>
 */
public final class Worktree implements AutoCloseable {
    /** Whoever finds one there whose process has ended removes it: the process was killed. */
    private static final String PLACE = "target/revisions";

    private final Git git;
    private final Path root;
    private final Path project;
    private final Revision revision;
    private final Children children = new Children();
    private final Thread atEnd = new Thread(this::remove, "remove-worktree");

    private Worktree(Git git, Path root, Revision revision) {
        this.git = git;
        this.root = root;
        this.project = root.resolve(git.prefix());
        this.revision = revision;
    }

    /**
     * Checks the commit out.
     *
     * @param project the project's folder, in the repository
     * @throws RevisionException if Git can't
     */
    public static Worktree of(Path project, Revision revision) {
        var place = project.resolve(PLACE).toAbsolutePath().normalize();
        var git = Git.in(project);
        removeOthers(git, place);
        var root = place.resolve(ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8));
        var worktree = new Worktree(git, root, revision);
        Runtime.getRuntime().addShutdownHook(worktree.atEnd);
        try {
            new Git(project, worktree.children)
                    .must("worktree", "add", "--quiet", "--detach", "--force", root.toString(), revision.commit());
            return worktree;
        } catch (RevisionException e) {
            worktree.close();
            throw e;
        }
    }

    public Revision revision() {
        return revision;
    }

    /** The project's folder as the commit has it; it may be missing. */
    Path project() {
        return project;
    }

    Children.Ended run(List<String> command) {
        return children.run(project, command);
    }

    @Override
    public void close() {
        remove();
        Runtime.getRuntime().removeShutdownHook(atEnd);
    }

    private void remove() {
        children.close();
        remove(git, root);
    }

    private static void remove(Git git, Path root) {
        delete(root);
        git.must("worktree", "prune");
        var place = root.getParent().toFile();
        var others = place.list();
        if (others != null && others.length == 0) {
            place.delete();
        }
    }

    private static void removeOthers(Git git, Path place) {
        if (!Files.isDirectory(place)) {
            return;
        }
        try (var left = Files.list(place)) {
            left.filter(Worktree::isLeft).forEach(root -> remove(git, root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLeft(Path root) {
        var process = root.getFileName().toString().split("-", 2)[0];
        return process.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(process)).isEmpty();
    }

    private static void delete(Path root) {
        if (Files.notExists(root)) {
            return;
        }
        try {
            MoreFiles.deleteRecursively(root, RecursiveDeleteOption.ALLOW_INSECURE);
        } catch (IOException e) {
            throw new RevisionException("can't remove " + root + ": " + e.getMessage()
                    + "; remove it yourself, then run: git " + "worktree prune");
        }
    }
}

package io.edgesocket.revision;

import io.edgesocket.revision.Children.Ended;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The {@code git} command in one folder. (JGit, the library, makes no worktrees.) */
public final class Git {
    private final Path folder;
    private final Children children;

    Git(Path folder, Children children) {
        this.folder = folder;
        this.children = children;
    }

    /** @param folder within the repository */
    public static Git in(Path folder) {
        return new Git(folder, new Children());
    }

    /**
     * The branch, tag or commit of that name.
     *
     * @throws RevisionException if there is none
     */
    public Revision revision(String name) {
        var found = run("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
        if (found.succeeded()) {
            return new Revision(name, found.out().strip());
        }
        throw new RevisionException(
                run("rev-parse", "--git-dir").succeeded()
                        ? "there is no commit \"" + name
                                + "\" here: give a branch, a tag or a commit; if only the remote has "
                                + "it, fetch it first: git fetch origin " + name
                        : "this folder is in no Git repository, so that there is no \"" + name + "\" to compare with");
    }

    /**
     * The commit where two lines of work parted.
     *
     * @throws RevisionException if they never met
     */
    Revision lastInCommon(Revision one, Revision other) {
        var found = run("merge-base", one.commit(), other.commit());
        if (!found.succeeded()) {
            throw new RevisionException(one + " and " + other
                    + " have no commit in common; if the clone is shallow, fetch " + "the rest: git fetch --unshallow");
        }
        return new Revision("merge base of " + one.name(), found.out().strip());
    }

    /** How many files differ from the last commit, new ones that aren't ignored among them. */
    public int uncommitted() {
        return (int) must("status", "--porcelain", "--", ".").lines().count();
    }

    /** From the repository's root to the folder; empty for the root. */
    String prefix() {
        return must("rev-parse", "--show-prefix").strip();
    }

    /** @throws RevisionException if the command fails, with its own words */
    String must(String... arguments) {
        var ended = run(arguments);
        if (!ended.succeeded()) {
            throw new RevisionException(
                    "git " + arguments[0] + " failed: " + ended.err().strip());
        }
        return ended.out();
    }

    private Ended run(String... arguments) {
        // A hook of the user's is not meant for what happens here.
        var command = Stream.concat(Stream.of("git", "-c", "core.hooksPath=/dev/null"), Stream.of(arguments));
        return children.run(folder, command.toList());
    }
}

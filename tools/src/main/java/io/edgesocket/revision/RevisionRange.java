package io.edgesocket.revision;

import java.util.Optional;

/**
 * What is compared, in Git's own way to write it: {@code main}, {@code main..feature}, {@code main...feature}.
 *
 * @param from        the earlier one
 * @param to          the later one; empty for the working tree
 * @param sinceParted whether the earlier one is the last commit that both have in common, and not {@code from} itself
 * @see <a href="https://git-scm.com/docs/git-diff">git diff</a>
 */
public record RevisionRange(String from, Optional<String> to, boolean sinceParted) {
    private static final String THREE_DOTS = "...";
    private static final String TWO_DOTS = "..";
    private static final String HEAD = "HEAD";

    /** A side that is left out is {@code HEAD} before the dots, and the working tree behind them. */
    public static RevisionRange of(String text) {
        var dots = text.contains(THREE_DOTS) ? THREE_DOTS : TWO_DOTS;
        var at = text.indexOf(dots);
        if (at < 0) {
            return new RevisionRange(text, Optional.empty(), false);
        }
        var from = text.substring(0, at);
        var to = text.substring(at + dots.length());
        return new RevisionRange(
                from.isEmpty() ? HEAD : from, Optional.of(to).filter(name -> !name.isEmpty()), dots.equals(THREE_DOTS));
    }

    /** @throws RevisionException if a name means no commit */
    public Revision before(Git git) {
        var earlier = git.revision(from);
        return sinceParted ? git.lastInCommon(earlier, git.revision(to.orElse(HEAD))) : earlier;
    }

    /**
     * Empty for the working tree.
     *
     * @throws RevisionException if a name means no commit
     */
    public Optional<Revision> after(Git git) {
        return to.map(git::revision);
    }
}

package io.edgesocket.cli;

import io.edgesocket.plan.render.Siblings;
import picocli.CommandLine.Option;

/** {@code --all}: how much of a long run of similar resources text shows. */
final class FoldOption {
    @Option(names = "--all", description = "In text, show every resource of a long run of similar ones.")
    private boolean all;

    Siblings siblings() {
        return all ? Siblings.ALL : Siblings.FOLDED;
    }
}

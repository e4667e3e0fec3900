package io.edgesocket.cli;

import io.edgesocket.plan.render.Folding;
import picocli.CommandLine.Option;

/** {@code --all}: how much of a long run of similar resources text shows. */
final class FoldOption {
    @Option(names = "--all", description = "In text, show every resource of a long run of similar ones.")
    private boolean all;

    Folding siblings() {
        return all ? Folding.ALL : Folding.FOLDED;
    }
}

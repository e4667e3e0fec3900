package io.edgesocket.components.cdn;

import io.edgesocket.components.functions.EdgeFunctionArgs;
import io.edgesocket.components.internal.Problems;
import java.util.List;

/** A function that the distribution makes, as it is described here. */
final class NewEdgeFunction extends EdgeAttachment {
    private final EdgeFunctionArgs args;

    NewEdgeFunction(EdgeEvent event, EdgeFunctionArgs args) {
        super(event);
        this.args = args;
    }

    EdgeFunctionArgs args() {
        return args;
    }

    @Override
    void check(Problems problems) {
        problems.addAll(event().property(), args.problemsBesideName());
    }

    /** What is above the limits that viewer events had earlier. */
    List<String> warnings() {
        return event().isViewer() ? args.warnings() : List.of();
    }
}

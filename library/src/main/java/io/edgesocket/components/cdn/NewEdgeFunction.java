package io.edgesocket.components.cdn;

import io.edgesocket.components.functions.EdgeFunctionArgs;
import io.edgesocket.components.functions.EdgeFunctionChecks;
import io.edgesocket.components.internal.Problems;
import java.util.List;

/** A function that the distribution makes, as it is described here. */
final class NewEdgeFunction extends LambdaAttachment {
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
        var found = new Problems();
        EdgeFunctionChecks.check(args, found);
        problems.addAll(event().property(), found);
    }

    /** What the older limits of viewer events would not have taken. */
    List<String> warnings() {
        return event().isViewer() ? EdgeFunctionChecks.warnings(args) : List.of();
    }
}

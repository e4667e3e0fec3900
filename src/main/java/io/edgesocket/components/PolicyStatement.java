package io.edgesocket.components;

import com.pulumi.core.Output;
import java.util.List;

/** Some actions that a role may take, on one resource. */
record PolicyStatement(List<String> actions, Output<String> resource) {
    PolicyStatement {
        actions = List.copyOf(actions);
    }
}

package io.edgesocket.components.api;

import com.pulumi.core.Output;
import io.edgesocket.components.internal.Children;

/** What those who make the children of one API share. The API may be another stack's. */
record ApiScope(RoutesArgs args, Children children, DeploymentTriggers snapshot, SharedApi api) {

    /** Begins the ARN of everything that is called through the stage. */
    Output<String> stageArn() {
        return api.stageArn();
    }

    /** Begins the ARN of everything that is called through the API. */
    Output<String> executionArn() {
        return api.executionArn();
    }

    String parentName() {
        return children.parentName();
    }
}

package io.edgesocket.components.api;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.core.Output;
import io.edgesocket.components.internal.Children;

/** What those who make the children of one API share. */
record ApiScope(WebSocketApiArgs args, Children children, DeploymentTriggers snapshot, Api api) {

    /** Begins the ARN of everything that is called through the stage. */
    Output<String> stageArn() {
        return api.executionArn().applyValue(arn -> arn + "/" + args.stage.name);
    }

    String parentName() {
        return children.parentName();
    }
}

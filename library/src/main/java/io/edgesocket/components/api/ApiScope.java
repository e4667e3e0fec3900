package io.edgesocket.components.api;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.core.Output;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Placeholder;

/** What those who make the children of one API share. */
record ApiScope(WebSocketApiArgs args, Children children, DeploymentTriggers snapshot, Api api) {

    /** Begins the ARN of everything that is called through the stage. */
    Output<String> stageArn() {
        return executionArn().applyValue(arn -> arn + "/" + args.stage.name);
    }

    /** Begins the ARN of everything that is called through the API. */
    Output<String> executionArn() {
        return Placeholder.ifAbsent(api.executionArn(), api, "executionArn");
    }

    String parentName() {
        return children.parentName();
    }
}

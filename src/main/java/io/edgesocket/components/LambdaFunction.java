package io.edgesocket.components;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;

/** A Lambda function with a role of its own that may do nothing but log, and a log group that forgets. */
public final class LambdaFunction extends ComponentResource {
    static final String TYPE = "edgesocket:aws:LambdaFunction";
    private final LogGroup logGroup;
    private final Role role;
    private final Function function;

    public LambdaFunction(String name, LambdaFunctionArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    public LambdaFunction(String name, LambdaFunctionArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args, options);
        var children = new Children(this, name, args.transform);
        logGroup = children.add(LogGroup::new, "logs", LogGroupArgs.Empty);
        role = children.add(Role::new, "role", RoleArgs.builder().assumeRolePolicy("{}").build());
        function = children.add(Function::new, "", FunctionArgs.builder().role(role.arn()).build());
        registerOutputs(Map.of("arn", arn(), "invokeArn", invokeArn(), "functionName", functionName()));
    }

    public Function function() {
        return function;
    }

    public Role role() {
        return role;
    }

    public LogGroup logGroup() {
        return logGroup;
    }

    /** The function's ARN. */
    public Output<String> arn() {
        return function.arn();
    }

    /** What an API Gateway integration names as its URI. */
    public Output<String> invokeArn() {
        return function.invokeArn();
    }

    /** The function's name in AWS: the component's, and a suffix that Pulumi adds. */
    public Output<String> functionName() {
        return function.name();
    }
}

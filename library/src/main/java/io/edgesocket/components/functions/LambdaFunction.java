package io.edgesocket.components.functions;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.lambda.Alias;
import com.pulumi.aws.lambda.AliasArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.ProvisionedConcurrencyConfig;
import com.pulumi.aws.lambda.ProvisionedConcurrencyConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.aws.lambda.inputs.FunctionEphemeralStorageArgs;
import com.pulumi.aws.lambda.inputs.FunctionLoggingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionSnapStartArgs;
import com.pulumi.aws.lambda.inputs.FunctionTracingConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Placeholder;
import io.edgesocket.components.internal.PolicyStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Lambda function, with a log group that keeps its lines for a time, and a role of its own that may write there
 * and do nothing else unless {@linkplain LambdaFunctionArgs.Builder#allow allowed}.
 * <p>
 * Its name in AWS is the component's with a suffix by Pulumi; its log group is
 * {@code /aws/lambda/<project>-<stack>-<component>}, so that stacks share an account without sharing logs.
 */
public final class LambdaFunction extends ComponentResource {
    /** The alias of a function with SnapStart or provisioned concurrency. */
    public static final String ALIAS = "live";

    static final String TYPE = "edgesocket:aws:LambdaFunction";
    private final String name;
    private final LambdaFunctionArgs args;
    private final LogGroup logGroup;
    private final Optional<Role> role;
    private final Function function;
    private final Optional<Alias> alias;
    private final Output<String> arn;
    private final Output<String> invokeArn;
    private final Output<String> functionName;

    /** @throws InvalidArgumentsException as the other constructor does */
    public LambdaFunction(String name, LambdaFunctionArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    /**
     * @param name at most {@value LambdaLimits#NAME_MAX} letters, digits, hyphens and underscores
     * @throws InvalidArgumentsException naming everything that is wrong with the arguments; nothing is registered then
     */
    public LambdaFunction(String name, LambdaFunctionArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args.checked(name), options);
        this.name = name;
        this.args = args;
        var children = new Children(this, name, args.transform);
        logGroup = children.addLogGroup(
                "logs", "/aws/lambda/", args.logRetentionDays, args.tags.orElse(Map.of()), CustomResourceOptions.Empty);
        role = args.makesRole() ? Optional.of(children.add(Role::new, "role", roleArgs())) : Optional.empty();
        var policy = role.map(made -> children.add(RolePolicy::new, "policy", policyArgs(made)));
        function = children.add(
                Function::new,
                "",
                functionArgs(),
                policy.map(needed -> CustomResourceOptions.builder()
                                .dependsOn(needed)
                                .build()) // its first call may log
                        .orElse(CustomResourceOptions.Empty));
        alias = args.hasAlias() ? Optional.of(children.add(Alias::new, "alias", aliasArgs())) : Optional.empty();
        alias.ifPresent(called -> args.provisionedConcurrency.ifPresent(instances -> children.add(
                ProvisionedConcurrencyConfig::new, "provisioned-concurrency", provisionedArgs(called, instances))));
        arn = Placeholder.ifAbsent(function.arn(), function, "arn");
        invokeArn = alias.map(called -> Placeholder.ifAbsent(called.invokeArn(), called, "invokeArn"))
                .orElseGet(() -> Placeholder.ifAbsent(function.invokeArn(), function, "invokeArn"));
        functionName = Placeholder.ifAbsent(function.name(), function, "name");
        registerOutputs(Map.of("arn", arn, "invokeArn", invokeArn, "functionName", functionName));
    }

    public Function function() {
        return function;
    }

    /**
     * What is called of a function with SnapStart or provisioned concurrency: {@value #ALIAS}, on the version that was
     * published last.
     */
    public Optional<Alias> alias() {
        return alias;
    }

    /** The role that was made for it; none if it has one that exists. */
    public Optional<Role> role() {
        return role;
    }

    public LogGroup logGroup() {
        return logGroup;
    }

    /** The function's own, without its alias. */
    public Output<String> arn() {
        return arn;
    }

    /** What an API Gateway integration has as its URI: the alias's, where there is one. */
    public Output<String> invokeArn() {
        return invokeArn;
    }

    /** Its name in AWS. */
    public Output<String> functionName() {
        return functionName;
    }

    private RoleArgs roleArgs() {
        var trusting = RoleArgs.builder().assumeRolePolicy(PolicyStatement.trustOf("lambda.amazonaws.com"));
        args.tags.ifPresent(trusting::tags);
        return trusting.build();
    }

    private RolePolicyArgs policyArgs(Role made) {
        var statements = new ArrayList<PolicyStatement>();
        statements.add(new PolicyStatement(
                List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                Placeholder.ifAbsent(logGroup.arn(), logGroup, "arn").applyValue(arn -> arn + ":*")));
        if (args.tracing) { // X-Ray has no resources to name
            statements.add(
                    new PolicyStatement(List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"), Output.of("*")));
        }
        if (args.vpc.isPresent()) {
            statements.add(FunctionVpc.forLambda());
            statements.add(FunctionVpc.notForCode());
        }
        statements.addAll(args.allowed);
        return RolePolicyArgs.builder()
                .role(made.name())
                .policy(PolicyStatement.document(statements))
                .build();
    }

    private FunctionArgs functionArgs() {
        var configured = FunctionArgs.builder()
                .architectures(args.architecture.nameInAws())
                .memorySize(args.memoryMb)
                .timeout(Math.toIntExact(args.timeout.toSeconds()))
                .role(role.map(Role::arn)
                        .orElseGet(() -> args.role.orElseThrow().output()))
                .loggingConfig(FunctionLoggingConfigArgs.builder()
                        .logFormat("Text")
                        .logGroup(logGroup.name())
                        .build());
        args.code.orElseThrow().addTo(configured);
        args.description.ifPresent(configured::description);
        if (!args.layers.isEmpty()) {
            configured.layers(Output.all(args.layers.stream().map(Input::output).toList())
                    .applyValue(arns -> arns.stream()
                            .map(arn -> Placeholder.ifAbsent(arn, "layer.arn"))
                            .toList()));
        }
        args.ephemeralStorageMb.ifPresent(megabytes -> configured.ephemeralStorage(
                FunctionEphemeralStorageArgs.builder().size(megabytes).build()));
        args.environment
                .output()
                .ifPresent(variables -> configured.environment(
                        FunctionEnvironmentArgs.builder().variables(variables).build()));
        if (args.tracing) {
            configured.tracingConfig(
                    FunctionTracingConfigArgs.builder().mode("Active").build());
        }
        args.reservedConcurrency.ifPresent(configured::reservedConcurrentExecutions);
        args.vpc.map(FunctionVpc::config).ifPresent(configured::vpcConfig);
        if (args.hasAlias()) {
            configured.publish(true);
        }
        if (args.snapStart) {
            configured.snapStart(
                    FunctionSnapStartArgs.builder().applyOn("PublishedVersions").build());
        }
        args.tags.ifPresent(configured::tags);
        return configured.build();
    }

    private AliasArgs aliasArgs() {
        return AliasArgs.builder()
                .name(ALIAS)
                .functionName(function.name())
                .functionVersion(function.version())
                .build();
    }

    private ProvisionedConcurrencyConfigArgs provisionedArgs(Alias called, int instances) {
        return ProvisionedConcurrencyConfigArgs.builder()
                .functionName(function.name())
                .qualifier(called.name())
                .provisionedConcurrentExecutions(instances)
                .build();
    }
}

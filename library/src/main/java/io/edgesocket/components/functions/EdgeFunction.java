package io.edgesocket.components.functions;

import com.google.gson.GsonBuilder;
import com.pulumi.asset.Archive;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Placeholder;
import io.edgesocket.components.internal.PolicyStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A Lambda@Edge function: in us-east-1, from where CloudFront copies each published version to where its viewers are.
 * <pre>{@code
 * new EdgeFunction("stamp", EdgeFunctionArgs.builder()
 *         .nodejs(Path.of("src/main/edge/stamp"), "index.handler")
 *         .configuration(Map.of("value", "blue"))
 *         .usEast1(usEast1)
 *         .build());
 * }</pre>
 * <b>It outlives its stack.</b> AWS refuses to delete a function while there are copies of it, and takes the copies away by
 * itself, hours after the last distribution let go of it. A stack that waited for that could not be destroyed, so the
 * function is retained: what is left is a function that costs nothing and runs nowhere, to be deleted by hand later. Its
 * role goes with the stack.
 * <p>
 * <b>It logs where it runs</b>: to the log group {@code /aws/lambda/us-east-1.<function>} of the region nearest to the
 * viewer, in any region. Lambda makes these groups, and they keep everything; none of them is made here.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-delete-replicas.html">
 *      Delete Lambda@Edge functions and replicas</a>
 */
public final class EdgeFunction extends ComponentResource {
    /** What the handler reads its configuration from, in the root of its archive: an object of texts, in JSON. */
    public static final String CONFIGURATION_FILE = "config.json";

    static final String TYPE = "edgesocket:aws:EdgeFunction";
    private final EdgeFunctionArgs args;
    private final Optional<Role> role;
    private final Function function;

    /** @throws InvalidArgumentsException as the other constructor does */
    public EdgeFunction(String name, EdgeFunctionArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    /**
     * @param name at most {@value LambdaLimits#NAME_MAX} letters, digits, hyphens and underscores
     * @throws InvalidArgumentsException naming everything that is wrong with the arguments; nothing is registered then
     */
    public EdgeFunction(String name, EdgeFunctionArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args.checked(name), options);
        this.args = args;
        var children = new Children(this, name, args.transform);
        role = args.role.isEmpty() ? Optional.of(children.add(Role::new, "role", roleArgs())) : Optional.empty();
        var policy = role.map(made -> children.add(RolePolicy::new, "policy", mayLogAnywhere(name, made)));
        var kept = CustomResourceOptions.builder().retainOnDelete(true);
        policy.ifPresent(needed -> kept.dependsOn(needed));
        function = children.add(
                Function::new,
                "",
                functionArgs(),
                CustomResourceOptions.merge(args.usEast1.orElseThrow().options(), kept.build()));
        registerOutputs(Map.of("versionArn", versionArn(), "functionName", functionName()));
    }

    /** The published version: what a distribution is associated with. */
    public Output<String> versionArn() {
        return Placeholder.ifAbsent(function.qualifiedArn(), function, "qualifiedArn");
    }

    /** Its name in AWS. */
    public Output<String> functionName() {
        return Placeholder.ifAbsent(function.name(), function, "name");
    }

    public Function function() {
        return function;
    }

    /** The role that was made for it; none if it has one that exists. */
    public Optional<Role> role() {
        return role;
    }

    private RoleArgs roleArgs() {
        var trusting = RoleArgs.builder()
                .assumeRolePolicy(PolicyStatement.trustOf("lambda.amazonaws.com", "edgelambda.amazonaws.com"));
        args.tags.ifPresent(trusting::tags);
        return trusting.build();
    }

    /** Pulumi adds to the name, and CloudFront chooses the region, which has no such log group before the first call. */
    private RolePolicyArgs mayLogAnywhere(String name, Role made) {
        var logs = new PolicyStatement(
                List.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"),
                Output.of("arn:aws:logs:*:*:log-group:/aws/lambda/" + UsEast1.REGION + "." + name + "-*"));
        return RolePolicyArgs.builder()
                .role(made.name())
                .policy(PolicyStatement.document(List.of(logs)))
                .build();
    }

    private FunctionArgs functionArgs() {
        var code = args.code.orElseThrow();
        var configured = FunctionArgs.builder()
                .code(archive(code))
                .handler(code.handler())
                .runtime(code.runtime())
                .architectures("x86_64")
                .memorySize(args.memoryMb)
                .timeout(Math.toIntExact(args.timeout.toSeconds()))
                .role(role.map(Role::arn)
                        .orElseGet(() -> args.role.orElseThrow().output()))
                .publish(true);
        args.description.ifPresent(configured::description);
        args.tags.ifPresent(configured::tags);
        return configured.build();
    }

    private Archive archive(ScriptCode code) {
        var configuration = new TreeMap<>(args.configuration);
        return configuration.isEmpty()
                ? code.archive()
                : code.archiveWith(
                        CONFIGURATION_FILE,
                        new GsonBuilder()
                                        .setPrettyPrinting()
                                        .disableHtmlEscaping()
                                        .create()
                                        .toJson(configuration)
                                + '\n');
    }
}

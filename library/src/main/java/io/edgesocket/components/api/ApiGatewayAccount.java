package io.edgesocket.components.api;

import com.pulumi.aws.apigateway.Account;
import com.pulumi.aws.apigateway.AccountArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.PolicyStatement;
import java.util.Map;
import java.util.Optional;

/**
 * The role that API Gateway writes its logs with. It is one for <em>all APIs of an account in a region</em>: an account
 * that has one already is changed to this one. So at most one stack of an account and region makes it, and none where
 * whoever owns the account has done so.
 * <p>
 * It stays when the stack goes, because other APIs log with it.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html">Permissions for
 *      CloudWatch logging</a>
 */
public final class ApiGatewayAccount extends ComponentResource {
    static final String TYPE = "edgesocket:aws:ApiGatewayAccount";
    private static final String PUSH_TO_CLOUDWATCH_LOGS =
            "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs";

    private final Optional<Role> role;
    private final Account account;

    public ApiGatewayAccount(String name, ApiGatewayAccountArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    /** @throws InvalidArgumentsException if AWS would refuse the tags; nothing is registered then */
    public ApiGatewayAccount(String name, ApiGatewayAccountArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args.checked(name), options);
        var children = new Children(this, name, args.transform);
        role = args.role.isEmpty() ? Optional.of(makeRole(children, args)) : Optional.empty();
        var kept = CustomResourceOptions.builder().retainOnDelete(true);
        role.map(made -> allowed(children, made)).ifPresent(rights -> kept.dependsOn(rights));
        var arn = role.map(Role::arn).orElseGet(() -> args.role.orElseThrow().output());
        account = children.add(
                Account::new, "", AccountArgs.builder().cloudwatchRoleArn(arn).build(), kept.build());
        registerOutputs(Map.of("roleArn", arn));
    }

    private static Role makeRole(Children children, ApiGatewayAccountArgs args) {
        return children.add(
                Role::new,
                "role",
                RoleArgs.builder()
                        .assumeRolePolicy(PolicyStatement.trustOf("apigateway.amazonaws.com"))
                        .tags(args.tags.orElse(Map.of()))
                        .build(),
                kept());
    }

    private static RolePolicyAttachment allowed(Children children, Role role) {
        return children.add(
                RolePolicyAttachment::new,
                "role-policy",
                RolePolicyAttachmentArgs.builder()
                        .role(role.name())
                        .policyArn(PUSH_TO_CLOUDWATCH_LOGS)
                        .build(),
                kept());
    }

    /** The role that was made; none if API Gateway logs with one that exists. */
    public Optional<Role> role() {
        return role;
    }

    public Account account() {
        return account;
    }

    private static CustomResourceOptions kept() {
        return CustomResourceOptions.builder().retainOnDelete(true).build();
    }
}

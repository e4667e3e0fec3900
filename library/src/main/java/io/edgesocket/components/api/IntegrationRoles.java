package io.edgesocket.components.api;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import io.edgesocket.components.IamLimits;
import io.edgesocket.components.internal.PolicyStatement;
import io.edgesocket.components.internal.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The roles with which API Gateway calls other services: each for one route, with the one right that this takes. */
final class IntegrationRoles {
    private static final String ROLE = "-role";
    private static final int PULUMI_SUFFIX = 8;

    private final ApiScope scope;
    private final Map<String, Role> byName = new LinkedHashMap<>();
    private final List<Resource> policies = new ArrayList<>();

    IntegrationRoles(ApiScope scope) {
        this.scope = scope;
    }

    /** @param name the integration's */
    Output<String> arn(String name, ServiceTarget target) {
        return target.role.isPresent()
                ? target.role.get().output()
                : make(name, target).arn();
    }

    Map<String, Role> byName() {
        return byName;
    }

    /** Without them API Gateway may not call yet. */
    List<Resource> policies() {
        return policies;
    }

    private Role make(String name, ServiceTarget target) {
        var own = shortened(name);
        var role = RoleArgs.builder().assumeRolePolicy(PolicyStatement.trustOf("apigateway.amazonaws.com"));
        scope.args().tags.ifPresent(role::tags);
        var made = scope.children().add(Role::new, own + ROLE, role.build());
        byName.put(name, made);
        policies.add(scope.children()
                .add(
                        RolePolicy::new,
                        own + "-policy",
                        RolePolicyArgs.builder()
                                .role(made.name())
                                .policy(PolicyStatement.document(
                                        List.of(new PolicyStatement(List.of(target.service.right), target.arn()))))
                                .build()));
        return made;
    }

    /** A role's name in AWS ends with what Pulumi adds. */
    private String shortened(String name) {
        var most = IamLimits.NAME_MAX - PULUMI_SUFFIX;
        return scope.children().nameOf(name + ROLE).length() <= most ? name : Sha256.hex(name, Sha256.SHORT);
    }
}

package io.edgesocket.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.edgesocket.components.api.ApiGatewayAccount;
import io.edgesocket.components.api.ApiGatewayAccountArgs;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.company.CompanyRules;
import io.edgesocket.components.functions.EdgeFunction;
import io.edgesocket.components.functions.EdgeFunctionArgs;
import io.edgesocket.components.functions.LambdaFunction;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.plan.OwnStacks;
import io.edgesocket.plan.Plan.PlannedResource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a company prescribes reaches every resource, whichever component makes it. */
class CompanyRulesTest {
    private static final String BOUNDARY = "arn:aws:iam::123456789012:policy/boundary";
    private static final String KEY = "arn:aws:kms:eu-west-1:123456789012:key/logs";
    private static final String EDGE_KEY = "arn:aws:kms:us-east-1:123456789012:key/logs";
    private static final String ENVIRONMENT_KEY = "arn:aws:kms:eu-west-1:123456789012:key/environment";

    @Test
    void every_role_of_a_stack_has_the_boundary_the_path_and_the_beginning_of_its_name() {
        assertThat(ofType("aws:iam/role:Role"))
                .hasSizeGreaterThan(5) // functions, authorizer, guard, edge function and account
                .allSatisfy(role -> {
                    assertThat(text(role, "permissionsBoundary")).isEqualTo(BOUNDARY);
                    assertThat(text(role, "path")).isEqualTo("/apps/");
                    assertThat(text(role, "name"))
                            .startsWith("acme-edgesocket-everything-")
                            .hasSizeLessThanOrEqualTo(64);
                })
                .extracting(role -> text(role, "name"))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_log_group_of_a_stack_has_the_key_of_its_region() {
        assertThat(ofType("aws:cloudwatch/logGroup:LogGroup"))
                .allSatisfy(group -> assertThat(text(group, "kmsKeyId"))
                        .as(group.urn())
                        .isEqualTo(group.provider().equals(Optional.of("us-east-1")) ? EDGE_KEY : KEY));
        assertThat(ofType("aws:cloudwatch/logGroup:LogGroup"))
                .extracting(PlannedResource::provider)
                .contains(Optional.of("us-east-1"), Optional.of("aws"));
    }

    @Test
    void every_environment_of_a_stack_s_functions_has_its_key() {
        assertThat(ofType("aws:lambda/function:Function"))
                .allSatisfy(function -> assertThat(text(function, "kmsKeyArn"))
                        .as(function.urn())
                        .isEqualTo(function.inputs().has("environment") ? ENVIRONMENT_KEY : ""));
    }

    @Test
    void a_stack_that_nothing_is_prescribed_for_has_none_of_it() {
        assertThat(OwnStacks.plan("dev").resources())
                .allSatisfy(resource -> assertThat(resource.inputs().properties())
                        .extracting(Map.Entry::getKey)
                        .doesNotContain("permissionsBoundary", "path", "kmsKeyId", "kmsKeyArn"));
    }

    @Test
    void what_a_transform_sets_is_ruled_too() {
        var planned = Planned.of(ctx -> new LambdaFunction(
                "echo",
                Planned.functionArgs()
                        .transform(child -> child.change(
                                RoleArgs.class,
                                role -> RoleArgs.builder(role)
                                        .path("/mine/")
                                        .name("mine")
                                        .build()))
                        .build(),
                within(CompanyRules.builder().rolePath("/apps/").roleNamePrefix("acme-"))));
        assertThat(planned.inputs("Role echo-role").path("path").asText()).isEqualTo("/apps/");
        assertThat(planned.inputs("Role echo-role").path("name").asText()).isEqualTo("mine");
    }

    @Test
    void a_long_name_is_cut_and_stays_the_only_one() {
        var planned = Planned.of(ctx -> {
            var rules = within(CompanyRules.builder().roleNamePrefix("a".repeat(32)));
            new LambdaFunction("n".repeat(50) + "1", Planned.functionArgs().build(), rules);
            new LambdaFunction("n".repeat(50) + "2", Planned.functionArgs().build(), rules);
        });
        var names = List.of("1", "2").stream()
                .map(end -> planned.inputs("Role " + "n".repeat(50) + end + "-role")
                        .path("name")
                        .asText())
                .toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).hasSize(64).startsWith("a".repeat(32) + "shop-dev-nnn"));
    }

    @Test
    void tags_reach_whatever_can_have_them_and_leave_its_own_alone() {
        var planned = Planned.of(ctx -> {
            var rules = CompanyRules.builder()
                    .tags(Map.of("cost-center", "42", "owner", "all"))
                    .build();
            var options = CustomResourceOptions.builder()
                    .resourceTransformations(rules)
                    .build();
            new BucketV2(
                    "files", BucketV2Args.builder().tags(Map.of("owner", "me")).build(), options);
            new LogGroup("lines", LogGroupArgs.Empty, options);
            new WebSocketApi(
                    "chat",
                    WebSocketApiArgs.builder().route("ping", Route.mock()).build(),
                    within(CompanyRules.builder().tags(Map.of("owner", "all"))));
        });
        assertThat(planned.inputs("BucketV2 files").path("tags"))
                .hasToString("{\"cost-center\":\"42\",\"owner\":\"me\"}");
        assertThat(planned.inputs("LogGroup lines").path("tags"))
                .hasToString("{\"cost-center\":\"42\",\"owner\":\"all\"}");
        assertThat(planned.inputs("Stage chat-stage").path("tags")).hasToString("{\"owner\":\"all\"}");
        assertThat(planned.inputs("Route chat-ping").has("tags")).isFalse();
    }

    @Test
    void roles_that_exist_take_the_place_of_all_that_would_be_made() {
        var planned = Planned.of(ctx -> {
            new LambdaFunction("echo", Planned.functionArgs().role(role("chat")).build());
            new ApiGatewayAccount(
                    "account",
                    ApiGatewayAccountArgs.builder().role(role("logs")).build());
            new EdgeFunction(
                    "stamp",
                    EdgeFunctionArgs.builder()
                            .nodejs(Path.of("src/main/edge/region-header"), "index.handler")
                            .role(role("edge"))
                            .usEast1(new UsEast1())
                            .build());
        });
        assertThat(planned.resources()).noneMatch(resource -> resource.startsWith("Role"));
        assertThat(planned.inputs("Function stamp").path("role").asText()).isEqualTo(role("edge"));
    }

    @Test
    void a_function_with_a_role_that_exists_is_given_no_rights_by_its_api() {
        var planned = Planned.of(ctx -> new WebSocketApi(
                "chat",
                WebSocketApiArgs.builder()
                        .route(
                                "echo",
                                Route.to(new NewFunction(
                                        "echo",
                                        Planned.functionArgs()
                                                .role(role("chat"))
                                                .build())))
                        .build()));
        assertThat(planned.resources()).noneMatch(resource -> resource.startsWith("RolePolicy"));
    }

    private static String role(String name) {
        return "arn:aws:iam::123456789012:role/" + name;
    }

    private static ComponentResourceOptions within(CompanyRules.Builder rules) {
        return ComponentResourceOptions.builder()
                .resourceTransformations(rules.build())
                .build();
    }

    /** Of a stack with all that makes roles and logs. */
    private static List<PlannedResource> ofType(String type) {
        var settings = new HashMap<>(Map.of("aws:region", "eu-west-1"));
        settings.put("edgesocket:account", "{\"logRole\": true}");
        settings.put("edgesocket:stage", "{\"accessLogs\": {\"enabled\": true}}");
        settings.put("edgesocket:users", "{\"issuer\": \"https://auth.example.org\", \"audiences\": [\"chat\"]}");
        settings.put(
                "edgesocket:cdn", "{\"logging\": {\"retention\": \"30d\"}, \"webAcl\": {\"logRetention\": \"30d\"}}");
        settings.put("edgesocket:edge", "{\"originRequest\": {\"folder\": \"src/main/edge/region-header\"}}");
        settings.put("edgesocket:company", """
                {"permissionsBoundary": "%s", "rolePath": "/apps/", "roleNamePrefix": "acme-",
                 "keys": {"logs": "%s", "edgeLogs": "%s", "environment": "%s"}}""".formatted(BOUNDARY, KEY, EDGE_KEY, ENVIRONMENT_KEY));
        return OwnStacks.plan(new StackConfig("edgesocket", "everything", settings, Set.of())).resources().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    private static String text(PlannedResource resource, String input) {
        JsonNode inputs = resource.inputs();
        return inputs.path(input).asText();
    }
}

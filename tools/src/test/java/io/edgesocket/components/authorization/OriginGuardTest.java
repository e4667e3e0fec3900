package io.edgesocket.components.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.handlers.EchoHandler;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.plan.Planner;
import io.edgesocket.users.OriginKeyHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A guard, the API that requires it and the CDN that sends its key, as they are registered. */
class OriginGuardTest {
    private static final String BLUE = "b1uE0000111122223333444455556666";
    private static final String GREEN = "gReen777788889999aaaabbbbccccdddd";
    private static final GuardKeys ONE_KEY = GuardKeys.of("blue", BLUE);
    private static final GuardKeys TWO_KEYS = ONE_KEY.and("green", GREEN).sending("green");

    @Test
    void each_key_is_an_api_key_in_a_usage_plan_for_the_stage() {
        var plan = plan(OriginGuardArgs.apiKeys(TWO_KEYS));

        assertThat(inputs(plan, "UsagePlan chat-guard-plan").path("apiStages").toString())
                .isEqualTo("[{\"apiId\":\"${chat.id}\",\"stage\":\"live\"}]");
        for (var name : List.of("blue", "green")) {
            assertThat(inputs(plan, "ApiKey guard-" + name).path("value").asText())
                    .isEqualTo("[secret]");
            assertThat(inputs(plan, "UsagePlanKey chat-guard-plan-" + name)
                            .path("keyId")
                            .asText())
                    .isEqualTo("${guard-" + name + ".id}");
            assertThat(inputs(plan, "UsagePlanKey chat-guard-plan-" + name)
                            .path("usagePlanId")
                            .asText())
                    .isEqualTo("${chat-guard-plan.id}");
        }
    }

    @Test
    void the_usage_plan_comes_after_the_stage() {
        assertThat(dependencies(plan(OriginGuardArgs.apiKeys(ONE_KEY)), "UsagePlan chat-guard-plan"))
                .contains("Stage chat-stage");
    }

    @Test
    void connect_requires_an_api_key_and_cloudfront_sends_it() {
        var plan = plan(OriginGuardArgs.apiKeys(ONE_KEY));

        assertThat(inputs(plan, "Route chat-connect").path("apiKeyRequired").asBoolean())
                .isTrue();
        assertThat(inputs(plan, "Route chat-connect").path("authorizationType").asText())
                .isEqualTo("NONE");
        assertThat(sent(plan)).isEqualTo("[{\"name\":\"x-api-key\",\"value\":\"[secret]\"}]");
    }

    @Test
    void a_key_is_accepted_before_cloudfront_sends_it() {
        assertThat(dependencies(plan(OriginGuardArgs.apiKeys(TWO_KEYS)), "Distribution cdn"))
                .contains("UsagePlanKey chat-guard-plan-blue", "UsagePlanKey chat-guard-plan-green");
        assertThat(dependencies(plan(byFunction(TWO_KEYS)), "Distribution cdn"))
                .contains("Stage chat-stage", "Function guard-function");
    }

    @Test
    void a_key_in_a_header_is_checked_by_a_function_that_has_all_keys() {
        var plan = plan(byFunction(TWO_KEYS));

        assertThat(inputs(plan, "Route chat-connect").path("authorizationType").asText())
                .isEqualTo("CUSTOM");
        assertThat(inputs(plan, "Authorizer chat-guard-authorizer")
                        .path("identitySources")
                        .toString())
                .isEqualTo("[\"route.request.header.x-origin-key\"]");
        assertThat(inputs(plan, "Function guard-function")
                        .path("environment")
                        .path("variables")
                        .toString())
                .isEqualTo("\"[secret]\"");
        assertThat(inputs(plan, "Permission chat-guard-authorizer-permission")
                        .path("function")
                        .asText())
                .isEqualTo("${guard-function.name}");
        assertThat(sent(plan)).isEqualTo("[{\"name\":\"x-origin-key\",\"value\":\"[secret]\"}]");
    }

    @Test
    void the_function_finds_header_and_keys_where_the_handler_looks_for_them() {
        assertThat(List.of(OriginGuard.HEADER_VARIABLE, OriginGuard.KEYS_VARIABLE))
                .containsExactly("ORIGIN_KEY_HEADER", "ORIGIN_KEYS");
    }

    @Test
    void an_authorizer_of_users_is_asked_besides_an_api_key() {
        var plan = plan(OriginGuardArgs.apiKeys(ONE_KEY), connect -> connect.requiring(users()));

        assertThat(inputs(plan, "Route chat-connect").path("apiKeyRequired").asBoolean())
                .isTrue();
        assertThat(inputs(plan, "Route chat-connect").path("authorizerId").asText())
                .isEqualTo("${chat-users-authorizer.id}");
    }

    @Test
    void an_authorizer_of_users_that_checks_the_keys_is_given_them() {
        var plan = plan(
                OriginGuardArgs.header("x-origin-key", ONE_KEY),
                connect -> connect.requiring(users().checkingOriginKeys()));

        assertThat(inputs(plan, "Authorizer chat-users-authorizer")
                        .path("identitySources")
                        .toString())
                .isEqualTo("[\"route.request.header.x-origin-key\",\"route.request.querystring.token\"]");
        assertThat(inputs(plan, "Function chat-users-function")
                        .path("environment")
                        .path("variables")
                        .toString())
                .isEqualTo("\"[secret]\"");
        assertThat(dependencies(plan, "Distribution cdn")).contains("Stage chat-stage");
        assertThat(plan.resources()).noneMatch(resource -> resource.name().startsWith("guard-"));
    }

    @Test
    void what_is_not_enforced_is_sent_and_not_required() {
        for (var args : List.of(OriginGuardArgs.apiKeys(ONE_KEY), byFunction(ONE_KEY))) {
            var plan = plan(args.enforced(false));

            assertThat(sent(plan)).contains("[secret]");
            assertThat(inputs(plan, "Route chat-connect").has("apiKeyRequired")).isFalse();
            assertThat(inputs(plan, "Route chat-connect")
                            .path("authorizationType")
                            .asText())
                    .isEqualTo("NONE");
        }
    }

    @Test
    void a_key_that_comes_or_goes_leaves_the_api_s_deployment_and_the_other_key_alone() {
        for (var kind : List.<java.util.function.Function<GuardKeys, OriginGuardArgs.Builder>>of(
                OriginGuardArgs::apiKeys, OriginGuardTest::byFunction)) {
            var before = plan(kind.apply(ONE_KEY));
            var after = plan(kind.apply(TWO_KEYS));

            assertThat(inputs(after, "Deployment chat-deployment"))
                    .isEqualTo(inputs(before, "Deployment chat-deployment"));
            assertThat(after.resources().stream().map(PlannedResource::urn).toList())
                    .containsAll(before.resources().stream()
                            .map(PlannedResource::urn)
                            .toList());
        }
    }

    @Test
    void several_apis_have_a_plan_each_and_share_the_keys() {
        var plan = plan(() -> {
            var guard =
                    new OriginGuard("guard", OriginGuardArgs.apiKeys(ONE_KEY).build());
            for (var name : List.of("chat", "news")) {
                new WebSocketApi(
                        name,
                        WebSocketApiArgs.builder()
                                .route("$connect", Route.mock())
                                .guard(guard)
                                .build());
            }
        });

        assertThat(names(plan, "ApiKey")).containsExactly("guard-blue");
        assertThat(names(plan, "UsagePlanKey"))
                .containsExactlyInAnyOrder("chat-guard-plan-blue", "news-guard-plan-blue");
    }

    @Test
    void tags_and_the_hook_reach_what_is_made() {
        var plan = plan(byFunction(ONE_KEY).tags(Map.of("owner", "platform")));

        assertThat(inputs(plan, "Function guard-function")
                        .path("tags")
                        .path("owner")
                        .asText())
                .isEqualTo("platform");
        assertThat(inputs(
                                plan(OriginGuardArgs.apiKeys(ONE_KEY)
                                        .transform(child -> child.change(
                                                com.pulumi.aws.apigateway.ApiKeyArgs.class,
                                                key -> com.pulumi.aws.apigateway.ApiKeyArgs.builder(key)
                                                        .enabled(false)
                                                        .build()))),
                                "ApiKey guard-blue")
                        .path("enabled")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void no_key_is_in_a_plan_s_text() {
        for (var args : List.of(OriginGuardArgs.apiKeys(TWO_KEYS), byFunction(TWO_KEYS))) {
            assertThat(PlanJson.write(plan(args))).doesNotContain(BLUE, GREEN);
        }
    }

    private static OriginGuardArgs.Builder byFunction(GuardKeys keys) {
        return OriginGuardArgs.header("x-origin-key", keys)
                .checkedBy(LambdaFunctionArgs.builder()
                        .code(FunctionCode.java(OriginKeyHandler.class.getName(), Path.of("target/function/users")))
                        .build());
    }

    private static RequestAuthorizer users() {
        return RequestAuthorizer.of(
                "users",
                new NewFunction(
                        "users",
                        LambdaFunctionArgs.builder()
                                .code(FunctionCode.java(EchoHandler.class))
                                .build()),
                "route.request.querystring.token");
    }

    private static Plan plan(OriginGuardArgs.Builder guard) {
        return plan(guard, connect -> connect);
    }

    private static Plan plan(OriginGuardArgs.Builder guard, UnaryOperator<Route> connect) {
        return plan(() -> {
            var api = new WebSocketApi(
                    "chat",
                    WebSocketApiArgs.builder()
                            .route("$connect", connect.apply(Route.mock()))
                            .guard(new OriginGuard("guard", guard.build()))
                            .build());
            new WebSocketCdn(
                    "cdn",
                    WebSocketCdnArgs.builder().origin(WebSocketOrigin.of(api)).build());
        });
    }

    private static Plan plan(Runnable program) {
        var stack = new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of());
        return Planner.plan(Engine.run(stack, ctx -> program.run()), Path.of(""));
    }

    private static String sent(Plan plan) {
        return inputs(plan, "Distribution cdn")
                .path("origins")
                .path(0)
                .path("customHeaders")
                .toString();
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode inputs(Plan plan, String resource) {
        return plan.resources().stream()
                .filter(PlannedResource::custom)
                .filter(each -> (kind(each.type()) + " " + each.name()).equals(resource))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + resource))
                .inputs();
    }

    private static List<String> names(Plan plan, String kind) {
        return plan.resources().stream()
                .filter(each -> kind(each.type()).equals(kind))
                .map(PlannedResource::name)
                .toList();
    }

    private static List<String> dependencies(Plan plan, String resource) {
        return plan.resources().stream()
                .filter(PlannedResource::custom)
                .filter(each -> (kind(each.type()) + " " + each.name()).equals(resource))
                .flatMap(each -> each.dependsOn().stream())
                .map(urn -> urn.replaceFirst(".*[:$][a-z0-9]*/[^:]*:([A-Za-z]*)::(.*)$", "$1 $2"))
                .toList();
    }

    private static String kind(String type) {
        return type.substring(type.lastIndexOf(':') + 1);
    }
}

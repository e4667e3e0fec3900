package io.edgesocket.components.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.edgesocket.components.api.AccessLogs;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.api.WebSocketStageArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registration;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.handlers.EchoHandler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept of a component that is protected and retained. */
class InheritedOptionsTest {
    private static final ComponentResourceOptions KEPT = ComponentResourceOptions.builder()
            .protect(true)
            .retainOnDelete(true)
            .build();

    @Test
    void of_an_api_what_has_an_address_is_protected() {
        assertThat(resources(ctx -> api(KEPT), Registration.Options::protect)).containsExactly("chat", "chat-stage");
    }

    @Test
    void of_an_api_the_logs_are_retained() {
        assertThat(resources(ctx -> api(KEPT), Registration.Options::retainOnDelete))
                .containsExactly("chat-access-logs", "chat-echo-function-logs");
    }

    @Test
    void an_api_that_is_renamed_under_an_alias_keeps_its_logs() {
        assertThat(resources(
                        ctx -> api(ComponentResourceOptions.Empty),
                        options -> options.ignoreChanges().contains("name")))
                .containsExactly("chat-access-logs", "chat-echo-function-logs");
    }

    @Test
    void of_a_cdn_the_distribution_is_protected() {
        assertThat(resources(ctx -> cdn(KEPT), Registration.Options::protect)).containsExactly("cdn");
        assertThat(resources(ctx -> cdn(KEPT), Registration.Options::retainOnDelete))
                .isEmpty();
    }

    @Test
    void a_component_inside_may_go() {
        assertThat(components(ctx -> api(KEPT))).containsExactly("chat");
    }

    @Test
    void it_is_the_same_inside_a_component_of_the_user_s() {
        assertThat(resources(
                        ctx -> cdn(ComponentResourceOptions.builder()
                                .parent(new ComponentResource("shop:Front", "front", KEPT))
                                .build()),
                        Registration.Options::protect))
                .containsExactly("cdn");
    }

    @Test
    void nothing_is_kept_unless_it_is_said() {
        assertThat(resources(ctx -> api(ComponentResourceOptions.Empty), InheritedOptionsTest::isKept))
                .isEmpty();
    }

    private static boolean isKept(Registration.Options options) {
        return options.protect() || options.retainOnDelete();
    }

    private static void api(ComponentResourceOptions options) {
        new WebSocketApi(
                "chat",
                WebSocketApiArgs.builder()
                        .route(
                                "$default",
                                Route.to(new NewFunction(
                                                "echo",
                                                LambdaFunctionArgs.builder()
                                                        .code(FunctionCode.java(EchoHandler.class))
                                                        .build()))
                                        .replying())
                        .stage(WebSocketStageArgs.builder()
                                .accessLogs(AccessLogs.keptForDays(30))
                                .build())
                        .build(),
                options);
    }

    private static void cdn(ComponentResourceOptions options) {
        new WebSocketCdn(
                "cdn",
                WebSocketCdnArgs.builder()
                        .origin(WebSocketOrigin.existing("wss://abc123.execute-api.eu-west-1.amazonaws.com/live"))
                        .build(),
                options);
    }

    private static List<String> resources(Consumer<Context> program, Predicate<Registration.Options> kept) {
        return registered(program)
                .filter(Registration::custom)
                .filter(resource -> kept.test(resource.options()))
                .map(Registration::name)
                .sorted()
                .toList();
    }

    private static List<String> components(Consumer<Context> program) {
        return registered(program)
                .filter(resource -> !resource.custom() && resource.options().protect())
                .map(Registration::name)
                .toList();
    }

    private static Stream<Registration> registered(Consumer<Context> program) {
        return Engine.run(new StackConfig("shop", "dev", Map.of(), Set.of()), program).resources().stream();
    }
}

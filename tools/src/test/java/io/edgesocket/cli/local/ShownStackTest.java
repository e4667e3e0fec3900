package io.edgesocket.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.Context;
import com.pulumi.core.Output;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.api.WebSocketStageArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.lambda.FunctionLog;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the console is told of the stack that a local run plays. */
class ShownStackTest implements Journal {
    private static final StackConfig CONFIG = new StackConfig(
            "shop",
            "dev",
            Map.of("aws:region", "eu-west-1", "shop:key", "s3cret", "edgesocket:stage", "{\"name\":\"live\"}"),
            Set.of("shop:key"),
            List.of(),
            Map.of("aws:region", "Pulumi.yaml", "shop:key", "Pulumi.dev.yaml", "edgesocket:stage", "Pulumi.dev.yaml"));

    private final List<Event> events = new ArrayList<>();
    private final Registrations registrations = program("ping");
    private final LocalRun run = LocalRun.start(
            registrations,
            Path.of(""),
            new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0),
            Journal.NONE,
            FunctionLog.NONE);
    private final ShownStack shown = new ShownStack(CONFIG, registrations, Path.of(""), this);

    private static Registrations program(String route) {
        return Engine.run(CONFIG, ctx -> program(ctx, route));
    }

    private static void program(Context ctx, String route) {
        var api = new WebSocketApi(
                "chat",
                WebSocketApiArgs.builder()
                        .route(route, Route.mock("{\"pong\":true}"))
                        .stage(WebSocketStageArgs.builder().name("live").build())
                        .build());
        new WebSocketCdn(
                "cdn",
                WebSocketCdnArgs.builder()
                        .origin(WebSocketOrigin.of(api).header("x-key", Output.ofSecret("s3cret")))
                        .build());
    }

    @AfterEach
    void end() {
        run.close();
    }

    @Override
    public boolean listening() {
        return true;
    }

    @Override
    public void add(Event event) {
        events.add(event);
    }

    @Test
    void the_graph_is_that_of_the_plan() {
        shown.plan();
        var json = shown.json(run);
        assertThat(texts(json.path("nodes"), "kind"))
                .contains("distribution", "behavior", "origin", "API", "stage", "route", "integration");
        assertThat(json.path("roots")).hasSize(1);
        assertThat(json.has("change")).isFalse();
    }

    @Test
    void a_setting_says_where_it_comes_from() {
        var settings = shown.json(run).path("settings");
        assertThat(setting(settings, "edgesocket:stage.name").path("from").asText())
                .isEqualTo("Pulumi.dev.yaml");
        assertThat(setting(settings, "aws:region").path("from").asText()).isEqualTo("Pulumi.yaml");
        assertThat(setting(settings, "edgesocket:protect").path("from").asText())
                .isEqualTo("default");
        assertThat(setting(settings, "edgesocket:users").path("from").asText()).isEqualTo("not set");
    }

    @Test
    void a_secret_is_never_told() {
        shown.plan();
        var json = shown.json(run);
        assertThat(json.toString()).doesNotContain("s3cret");
        assertThat(setting(json.path("settings"), "shop:key").path("value").asText())
                .isEqualTo("[secret]");
    }

    @Test
    void a_change_is_told_as_diff_tells_it() {
        shown.plan();
        take("pong");
        assertThat(shown.json(run).path("change").path("difference").asText())
                .contains("+ chat-pong  apigatewayv2 Route", "- chat-ping  apigatewayv2 Route");
        assertThat(events).hasSize(1);
        assertThat(events.get(0).step()).isEqualTo(Step.RELOAD);
        assertThat(events.get(0).subject()).isEqualTo("dev");
        assertThat(events.get(0).details().get("added")).contains("chat-pong");
        assertThat(events.get(0).details().get("removed")).contains("chat-ping");
    }

    @Test
    void the_last_difference_stays_when_nothing_changes() {
        shown.plan();
        take("pong");
        take("pong");
        assertThat(shown.json(run).path("change").path("difference").asText()).contains("chat-pong");
        assertThat(events.get(1).text()).isEqualTo("nothing that is played has changed");
    }

    @Test
    void a_stack_that_is_refused_is_told_until_one_is_taken() {
        shown.refused("App.java: no such route");
        assertThat(shown.json(run).path("refused").asText()).isEqualTo("App.java: no such route");
        assertThat(events.get(0).details()).containsEntry("because", "App.java: no such route");
        take("ping");
        assertThat(shown.json(run).has("refused")).isFalse();
    }

    private void take(String route) {
        var next = program(route);
        shown.taken(CONFIG, next, run.take(next));
    }

    private static JsonNode setting(JsonNode settings, String key) {
        return StreamSupport.stream(settings.spliterator(), false)
                .filter(setting -> setting.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }
}

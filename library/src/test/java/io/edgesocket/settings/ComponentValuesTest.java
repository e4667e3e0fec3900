package io.edgesocket.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.components.UsEast1;
import io.edgesocket.components.api.AccessLogs;
import io.edgesocket.components.api.ExecutionLogs;
import io.edgesocket.components.api.Throttling;
import io.edgesocket.components.api.WebSocketStageArgs;
import io.edgesocket.components.cdn.EdgeAttachment;
import io.edgesocket.components.cdn.EdgeEvent;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.functions.EdgeFunctionArgs;
import io.edgesocket.settings.schema.ValueOrSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What settings become for the components. */
class ComponentValuesTest {
    private static final String VERSION = "arn:aws:lambda:us-east-1:123456789012:function:guard:3";

    @Test
    void stage_settings_are_a_stage() {
        assertThat(parse("edgesocket:stage", """
                {"name": "prod", "description": "Chat", "throttling": {"burst": 5, "rate": 10},
                 "routes": {"send": {"burst": 1, "rate": 2}}, "accessLogs": {"enabled": true, "retention": "7d"},
                 "executionLogs": "info", "detailedMetrics": true}""").stage().toStage())
                .usingRecursiveComparison()
                .isEqualTo(WebSocketStageArgs.builder()
                        .name("prod")
                        .description("Chat")
                        .throttling(new Throttling(10, 5))
                        .throttling("send", new Throttling(2, 1))
                        .accessLogs(AccessLogs.keptForDays(7))
                        .executionLogs(ExecutionLogs.INFO)
                        .detailedMetrics(true)
                        .build());
    }

    @Test
    void a_stage_has_no_access_logs_unless_they_are_enabled() {
        assertThat(parse("edgesocket:stage", "{\"accessLogs\": {\"retention\": \"7d\"}}")
                        .stage()
                        .toStage())
                .usingRecursiveComparison()
                .isEqualTo(WebSocketStageArgs.builder().build());
    }

    @Test
    void edge_settings_are_attachments_at_their_events() {
        assertThat(parse("edgesocket:edge", """
                {"viewerRequest": {"code": "src/main/edge/token-to-header.js"}, "originResponse": {"functionArn": "%s"}}""".formatted(VERSION)).edge().attachments(new UsEast1()))
                .hasSize(2)
                .satisfiesExactly(
                        code -> assertThat(code)
                                .hasSameClassAs(EdgeAttachment.function(
                                        EdgeEvent.VIEWER_REQUEST, Path.of("src/main/edge/token-to-header.js"))),
                        version -> assertThat(version)
                                .hasSameClassAs(EdgeAttachment.lambda(EdgeEvent.ORIGIN_RESPONSE, VERSION)))
                .extracting("event")
                .containsExactly(EdgeEvent.VIEWER_REQUEST, EdgeEvent.ORIGIN_RESPONSE);
    }

    @Test
    void a_folder_is_a_function_that_the_stack_deploys_as_the_settings_say() {
        var usEast1 = new UsEast1();
        var attached = parse("edgesocket:edge", """
                {"originRequest": {"folder": "src/main/edge/region-header", "memory": "1GB", "timeout": "30s",
                  "configuration": {"header": "X-Region"}}}""").edge().attachments(usEast1);

        assertThat(attached)
                .usingRecursiveComparison()
                .isEqualTo(List.of(EdgeAttachment.lambda(
                        EdgeEvent.ORIGIN_REQUEST,
                        EdgeFunctionArgs.builder()
                                .nodejs(Path.of("src/main/edge/region-header"), "index.handler")
                                .memoryMb(1_024)
                                .timeout(Duration.ofSeconds(30))
                                .configuration(Map.of("header", "X-Region"))
                                .usEast1(usEast1)
                                .build())));
    }

    @Test
    void every_origin_is_waited_for_as_the_settings_say() {
        var args = Settings.parse(
                        Map.of(
                                "aws:region",
                                "eu-west-1",
                                "edgesocket:cdn",
                                "{\"readTimeout\": \"60s\", \"keepAlive\": \"90s\"}",
                                "edgesocket:paths",
                                "{\"/orders\": \"wss://orders.example.com\"}"),
                        Set.of())
                .toCdn(WebSocketOrigin.existing("wss://chat.example.com"), Optional.empty(), new UsEast1());

        assertThat(args)
                .usingRecursiveComparison()
                .comparingOnlyFields("origin", "paths")
                .isEqualTo(WebSocketCdnArgs.builder()
                        .origin(patient("wss://chat.example.com"))
                        .path("/orders", patient("wss://orders.example.com"))
                        .build());
    }

    private static WebSocketOrigin patient(String endpoint) {
        return WebSocketOrigin.existing(endpoint)
                .readTimeout(Duration.ofSeconds(60))
                .keepAlive(Duration.ofSeconds(90));
    }

    @Test
    void a_plain_value_is_given_as_text() {
        var given = new ArrayList<String>();

        new ValueOrSecret("debug", false)
                .give(text -> given.add("plain " + text), secret -> given.add("secret " + secret));

        assertThat(given).containsExactly("plain debug");
    }

    @Test
    void a_secret_is_given_as_what_is_to_be_kept() {
        var given = new ArrayList<String>();

        new ValueOrSecret("hunter2", true)
                .give(text -> given.add("plain " + text), secret -> given.add("secret " + secret));

        assertThat(given).containsExactly("secret hunter2");
    }

    private static Settings parse(String key, String value) {
        return Settings.parse(Map.of("aws:region", "eu-west-1", key, value), Set.of());
    }
}

package io.edgesocket.components.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.components.Planned;
import io.edgesocket.components.api.AccessLogs;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.api.WebSocketStageArgs;
import io.edgesocket.components.authorization.GuardKeys;
import io.edgesocket.components.authorization.OriginGuard;
import io.edgesocket.components.authorization.OriginGuardArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class MessageDashboardTest {

    @Test
    void it_goes_from_the_edge_to_the_functions_and_ends_with_what_was_refused() throws JsonProcessingException {
        assertThat(titles(all()))
                .containsExactly(
                        "CloudFront: handshakes",
                        "CloudFront: refused, %",
                        "API: connections and messages",
                        "API: errors",
                        "API: latency of integrations, p99, ms",
                        "Functions: calls",
                        "Functions: errors",
                        "Functions: refused as too many",
                        "Functions: duration, p99, ms",
                        "API: what was refused or failed");
    }

    @Test
    void a_graph_reads_the_metrics_of_this_stack_where_they_are() throws JsonProcessingException {
        assertThat(properties(all(), 0).path("metrics").toString())
                .isEqualTo(
                        "[[\"AWS/CloudFront\",\"Requests\",\"DistributionId\",\"${cdn.id}\",\"Region\",\"Global\"]]");
        assertThat(properties(all(), 0).path("region").asText()).isEqualTo("us-east-1");
        assertThat(properties(all(), 2).path("metrics").get(0).toString())
                .isEqualTo("[\"AWS/ApiGateway\",\"ConnectCount\",\"ApiId\",\"${chat.id}\",\"Stage\",\"live\"]");
        assertThat(properties(all(), 2).path("region").asText()).isEqualTo("eu-west-1");
        assertThat(properties(all(), 5).path("metrics").toString())
                .isEqualTo("[[\"AWS/Lambda\",\"Invocations\",\"FunctionName\",\"${chat-echo-function.name}\"]]");
    }

    @Test
    void the_function_of_a_guard_is_among_those_of_the_api() throws JsonProcessingException {
        var planned = Planned.of(ctx -> {
            var guard = new OriginGuard(
                    "guard",
                    OriginGuardArgs.header("x-origin-key", GuardKeys.of("blue", "b1uE0000111122223333444455556666"))
                            .checkedBy(Planned.functionArgs().build())
                            .build());
            var api = new WebSocketApi(
                    "chat",
                    WebSocketApiArgs.builder()
                            .route("$connect", Route.mock())
                            .guard(guard)
                            .build());
            new MessageDashboard(
                    "dashboard", MessageDashboardArgs.builder().api(api).build());
        });
        assertThat(properties(planned, 3).path("metrics").toString())
                .isEqualTo("[[\"AWS/Lambda\",\"Invocations\",\"FunctionName\",\"${guard-function.name}\"]]");
    }

    @Test
    void the_table_is_of_the_access_log() throws JsonProcessingException {
        assertThat(properties(all(), 9).path("query").asText())
                .startsWith("SOURCE '/aws/apigateway/shop-dev-chat' | fields");
    }

    @Test
    void graphs_fill_the_width_row_by_row() throws JsonProcessingException {
        var widgets = widgets(all());
        assertThat(widgets.get(1).path("x").asInt()
                        + widgets.get(1).path("width").asInt())
                .isEqualTo(24);
        assertThat(widgets)
                .extracting(widget -> widget.path("y").asInt())
                .containsExactly(0, 0, 6, 6, 6, 12, 12, 12, 12, 18);
    }

    @Test
    void its_name_has_the_stack_in_it_since_an_account_has_all_of_them_in_one_place() {
        assertThat(all().inputs("Dashboard dashboard").path("dashboardName").asText())
                .isEqualTo("shop-dev-dashboard");
    }

    @Test
    void of_an_api_that_exists_already_the_distribution_is_shown() throws JsonProcessingException {
        assertThat(titles(Planned.of(ctx -> new MessageDashboard(
                        "dashboard",
                        MessageDashboardArgs.builder()
                                .cdn(cdn(WebSocketOrigin.existing("wss://ws.example.com")))
                                .build()))))
                .containsExactly("CloudFront: handshakes", "CloudFront: refused, %");
    }

    @Test
    void a_page_that_shows_nothing_is_refused() {
        assertThatThrownBy(() -> Planned.of(ctx -> new MessageDashboard(
                        "dashboard", MessageDashboardArgs.builder().build())))
                .hasMessageContaining(
                        "MessageDashboard \"dashboard\": api: neither api nor cdn is given; give at least one");
    }

    private static List<String> titles(Planned planned) throws JsonProcessingException {
        return widgets(planned).stream()
                .map(widget -> widget.at("/properties/title").asText())
                .toList();
    }

    private static JsonNode properties(Planned planned, int index) throws JsonProcessingException {
        return widgets(planned).get(index).path("properties");
    }

    private static List<JsonNode> widgets(Planned planned) throws JsonProcessingException {
        var body = planned.inputs("Dashboard dashboard").path("dashboardBody").asText();
        return StreamSupport.stream(
                        new ObjectMapper().readTree(body).path("widgets").spliterator(), false)
                .toList();
    }

    private static Planned all() {
        return Planned.of(ctx -> {
            var api = new WebSocketApi(
                    "chat",
                    WebSocketApiArgs.builder()
                            .route("$default", Route.to(Planned.function("echo")))
                            .stage(WebSocketStageArgs.builder()
                                    .accessLogs(AccessLogs.keptForDays(1))
                                    .build())
                            .build());
            new MessageDashboard(
                    "dashboard",
                    MessageDashboardArgs.builder()
                            .api(api)
                            .cdn(cdn(WebSocketOrigin.of(api)))
                            .build());
        });
    }

    private static WebSocketCdn cdn(WebSocketOrigin origin) {
        return new WebSocketCdn("cdn", WebSocketCdnArgs.builder().origin(origin).build());
    }
}

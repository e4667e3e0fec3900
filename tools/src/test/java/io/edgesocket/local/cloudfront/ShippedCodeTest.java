package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.cdn.EdgeAttachment;
import io.edgesocket.components.cdn.EdgeEvent;
import io.edgesocket.components.cdn.QueryStrings;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.functions.EdgeFunctionArgs;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.apigateway.stage.ConnectRequest;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.EnvironmentVariables;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.local.lambda.Functions;
import io.edgesocket.local.stack.PlayedStack;
import io.edgesocket.workspace.InProject;
import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of {@code src/main/edge}, each in a distribution that a program registers, asked by a real client. */
@Needs("node")
@Timeout(120)
class ShippedCodeTest {
    private static final Path CODE = Path.of("src/main/edge");

    @Test
    void allow_origins_lets_in_the_pages_on_its_list_and_programs_that_name_none() throws Exception {
        try (var played = new Played(args ->
                args.edge(EdgeAttachment.function(EdgeEvent.VIEWER_REQUEST, CODE.resolve("allow-origins.js"))))) {
            judgesOrigins(played.edge);
        }
    }

    @Test
    void allow_stored_origins_lets_in_the_pages_in_its_store_and_programs_that_name_none() throws Exception {
        try (var played = new Played(ShippedCodeTest::allowingOrigins)) {
            judgesOrigins(played.edge);
        }
    }

    private static void judgesOrigins(LocalEdge edge) throws IOException {
        assertThat(edge.handshake("/").status()).isEqualTo(101);
        for (var page : List.of("https://chat.example.com", "https://CHAT.example.com")) {
            assertThat(edge.handshake("/", "Origin: " + page).status()).as(page).isEqualTo(101);
        }
        for (var page : List.of(
                "https://evil.example", "http://chat.example.com", "https://chat.example.com.evil.example", "null")) {
            assertThat(edge.handshake("/", "Origin: " + page).status()).as(page).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({"KP, 403", "CH, 101"})
    void block_countries_refuses_those_in_its_store(String country, int status) throws Exception {
        try (var played = new Played(ShippedCodeTest::blockingCountries)) {
            assertThat(played.edge
                            .handshake("/", "CloudFront-Viewer-Country: " + country)
                            .status())
                    .isEqualTo(status);
        }
    }

    @Test
    void block_countries_lets_in_whose_country_nobody_knows() throws Exception {
        try (var played = new Played(ShippedCodeTest::blockingCountries)) {
            assertThat(played.edge.handshake("/").status()).isEqualTo(101);
        }
    }

    @Test
    void block_countries_refuses_nobody_while_its_store_has_no_list() throws Exception {
        try (var played = new Played(args -> blockingCountries(args, Map.of("other", "entry")))) {
            assertThat(played.edge
                            .handshake("/", "CloudFront-Viewer-Country: KP")
                            .status())
                    .isEqualTo(101);
        }
    }

    @Test
    void block_countries_sees_no_country_that_the_policy_does_not_ask_for() throws Exception {
        try (var played = new Played(args -> blockingCountries(args).headers(List.of()))) {
            assertThat(played.edge
                            .handshake("/", "CloudFront-Viewer-Country: KP")
                            .status())
                    .isEqualTo(101);
        }
    }

    @Test
    void token_to_header_moves_the_token_and_leaves_the_rest() throws Exception {
        try (var played = new Played(ShippedCodeTest::movingToken)) {
            var arrival = played.edge.arrival("/?a=1&token=t%2B1&b=2");

            assertThat(arrival.header("X-Token")).contains("t%2B1");
            assertThat(arrival.query()).isEqualTo("a=1&b=2");
        }
    }

    @Test
    void token_to_header_sends_no_token_where_none_came() throws Exception {
        try (var played = new Played(ShippedCodeTest::movingToken)) {
            assertThat(played.edge.arrival("/").header("X-Token")).isEmpty();
        }
    }

    @Test
    void token_to_header_needs_the_policy_to_forward_the_header() throws Exception {
        try (var played = new Played(args -> movingToken(args).headers(List.of()))) {
            assertThat(played.edge.arrival("/?token=t").header("X-Token")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Near-Region", "X-Near"})
    void region_header_says_where_the_edge_is_whatever_the_client_says(String header) throws Exception {
        try (var played = new Played(args -> tellingRegion(args, header).headers(List.of(header)))) {
            assertThat(played.edge.arrival("/", header + ": mars-1").headers(header))
                    .containsExactly("us-east-1");
        }
    }

    @Test
    void region_header_can_not_be_one_that_cloudfront_keeps_for_itself() throws Exception {
        try (var played = new Played(args -> tellingRegion(args, "X-Edge-Region"))) {
            assertThat(played.edge.handshake("/").status()).isEqualTo(502);
        }
    }

    @Test
    @Needs("python3")
    void a_function_in_python_is_played_too(@TempDir(factory = InProject.class) Path folder) throws Exception {
        Files.writeString(folder.resolve("index.py"), """
                import json, pathlib
                COLOR = json.loads((pathlib.Path(__file__).parent / 'config.json').read_text())['color']
                def handler(event, context):
                    request = event['Records'][0]['cf']['request']
                    request['headers']['x-color'] = [{'key': 'X-Color', 'value': COLOR}]
                    return request
                """);
        try (var played = new Played(args -> args.edge(EdgeAttachment.lambda(
                EdgeEvent.ORIGIN_REQUEST,
                EdgeFunctionArgs.builder()
                        .python(folder, "index.handler")
                        .configuration(Map.of("color", "blue"))
                        .usEast1(new UsEast1())
                        .build())))) {
            assertThat(played.edge.arrival("/").header("X-Color")).contains("blue");
        }
    }

    @ParameterizedTest
    @CsvSource({"/news, /", "/news/today, /", "/, /", "/newsletter, /newsletter"})
    void path_prefix_takes_the_prefix_off_and_tells_the_whole_path(String asked, String sent) throws Exception {
        try (var played = new Played(args -> args.path("/news", api()))) {
            var arrival = played.edge.arrival(asked);

            assertThat(arrival.path()).isEqualTo("/live" + sent);
            assertThat(arrival.header(WebSocketCdn.ORIGINAL_PATH_HEADER)).contains(asked);
        }
    }

    @Test
    void with_paths_another_function_runs_first_and_may_refuse() throws Exception {
        try (var played = new Played(args -> allowingOrigins(args).path("/news", api()))) {
            assertThat(played.edge
                            .handshake("/news", "Origin: https://evil.example")
                            .status())
                    .isEqualTo(403);
            assertThat(arrival(played, "/news", "Origin: https://chat.example.com")
                            .path())
                    .isEqualTo("/live/");
        }
    }

    @Test
    void a_client_talks_through_all_of_it() throws Exception {
        try (var played = new Played(args -> movingToken(args).path("/news", api()));
                var client = EdgeClient.connect(played.edge.uri("/news?token=t1"))) {
            client.send("hello");

            assertThat(client.next()).isEqualTo("hello");
            assertThat(played.edge.arrived().header("X-Token")).contains("t1");
        }
    }

    private static ConnectRequest arrival(Played played, String path, String header) throws Exception {
        return played.edge.arrival(path, header);
    }

    private static WebSocketCdnArgs.Builder allowingOrigins(WebSocketCdnArgs.Builder args) {
        return args.edge(EdgeAttachment.function(
                EdgeEvent.VIEWER_REQUEST,
                CODE.resolve("allow-stored-origins.js"),
                Map.of("https://chat.example.com", "the chat")));
    }

    private static WebSocketCdnArgs.Builder blockingCountries(WebSocketCdnArgs.Builder args) {
        return blockingCountries(args, Map.of("countries", "[\"KP\", \"SY\"]"));
    }

    private static WebSocketCdnArgs.Builder blockingCountries(
            WebSocketCdnArgs.Builder args, Map<String, String> entries) {
        return args.headers(List.of("CloudFront-Viewer-Country"))
                .edge(EdgeAttachment.function(EdgeEvent.VIEWER_REQUEST, CODE.resolve("block-countries.js"), entries));
    }

    private static WebSocketCdnArgs.Builder movingToken(WebSocketCdnArgs.Builder args) {
        return args.headers(List.of("X-Token"))
                .queryStrings(QueryStrings.all())
                .edge(EdgeAttachment.function(EdgeEvent.VIEWER_REQUEST, CODE.resolve("token-to-header.js")));
    }

    private static WebSocketCdnArgs.Builder tellingRegion(WebSocketCdnArgs.Builder args, String header) {
        return args.edge(EdgeAttachment.lambda(
                EdgeEvent.ORIGIN_REQUEST,
                EdgeFunctionArgs.builder()
                        .nodejs(CODE.resolve("region-header"), "index.handler")
                        .configuration(Map.of("header", header))
                        .usEast1(new UsEast1())
                        .build()));
    }

    private static WebSocketOrigin api() {
        return WebSocketOrigin.of(Output.of(Cdn.API), "live");
    }

    /** A program with one distribution, and its code as it would be deployed. */
    private static final class Played implements AutoCloseable {
        final LocalEdge edge;
        private final Functions lambdas;
        private final StackCode code;

        Played(UnaryOperator<WebSocketCdnArgs.Builder> cdn) throws IOException {
            var stack = PlayedStack.of(Engine.run(
                    new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of()),
                    ctx -> new WebSocketCdn(
                            "cdn",
                            cdn.apply(WebSocketCdnArgs.builder().origin(api())).build())));
            lambdas = Functions.of(
                    stack, Path.of(""), EnvironmentVariables.asRegistered(), FunctionLog.NONE, Journal.NONE);
            code = new StackCode(stack, lambdas::byArn, FunctionLog.NONE);
            edge = LocalEdge.start(stack, code);
        }

        @Override
        public void close() {
            edge.close();
            code.close();
            lambdas.close();
        }
    }
}

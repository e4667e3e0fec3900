package io.edgesocket.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.Context;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import io.edgesocket.components.Transform;
import io.edgesocket.components.api.ApiDomain;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.domain.AliasRecords;
import io.edgesocket.components.domain.AliasRecordsArgs;
import io.edgesocket.components.domain.HostedZones;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Planner;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An API with a name of its own: as it is registered, as CloudFront's origin, and as it is played. */
@Timeout(60)
class OwnNameTest {
    private static final String CERTIFICATE = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b";

    @Test
    void the_name_is_regional_leads_to_the_stage_and_closes_the_execute_api_address() {
        var plan = plan(ctx -> api(domain().mappingKey("chat")));
        assertThat(input(plan, "chat-domain", "/domainName")).isEqualTo("origin.example.com");
        assertThat(input(plan, "chat-domain", "/domainNameConfiguration/endpointType"))
                .isEqualTo("REGIONAL");
        assertThat(input(plan, "chat-domain", "/domainNameConfiguration/securityPolicy"))
                .isEqualTo("TLS_1_2");
        assertThat(input(plan, "chat-mapping", "/apiMappingKey")).isEqualTo("chat");
        assertThat(input(plan, "chat-mapping", "/stage")).isEqualTo("${chat-stage.id}");
        assertThat(input(plan, "chat", "/disableExecuteApiEndpoint")).isEqualTo("true");
    }

    @Test
    void the_distribution_connects_to_the_name_without_the_stage_once_it_leads_there() {
        var plan = plan(ctx -> cdn(api(domain().mappingKey("chat"))));
        assertThat(input(plan, "cdn", "/origins/0/domainName")).isEqualTo("origin.example.com");
        assertThat(input(plan, "cdn", "/origins/0/originPath")).isEqualTo("/chat");
        assertThat(plan.resources())
                .filteredOn(resource -> resource.urn().endsWith("Distribution::cdn"))
                .singleElement()
                .satisfies(
                        cdn -> assertThat(cdn.dependsOn()).anyMatch(urn -> urn.endsWith("ApiMapping::chat-mapping")));
    }

    @Test
    void functions_and_clients_find_the_api_at_its_name() {
        var plan = plan(ctx -> {
            var api = api(domain());
            ctx.export("endpoint", api.endpoint());
            ctx.export("management", api.managementEndpoint());
        });
        assertThat(plan.outputs().get("endpoint").asText()).isEqualTo("wss://origin.example.com");
        assertThat(plan.outputs().get("management").asText()).isEqualTo("https://origin.example.com");
    }

    @Test
    void an_address_that_stays_open_is_where_functions_post() {
        var plan = plan(ctx ->
                ctx.export("management", api(domain().closingEndpoint(false)).managementEndpoint()));
        assertThat(plan.outputs().get("management").asText())
                .isEqualTo("https://${chat.id}.execute-api.eu-west-1.amazonaws.com/live");
    }

    @Test
    void its_record_leads_to_what_api_gateway_made_for_the_name() {
        var plan = plan(ctx -> new AliasRecords(
                "chat-dns",
                AliasRecordsArgs.builder()
                        .api(api(domain()))
                        .hostedZones(HostedZones.of("example.com"))
                        .build()));
        assertThat(plan.resources())
                .filteredOn(it -> it.type().contains("route53"))
                .hasSize(1);
        assertThat(input(plan, "chat-dns-origin.example.com-a", "/aliases/0/name"))
                .isEqualTo("${chat-domain.domainNameConfiguration.targetDomainName}");
        assertThat(input(plan, "chat-dns-origin.example.com-a", "/aliases/0/zoneId"))
                .isEqualTo("${chat-domain.domainNameConfiguration.hostedZoneId}");
    }

    @Test
    void records_of_an_api_without_a_name_are_refused() {
        assertThatThrownBy(() -> plan(ctx -> new AliasRecords(
                        "dns",
                        AliasRecordsArgs.builder()
                                .api(api(args -> args))
                                .hostedZones(HostedZones.of("example.com"))
                                .build())))
                .hasMessageContaining("AliasRecords \"dns\": api: without a name of its own; an API with "
                        + ".domain(ApiDomain.of(…)): the execute-api address has its records");
    }

    @Test
    void a_closed_address_is_no_origin_whoever_closed_it() {
        Transform closing = child -> child.change(
                ApiArgs.class,
                args -> ApiArgs.builder(args).disableExecuteApiEndpoint(true).build());
        assertThatThrownBy(() -> plan(ctx -> cdn(api(args -> args.transform(closing)))))
                .hasMessageContaining(
                        "WebSocketApi \"chat\": disableExecuteApiEndpoint: true, and the execute-api address is "
                                + "CloudFront's origin; leave it out, or give the API a name of its own, .domain(ApiDomain.of(…)), which "
                                + "closes that address and is the origin instead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chat"})
    void a_client_connects_through_the_distribution_and_not_around_it(String key) throws Exception {
        var domain = key.isEmpty() ? domain() : domain().mappingKey(key);
        try (var run = played(registered(ctx -> cdn(api(domain))))) {
            assertThat(connected(run.edge())).succeedsWithin(20, TimeUnit.SECONDS);
            var around = run.stages().get(0).client();
            assertThat(connected(around)).failsWithin(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_path_behind_the_name_is_refused_as_api_gateway_does() throws Exception {
        try (var run = played(registered(ctx -> cdn(api(domain()))))) {
            assertThat(connected(URI.create(run.edge() + "/live"))).failsWithin(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void nothing_of_it_is_told_as_not_played() {
        try (var run = played(registered(ctx -> cdn(api(domain()))))) {
            assertThat(run.notPlayed())
                    .noneMatch(line -> line.contains("chat-domain") || line.contains("chat-mapping"));
        }
    }

    private static CompletableFuture<WebSocket> connected(URI address) {
        return HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new WebSocket.Listener() {});
    }

    private static LocalRun played(Registrations registrations) {
        return LocalRun.start(
                registrations,
                Path.of(""),
                new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0),
                Journal.NONE,
                FunctionLog.NONE);
    }

    private static ApiDomain domain() {
        return ApiDomain.of("origin.example.com", CERTIFICATE);
    }

    private static WebSocketApi api(ApiDomain domain) {
        return api(args -> args.domain(domain));
    }

    private static WebSocketApi api(UnaryOperator<WebSocketApiArgs.Builder> more) {
        var args = WebSocketApiArgs.builder().route("$connect", Route.mock()).route("$default", Route.mock());
        return new WebSocketApi("chat", more.apply(args).build());
    }

    private static WebSocketCdn cdn(WebSocketApi api) {
        return new WebSocketCdn(
                "cdn",
                WebSocketCdnArgs.builder().origin(WebSocketOrigin.of(api)).build());
    }

    private static String input(Plan plan, String name, String path) {
        var found = plan.resources().stream()
                .filter(resource -> resource.custom() && resource.name().equals(name))
                .findFirst()
                .orElseThrow();
        return found.inputs().at(path).asText();
    }

    private static Plan plan(Consumer<Context> program) {
        return Planner.plan(registered(program), Path.of(""));
    }

    private static Registrations registered(Consumer<Context> program) {
        return Engine.run(new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of()), program);
    }
}

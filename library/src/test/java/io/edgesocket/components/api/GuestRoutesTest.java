package io.edgesocket.components.api;

import static io.edgesocket.components.api.RecordedApi.function;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import io.edgesocket.components.functions.ConnectionAction;
import io.edgesocket.components.functions.NewFunction;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuestRoutesTest {

    @AfterEach
    void forget() {
        PulumiTest.cleanup();
    }

    private static RecordedGuest order() {
        return RecordedGuest.of(
                guest -> guest.route("order", Route.to(function("order")).replying()));
    }

    private static String fingerprint(Route route) {
        return RecordedGuest.of(guest -> guest.route("order", route)).fingerprint();
    }

    @Test
    void a_route_and_all_behind_it_are_the_shared_api_s() {
        var made = order();
        assertThat(made.resources().keySet().stream()
                        .filter(name -> name.startsWith("Route")
                                || name.startsWith("Integration")
                                || name.startsWith("RouteResponse"))
                        .toList())
                .containsExactlyInAnyOrder(
                        "Route orders-order",
                        "RouteResponse orders-order-response",
                        "Integration orders-order-function-integration")
                .allSatisfy(name -> assertThat(made.inputs(name)).containsEntry("apiId", "a1b2c3"));
    }

    @Test
    void no_api_stage_or_deployment_is_made() {
        assertThat(order().resources().keySet())
                .noneMatch(name -> name.matches("(Api|Stage|Deployment|Authorizer) .*"));
    }

    @Test
    void the_function_may_be_called_by_its_route_on_the_owner_s_stage_alone() {
        assertThat(order().inputs("Permission orders-order-permission"))
                .containsEntry("sourceArn", RecordedApi.EXECUTION_ARN + "/live/order");
    }

    @Test
    void the_function_knows_where_the_connections_are() {
        assertThat(order().inputs("Function orders-order-function")
                        .get("environment")
                        .toString())
                .contains(WebSocketApi.ENDPOINT_VARIABLE + "=https://a1b2c3.execute-api.eu-west-1.amazonaws.com/live");
    }

    @Test
    void the_function_may_send_on_the_owner_s_stage() {
        var sends =
                RecordedApi.functionArgs().connections(ConnectionAction.POST).build();
        var made = RecordedGuest.of(guest -> guest.route("order", Route.to(new NewFunction("order", sends))));
        assertThat(made.inputs("RolePolicy orders-order-function-policy")
                        .get("policy")
                        .toString())
                .contains(RecordedApi.EXECUTION_ARN + "/live/POST/@connections/*");
    }

    @Test
    void a_fingerprint_is_short() {
        assertThat(order().fingerprint()).matches("[0-9a-f]{12}");
    }

    @Test
    void the_same_routes_have_the_same_fingerprint() {
        assertThat(fingerprint(Route.mock("a"))).isEqualTo(fingerprint(Route.mock("a")));
    }

    @Test
    void another_reply_has_another_fingerprint() {
        assertThat(fingerprint(Route.mock("a"))).isNotEqualTo(fingerprint(Route.mock("b")));
    }

    @Test
    void a_further_route_has_another_fingerprint() {
        var both =
                RecordedGuest.of(guest -> guest.route("order", Route.mock("a")).route("cancel", Route.mock("a")));
        assertThat(both.fingerprint()).isNotEqualTo(fingerprint(Route.mock("a")));
    }

    @Test
    void a_function_s_own_settings_leave_the_fingerprint_as_it_is() {
        var slow = RecordedApi.functionArgs().timeout(Duration.ofSeconds(3)).build();
        assertThat(fingerprint(Route.to(new NewFunction("order", slow))))
                .isEqualTo(fingerprint(Route.to(function("order"))));
    }

    @Test
    void the_owner_shares_what_a_guest_reads() {
        var shared = RecordedApi.of(WebSocketApiArgs.builder().route("$default", Route.mock()))
                .api()
                .shared();
        assertThat(PulumiTest.extractValue(shared))
                .isEqualTo(Map.of(
                        "id", "chat-id",
                        "executionArn", RecordedApi.EXECUTION_ARN,
                        "stage", "live",
                        "managementEndpoint", "https://a1b2c3.execute-api.eu-west-1.amazonaws.com/live"));
    }

    @Test
    void the_owner_s_deployment_is_made_anew_when_a_guest_s_fingerprint_changes() {
        assertThat(triggers(Map.of("routes", "0123456789ab"))).containsEntry("guest orders", "0123456789ab");
    }

    @Test
    void a_guest_that_exports_nothing_counts_as_one_without_routes() {
        assertThat(triggers(Map.of())).containsEntry("guest orders", "none");
    }

    @Test
    void a_guest_s_output_that_is_no_fingerprint_is_refused() {
        assertThat(failure(Map.of("routes", Map.of("a", "b")), owner -> owned(owner.output("routes"))))
                .contains("guest orders: no text; it has to be what GuestRoutes.fingerprint() gives");
    }

    @Test
    void an_owner_that_shares_nothing_yet_is_told() {
        assertThat(failure(Map.of(), owner -> SharedApi.of(owner, "api").id()))
                .contains(
                        "stack acme/chat/prod has no output \"api\": its program has to export WebSocketApi.shared() by that "
                                + "name, and be deployed first");
    }

    @Test
    void an_output_that_is_no_shared_api_is_told() {
        assertThat(failure(
                        Map.of("api", "wss://example.com"),
                        owner -> SharedApi.of(owner, "api").id()))
                .contains(
                        "output \"api\" of stack acme/chat/prod: something else than WebSocketApi.shared(), which its program has to export "
                                + "by that name");
    }

    private static Map<String, Object> triggers(Map<String, Object> outputs) {
        var registered = new ConcurrentHashMap<String, Map<String, Object>>();
        RecordedGuest.run(outputs, registered, guest -> owned(guest.output("routes")))
                .throwOnError();
        return RecordedApi.map(registered.get("Deployment chat-deployment").get("triggers"));
    }

    private static Output<?> owned(Output<?> fingerprint) {
        return new WebSocketApi(
                        "chat",
                        WebSocketApiArgs.builder()
                                .route("$default", Route.mock())
                                .guest("orders", fingerprint)
                                .build())
                .id();
    }

    private static String failure(
            Map<String, Object> outputs,
            java.util.function.Function<com.pulumi.resources.StackReference, Output<?>> program) {
        var result = RecordedGuest.run(outputs, new HashMap<>(), program);
        return result.exceptions().toString() + result.errors();
    }
}

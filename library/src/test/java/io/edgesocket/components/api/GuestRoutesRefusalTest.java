package io.edgesocket.components.api;

import static io.edgesocket.components.api.RecordedApi.function;
import static io.edgesocket.components.api.RecordedApi.functionArgs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.pulumi.core.Output;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.functions.NewFunction;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GuestRoutesRefusalTest {
    private static final String OWNERS =
            ": a route for all clients of the API; leave it to the API's owner: a guest has routes with keys of its own";

    /** Each refused value, the whole message, and the nearest value that is accepted. */
    static Stream<Arguments> refused() {
        var chat = function("chat");
        return Stream.of(
                row(
                        b -> b.route("$connect", Route.mock()),
                        "routes.$connect" + OWNERS,
                        b -> b.route("connect", Route.mock())),
                row(
                        b -> b.route("$disconnect", Route.mock()),
                        "routes.$disconnect" + OWNERS,
                        b -> b.route("disconnect", Route.mock())),
                row(
                        b -> b.route("$default", Route.mock()),
                        "routes.$default" + OWNERS,
                        b -> b.route("default", Route.mock())),
                row(
                        b -> b.route("order", Route.mock()),
                        "routes.order: given twice; a key has one route",
                        b -> b.route("Order", Route.mock())),
                row(
                        b -> b.route("a", Route.mock().requiring(RequestAuthorizer.of("users", chat))),
                        "routes.a.requiring: an authorizer; API Gateway authorizes at $connect only: move it there",
                        b -> b.route("a", Route.to(chat))),
                row(
                        b -> b.route("a", Route.mock().requiringApiKey()),
                        "routes.a.requiringApiKey: an API key; API Gateway asks for it at $connect only: move it there",
                        b -> b.route("a", Route.mock())),
                row(
                        b -> b.route("a*", Route.to(chat)),
                        "routes.a*: \"a*\"; no * and no ?: they would let other routes call the function too",
                        b -> b.route("a*", Route.mock())),
                row(
                        b -> mocks(b, 300),
                        "routes: 301 routes; at most 300, AWS's quota of an API: send several kinds of messages to one route",
                        b -> mocks(b, 299)),
                row(
                        b -> b.route("a", Route.to(chat)).route("b", Route.to(function("chat"))),
                        "functions.chat: two functions of that name; name them apart, or use one value for both",
                        b -> b.route("a", Route.to(chat)).route("b", Route.to(chat))),
                row(
                        b -> b.route("a", Route.to(withVariable(WebSocketApi.ENDPOINT_VARIABLE, "x"))),
                        "functions.f.environment.AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI: given; the API sets it, to where the "
                                + "function's connections are: leave it out",
                        b -> b.route("a", Route.to(withVariable("XY", "x")))),
                row(
                        b -> b.route("a", Route.to(withVariable("XY", "x".repeat(3867)))),
                        "functions.f.environment: 3869 bytes; at most 3868 bytes, keys and values together: Lambda takes 4096, of "
                                + "which AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI needs the rest",
                        b -> b.route("a", Route.to(withVariable("XY", "x".repeat(3866))))),
                row(
                        b -> b.route("a", Route.mock().validating(new RequestModel("an order", "{}"))),
                        "models.an order: \"an order\"; 1 to 128 letters and digits",
                        b -> b.route("a", Route.mock().validating(new RequestModel("Order", "{}")))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void is_refused_with_its_place_and_what_to_do(
            UnaryOperator<GuestRoutesArgs.Builder> wrong,
            String message,
            UnaryOperator<GuestRoutesArgs.Builder> right) {
        assertThat(problems("orders", wrong)).containsExactly(message);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void the_nearest_right_value_is_accepted(
            UnaryOperator<GuestRoutesArgs.Builder> wrong,
            String message,
            UnaryOperator<GuestRoutesArgs.Builder> right) {
        assertThat(problems("orders", right)).isEmpty();
    }

    @Test
    void no_route_at_all() {
        assertThat(GuestRoutesArgs.builder(api()).build().problems("orders"))
                .extracting(Problem::toString)
                .containsExactly("routes: none; add one, or leave the component out");
    }

    @Test
    void a_name_that_resources_can_t_have() {
        assertThat(problems("my orders", b -> b))
                .containsExactly("name: \"my orders\"; 1 to 39 letters, digits, - and _");
    }

    @Test
    void an_owner_that_names_two_guests_alike() {
        assertThat(owner("orders", "orders"))
                .containsExactly("guests.orders: given twice; a guest for each stack, by its own name");
    }

    @Test
    void an_owner_that_names_a_guest_by_what_is_no_name() {
        assertThat(owner("acme/orders"))
                .containsExactly("guests.acme/orders: \"acme/orders\"; 1 to 39 letters, digits, - and _");
    }

    @Test
    void everything_at_once_before_anything_is_registered() {
        var args = GuestRoutesArgs.builder(api())
                .route("$connect", Route.mock())
                .route("", Route.mock())
                .build();
        assertThat(catchThrowableOfType(InvalidArgumentsException.class, () -> new GuestRoutes("orders", args)))
                .hasMessageStartingWith("GuestRoutes \"orders\":")
                .hasMessageContaining("routes.$connect" + OWNERS)
                .hasMessageContaining("routes.: an empty route key");
    }

    private static SharedApi api() {
        var text = Output.of("a1b2c3");
        return new SharedApi(text, text, text, text);
    }

    private static List<String> problems(String name, UnaryOperator<GuestRoutesArgs.Builder> change) {
        var args = change.apply(GuestRoutesArgs.builder(api()).route("order", Route.mock()))
                .build();
        return args.problems(name).stream().map(Problem::toString).toList();
    }

    private static List<String> owner(String... guests) {
        var args = WebSocketApiArgs.builder().route("$default", Route.mock());
        Stream.of(guests).forEach(guest -> args.guest(guest, Output.of("0123456789ab")));
        return args.build().problems("chat").stream().map(Problem::toString).toList();
    }

    private static NewFunction withVariable(String name, String value) {
        return new NewFunction("f", functionArgs().environment(name, value).build());
    }

    private static GuestRoutesArgs.Builder mocks(GuestRoutesArgs.Builder builder, int number) {
        IntStream.range(0, number).forEach(i -> builder.route("r" + i, Route.mock()));
        return builder;
    }

    private static Arguments row(
            UnaryOperator<GuestRoutesArgs.Builder> wrong,
            String message,
            UnaryOperator<GuestRoutesArgs.Builder> right) {
        return arguments(wrong, message, right);
    }
}

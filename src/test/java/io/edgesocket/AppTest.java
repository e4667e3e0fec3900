package io.edgesocket;

import static com.pulumi.test.PulumiTest.extractValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.pulumi.aws.apigatewayv2.Integration;
import com.pulumi.aws.apigatewayv2.Route;
import com.pulumi.aws.apigatewayv2.RouteResponse;
import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudfront.OriginRequestPolicy;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.lambda.Permission;
import com.pulumi.test.Mocks;
import io.edgesocket.settings.SettingsException;
import io.edgesocket.testing.AwsMocks;
import io.edgesocket.testing.StackTest;
import io.edgesocket.testing.TestedStack;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the owner of the stacks relies on, under mocks. docs/testing.md leads through it. */
class AppTest {
    private static final TestedStack DEV = StackTest.of("dev").run(App::stack);
    private static final TestedStack PROD = StackTest.of("prod").run(App::stack);

    static Stream<TestedStack> stacks() {
        return Stream.of(DEV, PROD);
    }

    @Test
    void dev_is_reached_at_cloudfront_s_own_name() {
        var stack = StackTest.of("dev").run(App::stack);

        assertThat(stack.output("url")).isEqualTo("wss://cdn-id.cloudfront.net");
    }

    @Test
    void prod_is_reached_at_its_first_name() {
        assertThat(PROD.output("url")).isEqualTo("wss://chat.example.com");
    }

    // The three requirements of a WebSocket behind CloudFront.

    @ParameterizedTest
    @MethodSource("stacks")
    void caching_is_disabled(TestedStack stack) {
        var behavior = extractValue(stack.resource(Distribution.class, "cdn").defaultCacheBehavior());

        assertThat(behavior.cachePolicyId()).contains("4135ea2d-6df8-44a3-9df3-4b5a84be39ad"); // CachingDisabled
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void the_handshake_s_headers_are_forwarded_and_the_host_is_not(TestedStack stack) {
        var policy = stack.inputs(OriginRequestPolicy.class, "cdn-handshake");

        assertThat(policy.text("headersConfig.headerBehavior")).isEqualTo("whitelist");
        assertThat(policy.texts("headersConfig.headers.items"))
                .contains("Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Protocol")
                .doesNotContain("Host");
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void cloudfront_speaks_https_alone_to_the_origin(TestedStack stack) {
        var origin = stack.inputs(Distribution.class, "cdn").object("origins[0].customOriginConfig");

        assertThat(origin.text("originProtocolPolicy")).isEqualTo("https-only");
        assertThat(origin.number("httpsPort")).isEqualTo(443);
        assertThat(origin.texts("originSslProtocols")).containsExactly("TLSv1.2");
    }

    // A route.

    @Test
    void ping_is_answered_by_api_gateway_itself() {
        var route = DEV.resource(Route.class, "chat-ping");
        var integration = DEV.resource(Integration.class, "chat-ping-integration");

        assertThat(extractValue(route.routeKey())).isEqualTo("ping");
        assertThat(extractValue(route.target())).contains("integrations/chat-ping-integration-id");
        assertThat(extractValue(integration.integrationType())).isEqualTo("MOCK");
        assertThat(DEV.resources(RouteResponse.class))
                .extracting(RouteResponse::pulumiResourceName)
                .contains("chat-ping-response");
    }

    // Least permission.

    @Test
    void a_function_is_called_by_its_own_route_alone() {
        var permission = DEV.inputs(Permission.class, "chat-send-permission");

        assertThat(permission.text("principal")).isEqualTo("apigateway.amazonaws.com");
        assertThat(permission.text("sourceArn"))
                .isEqualTo("arn:aws:execute-api:eu-west-1:123456789012:chat-id/live/send");
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void no_function_may_do_everything(TestedStack stack) {
        assertThat(stack.resources(RolePolicy.class)).isNotEmpty().allSatisfy(policy -> {
            var statements = stack.inputs(RolePolicy.class, policy.pulumiResourceName())
                    .json("policy")
                    .objects("Statement");
            assertThat(statements)
                    .flatExtracting(statement -> statement.texts("Action"))
                    .noneMatch(action -> action.endsWith("*"));
        });
    }

    // What differs from stack to stack.

    @Test
    void the_distribution_is_protected_in_prod_alone() {
        assertThat(PROD.isProtected(Distribution.class, "cdn")).isTrue();
        assertThat(DEV.isProtected(Distribution.class, "cdn")).isFalse();
    }

    @Test
    void a_setting_reaches_the_resource_it_is_about() {
        var stack = StackTest.of("dev")
                .set("edgesocket:cdn.priceClass", "PriceClass_200")
                .run(App::stack);

        assertThat(extractValue(stack.resource(Distribution.class, "cdn").priceClass()))
                .contains("PriceClass_200");
    }

    // Mocks of one's own.

    @Test
    void the_zone_of_each_name_is_looked_up() {
        var aws = mock(Mocks.class);

        StackTest.of("prod").withMocks(AwsMocks.completing(aws)).run(App::stack);

        verify(aws, atLeastOnce()).callAsync(argThat(call -> asksForZone(call, "example.com")));
        verify(aws, atLeastOnce()).callAsync(argThat(call -> asksForZone(call, "example.org")));
    }

    private static boolean asksForZone(Mocks.CallArgs call, String name) {
        return call.token.equals("aws:route53/getZone:getZone") && name.equals(call.args.get("name"));
    }

    @Test
    void dev_asks_nothing_of_aws() {
        var aws = mock(Mocks.class);

        StackTest.of("dev").withMocks(AwsMocks.completing(aws)).run(App::stack);

        verify(aws, never()).callAsync(any());
    }

    @Test
    void the_url_is_the_domain_name_that_aws_gives() {
        var aws = mock(Mocks.class);
        when(aws.newResourceAsync(argThat(resource -> resource != null && resource.name.equals("cdn"))))
                .thenReturn(CompletableFuture.completedFuture(Mocks.ResourceResult.of(
                        Optional.of("E1A2B3C4D5"), Map.of("domainName", "d111111abcdef8.cloudfront.net"))));

        var stack = StackTest.of("dev").withMocks(AwsMocks.completing(aws)).run(App::stack);

        assertThat(stack.output("url")).isEqualTo("wss://d111111abcdef8.cloudfront.net");
    }

    // A refusal.

    @Test
    void a_limit_of_a_route_that_the_program_does_not_have_is_refused_with_the_routes_there_are() {
        var stack = StackTest.of("dev").set("edgesocket:stage.routes.sendd", Map.of("burst", 1, "rate", 1));

        assertThatThrownBy(() -> stack.run(App::stack))
                .isInstanceOf(SettingsException.class)
                .hasMessage("edgesocket:stage.routes.sendd: no such route; "
                        + "the key of one of the API's own: $connect, $default, $disconnect, ping, send, whoami");
    }
}

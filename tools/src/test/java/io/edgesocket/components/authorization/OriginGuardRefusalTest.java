package io.edgesocket.components.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.pulumi.core.Output;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.api.WebSocketApiArgs.ApiKeySource;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.functions.ExistingFunction;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.handlers.EchoHandler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't guard an API, with the whole message; none shows a key. */
class OriginGuardRefusalTest {
    private static final String GOOD = "f3a91c0d77be42589e6a0b1c2d4f8865";
    private static final String OTHER = "0b6d1f93a2c84e57b8d0e6f41a7c3952";
    private static final String KEY_MEANS = "32 to 128 letters and digits, made up by a machine: openssl rand -hex 32";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f3a91c0d77be42589e6a0b1c2d4f886        | 31 characters",
                "f3a91c0d77be-42589e6a0b1c2d4f8865      | 33 characters",
                "abcdefgabcdefgabcdefgaabcdefgabbacd    | fewer than 8 different characters",
                "aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3      | fewer than 8 different characters",
                "ChangeMeNowChangeMeNowChangeMeNow      | the same characters over and over",
                "0f1e2d3c4b5a69780f1e2d3c4b5a6978       | the same characters over and over",
                "f3a91c0d77be425898712345678a1c2d       | a sequence such as abcdefgh or 12345678",
            })
    void a_key_that_is_no_good_is_refused_and_not_shown(String key, String found) {
        assertThat(problems(GuardKeys.of("blue", key))).containsExactly("keys.blue: " + found + "; " + KEY_MEANS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD,
                "00112233445566770a1b2c3d4e5f6071",
                "1234567A1234567B0aefdcbaA7zR4qW9",
                "standin0f1e2d3c4b5a6978standin0f1e2d3c4b5a6978"
            })
    void a_key_that_looks_made_up_by_a_machine_is_accepted(String key) {
        assertThat(problems(GuardKeys.of("blue", key))).isEmpty();
    }

    @Test
    void a_key_is_at_most_128_characters_long() {
        assertThat(problems(GuardKeys.of("blue", GOOD.repeat(3) + OTHER))).isEmpty();
        assertThat(problems(GuardKeys.of("blue", GOOD.repeat(3) + OTHER + "0")))
                .containsExactly("keys.blue: 129 characters; " + KEY_MEANS);
    }

    @Test
    void a_key_that_is_known_after_deployment_is_not_looked_at() {
        assertThat(problems(GuardKeys.of("blue", Output.of("short")))).isEmpty();
    }

    @Test
    void there_are_one_or_two_keys() {
        assertThat(problems(GuardKeys.none()))
                .containsExactly("keys: 0 keys; one, or two while one takes the other's place");
        assertThat(problems(GuardKeys.of("a", GOOD)
                        .and("b", OTHER)
                        .and("c", GOOD + OTHER)
                        .sending("a")))
                .containsExactly("keys: 3 keys; one, or two while one takes the other's place");
    }

    @Test
    void the_same_key_twice_is_no_rotation() {
        assertThat(problems(GuardKeys.of("blue", GOOD).and("green", GOOD).sending("blue")))
                .containsExactly(
                        "keys.green: the same key as under another name; a key of its own, or a rotation would change nothing");
    }

    @Test
    void a_name_has_one_key_and_is_part_of_names_in_aws() {
        assertThat(problems(GuardKeys.of("blue", GOOD).and("blue", OTHER).sending("blue")))
                .containsExactly("keys.blue: given twice; a name has one key");
        assertThat(problems(GuardKeys.of("a key", GOOD)))
                .containsExactly("keys: \"a key\"; a name of 1 to 20 letters, digits, - and _");
    }

    @Test
    void of_two_keys_one_is_sent() {
        var two = GuardKeys.of("blue", GOOD).and("green", OTHER);

        assertThat(problems(two))
                .containsExactly("sends: missing; with two keys, the name of the key that CloudFront sends");
        assertThat(problems(two.sending("red")))
                .containsExactly("sends: no key of that name; the name of the key that CloudFront sends");
        assertThat(problems(two.sending("green"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-api-key",
                "x-real-ip",
                "x-original-path",
                "x-amz-key",
                "x-edge-key",
                "X-Key",
                "key",
                "x-",
                "x-key:",
                "x-forwarded-for",
                "x-amzn-trace-id"
            })
    void a_header_that_can_not_be_the_guard_s_is_refused(String header) {
        assertThat(problems(OriginGuardArgs.header(header, GuardKeys.of("blue", GOOD))))
                .containsExactly("header: \"" + header
                        + "\"; x- and lower-case letters, digits and -, other than x-api-key, x-real-ip, x-original-path, x-amz-…, "
                        + "x-amzn-…, x-edge-… and x-forwarded-…, which AWS and the CDN use themselves");
    }

    @Test
    void a_function_does_not_check_api_keys() {
        assertThat(problems(OriginGuardArgs.apiKeys(GuardKeys.of("blue", GOOD)).checkedBy(function())))
                .containsExactly(
                        "checkedBy: a function together with API keys; leave it out: API Gateway checks these itself");
    }

    @Test
    void everything_is_said_at_once_and_nothing_is_registered() {
        var refusal = catchThrowableOfType(
                InvalidArgumentsException.class,
                () -> new OriginGuard(
                        "a guard",
                        OriginGuardArgs.header("key", GuardKeys.of("blue", "short"))
                                .checkedBy(LambdaFunctionArgs.builder().build())
                                .build()));

        assertThat(refusal.problems())
                .extracting(Problem::property)
                .containsExactly("name", "header", "keys.blue", "checkedBy.name", "checkedBy.code");
    }

    @Test
    void a_guard_needs_a_route_that_asks_for_its_key() {
        assertThat(refusal(byApiKey(), guard -> api("$default", Route.mock()).guard(guard)))
                .isEqualTo(
                        "WebSocketApi \"chat\": guard: an API without a route $connect; add it: there the guard's key is asked for");
    }

    @Test
    void api_keys_of_clients_need_another_guard() {
        assertThat(refusal(
                        byApiKey(),
                        guard -> api("$connect", Route.mock().requiringApiKey()).guard(guard)))
                .isEqualTo(
                        "WebSocketApi \"chat\": routes.$connect.requiringApiKey: API keys of clients together with those of a guard; "
                                + "CloudFront sends its own over a client's: let the guard use OriginGuardArgs.header");
    }

    @Test
    void an_api_key_of_a_guard_comes_in_a_header() {
        assertThat(refusal(
                        byApiKey(),
                        guard -> api("$connect", Route.mock()).guard(guard).apiKeySource(ApiKeySource.AUTHORIZER)))
                .isEqualTo(
                        "WebSocketApi \"chat\": apiKeySource: AUTHORIZER, with a guard by API keys; HEADER, which is where CloudFront "
                                + "sends them");
    }

    @Test
    void api_gateway_asks_one_authorizer_so_that_of_users_must_check_the_keys() {
        var users = RequestAuthorizer.of("users", new NewFunction("users", function()));

        assertThat(refusal(
                        byHeader(),
                        guard -> api("$connect", Route.mock().requiring(users)).guard(guard)))
                .isEqualTo(
                        "WebSocketApi \"chat\": routes.$connect.requiring: a guard by a header together with an authorizer that "
                                + "doesn't check it; API Gateway asks one authorizer only: let the guard use OriginGuardArgs.apiKeys, or "
                                + "have the authorizer's function check the keys, and say so: RequestAuthorizer.checkingOriginKeys()");
    }

    @Test
    void a_function_made_elsewhere_can_not_be_given_the_keys() {
        var users = RequestAuthorizer.of("users", ExistingFunction.of("users", Output.of("arn"), Output.of("name")))
                .checkingOriginKeys();

        assertThat(refusal(
                        byHeader(),
                        guard -> api("$connect", Route.mock().requiring(users)).guard(guard)))
                .contains("a guard by a header together with an authorizer that doesn't check it");
    }

    @Test
    void a_guard_by_a_header_and_iam_can_not_both_be_asked() {
        assertThat(refusal(
                        byHeader(),
                        guard -> api("$connect", Route.mock().requiringIam()).guard(guard)))
                .isEqualTo(
                        "WebSocketApi \"chat\": routes.$connect.requiring: a guard by a header together with IAM; API Gateway asks one "
                                + "of them only: let the guard use OriginGuardArgs.apiKeys");
    }

    @Test
    void a_header_must_be_checked_by_somebody() {
        assertThat(refusal(
                        OriginGuardArgs.header("x-origin-key", GuardKeys.of("blue", GOOD)),
                        guard -> api("$connect", Route.mock()).guard(guard)))
                .isEqualTo(
                        "WebSocketApi \"chat\": routes.$connect.requiring: a guard by a header that nothing checks; give the guard a "
                                + "function, OriginGuardArgs.checkedBy, or the route an authorizer that checks the keys");
    }

    @Test
    void a_viewer_s_own_header_of_that_name_can_not_be_forwarded() {
        assertThat(refusalOf(() -> {
                    var api = new WebSocketApi(
                            "chat",
                            api("$connect", Route.mock())
                                    .guard(new OriginGuard("guard", byApiKey().build()))
                                    .build());
                    new WebSocketCdn(
                            "cdn",
                            WebSocketCdnArgs.builder()
                                    .origin(WebSocketOrigin.of(api))
                                    .headers(List.of("X-Api-Key"))
                                    .build());
                }))
                .isEqualTo(
                        "WebSocketCdn \"cdn\": origin.header.x-api-key: forwarded from the viewer as well; CloudFront refuses a "
                                + "header that is both: name this one differently, or don't forward it");
    }

    private static OriginGuardArgs.Builder byApiKey() {
        return OriginGuardArgs.apiKeys(GuardKeys.of("blue", GOOD));
    }

    private static OriginGuardArgs.Builder byHeader() {
        return OriginGuardArgs.header("x-origin-key", GuardKeys.of("blue", GOOD))
                .checkedBy(function());
    }

    private static LambdaFunctionArgs function() {
        return LambdaFunctionArgs.builder()
                .code(FunctionCode.java(EchoHandler.class))
                .build();
    }

    private static WebSocketApiArgs.Builder api(String key, Route route) {
        return WebSocketApiArgs.builder().route(key, route);
    }

    private static List<String> problems(GuardKeys keys) {
        return texts(keys.problems().stream());
    }

    private static List<String> problems(OriginGuardArgs.Builder guard) {
        return texts(guard.build().problems("guard").stream());
    }

    private static List<String> texts(Stream<Problem> problems) {
        return problems.map(Problem::toString).toList();
    }

    private static String refusal(
            OriginGuardArgs.Builder guard, java.util.function.Function<OriginGuard, WebSocketApiArgs.Builder> api) {
        return refusalOf(() -> new WebSocketApi(
                "chat", api.apply(new OriginGuard("guard", guard.build())).build()));
    }

    private static String refusalOf(Runnable program) {
        var message = new StringBuilder();
        Engine.run(
                new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of()),
                ctx -> message.append(catchThrowableOfType(InvalidArgumentsException.class, program::run)
                        .getMessage()));
        return message.toString();
    }
}

package io.edgesocket.components.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.components.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A name of the API's own, before anything is registered. */
class ApiDomainTest {
    private static final String CERTIFICATE = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b";

    @ParameterizedTest
    @MethodSource("refused")
    void what_api_gateway_does_not_take_is_refused(ApiDomain domain, String problem) {
        assertThat(problems(domain)).containsExactly(problem);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        ApiDomain.of("*.example.com", CERTIFICATE),
                        "domain.name: \"*.example.com\"; one name: CloudFront connects to it"),
                Arguments.of(
                        ApiDomain.of("Origin.example.com", CERTIFICATE),
                        "domain.name: \"Origin.example.com\"; write it in lower case: origin.example.com"),
                Arguments.of(
                        ApiDomain.of("wss://origin.example.com", CERTIFICATE),
                        "domain.name: \"wss://origin.example.com\"; a domain name without scheme, port or path, as in "
                                + "origin.example.com"),
                Arguments.of(
                        ApiDomain.of("origin.example.com", CERTIFICATE).mappingKey("a/b"),
                        "domain.mappingKey: \"a/b\"; one part of a path: 1 to 300 letters, digits and - _ ., without a "
                                + "slash"),
                Arguments.of(
                        ApiDomain.of("origin.example.com", CERTIFICATE).mappingKey(""),
                        "domain.mappingKey: \"\"; one part of a path: 1 to 300 letters, digits and - _ ., without a slash"),
                Arguments.of(
                        ApiDomain.of("origin.example.com", "0a1b"),
                        "domain.certificateArn: \"0a1b\"; the ARN of an ACM certificate in the API's region, as in "
                                + "arn:aws:acm:eu-west-1:123456789012:certificate/…"));
    }

    @Test
    void a_name_with_a_dot_at_its_end_is_taken_without_it() {
        var domain = ApiDomain.of("origin.example.com.", CERTIFICATE).mappingKey("chat");
        assertThat(problems(domain)).isEmpty();
        assertThat(domain.name() + domain.path()).isEqualTo("origin.example.com/chat");
    }

    private static Stream<String> problems(ApiDomain domain) {
        return WebSocketApiArgs.builder()
                .route("$default", Route.mock())
                .domain(domain)
                .build()
                .problems("chat")
                .stream()
                .map(Problem::toString);
    }
}

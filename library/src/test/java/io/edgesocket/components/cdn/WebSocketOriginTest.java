package io.edgesocket.components.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketOriginTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "wss://abc123.execute-api.eu-west-1.amazonaws.com/prod,  abc123.execute-api.eu-west-1.amazonaws.com, /prod, eu-west-1",
                "wss://abc123.execute-api.eu-west-1.amazonaws.com/prod/, abc123.execute-api.eu-west-1.amazonaws.com, /prod, eu-west-1",
                "wss://abc123.execute-api.eu-west-1.amazonaws.com:443/Prod_1, abc123.execute-api.eu-west-1.amazonaws.com, /Prod_1, eu-west-1",
                "wss://abc123.execute-api.eu-west-1.amazonaws.com/$default, abc123.execute-api.eu-west-1.amazonaws.com, /$default, eu-west-1",
                "wss://abc123.execute-api.eu-west-1.amazonaws.com/prod-v2,  abc123.execute-api.eu-west-1.amazonaws.com, /prod-v2,  eu-west-1",
                "wss://api.example.com,         api.example.com, '',       none",
                "wss://api.example.com/,        api.example.com, '',       none",
                "wss://api.example.com:,        api.example.com, '',       none",
                "wss://api.example.com:1024/v1, api.example.com, /v1,      none",
                "wss://api.example.com/v1/chat, api.example.com, /v1/chat, none",
            })
    void an_endpoint_comes_apart(String endpoint, String domainName, String path, String region) {
        var origin = WebSocketOrigin.existing(endpoint);
        assertThat(problemsOf(endpoint)).isEmpty();
        assertThat(PulumiTest.extractValue(origin.domainName())).isEqualTo(domainName);
        assertThat(origin.originPath()).isEqualTo(path);
        assertThat(origin.region()).isEqualTo(Optional.ofNullable(region));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ws://api.example.com      | scheme \"ws\"",
                "http://api.example.com    | scheme \"http\"",
                "https://api.example.com   | scheme \"https\"",
                "WSS://api.example.com     | scheme \"WSS\"",
                "api.example.com           | no scheme",
                "wss://API.example.com     | host \"API.example.com\"",
                "wss://                    | host \"\"",
                "wss://localhost           | host \"localhost\"",
                "wss://10.0.0.1            | host \"10.0.0.1\"",
                "wss://a_b.example.com     | host \"a_b.example.com\"",
                "wss://api.example.com:444 | port \"444\"",
                "wss://api.example.com:80  | port \"80\"",
                "wss://api.example.com:65536    | port \"65536\"",
                "wss://api.example.com:https    | port \"https\"",
                "wss://api.example.com?token=1  | it has more than a host and a path",
                "wss://api.example.com#top      | it has more than a host and a path",
                "wss://me:pw@api.example.com    | it has more than a host and a path",
                "wss://api.example.com/a b      | path \"/a b\"",
                "wss://api.example.com/a//b     | path \"/a//b\"",
                "wss://abc.execute-api.eu-west-1.amazonaws.com           | no stage",
                "wss://abc.execute-api.eu-west-1.amazonaws.com/          | no stage",
                "wss://abc.execute-api.eu-west-1.amazonaws.com:8443/prod | port \"8443\"",
                "wss://abc.execute-api.eu-west-1.amazonaws.com/my.stage  | path \"/my.stage\"",
                "wss://abc.execute-api.eu-west-1.amazonaws.com/prod/chat | path \"/prod/chat\"",
                "wss://abc.execute-api.eu-west-1.amazonaws.com/prod/@connections | path \"/prod/@connections\"",
            })
    void an_endpoint_that_no_origin_can_have_is_refused(String endpoint, String given) {
        assertThat(problemsOf(endpoint)).extracting(Problem::given).isEqualTo(List.of(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wss://api.example.com",
                "wss://api.example.com:443/",
                "wss://api.example.com:8443/a/b/",
                "wss://abc.execute-api.eu-west-1.amazonaws.com/prod",
                "wss://abc.execute-api.eu-west-1.amazonaws.com:443/prod/"
            })
    void what_is_accepted_matches_what_editors_check_with(String endpoint) {
        assertThat(endpoint).matches(CloudFrontLimits.ENDPOINT);
        assertThat(problemsOf(endpoint)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ws://api.example.com",
                "wss://API.example.com",
                "wss://localhost",
                "wss://api.example.com:80",
                "wss://api.example.com?token=1",
                "wss://me:pw@api.example.com",
                "wss://api.example.com/a//b",
                "wss://abc.execute-api.eu-west-1.amazonaws.com",
                "wss://abc.execute-api.eu-west-1.amazonaws.com/",
                "wss://abc.execute-api.eu-west-1.amazonaws.com:8443/prod",
                "wss://abc.execute-api.eu-west-1.amazonaws.com/prod/x"
            })
    void what_is_refused_does_not(String endpoint) {
        assertThat(endpoint).doesNotMatch(CloudFrontLimits.ENDPOINT);
        assertThat(problemsOf(endpoint)).isNotEmpty();
    }

    @Test
    void a_missing_stage_is_explained() {
        assertThat(problemsOf("wss://abc.execute-api.eu-west-1.amazonaws.com"))
                .singleElement()
                .hasToString("origin.endpoint: no stage; end it with the API's stage, as in "
                        + "wss://abc.execute-api.eu-west-1.amazonaws.com/prod, or /$default: API Gateway answers 403 "
                        + "without one");
    }

    @Test
    void a_host_in_upper_case_is_shown_in_lower_case() {
        assertThat(problemsOf("wss://API.example.com"))
                .singleElement()
                .extracting(Problem::allowed)
                .isEqualTo("write it in lower case: api.example.com");
    }

    @Test
    void no_message_shows_a_query_string_or_a_password() {
        assertThat(problemsOf("https://me:hunter2@API.example.com:1/a b?token=hunter2")
                        .toString())
                .contains("more than a host")
                .doesNotContain("hunter2");
    }

    @Test
    void a_setting_leaves_the_origin_as_it_was() {
        var origin = WebSocketOrigin.of(Output.of("host"), "prod");
        origin.connectionAttempts(1).header("x-key", "1");
        var cdn = RecordedCdn.of(WebSocketCdnArgs.builder().origin(origin));
        assertThat(cdn.origins())
                .singleElement()
                .satisfies(it -> assertThat(it).containsEntry("connectionAttempts", 3.0));
        assertThat(origin.adds("x-key")).isFalse();
    }

    private static List<Problem> problemsOf(String endpoint) {
        var args = WebSocketCdnArgs.builder()
                .origin(WebSocketOrigin.existing(endpoint))
                .build();
        try {
            args.checked("cdn");
            return List.of();
        } catch (InvalidArgumentsException refused) {
            return refused.problems();
        }
    }
}

package io.edgesocket.components;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.core.annotations.Import;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registration;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.engine.Value;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsEast1Test {
    private static final String PROVIDER = "pulumi:providers:aws";
    private static final Set<String> ELSEWHERE =
            Set.of("region", "endpoints", "s3UsEast1RegionalEndpoint", "s3UsePathStyle");
    private static final Map<String, String> ACTING = Map.ofEntries(
            entry("profile", "platform"),
            entry("sharedConfigFiles", "[\"config\"]"),
            entry("sharedCredentialsFiles", "[\"credentials\"]"),
            entry("accessKey", "AKIA"),
            entry("secretKey", "key"),
            entry("token", "token"),
            entry("ec2MetadataServiceEndpoint", "http://169.254.169.254"),
            entry("ec2MetadataServiceEndpointMode", "IPv4"),
            entry("stsRegion", "eu-west-1"),
            entry("assumeRole", "{\"roleArn\":\"arn:aws:iam::123456789012:role/deploy\",\"externalId\":\"edge\"}"),
            entry(
                    "assumeRoleWithWebIdentity",
                    "{\"roleArn\":\"arn:aws:iam::123456789012:role/ci\",\"webIdentityTokenFile\":\"token\"}"),
            entry("allowedAccountIds", "[\"123456789012\"]"),
            entry("forbiddenAccountIds", "[\"210987654321\"]"),
            entry("httpProxy", "http://user:password@proxy.example.com"),
            entry("httpsProxy", "http://user:password@proxy.example.com"),
            entry("noProxy", "localhost"),
            entry("customCaBundle", "ca.pem"),
            entry("insecure", "false"),
            entry("useFipsEndpoint", "true"),
            entry("useDualstackEndpoint", "true"),
            entry("maxRetries", "3"),
            entry("retryMode", "adaptive"),
            entry("tokenBucketRateLimiterCapacity", "100"),
            entry("skipCredentialsValidation", "true"),
            entry("skipMetadataApiCheck", "true"),
            entry("skipRegionValidation", "true"),
            entry("skipRequestingAccountId", "true"),
            entry("defaultTags", "{\"tags\":{\"owner\":\"platform\"}}"),
            entry("ignoreTags", "{\"keys\":[\"scanned\"],\"keyPrefixes\":[\"cost:\"]}"));

    @Test
    void a_program_has_one_provider_however_often_it_is_asked_for() {
        assertThat(registered(Map.of(), new UsEast1(), 2))
                .filteredOn(it -> it.type().equals(PROVIDER))
                .singleElement()
                .satisfies(it -> assertThat(it.inputs().toString()).contains("us-east-1"));
    }

    @Test
    void a_program_that_needs_nothing_there_has_no_provider() {
        assertThat(registered(Map.of(), new UsEast1(), 0))
                .noneMatch(it -> it.type().equals(PROVIDER));
    }

    @Test
    void it_acts_as_the_stack_s_own_provider_does() {
        assertThat(inputs(ACTING)).containsOnlyKeys(keys(ACTING, Set.of("region")));
    }

    @Test
    void the_stack_s_region_and_what_belongs_to_it_is_all_that_it_does_not_take_over() {
        assertThat(Arrays.stream(ProviderArgs.class.getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(Import.class))
                        .map(Field::getName))
                .containsExactlyInAnyOrder(keys(ACTING, ELSEWHERE));
    }

    @Test
    void it_has_the_values_of_the_stack_s_configuration() {
        assertThat(inputs(ACTING))
                .contains(
                        text("profile", "platform"),
                        text("allowedAccountIds", "[\"123456789012\"]"),
                        text("useFipsEndpoint", "true"),
                        text("maxRetries", "3"),
                        text("defaultTags", "{\"tags\":{\"owner\":\"platform\"}}"),
                        text("ignoreTags", "{\"keys\":[\"scanned\"],\"keyPrefixes\":[\"cost:\"]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accessKey",
                "secretKey",
                "token",
                "assumeRole",
                "assumeRoleWithWebIdentity",
                "httpProxy",
                "httpsProxy"
            })
    void what_may_be_a_secret_is_one(String key) {
        assertThat(inputs(ACTING).get(key)).isInstanceOf(Value.Secret.class);
    }

    @Test
    void a_second_program_in_the_process_acts_by_its_own_configuration() {
        registered(Map.of("aws:profile", "first"), new UsEast1(), 1);
        assertThat(registered(Map.of("aws:profile", "second"), new UsEast1(), 1))
                .filteredOn(it -> it.type().equals(PROVIDER))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.inputs().toString()).contains("second").doesNotContain("first"));
    }

    /** What the provider is registered with under that {@code aws:} configuration. */
    private static Map<String, Value> inputs(Map<String, String> aws) {
        var config = new HashMap<String, String>();
        aws.forEach((key, value) -> config.put("aws:" + key, value));
        return registered(config, new UsEast1(), 1).stream()
                .filter(it -> it.type().equals(PROVIDER))
                .findFirst()
                .orElseThrow()
                .inputs()
                .values();
    }

    private static Map.Entry<String, Value> text(String key, String value) {
        return entry(key, Value.Text.of(value));
    }

    private static String[] keys(Map<String, String> configuration, Set<String> more) {
        return Stream.concat(configuration.keySet().stream(), more.stream()).toArray(String[]::new);
    }

    private static List<Registration> registered(Map<String, String> config, UsEast1 usEast1, int certificates) {
        var values = new HashMap<>(config);
        values.put("aws:region", "eu-west-1");
        return Engine.run(new StackConfig("shop", "dev", values, Set.of()), ctx -> {
                    for (int i = 0; i < certificates; i++) {
                        new Certificate(
                                "edge" + i,
                                CertificateArgs.builder()
                                        .domainName("example.com")
                                        .build(),
                                usEast1.options());
                    }
                })
                .resources();
    }
}

package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that is registered is ignored without a word. */
class CloudFrontNotPlayedTest {

    @Test
    void of_a_minimal_distribution_only_tls_is_not_played() throws Exception {
        assertThat(notPlayed(Cdn.minimal()))
                .containsExactly("cdn: TLS: a connection to localhost counts as one with it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{webAclId: 'arn:aws:wafv2:…'}                                        | cdn: webAclId:",
                "{loggingConfig: {bucket: 'logs'}}                                    | cdn: loggingConfig:",
                "{aliases: ['chat.example.com']}                                      | cdn: DNS of chat.example.com:",
                "{priceClass: 'PriceClass_100'}                                       | cdn: priceClass:",
                "{restrictions: {geoRestriction: {restrictionType: 'whitelist'}}}     | cdn: restrictions:",
                "{defaultCacheBehavior: {compress: true}}                             | cdn: defaultCacheBehavior.compress:",
                "{defaultCacheBehavior: {responseHeadersPolicyId: '67f7725c'}}        | cdn: defaultCacheBehavior.responseHeadersPolicyId:",
                "{somethingNew: true}                                                 | cdn: somethingNew:"
            })
    void an_argument_without_effect_is_named(String inputs, String line) throws Exception {
        assertThat(notPlayed(Cdn.minimal().with(inputs)))
                .anySatisfy(told -> assertThat(told).startsWith(line));
    }

    @Test
    void no_restriction_is_nothing_to_tell_of() throws Exception {
        var cdn = Cdn.minimal()
                .with("{restrictions: {geoRestriction: {restrictionType: 'none'}}, customErrorResponses: []}");

        assertThat(notPlayed(cdn)).hasSize(1);
    }

    @Test
    void a_header_about_the_viewer_that_nobody_knows_here_is_named() throws Exception {
        assertThat(notPlayed(Cdn.minimal().headers("whitelist", "CloudFront-Viewer-Country")))
                .contains("policy: the header cloudfront-viewer-country can't be known here: "
                        + "a client may send it, and is believed");
    }

    @Test
    void a_key_value_store_with_its_entries_is_played() throws Exception {
        var cdn = Cdn.minimal()
                .add("aws:cloudfront/keyValueStore:KeyValueStore", "store", "{}")
                .add("aws:cloudfront/keyvaluestoreKeysExclusive:KeyvaluestoreKeysExclusive", "entries", "{}");

        assertThat(notPlayed(cdn)).hasSize(1);
    }

    @Test
    void other_resources_of_cloudfront_are_named() throws Exception {
        assertThat(notPlayed(Cdn.minimal().add("aws:cloudfront/keyGroup:KeyGroup", "keys", "{}")))
                .contains("keys: aws:cloudfront/keyGroup:KeyGroup has no effect here");
    }

    @Test
    void a_function_that_can_not_run_here_is_named_and_passed_by() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().viewerRequestFunction())) {
            assertThat(edge.edge().notPlayed())
                    .contains("rewrite: nothing runs code at the edge here; requests pass it by at viewer-request");
            assertThat(edge.handshake("/").status()).isEqualTo(101);
        }
    }

    @Test
    void a_function_at_a_response_event_is_named_as_aws_s_behavior_is_unconfirmed() throws Exception {
        var cdn = Cdn.minimal()
                .defaultBehavior("{functionAssociations: [{eventType: 'viewer-response', functionArn: 'arn'}]}");

        assertThat(notPlayed(cdn)).anySatisfy(line -> assertThat(line).contains("viewer-response", "unconfirmed"));
    }

    @Test
    void caching_is_named_where_it_is_not_off() throws Exception {
        var cdn = Cdn.minimal().defaultBehavior("{cachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6'}");

        assertThat(notPlayed(cdn)).contains("cdn: caching: every request goes to the origin");
    }

    @Test
    void distributions_are_listed_with_their_names_and_paths() throws Exception {
        var cdn = Cdn.minimal().with("{aliases: ['chat.example.com']}").behavior("/chat*", "{}");
        try (var edge = LocalEdge.start(cdn)) {
            assertThat(edge.edge().distributions())
                    .containsExactly(new ServedDistribution(
                            "cdn",
                            List.of("cdn-id.cloudfront.net", "chat.example.com"),
                            List.of("/chat*", "*"),
                            List.of("/chat*", "*")));
        }
    }

    private static List<String> notPlayed(Cdn cdn) throws Exception {
        try (var edge = LocalEdge.start(cdn)) {
            return edge.edge().notPlayed();
        }
    }
}

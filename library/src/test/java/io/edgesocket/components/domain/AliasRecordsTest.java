package io.edgesocket.components.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.test.PulumiTest;
import io.edgesocket.components.AssumedRole;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AliasRecordsTest {

    @AfterEach
    void cleanup() {
        PulumiTest.cleanup();
    }

    @Test
    void each_name_has_a_record_for_ipv4_and_one_for_ipv6() {
        assertThat(registered(cdn("chat.example.com", "*.example.com"), inZone())
                        .recordNames())
                .containsExactly(
                        "dns-_wildcard.example.com-a", "dns-_wildcard.example.com-aaaa",
                        "dns-chat.example.com-a", "dns-chat.example.com-aaaa");
    }

    @Test
    void a_cdn_without_ipv6_has_none_for_ipv6() {
        assertThat(registered(cdn("chat.example.com").ipv6(false), inZone()).recordNames())
                .containsExactly("dns-chat.example.com-a");
    }

    @Test
    void a_record_leads_to_the_distribution_in_cloudfronts_zone() {
        assertThat(registered(cdn("*.example.com"), inZone()).record("dns-_wildcard.example.com-aaaa"))
                .containsAllEntriesOf(Map.of(
                        "zoneId", "zone of example.com",
                        "name", "*.example.com",
                        "type", "AAAA",
                        "allowOverwrite", false,
                        "aliases",
                                List.of(Map.of(
                                        "name",
                                        "d111111abcdef8.cloudfront.net",
                                        "zoneId",
                                        "Z2FDTNDATAQYW2",
                                        "evaluateTargetHealth",
                                        false))));
    }

    @Test
    void a_name_s_record_is_made_in_the_most_specific_of_its_zones() {
        var registered = registered(
                cdn("eu.chat.example.com", "example.com"),
                inZone().hostedZones(HostedZones.of("example.com", "chat.example.com")));
        assertThat(registered.record("dns-eu.chat.example.com-a")).containsEntry("zoneId", "zone of chat.example.com");
        assertThat(registered.record("dns-example.com-a")).containsEntry("zoneId", "zone of example.com");
    }

    @Test
    void a_record_that_exists_is_taken_over_if_that_is_wanted() {
        assertThat(registered(cdn("chat.example.com"), inZone().overwrite(true)).record("dns-chat.example.com-a"))
                .containsEntry("allowOverwrite", true);
    }

    @Test
    void a_transform_may_change_a_record() {
        assertThat(registered(
                                cdn("chat.example.com"),
                                inZone().transform(child -> child.change(
                                        RecordArgs.class,
                                        args -> RecordArgs.builder(args)
                                                .setIdentifier("blue")
                                                .build())))
                        .record("dns-chat.example.com-a"))
                .containsEntry("setIdentifier", "blue");
    }

    @Test
    void a_zone_that_is_told_by_its_id_is_looked_up_by_that() {
        var registered = registered(
                cdn("chat.example.com"),
                AliasRecordsArgs.builder().hostedZones(HostedZones.of().withId("example.com", "Z0123456789")));
        assertThat(registered.record("dns-chat.example.com-a")).containsEntry("zoneId", "Z0123456789");
        assertThat(registered.lookedUp()).containsExactly(Map.of("zoneId", "Z0123456789"));
    }

    @Test
    void a_private_zone_is_refused() {
        assertThatThrownBy(() -> registered(
                        cdn("chat.example.com"),
                        AliasRecordsArgs.builder().hostedZones(HostedZones.of().withId("example.com", "ZPRIVATE"))))
                .hasStackTraceContaining(
                        "AliasRecords \"dns\": hostedZone: example.com: ZPRIVATE is private; give a public "
                                + "zone's id: nobody outside of its networks finds the records of a private one");
    }

    @Test
    void the_id_of_another_zone_is_refused() {
        assertThatThrownBy(() -> registered(
                        cdn("chat.example.com"),
                        AliasRecordsArgs.builder().hostedZones(HostedZones.of().withId("example.com", "ZOFORG"))))
                .hasStackTraceContaining(
                        "AliasRecords \"dns\": hostedZone: example.com: ZOFORG is the zone example.org; give "
                                + "the id of example.com, or that zone's own name");
    }

    @Test
    void a_dot_at_the_end_of_names_is_taken_off() {
        var registered = registered(
                cdn("chat.example.com."), AliasRecordsArgs.builder().hostedZones(HostedZones.of("example.com.")));
        assertThat(registered.record("dns-chat.example.com-a"))
                .containsEntry("name", "chat.example.com")
                .containsEntry("zoneId", "zone of example.com");
    }

    @Test
    void a_role_makes_the_records() {
        var role = new AssumedRole("dns", "arn:aws:iam::210987654321:role/dns");
        assertThat(registered(cdn("chat.example.com"), inZone().role(role)).ofType(RecordedNames.RECORD))
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.provider).contains("pulumi:providers:aws::dns::"));
    }

    @Test
    void what_is_no_role_is_refused() {
        assertThatThrownBy(() -> new AssumedRole("dns", "arn:aws:iam::210987654321:user/dns"))
                .hasMessage(
                        "AssumedRole \"dns\": arn: \"arn:aws:iam::210987654321:user/dns\"; the ARN of a role, such as "
                                + "arn:aws:iam::210987654321:role/dns");
    }

    @Test
    void a_name_outside_the_zones_is_refused() {
        assertThatThrownBy(() -> registered(cdn("chat.example.com", "chat.example.org"), inZone()))
                .hasMessageContaining(
                        "AliasRecords \"dns\": names: \"chat.example.org\"; it lies in none of the hosted "
                                + "zones example.com: add the one that holds it");
    }

    @Test
    void no_cdn_is_refused() {
        assertThatThrownBy(() -> inZone().build().checked("dns"))
                .hasMessageContaining("AliasRecords \"dns\": cdn: none; the CDN that the names lead to");
    }

    private static RecordedNames registered(WebSocketCdnArgs.Builder cdn, AliasRecordsArgs.Builder args) {
        return RecordedNames.of(() -> new AliasRecords(
                "dns", args.cdn(new WebSocketCdn("cdn", cdn.build())).build()));
    }

    private static AliasRecordsArgs.Builder inZone() {
        return AliasRecordsArgs.builder().hostedZones(HostedZones.of("example.com"));
    }

    private static WebSocketCdnArgs.Builder cdn(String... aliases) {
        return WebSocketCdnArgs.builder()
                .origin(WebSocketOrigin.existing("wss://main.execute-api.eu-west-1.amazonaws.com/prod"))
                .aliases(List.of(aliases))
                .certificateArn("arn:aws:acm:us-east-1:123456789012:certificate/0a1b");
    }
}

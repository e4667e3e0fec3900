package io.edgesocket.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, the zones that they lie in, and who makes their records. */
class DomainSettingsTest {
    private static final String NAME = "'names': ['chat.example.com']";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                NAME + ", 'hostedZone': 'example.com'",
                NAME + ", 'hostedZone': 'example.com.'",
                "'names': ['chat.example.com.', '*.example.com.'], 'hostedZone': ['example.com']",
                NAME + ", 'hostedZone': {'name': 'example.com', 'id': 'Z0123456789ABCDEFGHIJ'}",
                NAME + ", 'hostedZone': [{'name': 'example.com', 'id': 'Z1'}]",
                NAME + ", 'hostedZone': 'example.com', 'dnsRole': 'arn:aws:iam::210987654321:role/dns'",
                NAME + ", 'hostedZone': 'example.com', 'dnsRole': {'arn': 'arn:aws:iam::210987654321:role/a/dns', "
                        + "'externalId': 'chat:1'}",
                NAME + ", 'hostedZone': 'example.com', 'apiName': 'origin.example.com.'",
                NAME + ", 'hostedZone': ['example.com', 'example.org'], 'apiName': 'origin.example.org'"
            })
    void these_are_accepted(String domain) {
        assertThat(parse(domain).domain()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                NAME
                        + ", 'hostedZone': {'name': 'example.com', 'id': 'z1'} | hostedZone.id: \"z1\"; must be a hosted zone's "
                        + "id, such as Z0123456789ABCDEFGHIJ",
                NAME + ", 'hostedZone': {'name': 'example.com', 'id': '/hostedzone/Z1'} | hostedZone.id: "
                        + "\"/hostedzone/Z1\"; must be a hosted zone's id, such as Z0123456789ABCDEFGHIJ",
                NAME
                        + ", 'hostedZone': {'id': 'Z1'} | hostedZone.name: missing; must be a zone's domain name in lower case, such as "
                        + "example.com; at most 253 characters",
                NAME
                        + ", 'hostedZone': {'name': 'example.com', 'zoneId': 'Z1'} | hostedZone.zoneId: unknown key; known here: "
                        + "name, id",
                NAME
                        + ", 'hostedZone': ['example.com', {'name': 'example.com.', 'id': 'Z1'}] | hostedZone: example.com twice; "
                        + "give each once",
                NAME
                        + ", 'hostedZone': 'Example.com' | hostedZone: \"Example.com\"; must be a zone's domain name in lower "
                        + "case, such as example.com; at most 253 characters",
                NAME
                        + ", 'hostedZone': 'example.com', 'dnsRole': 'dns' | dnsRole: \"dns\"; must be the ARN of a role, such as "
                        + "arn:aws:iam::210987654321:role/dns",
                NAME
                        + ", 'hostedZone': 'example.com', 'dnsRole': 'arn:aws:sts::210987654321:assumed-role/dns/me' | dnsRole: "
                        + "\"arn:aws:sts::210987654321:assumed-role/dns/me\"; must be the ARN of a role, such as "
                        + "arn:aws:iam::210987654321:role/dns",
                NAME
                        + ", 'hostedZone': 'example.com', 'dnsRole': {'arn': 'arn:aws:iam::210987654321:role/dns', 'externalId': "
                        + "'a b'} | dnsRole.externalId: \"a b\"; must be 2 to 1224 letters, digits and _ + = , . @ : / -",
                NAME + ", 'certificateArn': 'arn:aws:acm:us-east-1:123456789012:certificate/1', 'dnsRole': "
                        + "'arn:aws:iam::210987654321:role/dns' | dnsRole: given without hostedZone; leave it out, or give "
                        + "hostedZone",
                "'names': ['chat.example.com', 'chat.example.com.'], 'hostedZone': 'example.com' | names: chat.example.com "
                        + "twice; give each once",
                NAME + ", 'certificateArn': 'arn:aws:acm:us-east-1:123456789012:certificate/1', 'apiName': "
                        + "'origin.example.com' | apiName: given without hostedZone; leave it out, or give hostedZone",
                NAME
                        + ", 'hostedZone': 'example.com', 'apiName': 'origin.example.org' | apiName: \"origin.example.org\"; it "
                        + "lies in none of the hosted zones example.com: add the one that holds it",
                NAME
                        + ", 'hostedZone': 'example.com', 'apiName': 'chat.example.com.' | apiName: \"chat.example.com.\"; a "
                        + "name of its own: this one leads to the distribution",
                NAME
                        + ", 'hostedZone': 'example.com', 'apiName': '*.example.com' | apiName: \"*.example.com\"; must be a "
                        + "domain name in lower case, such as origin.example.com; no wildcard; at most 64 characters",
                NAME + ", 'hostedZone': ['example.com', 'example.org'] | hostedZone: example.org; no name belongs to it"
            })
    void these_are_refused(String domain, String message) {
        assertThatThrownBy(() -> parse(domain))
                .isInstanceOf(SettingsException.class)
                .message()
                .startsWith("edgesocket:domain." + message);
    }

    @Test
    void an_api_that_exists_has_its_name_already() {
        assertThatThrownBy(() -> Settings.parse(
                        Map.of(
                                "aws:region",
                                "eu-west-1",
                                "edgesocket:endpoint",
                                "wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/live",
                                "edgesocket:domain",
                                ("{" + NAME + ", 'hostedZone': 'example.com', 'apiName': 'origin.example.com'}")
                                        .replace('\'', '"')),
                        Set.of()))
                .hasMessageStartingWith("edgesocket:domain.apiName: ")
                .hasMessageContaining("the API isn't the stack's to name");
    }

    @Test
    void a_zone_may_be_told_by_name_or_by_name_and_id() {
        assertThat(parse(NAME
                                + ", 'hostedZone': ['example.com', {'name': 'chat.example.com', 'id': 'Z1'}], "
                                        .replace("'example.com', ", "")
                                + "'overwriteRecords': true")
                        .domain()
                        .flatMap(DomainSettings::hostedZone))
                .contains(List.of(new ZoneSettings("chat.example.com", Optional.of("Z1"))));
    }

    private static Settings parse(String domain) {
        return Settings.parse(
                Map.of("aws:region", "eu-west-1", "edgesocket:domain", ("{" + domain + "}").replace('\'', '"')),
                Set.of());
    }
}

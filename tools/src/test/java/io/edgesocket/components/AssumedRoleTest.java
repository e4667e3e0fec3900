package io.edgesocket.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registration;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.engine.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A provider that acts as a role, as a program registers it. */
class AssumedRoleTest {
    private static final String PROVIDER = "pulumi:providers:aws";
    private static final Map<String, String> CONFIG = Map.of(
            "aws:region", "eu-west-1",
            "aws:profile", "platform",
            "aws:assumeRole", "{\"roleArn\":\"arn:aws:iam::123456789012:role/deploy\"}",
            "aws:allowedAccountIds", "[\"123456789012\"]",
            "aws:forbiddenAccountIds", "[\"210987654321\"]");

    @Test
    void it_has_the_stack_s_configuration_but_for_the_role_and_the_accounts() {
        assertThat(provider(registered(2)).inputs().values())
                .containsEntry("profile", Value.Text.of("platform"))
                .containsEntry("region", Value.Text.of("us-east-1"))
                .doesNotContainKeys("allowedAccountIds", "forbiddenAccountIds");
    }

    @Test
    void the_role_and_what_its_trust_asks_for_are_one_secret() {
        assertThat(provider(registered(1)).inputs().values().get("assumeRole"))
                .isEqualTo(new Value.Secret(Value.Text.of(
                        "{\"roleArn\":\"arn:aws:iam::210987654321:role/dns\",\"externalId\":\"known-to-few\"}")));
    }

    @Test
    void all_that_it_makes_has_one_provider() {
        var registered = registered(2);
        assertThat(registered)
                .filteredOn(it -> it.type().equals("aws:route53/record:Record"))
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.provider())
                        .startsWith(provider(registered).urn()));
    }

    @Test
    void a_program_that_makes_nothing_with_it_has_no_provider() {
        assertThat(registered(0)).noneMatch(it -> it.type().equals(PROVIDER));
    }

    private static Registration provider(List<Registration> registered) {
        var providers =
                registered.stream().filter(it -> it.type().equals(PROVIDER)).toList();
        assertThat(providers).hasSize(1);
        return providers.get(0);
    }

    private static List<Registration> registered(int records) {
        return Engine.run(new StackConfig("shop", "dev", CONFIG, Set.of()), ctx -> {
                    var role =
                            new AssumedRole("dns", "arn:aws:iam::210987654321:role/dns", Optional.of("known-to-few"));
                    for (int i = 0; i < records; i++) {
                        new Record(
                                "record" + i,
                                RecordArgs.builder()
                                        .zoneId("Z1")
                                        .name("a" + i)
                                        .type("A")
                                        .records("192.0.2.1")
                                        .ttl(60)
                                        .build(),
                                role.options());
                    }
                })
                .resources();
    }
}

package io.edgesocket.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registration;
import io.edgesocket.engine.StackConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsEast1Test {
    private static final String PROVIDER = "pulumi:providers:aws";

    @Test
    void a_program_has_one_provider_however_often_it_is_asked_for() {
        assertThat(registered(Map.of(), new UsEast1(), 2)).filteredOn(it -> it.type().equals(PROVIDER))
                .singleElement().satisfies(it -> assertThat(it.inputs().toString()).contains("us-east-1"));
    }

    @Test
    void a_program_that_needs_nothing_there_has_no_provider() {
        assertThat(registered(Map.of(), new UsEast1(), 0)).noneMatch(it -> it.type().equals(PROVIDER));
    }

    @Test
    void it_acts_as_the_stack_s_own_provider_does() {
        var config = Map.of("aws:profile", "platform", "aws:allowedAccountIds", "[\"123456789012\"]",
                "aws:assumeRole", "{\"roleArn\":\"arn:aws:iam::123456789012:role/deploy\",\"externalId\":\"edge\"}",
                "aws:defaultTags", "{\"tags\":{\"owner\":\"platform\"}}");
        assertThat(registered(config, new UsEast1(), 1)).filteredOn(it -> it.type().equals(PROVIDER))
                .singleElement().satisfies(it -> assertThat(it.inputs().toString())
                        .contains("platform", "123456789012", "role/deploy", "externalId", "owner"));
    }

    @Test
    void a_second_program_in_the_process_acts_by_its_own_configuration() {
        registered(Map.of("aws:profile", "first"), new UsEast1(), 1);
        assertThat(registered(Map.of("aws:profile", "second"), new UsEast1(), 1))
                .filteredOn(it -> it.type().equals(PROVIDER))
                .singleElement().satisfies(it -> assertThat(it.inputs().toString()).contains("second").doesNotContain("first"));
    }

    private static List<Registration> registered(Map<String, String> config, UsEast1 usEast1, int certificates) {
        var values = new HashMap<>(config);
        values.put("aws:region", "eu-west-1");
        return Engine.run(new StackConfig("shop", "dev", values, Set.of()), ctx -> {
            for (int i = 0; i < certificates; i++) {
                new Certificate("edge" + i, CertificateArgs.builder().domainName("example.com").build(), usEast1.options());
            }
        }).resources();
    }
}

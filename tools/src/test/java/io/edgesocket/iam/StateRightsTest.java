package io.edgesocket.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateRightsTest {
    private static final StateRights PROD = new StateRights("chat", "prod", Rights.ACCOUNT);

    @Test
    void a_folder_of_a_bucket_holds_the_stacks_state() {
        assertThat(Rights.named("State", PROD.ofBackend("s3://states/team?region=eu-west-1"))
                        .resources())
                .containsExactly(
                        "arn:aws:s3:::states/team/.pulumi/meta.yaml",
                        "arn:aws:s3:::states/team/.pulumi/stacks/chat/prod.json*");
    }

    @Test
    void a_preview_writes_nothing_but_its_lock() {
        assertThat(PROD.ofBackend("s3://states"))
                .filteredOn(granted -> granted.read().contains("s3:PutObject"))
                .flatExtracting(Granted::resources)
                .containsExactly("arn:aws:s3:::states/.pulumi/locks/organization/chat/prod/*");
    }

    @Test
    void no_other_backend_is_a_matter_of_iam() {
        assertThat(PROD.ofBackend("https://api.pulumi.com")).isEmpty();
    }

    @Test
    void a_key_is_known_by_its_arn() {
        assertThat(secrets("awskms:///arn:aws:kms:eu-west-1:123456789012:key/ab-12?region=eu-west-1")
                        .resources())
                .containsExactly("arn:aws:kms:eu-west-1:123456789012:key/ab-12");
    }

    @Test
    void a_key_is_known_by_its_id() {
        assertThat(secrets("awskms://ab-12?region=eu-west-1").resources())
                .containsExactly("arn:aws:kms:eu-west-1:123456789012:key/ab-12");
    }

    @Test
    void a_key_is_known_by_its_alias() {
        var granted = secrets("awskms://alias/states?region=eu-west-1");
        assertThat(granted.resources()).containsExactly("arn:aws:kms:eu-west-1:123456789012:key/*");
        assertThat(granted.condition())
                .isEqualTo(Map.of("ForAnyValue:StringEquals", Map.of("kms:ResourceAliases", List.of("alias/states"))));
    }

    @Test
    void a_passphrase_is_no_matter_of_iam() {
        assertThat(PROD.ofSecrets("passphrase")).isEmpty();
    }

    private static Granted secrets(String provider) {
        return PROD.ofSecrets(provider).orElseThrow();
    }
}

package io.edgesocket.deploy.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final Urn STAGE = Urn.of("urn:pulumi:dev::edgesocket::aws:apigatewayv2/stage:Stage::chat");
    private static final Struct NONE = Struct.getDefaultInstance();

    @Test
    void equal_inputs_are_no_change() {
        assertThat(between(inputs("apiId", "a"), inputs("apiId", "a")).changed())
                .isEmpty();
    }

    @Test
    void an_ignored_input_is_no_change() {
        var difference = Difference.between(STAGE.type(), inputs("apiId", "a"), inputs("apiId", "b"), List.of("apiId"));
        assertThat(difference.changed()).isEmpty();
    }

    @Test
    void a_value_that_becomes_secret_is_no_change() {
        var secret = Struct.newBuilder()
                .putFields("4dabf18193072939515e22adb298388d", Values.of("1b47061264138c4ac30d75fd1eb44270"))
                .putFields("value", Values.of("a"));
        var after = Struct.newBuilder()
                .putFields("apiId", Value.newBuilder().setStructValue(secret).build())
                .build();
        assertThat(between(inputs("apiId", "a"), after).changed()).isEmpty();
    }

    @Test
    void another_deployment_updates_a_stage() {
        var difference = between(inputs("deploymentId", "a"), inputs("deploymentId", "b"));
        assertThat(difference.changed()).containsExactly("deploymentId");
        assertThat(difference.replaces()).isEmpty();
    }

    @Test
    void another_API_replaces_a_stage() {
        assertThat(between(inputs("apiId", "a"), inputs("apiId", "b")).replaces())
                .containsExactly("apiId");
    }

    @Test
    void an_API_that_is_not_known_yet_replaces_a_stage() {
        assertThat(between(inputs("apiId", "a"), inputs("apiId", Values.UNKNOWN_TEXT))
                        .replaces())
                .containsExactly("apiId");
    }

    @Test
    void what_Pulumi_named_is_made_before_the_old_one_goes() {
        var before = AutoName.fill(STAGE, inputs("apiId", "a"), NONE);
        var after = AutoName.fill(STAGE, inputs("apiId", "b"), before);
        assertThat(between(before, after).response().getDeleteBeforeReplace()).isFalse();
    }

    @Test
    void what_the_program_named_goes_before_the_new_one_is_made() {
        var before = inputs("apiId", "a").toBuilder()
                .putFields("name", Values.of("live"))
                .build();
        var after = inputs("apiId", "b").toBuilder()
                .putFields("name", Values.of("live"))
                .build();
        assertThat(between(before, after).response().getDeleteBeforeReplace()).isTrue();
    }

    private static Difference between(Struct before, Struct after) {
        return Difference.between(STAGE.type(), before, after, List.of());
    }

    private static Struct inputs(String name, String value) {
        return Struct.newBuilder().putFields(name, Values.of(value)).build();
    }
}

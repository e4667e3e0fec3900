package io.edgesocket.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.test.Mocks;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class InputsTest {
    private static final Inputs INPUTS = Inputs.of(new Mocks.ResourceArgs(
            "aws:sqs/queue:Queue",
            "orders",
            Map.of(
                    "delaySeconds",
                    30.0,
                    "threshold",
                    0.5,
                    "fifoQueue",
                    true,
                    "origins",
                    List.of(Map.of("port", 443.0, "protocols", List.of("TLSv1.2"))),
                    "policy",
                    "{\"Statement\": [{\"Action\": [\"sqs:SendMessage\"]}]}"),
            "",
            ""));

    @Test
    void values_are_of_their_own_types() {
        assertThat(INPUTS.number("delaySeconds")).isEqualTo(30);
        assertThat(INPUTS.decimal("threshold")).isEqualTo(0.5);
        assertThat(INPUTS.decimal("delaySeconds")).isEqualTo(30);
        assertThat(INPUTS.flag("fifoQueue")).isTrue();
    }

    @Test
    void a_path_leads_through_objects_and_lists() {
        assertThat(INPUTS.number("origins[0].port")).isEqualTo(443);
        assertThat(INPUTS.texts("origins[0].protocols")).containsExactly("TLSv1.2");
        assertThat(INPUTS.text("origins[0].protocols[0]")).isEqualTo("TLSv1.2");
        assertThat(INPUTS.objects("origins").get(0).object("").number("port")).isEqualTo(443);
        assertThat(INPUTS.object("origins[0]").names()).containsExactly("port", "protocols");
    }

    @Test
    void json_in_a_text_is_read() {
        assertThat(INPUTS.json("policy").objects("Statement").get(0).texts("Action"))
                .containsExactly("sqs:SendMessage");
    }

    @Test
    void what_is_not_there_is_known_to_be_absent() {
        assertThat(INPUTS.has("origins[0].port")).isTrue();
        assertThat(INPUTS.has("origins[1].port")).isFalse();
        assertThat(INPUTS.has("delaySeconds.port")).isFalse();
    }

    @Test
    void what_is_not_there_or_of_another_type_is_told() {
        assertRefused(
                inputs -> inputs.text("name"),
                "orders: no name; it has delaySeconds, fifoQueue, origins, policy, threshold");
        assertRefused(inputs -> inputs.text("delaySeconds"), "orders: delaySeconds is no text, but: 30");
        assertRefused(inputs -> inputs.number("threshold"), "orders: threshold is no whole number, but: 0.5");
        assertRefused(
                inputs -> inputs.object("origins[0]").flag("port"),
                "orders.origins[0]: port is no true or false, but: 443");
        assertRefused(
                inputs -> inputs.texts("origins"),
                "orders: origins[0] is no text, but: {\n"
                        + "  \"port\": 443,\n  \"protocols\": [\n    \"TLSv1.2\"\n  ]\n}");
        assertRefused(
                inputs -> inputs.json("origins[0].protocols[0]"),
                "orders: origins[0].protocols[0] holds no object in JSON, but: TLSv1.2");
    }

    private static void assertRefused(Function<Inputs, Object> asked, String message) {
        assertThatThrownBy(() -> asked.apply(INPUTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}

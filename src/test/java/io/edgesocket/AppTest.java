package io.edgesocket;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgesocket.engine.StackConfig;
import io.edgesocket.plan.OwnStacks;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AppTest {
    @Test
    void a_limit_of_a_route_that_the_program_does_not_have_is_told_by_its_key_with_the_routes_there_are() {
        var stack = new StackConfig(
                "edgesocket",
                "dev",
                Map.of(
                        "aws:region",
                        "eu-west-1",
                        "edgesocket:stage",
                        "{\"routes\": {\"sendd\": {\"burst\": 1, \"rate\": 1}}}"),
                Set.of());

        assertThatThrownBy(() -> OwnStacks.plan(stack))
                .hasRootCauseMessage("edgesocket:stage.routes.sendd: no such route; "
                        + "the key of one of the API's own: $connect, $default, $disconnect, ping, send, whoami");
    }
}

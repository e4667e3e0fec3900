package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.App;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.stack.PlayedStack;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two APIs behind one distribution, each with a key of its own, as a stack's settings say. */
class PathKeyTest {
    private static final String BLUE = "f3a91c0d77be42589e6a0b1c2d4f8865";
    private static final String ORDERS = "0b6d1f93a2c84e57b8d0e6f41a7c3952";
    private static final Map<String, String> CONFIG = Map.of(
            "aws:region",
            "eu-west-1",
            "edgesocket:endpoint",
            "wss://" + Cdn.API + "/live",
            "edgesocket:originGuard",
            "{\"keys\": {\"blue\": \"" + BLUE + "\"}}",
            "edgesocket:paths",
            """
                    {"/orders": {"endpoint": "wss://%s/orders", "key": "%s", "sentIn": "x-from-cdn"}}""".formatted(Cdn.API, ORDERS));

    private LocalEdge edge;

    @BeforeEach
    void start() throws IOException {
        var registered = Engine.run(
                new StackConfig("edgesocket", "test", CONFIG, Set.of("edgesocket:originGuard", "edgesocket:paths")),
                App::stack);
        edge = LocalEdge.start(PlayedStack.of(registered), EdgeFunctions.NONE);
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void an_api_below_a_path_gets_its_own_key_and_no_other() throws Exception {
        var arrival = edge.arrival("/orders", "x-from-cdn: made up", "x-api-key: made up");

        assertThat(arrival.path()).startsWith("/orders/");
        assertThat(arrival.header("x-from-cdn")).contains(ORDERS);
        assertThat(arrival.header("x-api-key")).isEmpty();
    }

    @Test
    void the_api_beside_it_gets_the_guard_s() throws Exception {
        var arrival = edge.arrival("/", "x-from-cdn: made up");

        assertThat(arrival.path()).startsWith("/live/");
        assertThat(arrival.header("x-api-key")).contains(BLUE);
        assertThat(arrival.header("x-from-cdn")).isEmpty();
    }

    @Test
    void no_key_is_told() throws Exception {
        edge.arrival("/orders");

        assertThat(edge.events().toString()).doesNotContain(ORDERS, BLUE);
    }
}

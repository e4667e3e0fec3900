package io.edgesocket.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several APIs under one name. */
class PathsTest {

    @Test
    void a_path_with_a_websocket_passes() throws IOException {
        try (var server = new TestServer() {
            @Override
            String answer(Call call) {
                return call.path().equals("/orders") ? head(101, accepted(call)) : super.answer(call);
            }
        }) {
            assertThat(Probed.ids(Probed.of(withPath(server, "/orders")), Outcome.Passed.class))
                    .contains("paths.orders", "paths.unknown");
        }
    }

    private static Target withPath(TestServer server, String path) {
        return Target.of(server.address())
                .expecting(new Expected(true, false, Optional.empty(), Optional.empty(), List.of(path)));
    }
}

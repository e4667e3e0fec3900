package io.edgesocket.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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

    /** As behind a site: CloudFront's path patterns are for all below a path. */
    @Test
    void a_socket_at_a_path_may_have_all_below_it() throws IOException {
        try (var server = new TestServer() {
            @Override
            String answer(Call call) {
                return call.path().startsWith("/ws") ? head(101, accepted(call)) : page(200, Map.of(), "the site");
            }
        }) {
            var findings = Probed.of(Target.of(server.address().resolve("/ws")));
            assertThat(Probed.ids(findings, Outcome.Passed.class)).contains("handshake.101", "paths.unknown");
        }
    }

    @Test
    void where_a_site_answers_the_stack_s_own_path_is_told() throws IOException {
        try (var server = new TestServer() {
            @Override
            String answer(Call call) {
                return call.path().equals("/ws") ? head(101, accepted(call)) : page(200, Map.of(), "the site");
            }
        }) {
            assertThat(Probed.words(Probed.of(withPath(server, "/ws")), "handshake.101"))
                    .endsWith("\ngive the address with the stack's path: " + server.address() + "/ws");
        }
    }

    private static Target withPath(TestServer server, String path) {
        return Target.of(server.address())
                .expecting(new Expected(true, false, Optional.empty(), Optional.empty(), List.of(path)));
    }
}

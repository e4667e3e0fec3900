package io.edgesocket.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownTest {
    private final List<String> ended = new ArrayList<>();
    private final Shutdown shutdown = new Shutdown();

    private AutoCloseable part(String name) {
        return () -> ended.add(name);
    }

    private AutoCloseable stuck(String name) {
        return () -> {
            throw new IllegalStateException(name + " can't end");
        };
    }

    @Test
    void what_started_last_ends_first() {
        shutdown.add(part("functions"));
        shutdown.add(part("gateway"));
        shutdown.close();
        assertThat(ended).containsExactly("gateway", "functions");
    }

    @Test
    void what_can_not_end_keeps_nothing_else_running() {
        shutdown.add(part("functions"));
        shutdown.add(stuck("gateway"));
        shutdown.add(stuck("edge"));
        assertThatThrownBy(shutdown::close)
                .hasMessage("edge can't end")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .extracting(Throwable::getMessage)
                        .isEqualTo("gateway can't end"));
        assertThat(ended).containsExactly("functions");
    }

    @Test
    void a_taken_port_is_what_is_told_even_if_something_can_not_end() {
        shutdown.add(part("functions"));
        shutdown.add(stuck("gateway"));
        assertThatThrownBy(() -> shutdown.<AutoCloseable>add(0, () -> {
                    throw new IOException("taken");
                }))
                .isInstanceOf(PortTakenException.class);
        assertThat(ended).containsExactly("functions");
    }
}

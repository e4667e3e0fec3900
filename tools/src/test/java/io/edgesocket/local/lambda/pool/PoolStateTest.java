package io.edgesocket.local.lambda.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What only time brings about. */
class PoolStateTest {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final PoolState state = new PoolState();

    private Environment idle() {
        var environment = mock(Environment.class);
        state.starting(environment);
        state.started(environment);
        state.over(environment);
        state.next(environment, 0);
        return environment;
    }

    private static long minutes(int later) {
        return System.nanoTime() + Duration.ofMinutes(later).toNanos();
    }

    @Test
    void what_nobody_needed_for_its_time_is_ended_but_for_one() {
        IntStream.range(0, 3).forEach(any -> idle());
        assertThat(state.removeUnused(minutes(2), KEPT)).as("they are new").isEmpty();
        assertThat(state.removeUnused(minutes(4), KEPT)).hasSize(2);
        assertThat(state.removeUnused(minutes(6), KEPT)).isEmpty();
        assertThat(state.environments()).isEqualTo(1);
    }

    @Test
    void what_was_needed_meanwhile_is_kept() {
        IntStream.range(0, 3).forEach(any -> idle());
        state.removeUnused(minutes(2), KEPT);
        var calls = IntStream.range(0, 3)
                .mapToObj(any -> new Call(new byte[0], Call.UNHEARD))
                .toList();
        calls.forEach(state::admit);
        var used = calls.stream()
                .map(any -> state.serve().orElseThrow().environment())
                .toList();
        for (var i = 0; i < calls.size(); i++) {
            state.finished(used.get(i), calls.get(i));
            state.over(used.get(i));
            state.next(used.get(i), 0);
        }
        assertThat(state.removeUnused(minutes(4), KEPT)).isEmpty();
    }

    @Test
    void the_one_used_last_is_used_next() {
        idle();
        var last = idle();
        state.admit(new Call(new byte[0], Call.UNHEARD));
        assertThat(state.serve().orElseThrow().environment()).isSameAs(last);
    }
}

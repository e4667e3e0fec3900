package io.edgesocket.local.lambda.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which calls are sent ahead to a process, and what becomes of them: what can't be seen from outside at a known time. */
class SentAheadTest {
    private static final int MOST = 4;

    private final PoolState state = new PoolState();
    private final List<Call> calls =
            IntStream.range(0, 10).mapToObj(any -> call(0)).toList();

    private static Call call(int length) {
        return new Call(new byte[length], Call.UNHEARD);
    }

    /** It begins calls when the test says so. */
    private static final class Process implements Environment {
        private int room = 10_000;
        private long begun;
        private long recalled;

        @Override
        public void start() {}

        @Override
        public void begin(Call call, List<CallFrame> frames) {}

        @Override
        public void end() {}

        @Override
        public int room() {
            return room;
        }

        @Override
        public long recall(long last) {
            recalled = last;
            return begun;
        }
    }

    /** What a process is given that has started. */
    private Optional<PoolState.Turn> started(Process process) {
        state.starting(process);
        state.started(process);
        state.over(process);
        return state.next(process, 0);
    }

    /** A process that has begun the first of some calls; the others wait. */
    private Process busy(List<Call> with) {
        var process = new Process();
        with.forEach(state::admit);
        assertThat(started(process)).isPresent();
        return process;
    }

    /** The numbers of what a process is sent when it has answered. */
    private List<Long> answered(Process process, Call call) {
        assertThat(state.finished(process, call)).isTrue();
        assertThat(state.over(process)).isFalse();
        return state.next(process, MOST).stream()
                .flatMap(turn -> turn.frames().stream())
                .map(CallFrame::number)
                .toList();
    }

    /** What waits, in its order. */
    private List<Call> waiting() {
        return Stream.generate(() -> started(new Process()))
                .takeWhile(Optional::isPresent)
                .map(turn -> turn.orElseThrow().call())
                .toList();
    }

    @Test
    void several_are_sent_at_once_behind_the_next_and_are_under_way() {
        var process = busy(calls);
        assertThat(answered(process, calls.get(0))).containsExactly(CallFrame.NOW, 1L, 2L, 3L, 4L);
        assertThat(state.calls()).isEqualTo(9);
    }

    @Test
    void more_are_sent_when_half_of_them_are_begun() {
        var process = busy(calls);
        answered(process, calls.get(0));
        assertThat(answered(process, calls.get(1))).isEmpty();
        assertThat(answered(process, calls.get(2))).containsExactly(5L, 6L);
    }

    @Test
    void none_is_sent_that_a_pipe_may_have_no_room_for() {
        var first = call(0);
        var process = busy(List.of(first, call(0), call(100), call(10_000), call(0)));
        process.room = 1_000;
        assertThat(answered(process, first)).containsExactly(CallFrame.NOW, 1L);
    }

    @Test
    void what_is_taken_back_is_the_first_to_wait_in_its_order() {
        var process = busy(calls);
        answered(process, calls.get(0));
        state.takeBackBehind(System.nanoTime() + Duration.ofSeconds(1).toNanos(), Duration.ofMillis(5));
        assertThat(process.recalled).isEqualTo(4);
        assertThat(waiting()).containsExactlyElementsOf(calls.subList(2, 10));
    }

    @Test
    void nothing_is_taken_back_behind_a_call_that_has_just_begun() {
        var process = busy(calls);
        answered(process, calls.get(0));
        state.takeBackBehind(System.nanoTime(), Duration.ofMinutes(1));
        assertThat(process.recalled).isZero();
    }

    @Test
    void what_is_begun_stays() {
        var process = busy(calls);
        answered(process, calls.get(0));
        process.begun = 1;
        state.takeBackBehind(System.nanoTime() + Duration.ofSeconds(1).toNanos(), Duration.ofMillis(5));
        assertThat(waiting()).containsExactlyElementsOf(calls.subList(3, 10));
        assertThat(answered(process, calls.get(1))).as("it goes on with that").isEmpty();
        assertThat(answered(process, calls.get(2))).as("it is idle then").isEmpty();
    }

    @Test
    void what_is_dropped_waits_unless_it_does_already() {
        var process = busy(calls);
        answered(process, calls.get(0));
        answered(process, calls.get(1)); // it goes on with the next before that is taken back
        assertThat(state.dropped(process, new CallFrame(2, calls.get(3)))).isFalse();
        assertThat(state.dropped(process, new CallFrame(1, calls.get(2)))).isTrue();
        assertThat(waiting()).startsWith(calls.get(2));
    }

    @Test
    void a_process_of_former_code_is_sent_nothing_more() {
        var process = busy(calls);
        answered(process, calls.get(0));
        process.begun = 1;
        state.replace(1);
        assertThat(answered(process, calls.get(1))).isEmpty();
        assertThat(state.finished(process, calls.get(2))).isTrue();
        assertThat(state.over(process)).isTrue();
        assertThat(waiting()).containsExactlyElementsOf(calls.subList(3, 10));
    }

    @Test
    void what_is_next_but_not_begun_waits_when_its_process_is_lost() {
        var process = busy(calls);
        answered(process, calls.get(0));
        answered(process, calls.get(1));
        assertThat(state.lost(process)).isEmpty();
        assertThat(process.recalled).isEqualTo(4);
        assertThat(waiting()).containsExactlyElementsOf(calls.subList(2, 10));
    }

    @Test
    void what_was_not_sent_ahead_fails_when_its_process_is_lost() {
        var process = busy(calls.subList(0, 1));
        assertThat(state.lost(process)).containsExactly(calls.get(0));
    }

    @Test
    void what_a_lost_process_has_begun_fails_and_the_rest_waits() {
        var process = busy(calls);
        answered(process, calls.get(0));
        process.begun = 1;
        assertThat(state.lost(process)).containsExactly(calls.get(1), calls.get(2));
        assertThat(waiting()).containsExactlyElementsOf(calls.subList(3, 10));
    }
}

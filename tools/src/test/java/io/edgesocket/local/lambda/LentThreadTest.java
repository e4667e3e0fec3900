package io.edgesocket.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.lambda.pool.Invocation;
import io.edgesocket.local.lambda.pool.InvocationFailures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A quick Java handler runs on the thread that calls it, if that is lent. */
class LentThreadTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void a_quick_handler_runs_where_it_is_called() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            assertThat(becomesLent(run)).isTrue();
        }
    }

    @Test
    void a_handler_that_can_tell_threads_apart_always_has_the_same_one() throws Exception {
        try (var run = LocalFunctions.java("OwnThread")) {
            for (var calls = 1; calls <= 50; calls++) {
                assertThat(lent(run, "{}")
                                .get(LONG.toSeconds(), TimeUnit.SECONDS)
                                .outcome()
                                .answered()
                                .json()
                                .asInt())
                        .isEqualTo(calls);
            }
        }
    }

    @Test
    void what_an_error_prints_ends_with_the_handler_on_any_thread() throws Exception {
        try (var run = LocalFunctions.java("Misbehaving")) {
            run.call("{\"do\":\"throw\"}");
            var onItsOwn = List.copyOf(run.lines);
            run.lines.clear();
            assertThat(becomesLent(run)).isTrue();
            lent(run, "{\"do\":\"throw\"}").get(LONG.toSeconds(), TimeUnit.SECONDS);
            assertThat(run.lines).containsExactlyElementsOf(onItsOwn);
            assertThat(onItsOwn).last().asString().contains("Misbehaving.handleRequest");
        }
    }

    @Test
    void a_call_on_a_lent_thread_ends_with_its_timeout() throws Exception {
        try (var run = LocalFunctions.java("Misbehaving", "timeout: 1")) {
            assertThat(becomesLent(run)).isTrue();
            assertThat(lent(run, "{\"do\":\"hang\"}")
                            .get(LONG.toSeconds(), TimeUnit.SECONDS)
                            .outcome())
                    .isInstanceOf(Invocation.TimedOut.class);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void an_exit_on_a_lent_thread_ends_the_environment_alone() throws Exception {
        try (var run = LocalFunctions.java("Misbehaving")) {
            assertThat(becomesLent(run)).isTrue();
            assertThat(lent(run, "{\"do\":\"exit\"}")
                            .get(LONG.toSeconds(), TimeUnit.SECONDS)
                            .outcome())
                    .isEqualTo(InvocationFailures.exited(3));
            assertThat(run.answer("{}")).hasToString("{\"calls\":1}");
        }
    }

    private record Ended(Invocation outcome, Thread on) {}

    /** Calls it on this thread, which is lent for that. */
    private static CompletableFuture<Ended> lent(LocalFunctions run, String event) {
        var ended = new CompletableFuture<Ended>();
        LentThread.lend(
                () -> run.begin(event)
                        .thenAccept(outcome -> ended.complete(new Ended(outcome, Thread.currentThread()))),
                Runnable::run);
        return ended;
    }

    private static boolean becomesLent(LocalFunctions run) {
        var end = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() - end < 0) {
            if (lent(run, "{}")
                            .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                            .join()
                            .on()
                    == Thread.currentThread()) {
                return true;
            }
        }
        return false;
    }
}

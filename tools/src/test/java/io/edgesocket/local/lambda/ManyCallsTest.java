package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.lambda.pool.Invocation;
import io.edgesocket.local.lambda.pool.Invocation.Answered;
import io.edgesocket.local.lambda.pool.Invocation.Failed;
import io.edgesocket.local.lambda.pool.Invocation.TimedOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More calls at a time than a function has processes, whatever the language of {@code functions/counted}. */
abstract class ManyCallsTest {
    private static final Path COUNTED = Path.of("tools/src/test/resources/functions/counted");
    private static final List<String> SOURCES = List.of("index.mjs", "index.py");
    private static final Failed EXITED = new Failed("Runtime.ExitError", "Runtime exited with error: exit status 3");
    private static final Failed THREW = new Failed("TypeError", "no luck");
    /** Longer than any test waits, and ended with it. */
    private static final int FOR_EVER = 600_000;

    @TempDir
    private Path temp;

    abstract String runtime();

    private LocalFunctions run(Path folder, String... more) {
        var variables = "environment: {variables: {RUNS: '" + temp.resolve("runs") + "'}}";
        var inputs = Stream.concat(Stream.of(variables), Stream.of(more)).toArray(String[]::new);
        return LocalFunctions.of(folder, LocalFunctions.script(folder, runtime(), inputs));
    }

    private record Asked(JsonNode event, List<String> printed, CompletableFuture<Invocation> outcome) {
        static Asked of(LocalFunctions run, JsonNode event) {
            return of(run, event, line -> {});
        }

        static Asked of(LocalFunctions run, JsonNode event, Consumer<String> hearer) {
            var printed = new CopyOnWriteArrayList<String>();
            var outcome = run.function()
                    .invoke(event.toString().getBytes(UTF_8), line -> {
                        printed.add(line);
                        hearer.accept(line);
                    })
                    .orTimeout(60, TimeUnit.SECONDS);
            return new Asked(event, printed, outcome);
        }

        String id() {
            return event.path("id").asText();
        }

        void isAnswered() {
            assertThat(outcome.join())
                    .as(event.path("do") + " " + id())
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answered -> assertThat(answered.json()).isEqualTo(event));
        }

        void isAnsweredAsItsDeedIs() {
            switch (event.path("do").asText()) {
                case "exit" -> assertThat(outcome.join()).isEqualTo(EXITED);
                case "throw" -> assertThat(outcome.join()).isEqualTo(THREW);
                default -> isAnswered();
            }
            assertThat(printed)
                    .filteredOn(line -> line.startsWith("call-"))
                    .isEqualTo(event.path("do").asText().equals("say") ? List.of(id()) : List.of());
        }
    }

    private static ObjectNode event(int number, String deed, int milliseconds) {
        return LocalFunctions.JSON
                .createObjectNode()
                .put("id", "call-" + number)
                .put("do", deed)
                .put("ms", milliseconds);
    }

    /** Quick calls that begin with another in the middle of them; the process is there already. */
    private static List<Asked> askedAround(LocalFunctions run, String deed) {
        assertThat(run.call(event(-1, "answer", 0).toString())).isInstanceOf(Answered.class);
        return IntStream.range(0, 60)
                .mapToObj(number -> event(number, number == 30 ? deed : "answer", FOR_EVER))
                .map(event -> Asked.of(run, event))
                .toList();
    }

    private static List<Asked> others(List<Asked> asked) {
        return asked.stream()
                .filter(each -> each.event().path("do").asText().equals("answer"))
                .toList();
    }

    private List<String> ran() {
        try {
            return Files.readAllLines(temp.resolve("runs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has no answer yet may still have to begin. */
    private void ranOnce(Collection<Asked> asked) {
        var answered = asked.stream()
                .filter(each -> each.outcome().isDone())
                .map(Asked::id)
                .toList();
        assertThat(ran())
                .doesNotHaveDuplicates()
                .containsAll(answered)
                .isSubsetOf(Stream.concat(Stream.of("call--1"), asked.stream().map(Asked::id))
                        .toList());
    }

    private static JsonNode any(Random random, int number) {
        var kind = random.nextInt(100);
        if (kind < 80) {
            var event = event(number, kind < 20 ? "say" : "answer", 0);
            return kind < 70 ? event : event.put("text", "ü".repeat(random.nextInt(40_000)));
        }
        if (kind < 94) {
            return event(number, kind < 88 ? "spin" : "wait", random.nextInt(30));
        }
        return event(number, kind < 99 ? "throw" : "exit", 0);
    }

    @Test
    void each_is_run_once_and_has_its_own_answer_and_lines() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var asked = new ConcurrentLinkedQueue<Asked>();
        try (var run = run(COUNTED, "reservedConcurrentExecutions: 40")) {
            var clients = IntStream.range(0, 40)
                    .mapToObj(client -> {
                        var events = new ArrayList<JsonNode>();
                        for (var number = 0; number < 12; number++) {
                            events.add(any(random, client * 12 + number));
                        }
                        return oneAfterTheOther(run, events, asked);
                    })
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(clients).join();
            assertThat(asked).as("seed %d", seed).hasSize(480).allSatisfy(Asked::isAnsweredAsItsDeedIs);
            ranOnce(asked);
        }
    }

    private static CompletableFuture<?> oneAfterTheOther(
            LocalFunctions run, List<JsonNode> events, Collection<Asked> asked) {
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        for (var event : events) {
            last = last.thenCompose(before -> {
                var next = Asked.of(run, event);
                asked.add(next);
                return next.outcome();
            });
        }
        return last;
    }

    @Test
    void none_waits_behind_what_blocks_its_process() {
        try (var run = run(COUNTED, "timeout: 600")) {
            var asked = askedAround(run, "spin");
            assertThat(others(asked)).allSatisfy(Asked::isAnswered);
            assertThat(asked.get(30).outcome()).isNotDone();
            ranOnce(asked);
        }
    }

    @Test
    void none_waits_behind_what_awaits_something() {
        try (var run = run(COUNTED, "timeout: 600")) {
            var asked = askedAround(run, "wait");
            assertThat(others(asked)).allSatisfy(Asked::isAnswered);
            assertThat(asked.get(30).outcome()).isNotDone();
            ranOnce(asked);
        }
    }

    @Test
    void none_is_run_twice_while_output_before_it_is_not_read_on() {
        try (var run = run(COUNTED, "timeout: 600")) {
            assertThat(run.call(event(-1, "answer", 0).toString())).isInstanceOf(Answered.class);
            var othersAnswered = new CountDownLatch(50);
            var asked = IntStream.range(0, 60)
                    .mapToObj(number -> event(number, number < 30 ? "answer" : number == 30 ? "say" : "wait", 100))
                    .toList()
                    .stream()
                    .map(event -> Asked.of(run, event, line -> await(othersAnswered)))
                    .toList();
            asked.forEach(each -> each.outcome().thenRun(othersAnswered::countDown));
            assertThat(asked).allSatisfy(Asked::isAnsweredAsItsDeedIs);
            ranOnce(asked);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void none_fails_with_what_throws() {
        try (var run = run(COUNTED)) {
            var asked = askedAround(run, "throw");
            assertThat(asked).allSatisfy(Asked::isAnsweredAsItsDeedIs);
            ranOnce(asked);
        }
    }

    @Test
    void none_fails_with_what_ends_its_process() {
        try (var run = run(COUNTED)) {
            var asked = askedAround(run, "exit");
            assertThat(asked).allSatisfy(Asked::isAnsweredAsItsDeedIs);
            ranOnce(asked);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spin", "wait"})
    void none_fails_with_what_takes_too_long(String deed) {
        try (var run = run(COUNTED, "timeout: 1")) {
            var asked = askedAround(run, deed);
            assertThat(others(asked)).allSatisfy(Asked::isAnswered);
            assertThat(asked.get(30).outcome().join()).isEqualTo(new TimedOut(Duration.ofSeconds(1)));
            ranOnce(asked);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer", "spin"})
    void each_is_run_once_though_the_code_changes_meanwhile(String deed) throws IOException, InterruptedException {
        var folder = Files.createDirectory(temp.resolve("code"));
        for (var source : SOURCES) {
            Files.copy(COUNTED.resolve(source), folder.resolve(source));
        }
        try (var run = run(folder, "timeout: 600")) {
            var asked = new ArrayList<>(askedAround(run, deed));
            for (var source : SOURCES) {
                Files.writeString(folder.resolve(source), "\n", StandardOpenOption.APPEND);
            }
            asked.add(Asked.of(run, event(60, "answer", 0)));
            assertThat(others(asked)).allSatisfy(Asked::isAnswered);
            ranOnce(asked);
            run.awaitEventWith("changed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer", "spin"})
    void each_is_run_once_though_all_processes_are_to_end(String deed) {
        try (var run = run(COUNTED, "timeout: 600")) {
            var asked = askedAround(run, deed);
            run.functions.coldStart("chat");
            assertThat(others(asked)).allSatisfy(Asked::isAnswered);
            ranOnce(asked);
        }
    }

    @Test
    void long_events_and_short_ones_arrive_whole() {
        try (var run = run(COUNTED)) {
            var asked = IntStream.range(0, 60)
                    .mapToObj(number -> event(number, "answer", 0).put("text", "ü".repeat(1 << number % 17)))
                    .map(event -> Asked.of(run, event))
                    .toList();
            assertThat(asked).allSatisfy(Asked::isAnsweredAsItsDeedIs);
        }
    }
}

package io.edgesocket.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out of a function's process beside its answers, whatever the language of {@code functions/misbehaving}. */
abstract class ProcessOutputTest {
    abstract LocalFunctions run();

    private static String deed(String name) {
        return "{\"do\":\"" + name + "\"}";
    }

    private static String deed(String name, int number) {
        return "{\"do\":\"" + name + "\",\"text\":\"" + number + "\"}";
    }

    @Test
    void any_character_may_be_printed() {
        try (var run = run()) {
            assertThat(run.printed(deed("zero"))).containsExactly("a\0b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"noisy", "unblocked"})
    void a_long_answer_arrives_whole_whatever_happens_to_the_output_meanwhile(String deed) {
        try (var run = run()) {
            assertThat(run.answer(deed(deed, 12)).asText()).isEqualTo("12".repeat(300_000));
            assertThat(run.answer("{}")).hasToString("{\"calls\":2}");
        }
    }

    @Test
    void each_line_belongs_to_the_call_that_printed_it() {
        try (var run = run()) {
            for (var call = 0; call < 100; call++) {
                assertThat(run.printed(deed("say", call)))
                        .containsExactly(call + " out", call + " err", call + " file");
            }
        }
    }

    @Test
    void each_line_belongs_to_the_call_that_printed_it_though_the_next_one_waits() {
        try (var run = run()) {
            var events =
                    IntStream.range(0, 100).mapToObj(call -> deed("say", call)).toList();
            assertThat(run.printedAtOnce(events))
                    .containsExactlyElementsOf(IntStream.range(0, 100)
                            .mapToObj(call -> List.of(call + " out", call + " err", call + " file"))
                            .toList());
        }
    }

    @Test
    void what_a_program_prints_that_a_handler_has_started_belongs_to_the_call() {
        try (var run = run()) {
            for (var call = 0; call < 5; call++) {
                assertThat(run.printed(deed("haveSaid", call))).containsExactly(String.valueOf(call));
            }
        }
    }
}

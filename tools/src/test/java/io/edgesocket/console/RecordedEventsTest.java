package io.edgesocket.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedEventsTest {
    private static final String EVENT =
            "{\"at\":\"2026-01-01T00:00:00Z\",\"subject\":\"s\",\"step\":\"ROUTE\",\"text\":\"ping\"}";

    @TempDir
    private Path folder;

    @Test
    void each_line_is_an_event() throws IOException {
        assertThat(read(EVENT + "\n\n" + EVENT + "\n").after(0).lines())
                .extracting(Events.Line::json)
                .containsExactly(EVENT, EVENT);
    }

    @Test
    void a_page_that_comes_back_gets_none_twice() throws IOException {
        var events = read(EVENT + "\n" + EVENT + "\n");
        assertThat(events.after(events.after(0).last()).lines()).isEmpty();
    }

    @Test
    void of_a_very_long_file_the_newest_are_shown_and_the_others_counted() throws IOException {
        var lines = String.join("\n", Collections.nCopies(RecordedEvents.KEPT + 5, EVENT));
        assertThat(read(lines).after(0).lines()).hasSize(RecordedEvents.KEPT);
        assertThat(read(lines).after(0).missed()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17:59:43.433  mNfrl  route  ping | line 2 is no JSON",
                "[] | line 2 is no event",
                "{\"step\":\"ROUTE\"} | line 2 is no event: it has no at, subject and step"
            })
    void a_line_that_is_no_event_is_told(String line, String message) {
        assertThatExceptionOfType(NotRecordedException.class)
                .isThrownBy(() -> read(EVENT + "\n" + line))
                .withMessageContaining(message);
    }

    private RecordedEvents read(String text) throws IOException {
        return RecordedEvents.read(Files.writeString(folder.resolve("trace.jsonl"), text));
    }
}

package io.edgesocket.local.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestMissTest {
    private static final List<String> ROUTES = List.of("ping", "send", "subscribe");

    @ParameterizedTest
    @CsvSource({"pign, ping", "Ping, ping", "SUBSCRIBE, subscribe", "subscribed, subscribe", "sned, send"})
    void a_slip_finds_what_was_meant(String asked, String meant) {
        assertThat(NearestMiss.of(asked, ROUTES)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dance", "unsubscribe-all-of-them"})
    void another_word_finds_nothing(String asked) {
        assertThat(NearestMiss.of(asked, ROUTES)).isEmpty();
    }

    @Test
    void a_text_that_is_too_long_to_compare_finds_nothing() {
        assertThat(NearestMiss.of("p".repeat(100_000), ROUTES)).isEmpty();
    }
}

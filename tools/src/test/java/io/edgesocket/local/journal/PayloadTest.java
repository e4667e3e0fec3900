package io.edgesocket.local.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PayloadTest {
    @Test
    void what_is_short_is_shown_whole() {
        assertThat(Payload.of("x".repeat(Payload.SHOWN).getBytes(UTF_8))).isEqualTo("x".repeat(Payload.SHOWN));
    }

    @Test
    void of_what_is_long_the_beginning_is_shown() {
        assertThat(Payload.of("x".repeat(Payload.SHOWN + 1).getBytes(UTF_8)))
                .isEqualTo("x".repeat(Payload.SHOWN) + "…");
    }

    @Test
    void a_character_of_several_bytes_is_not_cut() {
        assertThat(Payload.of(("x" + "€".repeat(Payload.SHOWN)).getBytes(UTF_8)))
                .matches("x€+…");
    }
}

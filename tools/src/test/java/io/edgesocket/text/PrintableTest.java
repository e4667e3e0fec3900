package io.edgesocket.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What no text may do to a terminal. */
class PrintableTest {
    private static final int TRIES = 300;
    private static final String HARMFUL = "(?s).*[\\p{Cc}\\p{Cf}\\u2028\\u2029].*";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings(),
                        Arbitraries.of(
                                "\u001b[2J",
                                "\u009b31m",
                                "\u202e",
                                "\u200b",
                                "\u2028",
                                "\r",
                                "\r\n",
                                "\n",
                                "\t",
                                "\u007f",
                                "\udb40\udc41",
                                "\ud83d\ude00",
                                "\u001b]0;title\u0007"))
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("x", parts));
    }

    @Property(tries = TRIES)
    void one_line_has_nothing_that_moves_the_cursor(@ForAll("texts") String text) {
        assertThat(Printable.of(text)).doesNotMatch(HARMFUL);
    }

    @Property(tries = TRIES)
    void lines_have_nothing_but_line_breaks_and_tabs(@ForAll("texts") String text) {
        assertThat(Printable.lines(text).replace("\n", "").replace("\t", "")).doesNotMatch(HARMFUL);
    }

    @Property(tries = TRIES)
    void json_stays_the_same_value(@ForAll("texts") String text) throws JsonProcessingException {
        var json = Printable.json(JSON.writeValueAsString(text));
        assertThat(json).doesNotMatch(HARMFUL);
        assertThat(JSON.readValue(json, String.class)).isEqualTo(text);
    }

    @Test
    void what_can_be_seen_stays_as_it_is() {
        assertThat(Printable.lines("a\u00e9 \u2192 \ud83d\ude00\n\tb")).isEqualTo("a\u00e9 \u2192 \ud83d\ude00\n\tb");
    }
}

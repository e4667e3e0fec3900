package io.edgesocket.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WrappedTest {

    @Test
    void a_sentence_is_broken_between_words() {
        assertThat(Wrapped.lines("one two three four", 9)).isEqualTo(List.of("one two", "three", "four"));
    }

    @Test
    void what_fits_is_one_line() {
        assertThat(Wrapped.lines("one two", 7)).isEqualTo(List.of("one two"));
        assertThat(Wrapped.lines("", 7)).isEqualTo(List.of(""));
        assertThat(Wrapped.lines("one two", Integer.MAX_VALUE)).isEqualTo(List.of("one two"));
    }

    @Test
    void a_word_that_is_too_long_stays_whole() {
        assertThat(Wrapped.lines("see https://docs.example.com/page now", 8))
                .isEqualTo(List.of("see", "https://docs.example.com/page", "now"));
    }

    @Property(tries = 200)
    void no_word_is_lost(@ForAll List<String> words, @ForAll @IntRange(min = 1, max = 40) int columns) {
        var text = String.join(" ", words);

        assertThat(String.join(" ", Wrapped.lines(text, columns)).replace(" ", ""))
                .isEqualTo(text.replace(" ", ""));
    }
}

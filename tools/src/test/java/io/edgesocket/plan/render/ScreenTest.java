package io.edgesocket.plan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {

    @Test
    void roles_become_colours_on_a_colour_screen() {
        assertThat(new Screen(80, true)
                        .draw(List.of(Line.of(TextStyle.CREATED, "+").and(TextStyle.PLAIN, " chat"))))
                .isEqualTo("\u001b[32m+\u001b[0m chat\n");
    }

    @Test
    void roles_are_left_out_without_colour() {
        assertThat(Screen.plain().draw(List.of(Line.of(TextStyle.CREATED, "+").and(TextStyle.PLAIN, " chat"))))
                .isEqualTo("+ chat\n");
    }

    @ParameterizedTest
    @CsvSource({"12, abc defghi", "10, abc defghi", "9, abc defg…", "4, abc…", "1, …", "0, …"})
    void a_line_that_does_not_fit_ends_in_a_mark(int columns, String shown) {
        assertThat(Line.of(TextStyle.NAME, "abc")
                        .and(TextStyle.PLAIN, " defghi")
                        .fit(columns)
                        .text())
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1b, \\u001b", "0a, \\n", "0d, \\r", "09, \\t", "202e, \\u202e", "2028, \\u2028", "d800, \\ud800"})
    void what_a_terminal_would_obey_is_written_out(String codePoint, String written) {
        assertThat(Line.of(TextStyle.PLAIN, "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b")
                        .text())
                .isEqualTo("a" + written + "b");
    }
}

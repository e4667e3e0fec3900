package io.edgesocket.cli.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 80, 999_999_999})
    void a_terminal_is_as_wide_as_it_tells(int columns) {
        assertThat(Terminal.columns(Optional.of("" + columns))).hasValue(columns);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0", "-1", "080", "abc", "80 ", "9999999999"})
    void a_terminal_that_tells_no_width_has_none(String told) {
        assertThat(Terminal.columns(Optional.ofNullable(told))).isEmpty();
    }
}

package io.edgesocket.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RightsTextTest {
    /** A name comes from the program, and the terminal is not to obey it. */
    @Test
    void a_name_can_not_write_to_the_terminal_or_begin_a_line() {
        var granted = new Granted(
                "Topics",
                "topics",
                List.of("arn:aws:sns:::\u001b[31m\nerror: no"),
                Map.of(),
                List.of(),
                List.of(),
                "page");
        assertThat(RightsText.render("dev", List.of(granted)))
                .doesNotContain("\u001b")
                .doesNotContain("\nerror:")
                .contains("\\nerror: no");
    }
}

package io.edgesocket.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.edgesocket.cli.call.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileTest {
    @TempDir
    private Path folder;

    private Map<String, String> read(String text) throws IOException {
        return EnvFile.read(Files.writeString(folder.resolve("local.env"), text));
    }

    @Test
    void each_line_is_a_variable() throws IOException {
        assertThat(read("""
                # for this machine
                TABLE=rooms

                export URL = "http://localhost:4566/?a=b#c"
                QUOTED='it is "quoted"'
                EMPTY=
                """))
                .containsExactly(
                        entry("TABLE", "rooms"),
                        entry("URL", "http://localhost:4566/?a=b#c"),
                        entry("QUOTED", "it is \"quoted\""),
                        entry("EMPTY", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "1A=secret", "A-B=secret", "=secret"})
    void what_is_no_variable_is_told_with_its_place_and_without_its_value(String line) {
        assertThatThrownBy(() -> read("A=1\n" + line))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("local.env:2: expected NAME=value")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        assertThatThrownBy(() -> EnvFile.read(folder.resolve("none.env")))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("none.env: there is no such file");
    }
}

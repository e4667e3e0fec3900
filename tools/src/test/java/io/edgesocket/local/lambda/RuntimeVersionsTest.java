package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.journal.Event;
import io.edgesocket.workspace.Needs;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeVersionsTest {

    @ParameterizedTest
    @CsvSource({
        "nodejs22.x, Node.js 20.20.2, 'warning: nodejs22.x is played on Node.js 20.20.2, and may do other things on Lambda; put Node.js 22 first on the PATH'",
        "nodejs22.x, Node.js 22.4.1, ''",
        "nodejs2.x, Node.js 22.4.1, 'warning: nodejs2.x is played on Node.js 22.4.1, and may do other things on Lambda; put Node.js 2 first on the PATH'",
        "python3.13, Python 3.11.7, 'warning: python3.13 is played on Python 3.11.7, and may do other things on Lambda; put Python 3.13 first on the PATH'",
        "python3.13, Python 3.13.1, ''",
        "java21, Java 17, ''"
    })
    void another_version_is_warned_about(String runtime, String runsOn, String warning) {
        assertThat(new RuntimeVersions().warning(runtime, runsOn).orElse("")).isEqualTo(warning);
    }

    @Test
    @Needs("node")
    void it_is_told_once_for_each_runtime_when_its_first_function_has_started() {
        var folder = Path.of("tools/src/test/resources/functions/misbehaving");
        var first = LocalFunctions.script(folder, "nodejs4.x");
        var second = LocalFunctions.functionNamed(
                "second", "runtime: nodejs4.x", "handler: index.handler", "code: {$archive: '.'}");
        try (var run = LocalFunctions.of(folder, first, second)) {
            run.functions
                    .all()
                    .forEach(function -> function.invoke("{}".getBytes(UTF_8)).join());
            assertThat(run.events.stream().map(Event::text).filter(text -> text.startsWith("warning: ")))
                    .singleElement()
                    .asString()
                    .startsWith("warning: nodejs4.x is played on Node.js ");
        }
    }
}

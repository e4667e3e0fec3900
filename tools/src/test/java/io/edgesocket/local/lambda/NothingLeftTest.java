package io.edgesocket.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.workspace.Needs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that has ended leaves no thread and no process, whatever its functions were doing. */
class NothingLeftTest {
    private static final String NAME = "leaving";

    private static PlayedResource named(PlayedResource function) {
        return new PlayedResource(
                function.urn(),
                function.type(),
                NAME,
                function.id(),
                function.provider(),
                List.of(),
                function.inputs());
    }

    @Test
    @Needs("node")
    @Timeout(60)
    void a_run_ends_with_calls_under_way() throws InterruptedException {
        var folder = Path.of("tools/src/test/resources/functions/misbehaving");
        var run = LocalFunctions.of(folder, named(LocalFunctions.script(folder, "nodejs22.x")));
        for (var i = 0; i < 4; i++) {
            run.begin("{\"do\":\"hang\"}");
        }
        run.call("{}");
        assertThat(threads()).isNotEmpty();
        run.close();
        for (var left = threads(); !left.isEmpty(); left = threads()) {
            left.get(0).join(); // they end by themselves; the test's own time limit is the limit
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("function " + NAME))
                .toList();
    }
}

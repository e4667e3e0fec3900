package io.edgesocket.components;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.sns.Topic;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.test.Mocks;
import io.edgesocket.testing.AwsMocks;
import io.edgesocket.testing.StackTest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** It would take a whole core while it waits: during a deployment, minutes. */
class PulumiRuntimeTest {

    @Test
    void the_runner_of_the_sdk_rests_while_a_resource_is_made() {
        var rests = new CompletableFuture<Boolean>();
        var slow = new Mocks() {
            @Override
            public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
                rests.complete(someRunnerRests());
                return new AwsMocks().newResourceAsync(args);
            }
        };

        StackTest.withConfiguration(Map.of()).withMocks(slow).run(context -> new Topic("topic"));

        assertThat(rests).isCompletedWithValue(true);
    }

    /** In a JVM of its own: it is for a program's first steps. */
    @Test
    void a_program_s_runner_is_given_a_logger_that_rests() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), PreparedProgram.class.getName())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(program.getInputStream().readAllBytes(), UTF_8)).isEqualTo(RestingLogger.class.getName());
    }

    /** Says which logger the SDK finds. */
    static final class PreparedProgram {
        private PreparedProgram() {}

        public static void main(String[] args) {
            PulumiRuntime.prepare();
            System.out.print(
                    Logger.getLogger(DeploymentImpl.class.getName()).getClass().getName());
        }
    }

    private static boolean someRunnerRests() {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            var resting = Thread.getAllStackTraces().values().stream()
                    .flatMap(Arrays::stream)
                    .anyMatch(frame -> frame.getClassName().equals(RestingLogger.class.getName()));
            if (resting) {
                return true;
            }
        }
        return false;
    }
}

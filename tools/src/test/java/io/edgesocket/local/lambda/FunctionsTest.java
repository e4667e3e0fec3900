package io.edgesocket.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.lambda.pool.Invocation.Failed;
import io.edgesocket.local.lambda.pool.Invocation.TimedOut;
import io.edgesocket.local.stack.PlayedStack;
import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest {
    private static final String CODE = "code: {$archive: 'tools/src/test/resources/functions/misbehaving'}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:lambda:eu-west-1:000000000000:%s",
                "arn:aws:lambda:eu-west-1:000000000000:%s:1",
                "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/"
                        + "arn:aws:lambda:eu-west-1:000000000000:%s/invocations"
            })
    void a_function_is_found_by_what_names_it(String text) {
        var function = LocalFunctions.function("runtime: java21", "handler: Any", CODE);
        try (var run = LocalFunctions.of(Path.of(""), function)) {
            assertThat(run.functions.byArn(text.formatted(function.word("arn"))))
                    .contains(run.function());
        }
    }

    @Test
    void nothing_is_found_by_another_arn() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            assertThat(run.functions.byArn("arn:aws:lambda:eu-west-1:123456789012:function:other"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nodejs22.x | nodejs22.x needs Node.js: there is no node on the PATH",
                "python3.13 | python3.13 needs Python 3: there is no python3 on the PATH",
                "ruby3.3    | the runtime \"ruby3.3\" is not played; Java, Node.js and Python are played"
            })
    void a_function_that_can_t_run_here_says_what_it_needs(String runtime, String reason) {
        var function = LocalFunctions.function("runtime: " + runtime, "handler: index.handler", CODE);
        try (var run = LocalFunctions.withJavaAlone(function)) {
            assertThat(run.function().unplayable()).contains(reason);
            assertThat(run.call("{}")).isEqualTo(new Failed("NotPlayed", reason));
        }
    }

    @Test
    void a_container_image_is_not_played() {
        try (var run = LocalFunctions.withJavaAlone(LocalFunctions.function("packageType: Image", "imageUri: any"))) {
            assertThat(run.function().unplayable())
                    .contains("its code is a container image; Java, Node.js and Python are played");
        }
    }

    @Test
    void code_in_s3_is_not_played() {
        try (var run = LocalFunctions.withJavaAlone(
                LocalFunctions.function("runtime: java21", "handler: Any", "s3Bucket: any"))) {
            assertThat(run.function().unplayable())
                    .contains("its code is in S3; code is played that the program names by its folder or file");
        }
    }

    @Test
    void code_at_an_address_is_not_played() {
        try (var run = LocalFunctions.withJavaAlone(LocalFunctions.function(
                "runtime: java21",
                "handler: Any",
                "code: {$archive: {lib: {$remote: 'https://example.com/lib.zip'}}}"))) {
            assertThat(run.function().unplayable())
                    .contains("its code is at an address; code is played that the program names by its folder or file");
        }
    }

    @Test
    void what_makes_no_difference_here_is_named() {
        try (var run = LocalFunctions.java(
                "Misbehaving",
                "layers: ['arn:aws:lambda:us-east-1:123456789012:layer:more:1']",
                "tags: {team: chat}")) {
            assertThat(run.function().notPlayed())
                    .containsExactly(
                            "the layer arn:aws:lambda:us-east-1:123456789012:layer:more:1, whose files aren't this "
                                    + "program's");
        }
    }

    @Test
    void a_function_can_be_started_ahead_of_its_first_call() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            run.functions.warmUp();
            assertThat(run.answer("{}")).hasToString("{\"calls\":1}");
            assertThat(run.events).hasSize(1);
        }
    }

    @Test
    void a_function_that_stays_as_it_is_goes_on_when_the_stack_changes() {
        var chat = LocalFunctions.javaFunction("Misbehaving");
        try (var run = LocalFunctions.of(Path.of(""), chat)) {
            run.answer("{}");
            run.take(chat, LocalFunctions.functionNamed("other", "runtime: java21", "handler: Any", CODE));
            assertThat(run.answer("{}")).hasToString("{\"calls\":2}");
        }
    }

    @Test
    void a_function_whose_settings_change_begins_anew_with_them() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            run.answer("{}");
            run.take(LocalFunctions.javaFunction("Misbehaving", "timeout: 1"));
            assertThat(run.answer("{}")).hasToString("{\"calls\":1}");
            assertThat(run.call("{\"do\":\"hang\"}")).isEqualTo(new TimedOut(Duration.ofSeconds(1)));
        }
    }

    @Test
    void a_call_under_way_is_answered_though_its_function_is_gone() {
        try (var run = LocalFunctions.java("Misbehaving", "timeout: 1")) {
            var call = run.begin("{\"do\":\"hang\"}");
            run.take();
            assertThat(call.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(new TimedOut(Duration.ofSeconds(1)));
            assertThat(run.functions.all()).isEmpty();
        }
    }

    @Test
    @Needs("node")
    void a_function_that_can_t_start_keeps_none_from_being_started_ahead(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("broken.mjs"), "throw new Error('TABLE is not set');");
        Files.writeString(folder.resolve("index.mjs"), "console.log('loaded'); export const handler = () => 1;");
        var broken = LocalFunctions.function("runtime: nodejs22.x", "handler: broken.handler", "code: {$archive: '.'}");
        try (var run = LocalFunctions.of(folder, broken, LocalFunctions.script(folder, "nodejs22.x"))) {
            run.functions.warmUp();
            assertThat(run.linesUpTo("chat: loaded")).last().isEqualTo("chat: loaded");
        }
    }

    @Test
    void a_function_runs_in_the_region_that_its_arn_names() {
        var function = LocalFunctions.function("runtime: java21", "handler: Any", CODE);
        var caller = LocalFunctions.function(
                "runtime: java21",
                "handler: Any",
                "description: 'arn:aws:lambda:eu-west-1:000000000000:" + function.word("arn") + "'");
        assertThat(FunctionRegions.of(new PlayedStack("project", "dev", List.of(function, caller)))
                        .of(function))
                .isEqualTo("eu-west-1");
    }
}

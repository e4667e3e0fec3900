package io.edgesocket.engine;

import static io.edgesocket.engine.Programs.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
    private static final String RUN = "Pulumi.run(ctx -> new LogGroup(\"logs\"));";

    @TempDir
    Path folder;

    @Test
    void what_main_hands_to_Pulumi_is_recorded() {
        assertThat(ofMain(RUN).run().resources()).extracting(Registration::name).containsExactly("chat-dev", "logs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pulumi.runAsync(ctx -> new LogGroup(\"logs\")).join();",
                "System.exit(Pulumi.runAsync(ctx -> new LogGroup(\"logs\")).join());",
                "Runtime.getRuntime().exit(Pulumi.runAsync(ctx -> new LogGroup(\"logs\")).join());",
                "Pulumi.runAsync(ctx -> new LogGroup(\"logs\")).thenAccept(System::exit).join();",
                "java.util.function.Consumer<java.util.function.Consumer<Context>> run = Pulumi::run; "
                        + "run.accept(ctx -> new LogGroup(\"logs\"));",
                "Pulumi.withOptions(StackOptions.Empty).run(ctx -> new LogGroup(\"logs\"));",
                "if (args.length == 0) { " + RUN + " } else { " + RUN + " }",
                "try { " + RUN + " } catch (Exception e) { throw new IllegalStateException(e); }",
                "try { " + RUN + " } catch (Throwable e) { " + RUN + " }"
            })
    void it_can_be_handed_over_in_any_of_Pulumi_s_ways(String main) {
        assertThat(ofMain(main).run().resources())
                .extracting(Registration::name)
                .contains("logs");
    }

    @Test
    void transformations_of_the_stack_are_applied() {
        var registrations = ofMain("""
                        ResourceTransformation named = it -> it.resource() instanceof LogGroup
                            ? Optional.of(new ResourceTransformation.Result(
                                LogGroupArgs.builder().name("/all/logs").build(), it.options()))
                            : Optional.empty();
                        Pulumi.withOptions(StackOptions.builder().resourceTransformations(named).build())
                            .run(ctx -> new LogGroup("logs"));""").run();
        assertThat(input(registrations, "logs", "name")).isEqualTo(Value.Text.of("/all/logs"));
    }

    @Test
    void what_stands_after_Pulumi_run_never_runs() {
        assertThat(ofMain(RUN + " throw new IllegalStateException(\"here\");")
                        .run()
                        .resources())
                .hasSize(2);
    }

    @Test
    void no_run_sees_what_another_kept_in_static_fields() {
        var program = CompiledProgram.of(folder, """
                static int runs;
                public static void main(String[] args) { Pulumi.run(ctx -> new LogGroup("logs" + runs++)); }""");
        program.run();
        assertThat(program.run().resources()).extracting(Registration::name).contains("logs0");
    }

    @Test
    void a_program_lies_in_a_jar_too() throws Exception {
        ofMain(RUN);
        var jar = folder.resolve("app.jar");
        try (var files = new JarOutputStream(Files.newOutputStream(jar))) {
            files.putNextEntry(new JarEntry("com/acme/App.class"));
            files.write(Files.readAllBytes(folder.resolve("target/classes/com/acme/App.class")));
        }
        assertThat(new CompiledProgram(jar).run().resources()).hasSize(2);
    }

    @Test
    void a_program_finds_its_files_by_its_class_and_by_its_thread() throws Exception {
        var program = ofMain("""
                Pulumi.run(ctx -> {
                  ctx.export("byClass", com.pulumi.core.Output.of(App.class.getResource("/own.txt") != null));
                  ctx.export("byThread", com.pulumi.core.Output.of(
                      Thread.currentThread().getContextClassLoader().getResource("own.txt") != null)); });""");
        Files.writeString(program.classes().resolve("own.txt"), "mine");
        assertThat(program.run().outputs().values())
                .containsEntry("byClass", new Value.Bool(true))
                .containsEntry("byThread", new Value.Bool(true));
    }

    @Test
    void a_failing_stack_gives_its_own_words_and_line() {
        refused("Pulumi.run(ctx -> { throw new IllegalStateException(\"no luck\"); });")
                .hasMessage("App.java:4: no luck");
    }

    @Test
    void a_failing_apply_gives_its_own_words_and_line() {
        refused("Pulumi.run(ctx -> ctx.export(\"x\", new LogGroup(\"logs\").id().applyValue(id -> { "
                        + "throw new IllegalStateException(\"no luck today\"); })));")
                .hasMessage("App.java:4: no luck today");
    }

    @Test
    void a_failing_stack_that_main_awaits_itself_fails_the_program_too() {
        refused("Pulumi.runAsync(ctx -> { throw new IllegalStateException(\"no luck\"); }).join();")
                .hasMessage("App.java:4: no luck");
    }

    @Test
    void a_failing_main_gives_its_own_words_and_line() {
        refused("throw new java.io.IOException(\"no file\");").hasMessage("App.java:4: no file");
    }

    @Test
    void a_class_that_fails_before_main_gives_its_own_words_and_line() {
        assertThatThrownBy(CompiledProgram.of(folder, """
                static final int SIZE = Integer.parseInt("x");
                public static void main(String[] args) { }""")::run)
                .isInstanceOf(ProgramException.class)
                .hasMessage("App.java:3: For input string: \"x\"");
    }

    @Test
    void a_missing_class_is_named() throws Exception {
        var program = CompiledProgram.of(folder, """
                static class Part { static void make() { } }
                public static void main(String[] args) { Part.make(); }""");
        Files.delete(folder.resolve("target/classes/com/acme/App$Part.class"));
        assertThatThrownBy(program::run)
                .isInstanceOf(ProgramException.class)
                .hasMessage("App.java:4: java.lang.NoClassDefFoundError: com/acme/App$Part");
    }

    @Test
    void an_exit_before_Pulumi_run_is_refused() {
        refused("System.exit(3);")
                .hasMessage(
                        "App.java:4: System.exit(3) before Pulumi.run: the program ends there and registers nothing");
    }

    @Test
    void an_exit_that_is_caught_is_refused_too() {
        refused("try { System.exit(0); } catch (Throwable e) { }")
                .hasMessageStartingWith("App.java:4: System.exit(0) before Pulumi.run");
    }

    @Test
    void an_exit_in_the_stack_is_refused() {
        refused("Pulumi.run(ctx -> System.exit(0));")
                .hasMessage("App.java:4: System.exit(0) in the stack's function: the program ends there, before all is "
                        + "registered");
    }

    @Test
    void an_exit_that_Pulumi_takes_for_a_failure_is_refused() {
        refused("Pulumi.runAsync(ctx -> { }).join(); System.exit(1);")
                .hasMessage("App.java:4: System.exit(1) after the stack was run: Pulumi treats it as a failure; exit "
                        + "with Pulumi.runAsync's result");
    }

    @Test
    void a_main_that_never_calls_Pulumi_run_is_refused() {
        refused("")
                .hasMessage("com.acme.App: main ended without Pulumi.run, which is what hands the stack's function "
                        + "to Pulumi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RUN + RUN,
                RUN + "Pulumi.withOptions(StackOptions.Empty).run(ctx -> { });",
                "Pulumi.runAsync(ctx -> { }).join();" + RUN,
                "Pulumi.runAsync(ctx -> { }).join(); Pulumi.runAsync(ctx -> { }).join();",
                "Pulumi.run(ctx -> Pulumi.run(again -> { }));"
            })
    void two_calls_of_Pulumi_run_are_refused(String main) {
        refused(main)
                .hasMessage("App.java:4: a second Pulumi.run: a program has one stack, and the first call ends it; put "
                        + "both into one function");
    }

    @Test
    void a_main_class_that_is_not_compiled_is_refused() {
        var program = ofMain(RUN);
        assertThatThrownBy(() -> program.run("com.acme.Other"))
                .isInstanceOf(ProgramException.class)
                .hasMessage("the main class com.acme.Other is not in " + program.classes()
                        + ": compile it (./mvnw compile), or correct its name in pom.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "static void main(String[] args) { }",
                "public void main(String[] args) { }",
                "public static void main() { }"
            })
    void a_main_class_without_a_main_is_refused(String main) {
        assertThatThrownBy(CompiledProgram.of(folder, main)::run)
                .isInstanceOf(ProgramException.class)
                .hasMessage("the main class com.acme.App has no public static void main(String[] args), where a "
                        + "program begins");
    }

    private CompiledProgram ofMain(String statements) {
        return CompiledProgram.ofMain(folder, statements);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(String main) {
        return assertThatThrownBy(ofMain(main)::run).isInstanceOf(ProgramException.class);
    }
}

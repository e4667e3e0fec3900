package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.MavenRepository;
import io.edgesocket.workspace.Needs;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A project that {@code init} made, in a folder with a name of the kind that people give, and a route that its owner adds. */
@ExtendWith(BuiltProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnProjectTest {
    private static final String APP = "src/main/java/com/acme/chat/App.java";
    private static final Pattern EDGE = Pattern.compile("CloudFront +(ws://\\S+)");

    private Project built;
    private Project project;
    private Map<String, String> environment;
    private Path temporary;

    @BeforeAll
    void make(Project repository, @TempDir Path folder) throws IOException {
        built = repository;
        temporary = folder;
        environment =
                MavenRepository.of(repository, folder.resolve("repository")).environment();
        project = new Project(folder.resolve("der Chät"));
        var outcome = init(project.folder().toString(), "--package", "com.acme.chat", "--name", "chat");
        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
        var app = Files.readString(project.folder().resolve(APP));
        assertThat(app).containsOnlyOnce(".route(\"ping\"");
        project.write(
                APP,
                app.replace(".route(\"ping\"", ".route(\"time\", Route.mock(\"{\\\"time\\\":0}\"))\n.route(\"ping\""));
    }

    @Test
    void its_tests_pass() {
        var outcome = run("./mvnw", "-B", "test");

        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
        assertThat(outcome.out()).containsPattern("Tests run: [1-9]\\d, Failures: 0, Errors: 0, Skipped: 0");
    }

    @Test
    void its_stack_is_planned_with_the_route() {
        var outcome = run("./edgesocket", "plan", "--stack", "dev");

        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
        assertThat(outcome.out())
                .startsWith("chat dev\n")
                .contains("com.acme.chat.handlers.EchoHandler")
                .containsPattern("chat-time +apigatewayv2 Route +time");
    }

    @Test
    void its_prod_stack_is_planned_too() {
        var outcome = run("./edgesocket", "plan", "--stack", "prod");

        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
        assertThat(outcome.out()).contains("wss://chat.example.com");
    }

    @Test
    void a_message_goes_through_it() throws Exception {
        var builder = Command.of(List.of("./edgesocket", "local", "--stack", "dev", "--port", "0", "--api-port", "0"))
                .directory(project.folder().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        var local = builder.start();
        try (var lines = local.inputReader()) {
            var edge = lines.lines()
                    .flatMap(line -> EDGE.matcher(line).results())
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow();

            assertThat(run("./edgesocket", "connect", edge, "--send", "{\"action\":\"time\"}")
                            .out())
                    .isEqualTo("{\"time\":0}\n");
            assertThat(run("./edgesocket", "connect", edge, "--send", "hello").out())
                    .isEqualTo("hello\n");
        } finally {
            local.destroy();
        }
    }

    @Test
    @Tag("real-engine")
    @Needs({"pulumi", "pulumi-language-java"})
    void it_is_deployed() {
        try (var aws = StandInAws.start()) {
            var pulumi = new Pulumi(project, aws, List.of(), environment).withStack("dev");

            var up = pulumi.step("up", "--yes", "--skip-preview");

            assertThat(up.outcome().succeeded()).as(up.outcome().toString()).isTrue();
            assertThat(up.done()).contains("create apigatewayv2.Route chat-time", "create cloudfront.Distribution cdn");
        }
    }

    @Test
    void without_the_library_it_says_where_that_comes_from() {
        var fresh = new Project(temporary.resolve("fresh"));
        assertThat(init(fresh.folder().toString(), "--package", "com.acme.fresh")
                        .exitCode())
                .isZero();
        // Of the library's own version there may be one: who develops it may have installed it.
        fresh.edit("pom.xml", "<edgesocket.version>0.1.0<", "<edgesocket.version>0.0.1<");

        var outcome = Command.run(
                fresh.folder(),
                MavenRepository.empty(temporary.resolve("nothing")).environment(),
                List.of("./edgesocket", "plan", "--stack", "dev"));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .endsWith("edgesocket: Maven doesn't find io.edgesocket:edgesocket-parent:pom:0.0.1: run "
                        + "`./mvnw install -Dmaven.test.skip` in the EdgeSocket repository\n");
    }

    @Test
    void a_mistake_is_told_in_a_line_and_makes_nothing() {
        var outcome = init(temporary.resolve("bad").toString(), "--package", "com.new.chat");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("error: --package com.new.chat: new is a word of the Java language; give one such as "
                        + "com.acme.chat\n");
        assertThat(temporary.resolve("bad")).doesNotExist();
    }

    @Test
    void capital_letters_in_the_package_are_warned_of() {
        var outcome = init(temporary.resolve("capitals").toString(), "--package", "com.Acme");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err())
                .isEqualTo("warning: --package com.Acme: by custom a package has small letters only\n");
    }

    private Command.Outcome init(String... arguments) {
        var command = Stream.concat(Stream.of("./edgesocket", "init"), Stream.of(arguments));
        return built.run(command.toArray(String[]::new));
    }

    private Command.Outcome run(String... command) {
        return Command.run(project.folder(), environment, List.of(command));
    }
}

package io.edgesocket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Command.Outcome;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BuiltProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewStackCommandTest {
    private Project project;

    @BeforeAll
    void a_built_project(Project built, @TempDir Path folder) {
        project = built.copyTo(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void the_new_stack_can_be_planned_at_once(String from) {
        edgesocket("new-stack", "of-" + from, "--from", from);
        var plan = edgesocket("plan", "--stack", "of-" + from);
        assertThat(plan.succeeded()).as(plan.toString()).isTrue();
    }

    @Test
    void what_is_to_be_looked_at_and_done_is_told() {
        assertThat(edgesocket("new-stack", "staging", "--from", "prod").out()).isEqualTo("""
                Made Pulumi.staging.yaml from Pulumi.prod.yaml

                Changed in it; see that it is right:
                  environment: staging

                Change:
                  edgesocket:domain, which is still as in prod: a name belongs to one distribution
                  edgesocket:account, which is still as in prod: an account has this role once in a region

                Set, after `pulumi stack init staging`:
                  pulumi config set --secret --stack staging --path 'edgesocket:originGuard.keys.blue'

                Then:
                  ./edgesocket diff prod staging  # what differs
                  pulumi stack init staging       # with --secrets-provider, if prod has one
                """);
    }

    @Test
    void a_stack_that_is_there_stays_as_it_is() {
        var before = project.read("Pulumi.prod.yaml");
        assertThat(edgesocket("new-stack", "prod", "--from", "dev").err())
                .contains("Pulumi.prod.yaml is there already");
        assertThat(project.read("Pulumi.prod.yaml")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/b | dev | \"a/b\" is no name of a stack",
                ".a  | dev | \".a\" is no name of a stack",
                "a b | dev | \"a b\" is no name of a stack",
                "qa  | qa  | no stack \"qa\": there is no Pulumi.qa.yaml",
            })
    void what_can_not_be_made_is_told(String name, String from, String message) {
        var outcome = edgesocket("new-stack", name, "--from", from);
        assertThat(outcome.err()).contains("error: " + message);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private Outcome edgesocket(String... arguments) {
        return project.run(
                Stream.concat(Stream.of("./edgesocket"), Stream.of(arguments)).toArray(String[]::new));
    }
}

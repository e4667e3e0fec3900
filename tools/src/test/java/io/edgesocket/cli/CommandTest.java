package io.edgesocket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Command.Outcome;
import io.edgesocket.workspace.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./edgesocket} prints and how it ends, as a person meets it. Stacks are files that the tests add. */
@ExtendWith(BuiltProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandTest {
    private static final String REGION = "config:\n  aws:region: eu-west-1\n";
    private Project project;

    @BeforeAll
    void a_built_project(Project built, @TempDir Path folder) {
        project = built.copyTo(folder);
    }

    @Test
    void a_plan_goes_to_the_screen() {
        assertThat(edgesocket("plan", "--stack", "dev").out()).startsWith("edgesocket dev\n├─ chat ");
    }

    @Test
    void nothing_else_is_printed_with_a_plan() {
        assertThat(edgesocket("plan", "--stack", "dev").err()).isEmpty();
    }

    @Test
    void code_that_is_read_where_it_lies_is_not_built() {
        edgesocket("plan", "--stack", "dev");
        project.write("src/main/edge/new.js", "function handler(event) { return event.request; }");
        assertThat(edgesocket("plan", "--stack", "dev").err()).isEmpty();
    }

    @Test
    void a_plan_goes_whole_into_a_file() throws Exception {
        edgesocket("plan", "--stack", "dev", "--format", "json", "--output", "target/plan.json");
        assertThat(Files.readString(project.folder().resolve("target/plan.json")))
                .endsWith("}\n");
    }

    @Test
    void a_machine_without_a_locale_draws_the_same_tree() {
        assertThat(project.run("env", "-u", "LANG", "LC_ALL=C", "./edgesocket", "plan", "--stack", "dev")
                        .out())
                .startsWith("edgesocket dev\n├─ chat ");
    }

    @Test
    void colour_is_off_where_nobody_sees_it() {
        assertThat(edgesocket("plan", "--stack", "dev").out()).doesNotContain("\u001b[");
    }

    @Test
    void colour_is_on_where_it_is_asked_for() {
        assertThat(edgesocket("plan", "--stack", "dev", "--color", "always").out())
                .contains("\u001b[");
    }

    @Test
    void a_stack_whose_secrets_nobody_can_read_is_planned_all_the_same() {
        project.write("Pulumi.vault.yaml", "encryptionsalt: v1:unknown\n" + REGION + """
                  edgesocket:functions: {environment: {TOKEN: {secure: v1:cipher}}}
                """);
        assertThat(edgesocket("plan", "--stack", "vault", "--format", "json").out())
                .contains("\"variables\": \"[secret]\"");
    }

    @Test
    void what_the_program_warns_of_is_told_beside_the_plan() {
        project.write("Pulumi.slow.yaml", REGION + """
                  edgesocket:edge:
                    viewerRequest: {folder: src/main/edge/region-header, handler: index.handler, timeout: 6s}
                """);
        assertThat(edgesocket("plan", "--stack", "slow").err())
                .contains("warning: edge.viewerRequest: timeout 6 s; it was at most 5 s at viewer events");
    }

    @Test
    void two_plans_that_differ_end_with_1_if_asked() {
        assertThat(edgesocket("diff", "dev", "prod", "--exit-code").exitCode()).isEqualTo(ExitCode.FOUND);
    }

    @Test
    void two_plans_that_differ_end_with_0_if_not_asked() {
        assertThat(edgesocket("diff", "dev", "prod").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_plan_file_and_its_stack_do_not_differ() {
        edgesocket("plan", "--stack", "dev", "--format", "json", "--output", "target/same.json");
        assertThat(edgesocket("diff", "target/same.json", "dev", "--exit-code").out())
                .isEqualTo("No changes: 48 resources and components are the same.\n");
    }

    @Test
    void the_schema_is_the_one_that_the_stack_files_name() throws Exception {
        assertThat(edgesocket("settings", "--format", "schema").out())
                .isEqualTo(Files.readString(Path.of("docs/settings.schema.json")));
    }

    @Test
    void an_unknown_stack_is_told_with_those_there_are() {
        assertRefused(
                edgesocket("plan", "--stack", "stage"),
                "error: no stack \"stage\": there is no Pulumi.stage.yaml; " + "the stacks here are ",
                "dev",
                "prod");
    }

    @Test
    void a_mistake_in_yaml_is_told_with_line_and_column() {
        project.write("Pulumi.torn.yaml", "config:\n  aws:region: [eu-west-1\n");
        assertRefused(edgesocket("plan", "--stack", "torn"), "error: Pulumi.torn.yaml:3:1: ");
    }

    @Test
    void all_wrong_settings_are_told_at_once() {
        project.write("Pulumi.wrong.yaml", """
                config:
                  aws:region: Ireland
                  edgesocket:stage: {nam: live}
                """);
        var refused = edgesocket("plan", "--stack", "wrong");
        assertThat(refused.err()).isEqualTo("""
                error: aws:region: "Ireland"; must be a region of AWS's standard partition, such as eu-central-1 \
                (pulumi config set aws:region eu-central-1): China, GovCloud and others have other ARNs and no us-east-1
                error: edgesocket:stage.nam: unknown key; did you mean name?
                """);
    }

    @Test
    void what_an_environment_would_set_is_told_before_the_program_fails_for_it() {
        project.write("Pulumi.esc.yaml", "environment: [acme/dev]\n");
        assertRefused(
                edgesocket("plan", "--stack", "esc"),
                "warning: Pulumi.esc.yaml takes the environment acme/dev",
                "aws:region");
    }

    @Test
    void an_edge_file_that_is_missing_is_told_by_its_name() {
        project.write(
                "Pulumi.edge.yaml", REGION + "  edgesocket:edge: {viewerRequest: {code: src/main/edge/none.js}}\n");
        assertRefused(edgesocket("plan", "--stack", "edge"), "src/main/edge/none.js");
    }

    @Test
    void an_edge_file_over_its_limit_is_told_with_the_limit() {
        project.write("src/main/edge/large.js", "// " + "x".repeat(11_000));
        project.write(
                "Pulumi.large.yaml", REGION + "  edgesocket:edge: {viewerRequest: {code: src/main/edge/large.js}}\n");
        assertRefused(edgesocket("plan", "--stack", "large"), "viewerRequest", "11003 bytes", "10240");
    }

    @Test
    void an_output_that_can_not_be_written_is_told_and_leaves_nothing() {
        assertRefused(
                edgesocket("plan", "--stack", "dev", "--output", "none/plan.txt"), "can't write ", "none/plan.txt");
        assertThat(project.folder().resolve("none")).doesNotExist();
    }

    @Test
    @EnabledIf("hasFullDevice")
    void a_screen_that_takes_nothing_is_told() {
        assertRefused(
                project.run("bash", "-c", "./edgesocket plan --stack dev > /dev/full"),
                "error: can't write to standard output: ");
    }

    @Test
    void a_reader_that_has_read_enough_is_no_failure() {
        var outcome = project.run("bash", "-c", "set -o pipefail; ./edgesocket plan --stack dev | true");
        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
    }

    @Test
    void what_is_neither_a_plan_nor_a_stack_is_told() {
        assertRefused(edgesocket("diff", "none.json", "dev"), "\"none.json\" is neither a plan file nor a stack");
    }

    @Test
    void a_plan_is_read_from_a_pipe() {
        var outcome = diffOfItself("<(cat plan.json) plan.json");
        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
    }

    @Test
    void a_plan_is_read_from_standard_input() {
        var outcome = diffOfItself("- plan.json < plan.json");
        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
    }

    private Outcome diffOfItself(String plans) {
        return project.run(
                "bash",
                "-c",
                "./edgesocket plan -s dev -f json -o plan.json && ./edgesocket diff --exit-code " + plans);
    }

    @Test
    void a_file_that_is_no_plan_is_told() {
        assertRefused(edgesocket("diff", "pom.xml", "dev"), "pom.xml: it is not JSON: line 1, column 1");
    }

    @Test
    void a_wrong_option_is_told_with_where_to_look() {
        assertRefused(
                edgesocket("plan", "--stack", "dev", "--format", "yaml"), "'yaml'", "help: edgesocket plan --help");
    }

    @Test
    void the_command_alone_shows_what_there_is() {
        assertThat(edgesocket().out()).contains("plan", "diff", "settings", "Exit codes");
    }

    @Test
    void its_version_names_Java_too() {
        assertThat(edgesocket("--version").out()).startsWith("edgesocket ").contains("Java ");
    }

    static boolean hasFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }

    private static void assertRefused(Outcome outcome, String... words) {
        assertThat(outcome.err()).contains(words).doesNotContain("\tat ");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private Outcome edgesocket(String... arguments) {
        var command = new String[arguments.length + 1];
        command[0] = "./edgesocket";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return project.run(command);
    }
}

package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.Pulumi.Step;
import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.local.dynamodb.LocalTable;
import io.edgesocket.workspace.Client;
import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stack with the table and the handler that {@code docs/connections.md} tells of is deployed, played as it was deployed,
 * protected and destroyed.
 */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsTest {
    private static final Path PAGE = Path.of("docs", "connections.md");
    private static final String IMPORTS = """
            import io.edgesocket.components.connections.ConnectionTable;
            import io.edgesocket.components.connections.ConnectionTableArgs;
            import io.edgesocket.handlers.NewsHandler;
            """;

    private static final Pattern EDGE = Pattern.compile("CloudFront +(ws://\\S+)");
    private static final Pattern TABLES = Pattern.compile("DynamoDB +(http://\\S+)  connections, in memory");

    private Project project;
    private Step creation;
    private Step repetition;
    private Step protection;
    private Step destruction;

    @BeforeAll
    void live(Project built, @TempDir Path folder) throws IOException {
        project = built.copyTo(folder);
        project.write(
                "src/main/java/io/edgesocket/handlers/NewsHandler.java",
                "package io.edgesocket.handlers;\n\n" + block("public final class"));
        project.insertInProgram(
                block("ConnectionTable").replaceFirst("(?s)return .*", ""),
                "return WebSocketApiArgs.builder()\n                .description");
        project.replaceInProgram("Route.to(sessions).requiring(", "Route.to(connections.handler()).requiring(");
        project.replaceInProgram(
                ".route(\"$disconnect\", Route.to(sessions))",
                ".route(\"$disconnect\", Route.to(connections.handler())).route(\"news\", Route.to(news).replying())");
        project.insertInProgram(IMPORTS, "import java.nio.file.Path;");
        project.edit( // on a busy machine a function's start takes long
                "Pulumi.dev.yaml",
                "  # edgesocket:functions:\n  #   memory",
                "  edgesocket:functions: {timeout: 29s}\n  #   memory");
        try (var aws = StandInAws.start()) {
            var pulumi = Pulumi.of(project, aws).withStack("dev");
            creation = pulumi.step("up", "--yes", "--skip-preview");
            repetition = pulumi.step("up", "--yes", "--skip-preview", "--expect-no-changes");
            protection = pulumi.withSetting("edgesocket:protect", "true").step("up", "--yes", "--skip-preview");
            pulumi.withSetting("edgesocket:protect", "false").step("up", "--yes", "--skip-preview");
            destruction = pulumi.step("destroy", "--yes", "--skip-preview");
        }
    }

    /** The page's Java block that has a text in it. */
    private static String block(String text) throws IOException {
        return Pattern.compile("(?m)^```java\n((?:(?!```).*\n)*)```$")
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .filter(block -> block.contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block with " + text + " in " + PAGE));
    }

    private String inputs(Step step, String name) {
        return step.operations().stream()
                .filter(operation -> operation.name().equals(name))
                .map(operation -> operation.inputs().toString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(step.outcome().toString()));
    }

    @Test
    void the_table_is_there_before_the_functions_that_use_it_and_these_before_the_stage() {
        assertThat(creation.outcome().succeeded())
                .as(creation.outcome().toString())
                .isTrue();
        assertThat(creation.done())
                .containsSubsequence(
                        "create dynamodb.Table connections",
                        "create iam.RolePolicy chat-connections-function-policy",
                        "create lambda.Function chat-connections-function",
                        "create apigatewayv2.Stage chat-stage");
        assertThat(creation.done())
                .containsSubsequence(
                        "create lambda.Function chat-news-function", "create apigatewayv2.Stage chat-stage");
    }

    @Test
    void both_functions_know_the_table_by_the_name_that_it_got() {
        assertThat(inputs(creation, "chat-connections-function"))
                .containsPattern("CONNECTIONS_TABLE\\W+value\\W+string_value\\W+connections-[0-9a-f]{7}\\W");
        assertThat(inputs(creation, "chat-news-function"))
                .containsPattern("CONNECTIONS_TABLE\\W+value\\W+string_value\\W+connections-[0-9a-f]{7}\\W");
    }

    @Test
    void each_has_rights_to_that_table_alone() {
        assertThat(inputs(creation, "chat-connections-function-policy"))
                .contains("dynamodb:PutItem", "dynamodb:DeleteItem")
                .doesNotContain("dynamodb:Scan", "execute-api")
                .containsPattern("arn:aws:dynamodb:eu-west-1:\\d{12}:table/connections-[0-9a-f]{7}\\W");
        assertThat(inputs(creation, "chat-news-function-policy"))
                .contains("dynamodb:Scan", "dynamodb:DeleteItem", "execute-api:ManageConnections")
                .doesNotContain("dynamodb:PutItem");
    }

    @Test
    void played_a_broadcast_reaches_everybody_and_forgets_who_is_gone() throws Exception {
        var command = List.of("./edgesocket", "local", "--stack", "dev", "--port", "0", "--api-port", "0");
        var local = Command.of(command)
                .directory(project.folder().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = local.inputReader()) {
            var greeting = lines.lines()
                    .takeWhile(line -> !line.startsWith("Try it: "))
                    .collect(Collectors.joining("\n"));
            var edge = address(EDGE, greeting);
            try (var table = LocalTable.of(address(TABLES, greeting), "connections")) {
                try (var ada = Client.of(edge);
                        var grace = Client.of(edge)) {
                    table.putGone("AAAAAAAAAAAAAAA=");
                    ada.send("{\"action\":\"news\"}");

                    assertThat(grace.next()).isEqualTo("{\"action\":\"news\"}");
                    assertThat(List.of(ada.next(), ada.next()))
                            .containsExactlyInAnyOrder("{\"action\":\"news\"}", "sent to 2");
                    assertThat(table.ids()).hasSize(2).doesNotContain("AAAAAAAAAAAAAAA=");
                }
                table.awaitEmpty();
            }
        } finally {
            local.destroy();
        }
    }

    private static URI address(Pattern line, String greeting) {
        return line.matcher(greeting)
                .results()
                .map(found -> URI.create(found.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(greeting));
    }

    @Test
    void the_next_up_finds_nothing_to_do() {
        assertThat(repetition.outcome().succeeded())
                .as(repetition.outcome().toString())
                .isTrue();
        assertThat(repetition.operations()).isEmpty();
    }

    @Test
    void protection_changes_the_table_in_place() {
        assertThat(protection.done()).contains("update dynamodb.Table connections");
        assertThat(inputs(protection, "connections"))
                .containsPattern("deletionProtectionEnabled\\W+value\\W+bool_value\\W+true");
    }

    @Test
    void unprotected_it_goes_again() {
        assertThat(destruction.outcome().succeeded())
                .as(destruction.outcome().toString())
                .isTrue();
        assertThat(destruction.done()).contains("delete dynamodb.Table connections");
    }
}

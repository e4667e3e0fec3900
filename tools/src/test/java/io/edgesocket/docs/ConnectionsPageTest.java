package io.edgesocket.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.Context;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.connections.ConnectionTable;
import io.edgesocket.components.connections.ConnectionTableArgs;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.engine.project.Project;
import io.edgesocket.iam.StackRights;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.dynamodb.LocalTable;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.plan.Planner;
import io.edgesocket.settings.ConfiguredStack;
import io.edgesocket.settings.Settings;
import io.edgesocket.workspace.Client;
import io.edgesocket.workspace.InProject;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The page's example is planned, and played: a broadcast reaches everybody, and who is gone is forgotten. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsPageTest {
    static final Page PAGE = new Page(Path.of("docs", "connections.md"));
    private static final Path TEST = Path.of("tools/src/test/java/io/edgesocket/docs/ConnectionsPageTest.java");
    private static final Path HANDLERS = Path.of("io/edgesocket/docs/handlers");

    /** On a busy machine a function's start takes long. */
    private static final StackConfig PATIENT = new StackConfig(
            "edgesocket",
            "dev",
            Map.of("aws:region", "eu-west-1", "edgesocket:functions", "{\"timeout\": \"29s\"}"),
            Set.of());

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private FunctionCode newsCode;
    private LocalRun run;
    private LocalTable table;

    private void stack(Context ctx) {
        var stack = ConfiguredStack.of(ctx);
        var code = FunctionCode.java("io.edgesocket.users.OriginKeyHandler", Path.of("target/function/users"));
        var routes = routes(stack.settings()).route("send", Route.mock()); // which the settings of prod throttle
        var api = stack.api("chat", routes, code);
        stack.cdn("cdn", api, stack.certificate("certificate"));
    }

    private WebSocketApiArgs.Builder routes(Settings settings) {
        var connections = new ConnectionTable(
                "connections",
                ConnectionTableArgs.builder()
                        .handler(settings.functions().toFunction(ConnectionTable.HANDLER))
                        .tags(settings.tags())
                        .build(),
                settings.options());
        var news = new NewFunction(
                "news", connections.broadcasting(settings.functions().toFunction(newsCode)));
        return WebSocketApiArgs.builder()
                .route("$connect", Route.to(connections.handler()))
                .route("$disconnect", Route.to(connections.handler()))
                .route("news", Route.to(news).replying())
                .stage(settings.stage().toStage());
    }

    /** Classes in the folders of their packages, and jars in {@code lib}: what the page's code is deployed as. */
    @BeforeAll
    void start(@TempDir(factory = InProject.class) Path folder) throws IOException {
        copy(Path.of("tools/target/test-classes").resolve(HANDLERS), folder.resolve(HANDLERS));
        copy(Path.of(ConnectionTable.LIBRARIES), folder.resolve("lib"));
        newsCode = FunctionCode.java("io.edgesocket.docs.handlers.NewsHandler", folder);
        run = LocalRun.start(
                Engine.run(PATIENT, this::stack),
                Path.of(""),
                new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0),
                Journal.NONE,
                (function, line) -> logged.add(function + ": " + line));
        table = LocalTable.of(run.tables().orElseThrow().address(), "connections");
    }

    private static void copy(Path folder, Path target) throws IOException {
        Files.createDirectories(target);
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    @AfterAll
    void stop() {
        table.close();
        run.close();
    }

    private Registrations registrations(String stack) {
        return Engine.run(Project.at(Path.of("")).stack(stack), this::stack);
    }

    @Test
    void the_program_and_the_handler_of_the_page_are_those_that_are_tested() throws IOException {
        var blocks = PAGE.blocks("java").map(ConnectionsPageTest::withoutSpace).toList();
        assertThat(blocks).hasSize(2);
        assertThat(withoutSpace(Files.readString(TEST)))
                .contains(blocks.get(0)
                        .replace("FunctionCode.java(NewsHandler.class,ConnectionTable.LIBRARIES)", "newsCode"));
        assertThat(withoutSpace(Files.readString(
                        Path.of("tools/src/test/java").resolve(HANDLERS).resolve("NewsHandler.java"))))
                .endsWith(blocks.get(1));
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s", "");
    }

    @Test
    void it_is_planned() {
        var plan = Planner.plan(registrations("dev"), Path.of(""));
        assertThat(plan.resources())
                .extracting(resource -> resource.type().replaceFirst(".*:", "") + " " + resource.name())
                .contains("Table connections", "Function chat-connections-function", "Function chat-news-function");
        assertThat(plan.resources())
                .filteredOn(resource -> resource.custom() && resource.name().equals("chat-news-function"))
                .singleElement()
                .satisfies(function -> assertThat(function.inputs().toString())
                        .contains("\"CONNECTIONS_TABLE\":\"${connections.name}\""));
    }

    @Test
    void the_rights_that_it_needs_are_known() {
        assertThat(StackRights.unknownTypes(registrations("dev"))).isEmpty();
    }

    @Test
    void in_prod_nobody_deletes_the_table_by_mistake() {
        assertThat(registrations("prod").resources())
                .filteredOn(resource -> resource.type().equals("aws:dynamodb/table:Table"))
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.options().protect()).isTrue();
                    assertThat(table.options().retainOnDelete()).isFalse();
                    assertThat(table.inputs().toString()).contains("deletionProtectionEnabled");
                });
    }

    @Test
    void a_broadcast_reaches_everybody_and_forgets_who_is_gone() throws Exception {
        try (var ada = Client.of(run.edge());
                var grace = Client.of(run.edge())) {
            table.putGone("AAAAAAAAAAAAAAA=");
            assertThat(table.ids()).hasSize(3);
            ada.send("{\"action\":\"news\",\"text\":\"hello\"}");

            assertThat(grace.next()).isEqualTo("{\"action\":\"news\",\"text\":\"hello\"}");
            assertThat(List.of(ada.next(), ada.next()))
                    .as(logged::toString)
                    .containsExactlyInAnyOrder("{\"action\":\"news\",\"text\":\"hello\"}", "sent to 2");
            assertThat(table.ids()).hasSize(2).doesNotContain("AAAAAAAAAAAAAAA=");
        }
        table.awaitEmpty();
    }

    @Test
    void an_action_that_is_not_played_is_refused_by_name() {
        assertThatThrownBy(() -> table.client()
                        .updateItem(request -> request.tableName("connections")
                                .key(Map.of("connectionId", AttributeValue.fromS("Abc=")))))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageStartingWith(
                        "UpdateItem is not played on localhost; start DynamoDB Local and give its address: "
                                + "--service dynamodb=http://127.0.0.1:8000");
    }
}

package io.edgesocket.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.ServiceTarget;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.apigateway.GatewayOptions;
import io.edgesocket.local.cloudfront.EdgeOptions;
import io.edgesocket.local.dynamodb.LocalTable;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.local.lambda.FunctionOptions;
import io.edgesocket.local.stack.RefusedStackException;
import io.edgesocket.workspace.Client;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Where the tables of a stack are when it is played. */
@Timeout(60)
class StackTablesTest {
    @Test
    void the_tables_of_a_stack_are_in_memory() {
        try (var run = start(stack("messages", "users"), GatewayOptions.AWS)) {
            assertThat(run.tables()).hasValueSatisfying(tables -> {
                assertThat(tables.names()).containsExactly("messages", "users");
                assertThat(tables.inMemory()).isTrue();
            });
            assertThat(run.notPlayed()).noneMatch(line -> line.contains("messages"));
        }
    }

    @Test
    void a_stack_without_tables_has_none() {
        try (var run = start(stack(), GatewayOptions.AWS)) {
            assertThat(run.tables()).isEmpty();
        }
    }

    @Test
    void an_address_that_is_given_takes_their_place() {
        var given = URI.create("http://127.0.0.1:8000");
        try (var run = start(stack("messages"), GatewayOptions.AWS.withService("dynamodb", given))) {
            assertThat(run.tables()).contains(new ServedTables(given, List.of("messages"), false));
        }
    }

    @Test
    void what_a_route_puts_into_a_table_is_found_there() throws Exception {
        try (var run = start(stack("messages"), GatewayOptions.AWS)) {
            assertThat(answer(run, "{\"action\":\"keep\"}")).isNotEqualTo("null");
            try (var client = client(run)) {
                assertThat(client.scan(request -> request.tableName("messages")).items())
                        .singleElement()
                        .satisfies(item -> assertThat(item).containsKey("connectionId"));
            }
        }
    }

    @Test
    void a_stack_s_first_table_needs_a_new_start() {
        try (var run = start(stack(), GatewayOptions.AWS)) {
            assertThatThrownBy(() -> run.take(stack("messages")))
                    .isInstanceOf(RefusedStackException.class)
                    .hasMessage("the stack has its first table now, messages: start again to play it");
        }
    }

    @Test
    void a_further_table_is_taken_up() {
        try (var run = start(stack("messages"), GatewayOptions.AWS);
                var client = client(run)) {
            run.take(stack("messages", "users"));
            assertThat(run.tables().orElseThrow().names()).containsExactly("messages", "users");
            assertThat(client.scan(request -> request.tableName("users")).items())
                    .isEmpty();
        }
    }

    private static DynamoDbClient client(LocalRun run) {
        return LocalTable.client(run.tables().orElseThrow().address());
    }

    private static String answer(LocalRun run, String message) throws InterruptedException {
        try (var client = Client.of(run.edge())) {
            client.send(message);
            return client.next();
        }
    }

    /** With a route to the first of the tables. */
    private static Registrations stack(String... tables) {
        return Engine.run(new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of()), ctx -> {
            var routes = WebSocketApiArgs.builder().route("$default", Route.mock("{}"));
            for (var name : tables) {
                var table = new Table(
                        name,
                        TableArgs.builder()
                                .billingMode("PAY_PER_REQUEST")
                                .hashKey("connectionId")
                                .attributes(TableAttributeArgs.builder()
                                        .name("connectionId")
                                        .type("S")
                                        .build())
                                .build());
                if (name.equals(tables[0])) {
                    routes.route("keep", Route.to(ServiceTarget.table(table)).replying());
                }
            }
            var api = new WebSocketApi("chat", routes.build());
            new WebSocketCdn(
                    "cdn",
                    WebSocketCdnArgs.builder().origin(WebSocketOrigin.of(api)).build());
        });
    }

    private static LocalRun start(Registrations registrations, GatewayOptions gateway) {
        return LocalRun.start(
                registrations,
                Path.of(""),
                new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0),
                new LocalOptions(gateway, FunctionOptions.NONE, Map.of(), EdgeOptions.NONE),
                Journal.NONE,
                FunctionLog.NONE);
    }
}

package io.edgesocket.components.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.functions.ConnectionAction;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionTableTest {
    private static final String TABLE = "aws:dynamodb/table:Table connections";
    private static final String KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final String RIGHTS = """
            {"Effect":"Allow","Action":["dynamodb:%s","dynamodb:DeleteItem"],\
            "Resource":"arn:aws:mock:::connections"}""";

    @AfterEach
    void cleanup() {
        PulumiTest.cleanup();
    }

    @Test
    void a_table_is_paid_by_request_and_forgets_what_has_expired() {
        assertThat(recorded(args -> args).get(TABLE))
                .isEqualTo(Map.of(
                        "billingMode",
                        "PAY_PER_REQUEST",
                        "hashKey",
                        "connectionId",
                        "attributes",
                        List.of(Map.of("name", "connectionId", "type", "S")),
                        "ttl",
                        Map.of("attributeName", "expires", "enabled", true)));
    }

    @Test
    void everything_set_is_registered() {
        var made = recorded(args -> args.pointInTimeRecovery(true).kmsKey(KEY).tags(Map.of("team", "chat")));
        assertThat(made.get(TABLE))
                .contains(
                        entry("pointInTimeRecovery", Map.of("enabled", true)),
                        entry("serverSideEncryption", Map.of("enabled", true, "kmsKeyArn", KEY)),
                        entry("tags", Map.of("team", "chat")));
    }

    @Test
    void a_protected_table_has_deletion_protection() {
        var options = ComponentResourceOptions.builder().protect(true).build();
        assertThat(recorded(args -> args, options).get(TABLE)).containsEntry("deletionProtectionEnabled", true);
    }

    @Test
    void connect_and_disconnect_lead_to_one_function_that_knows_the_table() {
        assertThat(recorded(args -> args))
                .containsKeys(
                        "aws:apigatewayv2/route:Route chat-connect", "aws:apigatewayv2/route:Route chat-disconnect")
                .hasEntrySatisfying(
                        "aws:lambda/function:Function chat-connections-function",
                        inputs -> assertThat(variables(inputs))
                                .containsEntry("CONNECTIONS_TABLE", "connections-1a2b3c4"));
    }

    @Test
    void the_function_may_put_and_delete_items_and_nothing_with_connections() {
        assertThat(policy(recorded(args -> args), "connections"))
                .contains(RIGHTS.formatted("PutItem"))
                .doesNotContain("execute-api");
    }

    @Test
    void a_function_that_sends_to_all_may_read_them_and_delete_who_is_gone() {
        var made = recorded(args -> args);
        assertThat(variables(made.get("aws:lambda/function:Function chat-news-function")))
                .containsEntry("CONNECTIONS_TABLE", "connections-1a2b3c4");
        assertThat(policy(made, "news"))
                .contains(RIGHTS.formatted("Scan"))
                .contains("/POST/@connections/*")
                .doesNotContain("kms:");
    }

    @Test
    void with_a_key_of_one_s_own_both_functions_may_use_it() {
        var made = recorded(args -> args.kmsKey(Output.of(KEY)));
        assertThat(List.of(policy(made, "connections"), policy(made, "news")))
                .allSatisfy(policy -> assertThat(policy).contains("""
                        {"Effect":"Allow","Action":["kms:Decrypt"],"Resource":"%s"}""".formatted(KEY)));
    }

    @Test
    void a_function_whose_role_exists_is_told_the_table_and_nothing_else() {
        var existing = function().toBuilder()
                .role("arn:aws:iam::123456789012:role/functions")
                .build();
        assertThat(recorded(args -> args.handler(existing)))
                .doesNotContainKey("aws:iam/rolePolicy:RolePolicy chat-connections-function-policy")
                .hasEntrySatisfying(
                        "aws:lambda/function:Function chat-connections-function",
                        inputs -> assertThat(variables(inputs)).containsKey("CONNECTIONS_TABLE"));
    }

    @Test
    void a_transform_may_change_the_table() {
        var made = recorded(args -> args.transform(child -> child.change(
                TableArgs.class,
                table -> TableArgs.builder(table)
                        .tableClass("STANDARD_INFREQUENT_ACCESS")
                        .build())));
        assertThat(made.get(TABLE)).containsEntry("tableClass", "STANDARD_INFREQUENT_ACCESS");
    }

    @Test
    void a_function_sends_to_the_connections_of_one_table() {
        assertThatThrownBy(() -> run(() -> {
                    var table = table();
                    table.broadcasting(table.broadcasting(function()));
                }))
                .hasMessageContaining(
                        "broadcasting.environment.CONNECTIONS_TABLE: given; nothing: the table sets it, and a "
                                + "function has one such table");
    }

    @Test
    void a_function_that_may_not_send_is_refused() {
        var silent = function().toBuilder().connections(ConnectionAction.GET).build();
        assertThatThrownBy(() -> run(() -> table().broadcasting(silent)))
                .hasMessageContaining("broadcasting.connections: [GET]; POST among them, as it sends to connections");
    }

    private static LambdaFunctionArgs function() {
        return LambdaFunctionArgs.builder()
                .code(FunctionCode.nodejs(Path.of("src/main/edge/region-header"), "index.handler"))
                .build();
    }

    private static ConnectionTable table() {
        return new ConnectionTable(
                "connections", ConnectionTableArgs.builder().handler(function()).build());
    }

    @SuppressWarnings("unchecked") // as registered
    private static Map<String, Object> variables(Map<String, Object> function) {
        return (Map<String, Object>) ((Map<String, Object>) function.get("environment")).get("variables");
    }

    private static String policy(Map<String, Map<String, Object>> made, String function) {
        return made.get("aws:iam/rolePolicy:RolePolicy chat-" + function + "-function-policy")
                .get("policy")
                .toString();
    }

    /** An API that uses the table, by what was registered with which inputs. */
    private static Map<String, Map<String, Object>> recorded(UnaryOperator<ConnectionTableArgs.Builder> args) {
        return recorded(args, ComponentResourceOptions.Empty);
    }

    private static Map<String, Map<String, Object>> recorded(
            UnaryOperator<ConnectionTableArgs.Builder> args, ComponentResourceOptions options) {
        return run(() -> {
            var given = args.apply(ConnectionTableArgs.builder().handler(function()));
            var connections = new ConnectionTable("connections", given.build(), options);
            new WebSocketApi(
                    "chat",
                    WebSocketApiArgs.builder()
                            .route("$connect", Route.to(connections.handler()))
                            .route("$disconnect", Route.to(connections.handler()))
                            .route("news", Route.to(new NewFunction("news", connections.broadcasting(function()))))
                            .build());
        });
    }

    private static Map<String, Map<String, Object>> run(Runnable program) {
        var registered = new ConcurrentHashMap<String, Map<String, Object>>();
        Mocks mocks = resource -> {
            registered.put(resource.type + " " + resource.name, resource.inputs);
            var state = new HashMap<>(resource.inputs);
            state.putIfAbsent("name", resource.name + "-1a2b3c4");
            state.put("arn", "arn:aws:mock:::" + resource.name);
            state.put("invokeArn", "arn:aws:apigateway:::" + resource.name);
            state.put("apiEndpoint", "wss://a1b2c3.execute-api.eu-west-1.amazonaws.com");
            state.put("executionArn", "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3");
            return CompletableFuture.completedFuture(
                    Mocks.ResourceResult.of(Optional.of(resource.name + "-id"), state));
        };
        PulumiTest.withMocks(mocks)
                .withOptions(TestOptions.builder()
                        .projectName("shop")
                        .stackName("dev")
                        .build())
                .runTest(ctx -> program.run())
                .throwOnError();
        return registered;
    }
}

package io.edgesocket.components.connections;

import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.aws.dynamodb.inputs.TableTtlArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.functions.ConnectionAction;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Placeholder;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Who is connected: a DynamoDB table with an item for each connection, and the function that keeps it.
 * <pre>{@code
 * var connections = new ConnectionTable("connections");
 * var news = new NewFunction("news", connections.broadcasting(settings.functions()
 *         .toFunction(FunctionCode.java(NewsHandler.class, ConnectionTable.LIBRARIES))));
 * WebSocketApiArgs.builder()
 *         .route("$connect", Route.to(connections.handler()))
 *         .route("$disconnect", Route.to(connections.handler()))
 *         .route("news", Route.to(news))…
 * }</pre>
 * A handler then sends to everybody by {@code io.edgesocket.connections.Connections.fromEnvironment().broadcast(text)}.
 *
 * <p>The table's key is {@code connectionId}. An item has the times {@code connectedAt} and {@code expires} in seconds since
 * 1970; two hours lie between them, as API Gateway ends every connection by then. DynamoDB deletes what has expired. The table
 * is paid by request, and encrypted. With the option {@code protect} the table can't be deleted, by Pulumi or by others.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">Time to live</a>
 */
public final class ConnectionTable extends ComponentResource {
    /** The environment variable of functions that use the table: its name in AWS. */
    public static final String TABLE_VARIABLE = "CONNECTIONS_TABLE";

    /** The libraries of a Java handler that sends to all connections: a folder of jars, which Maven makes. */
    public static final String LIBRARIES = "target/function/connections";

    /** Answers {@code $connect} and {@code $disconnect}. */
    public static final FunctionCode HANDLER =
            FunctionCode.java("io.edgesocket.connections.ConnectionHandler", Path.of(LIBRARIES));

    static final String TYPE = "edgesocket:aws:ConnectionTable";

    private static final String KEY = "connectionId";
    private static final String EXPIRES = "expires";

    private final String name;
    private final ConnectionTableArgs args;
    private final Table table;
    private final NewFunction handler;

    /** With defaults alone. */
    public ConnectionTable(String name) {
        this(name, ConnectionTableArgs.builder().build());
    }

    /** @throws InvalidArgumentsException with everything that is wrong; nothing is registered then */
    public ConnectionTable(String name, ConnectionTableArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    /**
     * @param options with {@code protect} the table has deletion protection in AWS too
     * @throws InvalidArgumentsException with everything that is wrong; nothing is registered then
     */
    public ConnectionTable(String name, ConnectionTableArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args.checked(name), options);
        this.name = name;
        this.args = args;
        this.table = new Children(this, name, args.transform)
                .add(Table::new, "", tableArgs(options.getProtect().orElse(false)));
        this.handler = new NewFunction(
                name, using(args.handler.toBuilder().connections().build(), "dynamodb:PutItem", "dynamodb:DeleteItem"));
        registerOutputs(Map.of("tableName", tableName()));
    }

    public Table table() {
        return table;
    }

    /** The table's name in AWS. */
    public Output<String> tableName() {
        return Placeholder.ifAbsent(table.name(), table, "name");
    }

    /**
     * What {@code $connect} and {@code $disconnect} lead to: it puts each connection into the table, and takes it out. In its
     * API it has this component's name.
     */
    public NewFunction handler() {
        return handler;
    }

    /**
     * The same function, told the table's name, as {@value #TABLE_VARIABLE}; it may read all connections, and delete those that
     * are gone. One that has a role that exists is told the name alone: what it may do is said where that role is made.
     *
     * @throws InvalidArgumentsException if it has that variable already, or may not send to connections
     */
    public LambdaFunctionArgs broadcasting(LambdaFunctionArgs function) {
        var problems = new Problems();
        checkVariable(problems, Property.of("broadcasting", "environment"), function);
        problems.unless(
                function.connections.contains(ConnectionAction.POST),
                Property.of("broadcasting", "connections"),
                function.connections.toString(),
                "POST among them, as it sends to connections");
        problems.raise("ConnectionTable", name);
        return using(function, "dynamodb:Scan", "dynamodb:DeleteItem");
    }

    /** A function has one table. */
    static void checkVariable(Problems problems, Property environment, LambdaFunctionArgs function) {
        problems.unless(
                !function.environment.variables().containsKey(TABLE_VARIABLE),
                environment.then(TABLE_VARIABLE),
                "given",
                "nothing: the table sets it, and a function has one such table");
    }

    private LambdaFunctionArgs using(LambdaFunctionArgs function, String... actions) {
        var using = function.toBuilder().environment(TABLE_VARIABLE, tableName());
        if (function.makesRole()) {
            using.allow(List.of(actions), Placeholder.ifAbsent(table.arn(), table, "arn"));
            args.kmsKey.map(Input::output).ifPresent(key -> using.allow(List.of("kms:Decrypt"), key));
        }
        return using.build();
    }

    private TableArgs tableArgs(boolean isProtected) {
        var made = TableArgs.builder()
                .billingMode("PAY_PER_REQUEST")
                .hashKey(KEY)
                .attributes(TableAttributeArgs.builder().name(KEY).type("S").build())
                .ttl(TableTtlArgs.builder().attributeName(EXPIRES).enabled(true).build());
        if (args.pointInTimeRecovery) {
            made.pointInTimeRecovery(
                    TablePointInTimeRecoveryArgs.builder().enabled(true).build());
        }
        args.kmsKey
                .map(Input::output)
                .ifPresent(key -> made.serverSideEncryption(TableServerSideEncryptionArgs.builder()
                        .enabled(true)
                        .kmsKeyArn(key)
                        .build()));
        if (isProtected) {
            made.deletionProtectionEnabled(true);
        }
        args.tags.ifPresent(made::tags);
        return made.build();
    }
}

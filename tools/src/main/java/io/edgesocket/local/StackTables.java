package io.edgesocket.local;

import io.edgesocket.local.dynamodb.DynamoDb;
import io.edgesocket.local.dynamodb.RegisteredTables;
import io.edgesocket.local.stack.RefusedStackException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands for DynamoDB: what was given, or for a stack that has tables, one in memory. */
final class StackTables implements AutoCloseable {
    /** Its name in {@code --service}, and in the URIs of integrations. */
    static final String SERVICE = "dynamodb";

    private final Optional<URI> given;
    private final Optional<DynamoDb> inMemory;
    private volatile RegisteredTables tables;

    private StackTables(Optional<URI> given, Optional<DynamoDb> inMemory, RegisteredTables tables) {
        this.given = given;
        this.inMemory = inMemory;
        this.tables = tables;
    }

    /** @param services addresses that were given, by the services' names */
    static StackTables start(RegisteredTables tables, Map<String, URI> services) throws IOException {
        var given = Optional.ofNullable(services.get(SERVICE));
        return new StackTables(
                given,
                given.isEmpty() && !tables.isEmpty() ? Optional.of(DynamoDb.start(tables)) : Optional.empty(),
                tables);
    }

    /** Where functions and routes find it. */
    Optional<URI> address() {
        return given.or(() -> inMemory.map(DynamoDb::address));
    }

    /** Empty if the stack has none. */
    Optional<ServedTables> served() {
        return address()
                .filter(there -> !tables.isEmpty())
                .map(there -> new ServedTables(there, tables.names(), inMemory.isPresent()));
    }

    List<String> notPlayed() {
        return inMemory.isPresent() ? tables.notPlayed() : List.of();
    }

    /** @throws RefusedStackException if nothing stands for DynamoDB, and it has tables */
    void check(RegisteredTables next) {
        if (address().isEmpty() && !next.isEmpty()) {
            throw new RefusedStackException("the stack has its first table now, " + String.join(", ", next.names())
                    + ": start again to play it");
        }
    }

    void take(RegisteredTables next) {
        inMemory.ifPresent(running -> running.take(next));
        tables = next;
    }

    @Override
    public void close() {
        inMemory.ifPresent(DynamoDb::close);
    }
}

package io.edgesocket.local;

import java.net.URI;
import java.util.List;

/**
 * Where a stack's tables are.
 *
 * @param address  where every AWS SDK finds them, given as {@code AWS_ENDPOINT_URL_DYNAMODB}
 * @param names    as they are called there
 * @param inMemory whether they are here, and gone at the end; otherwise they must be at the address already
 */
public record ServedTables(URI address, List<String> names, boolean inMemory) {
    public ServedTables {
        names = List.copyOf(names);
    }
}

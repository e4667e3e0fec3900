package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.Optional;
import java.util.Set;

/** The key value stores of a stack, with the entries that its program registers. */
record KeyValueStores(PlayedStack stack) {
    private static final String STORE = "aws:cloudfront/keyValueStore:KeyValueStore";
    private static final String ENTRIES = "aws:cloudfront/keyvaluestoreKeysExclusive:KeyvaluestoreKeysExclusive";
    private static final String ENTRY = "aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey";

    /** The types of resource that are played here. */
    static final Set<String> PLAYED = Set.of(STORE, ENTRIES, ENTRY);

    /** Texts by key; empty if the store is not of this stack. */
    Optional<JsonNode> read(String arn) {
        return stack.ofType(STORE)
                .filter(store -> arn.contains(store.word("arn")))
                .findFirst()
                .map(this::entries);
    }

    private ObjectNode entries(PlayedResource store) {
        var entries = JsonNodeFactory.instance.objectNode();
        stack.ofType(ENTRIES)
                .filter(all -> isOf(store, all))
                .forEach(all -> all.inputs().path("resourceKeyValuePairs").forEach(pair -> put(entries, pair)));
        stack.ofType(ENTRY).filter(one -> isOf(store, one)).forEach(one -> put(entries, one.inputs()));
        return entries;
    }

    private static boolean isOf(PlayedResource store, PlayedResource entries) {
        return entries.text("keyValueStoreArn").contains(store.word("arn"));
    }

    private static void put(ObjectNode entries, JsonNode pair) {
        entries.put(pair.path("key").asText(), pair.path("value").asText());
    }
}

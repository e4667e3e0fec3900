package io.edgesocket.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The items of a table, in memory. */
final class Table {
    private final RegisteredTable registered;
    private final NavigableMap<Key, JsonNode> items = new TreeMap<>();

    Table(RegisteredTable registered) {
        this.registered = registered;
    }

    RegisteredTable registered() {
        return registered;
    }

    /** @return what was there before */
    synchronized Optional<JsonNode> put(JsonNode item) {
        return Optional.ofNullable(items.put(Key.of(registered, item), item));
    }

    synchronized Optional<JsonNode> get(Key key) {
        return Optional.ofNullable(items.get(key));
    }

    synchronized Optional<JsonNode> delete(Key key) {
        return Optional.ofNullable(items.remove(key));
    }

    /**
     * One page.
     *
     * @param last the key of the last item, which the next page begins after; empty if there is no next page
     */
    record Page(List<JsonNode> items, Optional<Key> last) {}

    /**
     * The next items in order.
     *
     * @param after    the key that they come after; empty for those from the beginning
     * @param backward whether the order is the opposite one
     * @param most     how many at most; fewer if they have more than 1 MB
     */
    synchronized Page page(Predicate<Key> wanted, Optional<Key> after, boolean backward, int most) {
        var ordered = backward ? items.descendingMap() : items;
        var rest = after.<NavigableMap<Key, JsonNode>>map(key -> ordered.tailMap(key, false))
                .orElse(ordered);
        var page = new ArrayList<JsonNode>();
        var bytes = 0;
        for (var item : rest.entrySet()) {
            if (!wanted.test(item.getKey())) {
                continue;
            }
            page.add(item.getValue());
            bytes += ItemSize.of(item.getValue());
            if (page.size() == most || bytes >= ItemSize.PAGE_MAX) {
                return new Page(page, Optional.of(item.getKey()));
            }
        }
        return new Page(page, Optional.empty());
    }
}

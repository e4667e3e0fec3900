package io.edgesocket.plan.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How much is shown of a long run of similar neighbours, such as the 300 routes of an API. */
public enum Folding {
    /** The first {@value #SHOWN} of a run of more than {@value #MOST}; the rest are counted. */
    FOLDED,
    /** All of them. */
    ALL;

    static final int MOST = 8;
    static final int SHOWN = 5;

    /** Divides the items into runs of similar neighbours. */
    <T> List<Run<T>> runs(List<T> items, Function<T, ?> similarity) {
        var runs = new ArrayList<Run<T>>();
        var start = 0;
        for (var end = 1; end <= items.size(); end++) {
            if (end == items.size() || !similarity.apply(items.get(end)).equals(similarity.apply(items.get(start)))) {
                runs.add(fold(items.subList(start, end)));
                start = end;
            }
        }
        return runs;
    }

    private <T> Run<T> fold(List<T> alike) {
        var first = this == FOLDED && alike.size() > MOST ? SHOWN : alike.size();
        return new Run<>(alike.subList(0, first), alike.subList(first, alike.size()));
    }

    /** @param hidden those that are only counted */
    record Run<T>(List<T> shown, List<T> hidden) {}
}

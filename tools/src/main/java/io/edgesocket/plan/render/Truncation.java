package io.edgesocket.plan.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Keeps blocks of text within a limit: it leaves out whole blocks in the middle, and a note says how many. */
final class Truncation {
    private Truncation() {}

    /**
     * Joins the blocks.
     *
     * @param limit the most characters of the result; empty if not even the note fits
     * @param note  the text for so many missing blocks
     */
    static String cut(List<String> blocks, int limit, IntFunction<String> note) {
        var whole = String.join("", blocks);
        if (whole.length() <= limit) {
            return whole;
        }
        var left = limit - note.apply(blocks.size()).length();
        if (left < 0) {
            return "";
        }
        var first = 0;
        var last = blocks.size();
        for (var fromHead = true; blocks.get(fromHead ? first : last - 1).length() <= left; fromHead = !fromHead) {
            left -= blocks.get(fromHead ? first++ : --last).length();
        }
        return String.join("", blocks.subList(0, first))
                + note.apply(last - first)
                + String.join("", blocks.subList(last, blocks.size()));
    }

    /** Divides a limit into shares. A text that needs less than its share leaves the rest to the others. */
    static List<Integer> shares(List<Integer> needs, int limit) {
        var shares = new ArrayList<>(needs);
        var bySize = IntStream.range(0, needs.size())
                .boxed()
                .sorted(Comparator.comparing(needs::get))
                .toList();
        var left = Math.max(0, limit);
        for (var done = 0; done < bySize.size(); done++) {
            var index = bySize.get(done);
            shares.set(index, Math.min(needs.get(index), left / (bySize.size() - done)));
            left -= shares.get(index);
        }
        return shares;
    }
}

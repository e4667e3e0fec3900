package io.edgesocket.plan.render;

import java.util.List;
import java.util.stream.IntStream;

/** Folded details that share the space that is left in a comment. */
final class DetailsBlocks {
    private DetailsBlocks() {}

    /** A planned fold: its summary as HTML, and blocks of Markdown. Each block can be left out. */
    record Fold(String summary, List<String> blocks) {
        private String within(int limit) {
            var frame = Markdown.fold(summary, "").length();
            return Markdown.fold(summary, Truncation.cut(blocks, limit - frame, count -> leftOut(count, "resource")));
        }
    }

    /** The folds that aren't empty, together of at most so many characters. */
    static String fit(List<Fold> folds, int room) {
        var filled = folds.stream().filter(fold -> !fold.blocks().isEmpty()).toList();
        var shares = Truncation.shares(
                filled.stream()
                        .map(fold -> fold.within(Integer.MAX_VALUE).length())
                        .toList(),
                room);
        return Truncation.cut(
                IntStream.range(0, filled.size())
                        .mapToObj(i -> filled.get(i).within(shares.get(i)))
                        .toList(),
                room,
                count -> leftOut(count, "part"));
    }

    private static String leftOut(int count, String thing) {
        return "\n*… " + Counts.number(count, thing) + " left out here: a comment holds " + Markdown.COMMENT_MAX
                + " characters …*\n\n";
    }
}

package io.edgesocket.plan.render;

import static io.edgesocket.plan.render.Markdown.code;

import io.edgesocket.plan.diff.AllStacksDiff;
import io.edgesocket.plan.diff.StackDiff;
import io.edgesocket.plan.diff.StackDiff.Compared;
import io.edgesocket.plan.preview.Previews;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a change means for all stacks, as one comment for a pull request. */
public final class StacksMarkdown {
    private final AllStacksDiff diff;
    private final Previews previews;

    private StacksMarkdown(AllStacksDiff diff, Previews previews) {
        this.diff = diff;
        this.previews = previews;
    }

    /**
     * A row for each stack, with what a reviewer must not miss; the details of each folded. The last line is a hidden tag
     * {@code <!-- edgesocket against PROJECT -->}. At most {@value Markdown#COMMENT_MAX} characters: if there is more, details
     * are left out, and the comment says which command shows them.
     *
     * @param project for the tag
     * @param command what shows all of it, on a line of its own in a shell
     */
    public static String render(AllStacksDiff diff, Previews previews, String project, String command) {
        var markdown = new StacksMarkdown(diff, previews);
        var tag = "\n" + Markdown.tag("against", project);
        var head = markdown.head();
        var room = Markdown.COMMENT_ROOM - head.length() - tag.length();
        var folds = diff.stacks().stream().flatMap(markdown::folds).toList();
        var details = DetailsBlocks.fit(folds, Integer.MAX_VALUE);
        if (details.length() <= room) {
            return head + details + tag;
        }
        var rest = "\nThe rest: `" + command + "`\n";
        return head + DetailsBlocks.fit(folds, room - rest.length()) + rest + tag;
    }

    private String head() {
        var rows = StackRow.of(diff, previews).stream().map(this::row).toList();
        var quiet = StackRow.quiet(diff, previews);
        return "**" + code(diff.before()) + " → " + code(diff.after()) + "**\n\n"
                + diff.notes().stream().map(note -> "> " + code(note) + "\n\n").collect(Collectors.joining())
                + (rows.isEmpty() ? "" : Markdown.table(columns(), rows) + "\n")
                + (quiet.isEmpty() ? "" : "Unchanged: " + codes(quiet) + "\n\n");
    }

    private List<String> columns() {
        return isPreviewed() ? List.of("", "Stack", "What", "On AWS", "Mind") : List.of("", "Stack", "What", "Mind");
    }

    private boolean isPreviewed() {
        return !previews.stacks().isEmpty();
    }

    private List<String> row(StackRow row) {
        var cells = new ArrayList<String>();
        cells.add(code(row.sign().sign()));
        cells.add(codes(row.stacks()));
        cells.add(row.summary().lines().map(Markdown::code).collect(Collectors.joining("<br>")));
        if (isPreviewed()) {
            cells.add(row.preview()
                    .map(preview -> PreviewsMarkdown.counts(preview, row.previewFailed()))
                    .orElse(""));
        }
        cells.add(Stream.concat(
                        row.effects().stream().map(PreviewsMarkdown::effect),
                        row.preview().stream().flatMap(PreviewsMarkdown::notes))
                .collect(Collectors.joining("<br>")));
        return cells;
    }

    private static String codes(List<String> names) {
        return names.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    private Stream<DetailsBlocks.Fold> folds(StackDiff stack) {
        var planned = stack instanceof Compared compared && !compared.isUnchanged()
                ? Stream.of(fold(compared))
                : Stream.<DetailsBlocks.Fold>of();
        return Stream.concat(planned, previews.of(stack.stack()).stream().flatMap(PreviewsMarkdown::folds));
    }

    private static DetailsBlocks.Fold fold(Compared stack) {
        var summary = new Verdict(stack.diff(), UnaryOperator.identity()).summary();
        return new DetailsBlocks.Fold(
                Markdown.htmlWord(stack.stack()) + ": " + summary, DiffMarkdown.blocks(stack.diff()));
    }
}

package io.edgesocket.plan.render;

import static io.edgesocket.plan.render.Markdown.code;

import io.edgesocket.plan.diff.Effect;
import io.edgesocket.plan.preview.Previews;
import io.edgesocket.plan.preview.StackPreview;
import io.edgesocket.plan.preview.StackPreview.Failed;
import io.edgesocket.plan.preview.StackPreview.Previewed;
import io.edgesocket.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Pulumi's previews say, as Markdown for an issue or a summary. */
public final class PreviewsMarkdown {
    /** The most characters of a line of a log. */
    private static final int LOG_LINE_MAX = 300;

    private PreviewsMarkdown() {}

    /**
     * A row for each stack; the details of each folded. The last line is a hidden tag
     * {@code <!-- edgesocket preview PROJECT -->}. At most {@value Markdown#COMMENT_MAX} characters: details are left out if
     * there is more.
     *
     * @param project for the tag
     */
    public static String render(Previews previews, String project) {
        var tag = "\n" + Markdown.tag("preview", project);
        var rows = previews.stacks().stream().map(PreviewsMarkdown::row).toList();
        var head = Markdown.table(List.of("Stack", "On AWS", "Mind"), rows) + "\n";
        var room = Markdown.COMMENT_ROOM - head.length() - tag.length();
        return head
                + DetailsBlocks.fit(
                        previews.stacks().stream()
                                .flatMap(PreviewsMarkdown::folds)
                                .toList(),
                        room)
                + tag;
    }

    private static List<String> row(StackPreview preview) {
        var summary = PreviewSummary.of(preview);
        return List.of(
                code(preview.stack()),
                counts(summary, preview instanceof Failed),
                Stream.concat(PreviewsText.effects(preview).stream().map(PreviewsMarkdown::effect), notes(summary))
                        .collect(Collectors.joining("<br>")));
    }

    static String counts(PreviewSummary summary, boolean failed) {
        var counts = code(summary.counts());
        return failed ? "**" + counts + "**" : counts;
    }

    static String effect(Effect effect) {
        return "**" + effect.kind().word() + "**: " + code(effect.resource()) + " " + Markdown.word(effect.reason());
    }

    static Stream<String> notes(PreviewSummary summary) {
        return summary.notes().stream()
                .map(note -> "**" + note.word() + "**: "
                        + note.things().stream().map(Markdown::code).collect(Collectors.joining(", "))
                        + note.rest());
    }

    /** What a preview does, what was changed outside, and the end of the log if it failed. */
    static Stream<DetailsBlocks.Fold> folds(StackPreview preview) {
        var stack = Markdown.htmlWord(preview.stack());
        if (preview instanceof Failed failed) {
            return failed.log().isEmpty()
                    ? Stream.of()
                    : Stream.of(new DetailsBlocks.Fold(stack + ": the end of Pulumi's log", List.of(log(failed))));
        }
        var previewed = (Previewed) preview;
        var folds = new ArrayList<DetailsBlocks.Fold>();
        if (!previewed.change().isEmpty()) {
            folds.add(new DetailsBlocks.Fold(
                    stack + " on AWS: " + PreviewSummary.of(preview).counts(),
                    DiffMarkdown.blocks(previewed.change())));
        }
        if (!previewed.drift().isEmpty()) {
            folds.add(new DetailsBlocks.Fold(
                    stack + ", changed outside of Pulumi: "
                            + Counts.number(previewed.drift().resources().size(), "resource"),
                    DiffMarkdown.changes(previewed.drift())));
        }
        return folds.stream();
    }

    private static String log(Failed failed) {
        return Markdown.fence(
                "text",
                failed.log().stream()
                        .map(line -> Printable.of(line, LOG_LINE_MAX))
                        .collect(Collectors.joining("\n")));
    }
}

package io.edgesocket.plan.render;

import static io.edgesocket.plan.render.Markdown.code;

import io.edgesocket.plan.TypeName;
import io.edgesocket.plan.diff.Consequence;
import io.edgesocket.plan.diff.Impact;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.diff.RemovedRoutes;
import io.edgesocket.plan.diff.ResourceChange;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The difference of two plans as a comment for a pull request. */
public final class DiffMarkdown {
    private final PlanDiff diff;
    private final Impact impact;
    private final Verdict verdict;

    private DiffMarkdown(PlanDiff diff) {
        this.diff = diff;
        this.impact = new Impact(diff);
        this.verdict = new Verdict(diff, Markdown::word);
    }

    /**
     * The summary in the first line, a table of the changes with security changes first, and each property folded. The
     * last line is a hidden tag {@code <!-- edgesocket diff dev -->}. At most {@value Markdown#COMMENT_MAX} characters:
     * if the difference is larger, whole changes in the middle are left out, and the comment says how many.
     */
    public static String render(PlanDiff diff) {
        return new DiffMarkdown(diff).comment();
    }

    private String comment() {
        var tag = "\n" + Markdown.tag("diff", diff.after().stack());
        if (diff.isEmpty()) {
            return "**" + code(verdict.title()) + "**: " + verdict.noChanges() + "\n" + tag;
        }
        var head = verdict() + table() + note(new RemovedRoutes(diff).commands());
        var folds = List.of(fold("Security", impact.security()), fold("Other changes", impact.others()), outputs());
        return head + DetailsBlocks.fit(folds, Markdown.COMMENT_MAX - head.length() - tag.length()) + tag;
    }

    private String verdict() {
        var counts = verdict.counts().stream().map(Verdict.Count::text).collect(Collectors.joining(", "));
        return "**" + code(verdict.title()) + (counts.isEmpty() ? "" : ": " + counts) + "**; " + verdict.rest()
                + "\n\n";
    }

    private String table() {
        var rows = Stream.of(
                        impact.security().stream().map(change -> row(change, "**security**")),
                        impact.others().stream().map(change -> row(change, "")),
                        diff.consequences().stream().map(DiffMarkdown::row))
                .flatMap(some -> some)
                .toList();
        return rows.isEmpty() ? "" : Markdown.table(List.of("", "Resource", "Type", "What", ""), rows) + "\n";
    }

    private List<String> row(ResourceChange change, String note) {
        return List.of(
                code(ChangeSign.of(change).sign()),
                code(change.resource().name()),
                code(TypeName.shown(change.resource())),
                what(change),
                note);
    }

    private static List<String> row(Consequence consequence) {
        var from = consequence.inputs().stream()
                .map(input -> code(input.from().name()))
                .distinct()
                .collect(Collectors.joining(", "));
        var paths = consequence.inputs().stream()
                .map(input -> input.path().toString())
                .collect(Collectors.joining(", "));
        return List.of(
                code(ChangeSign.CHANGED.sign()),
                code(consequence.resource().name()),
                code(TypeName.shown(consequence.resource())),
                (consequence.isReplaced() ? "**replaced**, " : "") + "follows from " + from + ": " + code(paths),
                "");
    }

    private String what(ResourceChange change) {
        if (!(change instanceof Changed changed)) {
            return code(Highlights.of(change.resource()));
        }
        return Stream.of(
                        impact.replaces(changed) ? "**replaced**" : "",
                        changed.isMoved()
                                ? "moved from " + code(changed.before().name())
                                : "",
                        code(Stream.concat(changed.inputs().stream(), changed.options().stream())
                                .map(property -> property.path().toString())
                                .collect(Collectors.joining(", "))))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String note(List<String> commands) {
        return commands.isEmpty()
                ? ""
                : RemovedRoutes.NOTE + "\n\n" + Markdown.fence("sh", String.join("\n", commands)) + "\n";
    }

    private DetailsBlocks.Fold fold(String title, List<ResourceChange> changes) {
        var lines = ChangeLines.of(diff, Folding.FOLDED);
        return new DetailsBlocks.Fold(
                title + ": " + Counts.number(changes.size(), "resource"),
                changes.stream().map(change -> block(lines.of(change))).toList());
    }

    private DetailsBlocks.Fold outputs() {
        return new DetailsBlocks.Fold(
                "Outputs",
                diff.outputs().stream()
                        .flatMap(LeafChanges::of)
                        .map(output -> block(List.of(PropertyLines.described(output))))
                        .toList());
    }

    /** GitHub colours a line by its first character: {@code +}, {@code -}, or {@code !} for a change. */
    private static String block(List<Line> lines) {
        return Markdown.fence(
                        "diff",
                        lines.stream()
                                .map(Line::text)
                                .map(text ->
                                        text.replaceFirst("^( *)([+-])", "$2$1").replaceFirst("^( *)~", "!$1"))
                                .collect(Collectors.joining("\n")))
                + "\n";
    }
}

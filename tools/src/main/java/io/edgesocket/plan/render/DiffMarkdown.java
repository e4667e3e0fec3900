package io.edgesocket.plan.render;

import static io.edgesocket.plan.render.Markdown.code;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.edgesocket.plan.TypeName;
import io.edgesocket.plan.diff.Consequence;
import io.edgesocket.plan.diff.Impact;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.diff.RemovedRoutes;
import io.edgesocket.plan.diff.ResourceChange;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The difference of two plans as a comment for a pull request. */
public final class DiffMarkdown {
    /** The most resources that a row names. */
    private static final int NAMED = 8;

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

    /** What there is to say of a difference in a comment of several, in pieces that can be left out. */
    static List<String> blocks(PlanDiff diff) {
        var markdown = new DiffMarkdown(diff);
        return Stream.of(
                        Stream.of(markdown.table() + "\n" + note(new RemovedRoutes(diff).commands())),
                        markdown.blocks(markdown.impact.security()),
                        markdown.blocks(markdown.impact.others()),
                        markdown.outputBlocks())
                .flatMap(some -> some)
                .toList();
    }

    /** Each change in a piece of its own. */
    static List<String> changes(PlanDiff diff) {
        return new DiffMarkdown(diff).blocks(diff.resources()).toList();
    }

    private String verdict() {
        var counts = verdict.counts().stream().map(Verdict.Count::text).collect(Collectors.joining(", "));
        return "**" + code(verdict.title()) + (counts.isEmpty() ? "" : ": " + counts) + "**; " + verdict.rest()
                + "\n\n";
    }

    private String table() {
        var rows = Stream.of(
                        rows(impact.security(), "**security**"),
                        rows(impact.others(), ""),
                        diff.consequences().stream().map(DiffMarkdown::row))
                .flatMap(some -> some)
                .toList();
        return rows.isEmpty() ? "" : Markdown.table(List.of("", "Resource", "Type", "What", ""), rows) + "\n";
    }

    /** Those of the same type of which the same happened are in one row. */
    private Stream<List<String>> rows(List<ResourceChange> changes, String note) {
        return changes.stream().collect(groupingBy(this::kind, LinkedHashMap::new, toList())).values().stream()
                .map(alike -> row(alike, note));
    }

    private List<String> kind(ResourceChange change) {
        var sign = ChangeSign.of(change);
        return List.of(sign.sign(), change.resource().type(), change instanceof Changed changed ? what(changed) : "");
    }

    private List<String> row(List<ResourceChange> alike, String note) {
        var first = alike.get(0);
        var names = alike.stream()
                .limit(NAMED)
                .map(change -> code(change.resource().name()))
                .collect(Collectors.joining(", "));
        return List.of(
                code(ChangeSign.of(first).sign()),
                names + (alike.size() > NAMED ? " and " + (alike.size() - NAMED) + " more" : ""),
                code(TypeName.shown(first.resource())),
                first instanceof Changed changed
                        ? what(changed)
                        : code(alike.stream()
                                .map(change -> Highlights.of(change.resource()))
                                .distinct()
                                .collect(Collectors.joining(", "))),
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

    private String what(Changed changed) {
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
        return new DetailsBlocks.Fold(
                title + ": " + Counts.number(changes.size(), "resource"),
                blocks(changes).toList());
    }

    private Stream<String> blocks(List<ResourceChange> changes) {
        var lines = ChangeLines.of(diff, Folding.FOLDED);
        return changes.stream().map(change -> block(lines.of(change)));
    }

    private DetailsBlocks.Fold outputs() {
        return new DetailsBlocks.Fold("Outputs", outputBlocks().toList());
    }

    private Stream<String> outputBlocks() {
        return diff.outputs().stream()
                .flatMap(LeafChanges::of)
                .map(output -> block(List.of(PropertyLines.described(output))));
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

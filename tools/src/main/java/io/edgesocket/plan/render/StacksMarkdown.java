package io.edgesocket.plan.render;

import static io.edgesocket.plan.render.Markdown.code;

import io.edgesocket.plan.diff.AllStacksDiff;
import io.edgesocket.plan.diff.Effect;
import io.edgesocket.plan.diff.StackDiff.Compared;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a change means for all stacks, as one comment for a pull request. */
public final class StacksMarkdown {
    private final AllStacksDiff diff;

    private StacksMarkdown(AllStacksDiff diff) {
        this.diff = diff;
    }

    /**
     * A row for each stack, with what a reviewer must not miss; the details of each folded. The last line is a hidden tag
     * {@code <!-- edgesocket against PROJECT -->}. At most {@value Markdown#COMMENT_MAX} characters: if there is more, details
     * are left out, and the comment says which command shows them.
     *
     * @param project for the tag
     * @param command what shows all of it, on a line of its own in a shell
     */
    public static String render(AllStacksDiff diff, String project, String command) {
        var markdown = new StacksMarkdown(diff);
        var tag = "\n" + Markdown.tag("against", project);
        var head = markdown.head();
        var room = Markdown.COMMENT_MAX - head.length() - tag.length();
        var folds = diff.changed().map(StacksMarkdown::fold).toList();
        var details = DetailsBlocks.fit(folds, Integer.MAX_VALUE);
        if (details.length() <= room) {
            return head + details + tag;
        }
        var rest = "\nThe rest: `" + command + "`\n";
        return head + DetailsBlocks.fit(folds, room - rest.length()) + rest + tag;
    }

    private String head() {
        var rows = StackRow.of(diff).stream().map(StacksMarkdown::row).toList();
        return "**" + code(diff.before()) + " → " + code(diff.after()) + "**\n\n"
                + diff.notes().stream().map(note -> "> " + code(note) + "\n\n").collect(Collectors.joining())
                + (rows.isEmpty() ? "" : Markdown.table(List.of("", "Stack", "What", "Mind"), rows) + "\n")
                + (diff.unchanged().isEmpty() ? "" : "Unchanged: " + codes(diff.unchanged()) + "\n\n");
    }

    private static List<String> row(StackRow row) {
        return List.of(
                code(row.sign().sign()),
                codes(row.stacks()),
                row.summary().lines().map(Markdown::code).collect(Collectors.joining("<br>")),
                row.effects().stream().map(StacksMarkdown::effect).collect(Collectors.joining("<br>")));
    }

    private static String effect(Effect effect) {
        return "**" + effect.kind().word() + "**: " + code(effect.resource()) + " " + Markdown.word(effect.reason());
    }

    private static String codes(List<String> names) {
        return names.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    private static DetailsBlocks.Fold fold(Compared stack) {
        var summary = stack.stack() + ": " + new Verdict(stack.diff(), UnaryOperator.identity()).summary();
        return new DetailsBlocks.Fold(Markdown.html(summary), DiffMarkdown.blocks(stack.diff()));
    }
}

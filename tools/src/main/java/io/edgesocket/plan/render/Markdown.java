package io.edgesocket.plan.render;

import io.edgesocket.text.Printable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Pieces of Markdown. No value can change their structure: it is in a code span, in a fence that is longer than any
 * fence in the value, or escaped for HTML.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 */
final class Markdown {
    /** The most characters that GitHub accepts in a comment's body. */
    static final int COMMENT_MAX = 65_536;

    /** The same, less a hidden line of a workflow's own, by which it finds its comment again. */
    static final int COMMENT_ROOM = COMMENT_MAX - 200;

    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]+([.-][A-Za-z0-9]+)*");
    private static final int VALUE_MAX = 120;
    /** The most characters of a table, so that most of a comment is left for the details. */
    private static final int TABLE_MAX = 12_000;

    private Markdown() {}

    /** A value, in a code span, cut to fit a table. */
    static String code(String value) {
        var text = Printable.of(value.strip(), VALUE_MAX);
        if (text.isBlank()) {
            return "";
        }
        var ticks = "`".repeat(1 + longestRun(text));
        var padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return ticks + padding + text + padding + ticks;
    }

    /** A name within a sentence: unchanged if it can't be read as markup, otherwise in a code span. */
    static String word(String name) {
        return PLAIN.matcher(name).matches() ? name : code(name);
    }

    /** A table. Its cells are Markdown already. Rows in the middle of a long table are left out. */
    static String table(List<String> columns, List<List<String>> rows) {
        return row(columns) + "|" + " --- |".repeat(columns.size()) + "\n"
                + Truncation.cut(
                        rows.stream().map(Markdown::row).toList(), TABLE_MAX, count -> "| … " + count + " more |\n");
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    static String fence(String language, String text) {
        var fence = "`".repeat(Math.max(3, 1 + longestRun(text)));
        return fence + language + "\n" + text.stripTrailing() + "\n" + fence + "\n";
    }

    /** @param summary HTML */
    static String fold(String summary, String body) {
        return "<details><summary>" + summary + "</summary>\n\n" + body + "\n</details>\n";
    }

    /** A name within HTML: unchanged if it can't be read as markup, or mention anybody, otherwise as code. */
    static String htmlWord(String name) {
        return PLAIN.matcher(name).matches() ? name : "<code>" + html(name) + "</code>";
    }

    static String html(String value) {
        return Printable.of(value, VALUE_MAX)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Hidden from readers; a bot finds the comment to update by it. */
    static String tag(String what, String stack) {
        return "<!-- edgesocket " + what + " " + stack.replaceAll("[^A-Za-z0-9_.-]", "_") + " -->\n";
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }
}

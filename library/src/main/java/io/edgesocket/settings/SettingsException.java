package io.edgesocket.settings;

import com.pulumi.exceptions.RunException;
import io.edgesocket.components.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A stack's settings can't be used. Its message has a line for each problem, but for the rest of many that are alike; no
 * secret's value is in it. Pulumi shows the message of a {@link RunException} and no stack trace.
 */
public final class SettingsException extends RunException {
    private static final long serialVersionUID = 1;
    /** More lines of one kind would push the others off the screen. */
    private static final int ALIKE_MAX = 10;

    private static final Pattern LAST_STEP = Pattern.compile("(\\.[^.\\[\\]]+|\\[[^\\]]*])$");
    private final transient List<Problem> problems;

    public SettingsException(List<Problem> problems) {
        super(String.join("\n", lines(problems)));
        this.problems = List.copyOf(problems);
    }

    /** A line for each problem; of many that are alike, below one key, only the first ones. */
    private static List<String> lines(List<Problem> problems) {
        var alike = new LinkedHashMap<List<String>, Integer>();
        var lines = new ArrayList<String>();
        for (var problem : problems) {
            if (alike.merge(kind(problem), 1, Integer::sum) <= ALIKE_MAX) {
                lines.add(problem.toString());
            }
        }
        alike.forEach((kind, count) -> {
            if (count > ALIKE_MAX) {
                lines.add(kind.get(0) + ": and " + (count - ALIKE_MAX) + " more like these; " + kind.get(1));
            }
        });
        return lines;
    }

    /** The key above it, and what is allowed there. */
    private static List<String> kind(Problem problem) {
        return List.of(LAST_STEP.matcher(problem.property()).replaceFirst(""), problem.allowed());
    }

    /** All that was found, in the order of the keys. */
    public List<Problem> problems() {
        return problems;
    }

    /** The lines of the message. A value that was found may have line breaks, so they can't be told apart in it. */
    public List<String> lines() {
        return lines(problems);
    }
}

package io.edgesocket.plan.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The path to a property, written as in {@code origins[0].customOriginConfig.httpsPort}. */
public record PropertyPath(List<Step> steps) {
    static final PropertyPath ROOT = new PropertyPath(List.of());

    public PropertyPath {
        steps = List.copyOf(steps);
    }

    public PropertyPath field(String name) {
        return then(new Field(name));
    }

    public PropertyPath item(int index) {
        return then(new Item(index));
    }

    private PropertyPath then(Step step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new PropertyPath(longer);
    }

    /** The input that this is, or is a part of; empty for the root. */
    public String top() {
        return steps.isEmpty() ? "" : ((Field) steps.get(0)).name();
    }

    /** The list or object it is in. */
    public PropertyPath above() {
        return new PropertyPath(steps.subList(0, Math.max(0, steps.size() - 1)));
    }

    /** Whether it is an item of a list. */
    public boolean isItem() {
        return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Item;
    }

    /** Whether it is that property or a part of it. */
    boolean isWithin(String property) {
        var written = toString();
        return written.equals(property) || written.startsWith(property + ".") || written.startsWith(property + "[");
    }

    boolean passes(String field) {
        return steps.contains(new Field(field));
    }

    @Override
    public String toString() {
        var written = steps.stream().map(Step::written).collect(Collectors.joining());
        return written.startsWith(".") ? written.substring(1) : written;
    }

    /** One step down. */
    public sealed interface Step {
        String written();
    }

    /** Into an object. A name with other characters than an identifier's is put in brackets and quotes. */
    public record Field(String name) implements Step {
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_$][A-Za-z0-9_$-]*");

        @Override
        public String written() {
            return PLAIN.matcher(name).matches()
                    ? "." + name
                    : "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
        }
    }

    /** Into a list. */
    public record Item(int index) implements Step {
        @Override
        public String written() {
            return "[" + index + "]";
        }
    }
}

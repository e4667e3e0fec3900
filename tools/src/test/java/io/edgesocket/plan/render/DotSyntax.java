package io.edgesocket.plan.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * As much of the DOT grammar as the plan's graph uses; anything else is refused.
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">The DOT language</a>
 */
public final class DotSyntax {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_][A-Za-z_0-9]*|->|[{}\\[\\]=;])", Pattern.DOTALL);

    private final Deque<String> tokens = new ArrayDeque<>();

    private DotSyntax(String dot) {
        var matcher = TOKEN.matcher(dot);
        var end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, dot.length());
        }
        if (!dot.substring(end).isBlank()) {
            throw new AssertionError("no token of DOT: " + dot.substring(end));
        }
    }

    /** Throws unless the text is one graph. */
    public static void check(String dot) {
        var syntax = new DotSyntax(dot);
        syntax.take("digraph");
        syntax.id();
        syntax.block();
        if (!syntax.tokens.isEmpty()) {
            throw new AssertionError("after the graph: " + syntax.tokens);
        }
    }

    private void block() {
        take("{");
        while (!"}".equals(tokens.peek())) {
            statement();
        }
        take("}");
    }

    private void statement() {
        if ("subgraph".equals(tokens.peek())) {
            take("subgraph");
            id();
            block();
            return;
        }
        id();
        switch (String.valueOf(tokens.peek())) {
            case "=", "->" -> {
                tokens.remove();
                id();
            }
            case "[" -> attribute();
            default -> {}
        }
        take(";");
    }

    private void attribute() {
        take("[");
        id();
        take("=");
        id();
        take("]");
    }

    private void id() {
        var token = tokens.remove();
        if (!token.startsWith("\"") && !Character.isLetter(token.charAt(0))) {
            throw new AssertionError("no id: " + token);
        }
    }

    private void take(String expected) {
        var token = tokens.remove();
        if (!token.equals(expected)) {
            throw new AssertionError("expected " + expected + " and not " + token);
        }
    }
}

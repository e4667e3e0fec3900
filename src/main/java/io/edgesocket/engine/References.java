package io.edgesocket.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds stand-ins in what a program made of them, and says which output each of them stands for. */
final class References {
    private static final Pattern TOKEN = Pattern.compile(Shapes.Token.PATTERN);
    /** Above what a stack would count with: ports, seconds, bytes of memory. */
    private static final int FIRST_NUMBER = 1_600_000_000;

    private final Map<String, List<StandIn>> byToken = new HashMap<>();
    private final Map<Double, Value.Reference> byNumber = new HashMap<>();

    private record StandIn(int tokenAt, Value.Reference reference) {
        String text() {
            return reference.asGiven();
        }
    }

    void add(Value.Reference reference) {
        var token = TOKEN.matcher(reference.asGiven());
        if (!token.find()) {
            throw new IllegalArgumentException("a stand-in without a token: " + reference.asGiven());
        }
        var sharing = byToken.computeIfAbsent(token.group(), any -> new ArrayList<>());
        sharing.add(new StandIn(token.start(), reference));
        sharing.sort(Comparator.comparingInt((StandIn standIn) -> standIn.text().length()).reversed());
    }

    double number(String urn, String output) {
        var number = FIRST_NUMBER + byNumber.size();
        byNumber.put((double) number, new Value.Reference(urn, output, true, String.valueOf(number)));
        return number;
    }

    Optional<Value.Reference> behind(double number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** A secret, or text cut into what the program wrote and the outputs it used. */
    Value read(String text) {
        if (text.contains(StackConfig.SECRET_STAND_IN)) {
            return new Value.Secret(Value.Text.of(text));
        }
        var parts = new ArrayList<Value.Part>();
        var end = 0;
        for (var token : TOKEN.matcher(text).results().toList()) {
            var found = find(text, token, end);
            addLiteral(parts, text, end, found.start());
            parts.add(found.reference());
            end = found.end();
        }
        addLiteral(parts, text, end, text.length());
        return new Value.Text(parts);
    }

    private record Found(int start, int end, Value.Reference reference) {}

    private Found find(String text, MatchResult token, int from) {
        var candidates = byToken.getOrDefault(token.group(), List.of());
        for (var standIn : candidates) {
            var start = token.start() - standIn.tokenAt();
            if (start >= from && text.startsWith(standIn.text(), start)) {
                return new Found(start, start + standIn.text().length(), standIn.reference());
            }
        }
        var part = candidates.stream().map(StandIn::reference)
                .map(whole -> new Value.Reference(whole.urn(), whole.output(), false, token.group())).findFirst()
                .orElseThrow(() -> new IllegalStateException("a token that no resource gave: " + token.group()));
        return new Found(token.start(), token.end(), part);
    }

    private static void addLiteral(List<Value.Part> parts, String text, int from, int to) {
        if (from < to) {
            parts.add(new Value.Literal(text.substring(from, to)));
        }
    }
}

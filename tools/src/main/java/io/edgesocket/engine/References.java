package io.edgesocket.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds stand-ins in the texts and numbers that a program made from them, and returns the outputs they stand for. */
final class References {
    /** A stand-in in upper, lower or mixed case; or a number, written as an integer or as a double. */
    private static final Pattern CANDIDATE = Pattern.compile(
            "(?i:" + Shapes.Token.PATTERN + ")|(?<![0-9.])" + Shapes.Token.NUMBER_PATTERN + "(?![0-9])");

    private final Map<String, List<StandIn>> byToken = new HashMap<>();
    private final Map<Double, Value.Reference> byNumber = new HashMap<>();

    private record StandIn(int tokenAt, Value.Reference reference) {
        String text() {
            return reference.asGiven();
        }
    }

    void add(Value.Reference reference) {
        var token = CANDIDATE.matcher(reference.asGiven());
        if (!token.find()) {
            throw new IllegalArgumentException("a stand-in without a token: " + reference.asGiven());
        }
        var sharing = byToken.computeIfAbsent(token.group(), any -> new ArrayList<>());
        sharing.add(new StandIn(token.start(), reference));
        sharing.sort(Comparator.comparingInt((StandIn standIn) -> standIn.text().length())
                .reversed());
    }

    void add(double number, Value.Reference reference) {
        byNumber.put(number, reference);
    }

    Optional<Value.Reference> behind(double number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** A secret, or text cut into what the program wrote and the outputs it used. */
    Value read(String text) {
        if (text.toLowerCase(Locale.ROOT).contains(StackConfig.SECRET_STAND_IN)) {
            return new Value.Secret(Value.Text.of(text));
        }
        var parts = new ArrayList<Value.Part>();
        var end = 0;
        for (var candidate : CANDIDATE.matcher(text).results().toList()) {
            var found = find(text, candidate, end);
            if (found.isPresent()) {
                addLiteral(parts, text, end, found.get().start());
                parts.add(found.get().reference());
                end = found.get().end();
            }
        }
        addLiteral(parts, text, end, text.length());
        return new Value.Text(parts);
    }

    private record Found(int start, int end, Value.Reference reference) {}

    /** What the candidate stands for; empty if it is the program's own word or number. */
    private Optional<Found> find(String text, MatchResult candidate, int from) {
        var sharing = byToken.get(candidate.group().toLowerCase(Locale.ROOT));
        return sharing == null
                ? number(candidate)
                : whole(text, candidate, from, sharing).or(() -> Optional.of(part(candidate, sharing)));
    }

    private static Optional<Found> whole(String text, MatchResult token, int from, List<StandIn> sharing) {
        for (var standIn : sharing) {
            var start = token.start() - standIn.tokenAt();
            if (start >= from && text.startsWith(standIn.text(), start)) {
                return Optional.of(new Found(start, start + standIn.text().length(), standIn.reference()));
            }
        }
        return Optional.empty();
    }

    /** Of the stand-ins that share a token, the others contain the shortest one. */
    private static Found part(MatchResult token, List<StandIn> sharing) {
        var owner = sharing.get(sharing.size() - 1).reference();
        return new Found(
                token.start(), token.end(), new Value.Reference(owner.urn(), owner.output(), false, token.group()));
    }

    private Optional<Found> number(MatchResult candidate) {
        return candidate.group().matches(Shapes.Token.NUMBER_PATTERN)
                ? behind(Double.parseDouble(candidate.group()))
                        .map(reference -> new Found(candidate.start(), candidate.end(), reference))
                : Optional.empty();
    }

    private static void addLiteral(List<Value.Part> parts, String text, int from, int to) {
        if (from < to) {
            parts.add(new Value.Literal(text.substring(from, to)));
        }
    }
}

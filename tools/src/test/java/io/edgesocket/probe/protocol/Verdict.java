package io.edgesocket.probe.protocol;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What comes.
 *
 * @param answers how many messages are answered
 * @param pongs   their contents, in order
 * @param close   the code of the close frame; 0 if the connection stays open, {@value #NO_CODE} for a frame without one
 */
record Verdict(int answers, List<String> pongs, int close) {
    static final int NO_CODE = 1005;

    static final Verdict IGNORED = new Verdict(0, List.of(), 0);

    static Verdict answered(int times) {
        return new Verdict(times, List.of(), 0);
    }

    static Verdict closed(int code) {
        return new Verdict(0, List.of(), code);
    }

    Verdict withPong(String content) {
        return new Verdict(
                answers, Stream.concat(pongs.stream(), Stream.of(content)).toList(), close);
    }

    @Override
    public String toString() {
        var words = Stream.of(
                        answers == 0 ? "" : answers == 1 ? "answered" : answers + " answered",
                        pongs.isEmpty() ? "" : pongs.size() == 1 ? "pong" : pongs.size() + " pongs",
                        close == 0 ? "" : close == NO_CODE ? "closed without a code" : "closed " + close)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "nothing, stays open" : words;
    }
}

package io.edgesocket.probe.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;

/** Texts that are never shown: whatever is told or written goes through {@link #hidden}. */
public final class Secrets {
    public static final Secrets NONE = new Secrets(List.of());

    private static final String SHOWN = "[secret]";

    private final List<String> texts;

    private Secrets(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    /** Also hides how they stand in the query of a URL. */
    public static Secrets of(List<String> texts) {
        return new Secrets(texts.stream()
                .filter(text -> !text.isEmpty())
                .flatMap(text -> Stream.of(text, URLEncoder.encode(text, UTF_8), encoded(text)))
                .distinct()
                .toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    public String hidden(String text) {
        var shown = text;
        for (var secret : texts) {
            shown = shown.replace(secret, SHOWN);
        }
        return shown;
    }

    @Override
    public String toString() {
        return SHOWN;
    }
}

package io.edgesocket.probe.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An answer.
 *
 * @param version as it stands in the first line, such as {@code HTTP/1.1}
 * @param body    its beginning, of at most {@value Connection#BODY_MAX} bytes; empty with a 101
 */
public record HttpAnswer(String version, int status, List<Header> headers, String body) {
    public HttpAnswer {
        headers = List.copyOf(headers);
    }

    /** A header's value; the values of several of the name, with commas between them. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .reduce((first, second) -> first + ", " + second);
    }

    /** Whether a header that is a list has this element, in whatever case. */
    public boolean has(String name, String element) {
        return elements(name).anyMatch(element::equalsIgnoreCase);
    }

    /** The elements of a header that is a list. */
    public Stream<String> elements(String name) {
        return header(name).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(element -> !element.isEmpty());
    }

    /** A header's value in lower case; empty if there is none. */
    public String lower(String name) {
        return header(name).orElse("").toLowerCase(Locale.ROOT);
    }
}

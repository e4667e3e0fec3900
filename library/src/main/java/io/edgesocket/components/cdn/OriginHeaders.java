package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.CUSTOM_HEADERS_LENGTH_MAX;
import static io.edgesocket.components.cdn.CloudFrontLimits.CUSTOM_HEADERS_MAX;

import io.edgesocket.components.internal.HeaderName;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** All the headers that CloudFront adds for one origin. */
public record OriginHeaders(List<OriginHeader> all) {
    static final OriginHeaders NONE = new OriginHeaders(List.of());

    OriginHeaders and(OriginHeader header) {
        return new OriginHeaders(Stream.concat(all.stream(), Stream.of(header)).toList());
    }

    public boolean contains(String name) {
        return all.stream().anyMatch(header -> header.key().equals(HeaderName.key(name)));
    }

    void check(Problems problems, Property origin, ForwardedHeaders forwarded) {
        var seen = new HashSet<String>();
        for (var header : all) {
            var property = origin.then("header", header.name());
            header.check(problems, property);
            problems.unless(seen.add(header.key()), property, "given twice", "once for each origin");
            problems.unless(
                    !forwarded.contains(header.name()),
                    property,
                    "forwarded from the viewer as well",
                    "CloudFront refuses a header that is both: name this one differently, or don't forward it");
        }
        checkTogether(problems, origin.then("headers"));
    }

    private void checkTogether(Problems problems, Property property) {
        problems.unless(
                all.size() <= CUSTOM_HEADERS_MAX, property, all.size() + " headers", "at most " + CUSTOM_HEADERS_MAX);
        var length = all.stream().mapToInt(OriginHeader::length).sum();
        problems.unless(
                length <= CUSTOM_HEADERS_LENGTH_MAX,
                property,
                length + " characters of names and values",
                "at most " + CUSTOM_HEADERS_LENGTH_MAX + " together");
    }
}

package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.CUSTOM_HEADER_NAME_MAX;
import static io.edgesocket.components.cdn.CloudFrontLimits.CUSTOM_HEADER_VALUE_MAX;

import io.edgesocket.components.internal.HeaderName;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.List;
import java.util.Set;

/** A header that CloudFront adds to what it sends to an origin; its value may be a secret. */
public record OriginHeader(String name, Input value) {
    private static final Set<String> REFUSED = Set.of(
            "cache-control",
            "connection",
            "content-length",
            "cookie",
            "host",
            "max-forwards",
            "pragma",
            "range",
            "request-range",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via",
            "x-real-ip");
    private static final List<String> REFUSED_PREFIXES = List.of("if-", "proxy-", "x-amz-", "x-edge-");

    String key() {
        return HeaderName.key(name);
    }

    /** The characters that count towards the limit for all headers together; a value not known yet counts none. */
    int length() {
        return name.length() + value.known().map(String::length).orElse(0);
    }

    void check(Problems problems, Property property) {
        problems.unless(
                HeaderName.isValid(name) && name.length() <= CUSTOM_HEADER_NAME_MAX,
                property,
                name.length() + " characters",
                "a header's name: 1 to " + CUSTOM_HEADER_NAME_MAX + " letters, digits and hyphens, without a colon");
        problems.unless(!isRefused(), property, name, "CloudFront adds no header of this name: choose another");
        value.known().ifPresent(text -> checkValue(problems, property, text));
    }

    private boolean isRefused() {
        return REFUSED.contains(key()) || REFUSED_PREFIXES.stream().anyMatch(key()::startsWith);
    }

    private static void checkValue(Problems problems, Property property, String text) {
        problems.unless(
                !text.isEmpty() && text.length() <= CUSTOM_HEADER_VALUE_MAX,
                property,
                "a value of " + text.length() + " characters",
                "1 to " + CUSTOM_HEADER_VALUE_MAX);
        problems.unless(
                text.chars().noneMatch(Character::isISOControl),
                property,
                "a value with a line break or another control character",
                "one line of text");
        problems.unless(
                text.chars().anyMatch(Character::isISOControl) || text.equals(text.strip()),
                property,
                "a value with a space at its start or end",
                "no space there: HTTP takes it away on the way (RFC 9110, section 5.5)");
        problems.unless(
                text.chars().allMatch(letter -> letter < 0x80),
                property,
                "a value with letters that aren't ASCII",
                "ASCII alone: HTTP has no other letters in a header (RFC 9110, section 5.5)");
    }
}

package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** Checks a request that a function at the edge returned against the one that it was given. */
record ChangedRequest(EdgeRequest before, Set<String> readOnly) {
    private static final int URL_MAX = 8_192;

    EdgeRequest with(String uri, String query, HttpFields headers) throws InvalidResultException {
        checkUri(uri, query);
        return before.path(uri).query(query).headers(headers(headers));
    }

    /** @throws InvalidResultException if a function gives back another method than it was given */
    static void checkMethod(EdgeRequest before, JsonNode result) throws InvalidResultException {
        if (!result.path("method").asText(before.method()).equals(before.method())) {
            throw new InvalidResultException(
                    "the method is " + result.path("method") + ", and was " + before.method(),
                    "leave it as it came: it is read-only");
        }
    }

    private static void checkUri(String uri, String query) throws InvalidResultException {
        if (!uri.startsWith("/")) {
            throw new InvalidResultException("the uri \"" + uri + "\" doesn't start with a slash", "return /" + uri);
        }
        if ((uri + query).chars().anyMatch(character -> character <= ' ' || character == '#' || character == 0x7f)) {
            throw new InvalidResultException(
                    "there is a space, a # or a control character in uri or query string", "encode it: %20, %23");
        }
        if (uri.length() + query.length() >= URL_MAX) {
            throw new InvalidResultException(
                    "uri and query string have " + (uri.length() + query.length()) + " characters",
                    "keep them under " + URL_MAX);
        }
    }

    /** Headers that the function can't see stay as they were; so do read-only headers that it left out. */
    private HttpFields headers(HttpFields given) throws InvalidResultException {
        for (var header : given) {
            checkHeader(header.getLowerCaseName(), given);
        }
        var kept = before.headers().stream()
                .filter(header -> HeaderRules.isHidden(header.getLowerCaseName())
                        || readOnly.contains(header.getLowerCaseName()) && !given.contains(header.getName()));
        return fields(Stream.concat(kept, given.stream()));
    }

    private void checkHeader(String name, HttpFields given) throws InvalidResultException {
        if (HeaderRules.isHidden(name)) {
            throw new InvalidResultException("functions may not set the header " + name, "leave it out");
        }
        if (readOnly.contains(name)
                && !given.getValuesList(name).equals(before.headers().getValuesList(name))) {
            throw new InvalidResultException(
                    "the header " + name + " is read-only at this event",
                    "return it as it came" + (name.equals("host") ? "; at origin-request it may be changed" : ""));
        }
    }

    private static HttpFields fields(Stream<HttpField> fields) {
        var all = HttpFields.build();
        fields.forEach(all::add);
        return all.asImmutable();
    }

    /** The headers that were added, changed or taken away, for a person. */
    static List<String> names(HttpFields before, HttpFields after) {
        return Stream.concat(before.stream(), after.stream())
                .map(HttpField::getLowerCaseName)
                .distinct()
                .filter(name -> !before.getValuesList(name).equals(after.getValuesList(name)))
                .toList();
    }
}

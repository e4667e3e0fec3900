package io.edgesocket.local.cloudfront;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;

/** An answer that a function at the edge gives in the origin's place. */
final class GeneratedResponse {
    private static final int LOWEST = 200;
    private static final int HIGHEST = 599;
    private static final Set<String> ENCODINGS = Set.of("text", "base64");

    private GeneratedResponse() {}

    /** A CloudFront Function's: the status is a number, headers are {@code {value}} by name. */
    static Answer ofFunction(JsonNode response) throws InvalidResultException {
        var status = response.path("statusCode");
        if (!status.isIntegralNumber()) {
            throw new InvalidResultException("the statusCode is " + status, "return a whole number: statusCode: 403");
        }
        var headers = HttpFields.build();
        for (var header : MultiValues.read(response.path("headers"))) {
            headers.add(header.name(), header.value());
        }
        for (var cookie : MultiValues.read(response.path("cookies"))) {
            headers.add(HttpHeader.SET_COOKIE, cookie.toString());
        }
        var body = response.path("body");
        return answer(
                status.asInt(),
                headers,
                body.isObject()
                        ? bytes(
                                body.path("data").asText(),
                                body.path("encoding").asText("text"))
                        : bytes(body.asText(""), "text"));
    }

    /**
     * Lambda@Edge's: the status is text, headers are lists of {@code {key, value}} by name.
     *
     * @param max bytes of headers and body together
     */
    static Answer ofLambda(JsonNode response, int max) throws InvalidResultException {
        var status = response.path("status");
        if (!status.isTextual() || !status.asText().matches("\\d{3}")) {
            throw new InvalidResultException("the status is " + status, "return it as text: status: '403'");
        }
        var body = response.path("body").asText("");
        if (status.asText().equals("204") && !body.isEmpty()) {
            throw new InvalidResultException(
                    "the status is 204 and there is a body", "leave the body out, or answer 200");
        }
        var headers = KeyValues.read(response.path("headers"));
        var size = body.getBytes(UTF_8).length
                + headers.stream()
                        .mapToInt(header ->
                                header.getName().length() + header.getValue().getBytes(UTF_8).length)
                        .sum();
        if (size > max) {
            throw new InvalidResultException(
                    "headers and body have " + size + " bytes", "at most " + max + " at this event");
        }
        return answer(
                Integer.parseInt(status.asText()),
                headers,
                bytes(body, response.path("bodyEncoding").asText("text")));
    }

    private static byte[] bytes(String body, String encoding) throws InvalidResultException {
        if (!ENCODINGS.contains(encoding)) {
            throw new InvalidResultException("the encoding is \"" + encoding + '"', "text or base64");
        }
        try {
            return encoding.equals("base64") ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidResultException("the body is no Base64", "encode it, or leave out the encoding");
        }
    }

    private static Answer answer(int status, HttpFields headers, byte[] body) throws InvalidResultException {
        if (status < LOWEST || status > HIGHEST) {
            throw new InvalidResultException("the status is " + status, "return one from " + LOWEST + " to " + HIGHEST);
        }
        for (var header : headers) {
            if (HeaderRules.isHidden(header.getLowerCaseName())) {
                throw new InvalidResultException(
                        "functions may not set the header " + header.getName(), "leave it out");
            }
        }
        var all = HttpFields.build(headers)
                .put(HttpHeader.SERVER, "CloudFront")
                .put(HttpHeader.CONTENT_LENGTH, body.length);
        return new Answer.Page(status, all.asImmutable(), Content.Source.from(ByteBuffer.wrap(body)));
    }
}

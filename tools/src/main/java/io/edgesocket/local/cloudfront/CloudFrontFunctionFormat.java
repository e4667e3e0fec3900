package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.stack.PlayedResource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Events of CloudFront Functions, at viewer-request. Headers, cookies and query strings are objects by name, each
 * {@code {value, multiValue}}; values stay encoded as they came. {@code rawQueryString} is for our
 * runtime script: code gets it by the method {@code rawQueryString()}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html">
 *      Event structure</a>
 */
record CloudFrontFunctionFormat(PlayedResource distribution) implements EventFormat {
    private static final Pattern INITIAL = Pattern.compile("(?<![^-]).");

    @Override
    public String eventType() {
        return "viewer-request";
    }

    /** CloudFront adds what a policy asks for before it calls the function. */
    @Override
    public boolean seesCloudFrontHeaders() {
        return true;
    }

    @Override
    public String failure(int status) {
        return status == 502
                ? "The CloudFront function returned an invalid value."
                : "The CloudFront function associated with the CloudFront distribution is invalid or could not run.";
    }

    @Override
    public ObjectNode event(EdgeRequest request) {
        var event = JsonNodeFactory.instance.objectNode().put("version", "1.0");
        event.putObject("context")
                .put("distributionDomainName", Distribution.domainName(distribution))
                .put("distributionId", distribution.id())
                .put("eventType", eventType())
                .put("requestId", request.viewer().requestId());
        event.putObject("viewer").put("ip", request.viewer().ip());
        event.set("request", request(request));
        return event;
    }

    private static ObjectNode request(EdgeRequest request) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("method", request.method())
                .put("uri", request.path())
                .put("rawQueryString", request.query())
                .<ObjectNode>set("querystring", MultiValues.of(pairs(request.query(), "&")))
                .<ObjectNode>set("headers", MultiValues.of(visibleHeaders(request.headers())))
                .set("cookies", MultiValues.of(cookies(request.headers())));
    }

    private static List<NameValue> visibleHeaders(HttpFields headers) {
        return headers.stream()
                .filter(header -> !HeaderRules.isHidden(header.getLowerCaseName()))
                .filter(header -> header.getHeader() != HttpHeader.COOKIE)
                .map(header -> new NameValue(header.getLowerCaseName(), header.getValue()))
                .toList();
    }

    private static List<NameValue> cookies(HttpFields headers) {
        var cookies = new ArrayList<NameValue>();
        headers.getValuesList(HttpHeader.COOKIE).forEach(header -> cookies.addAll(pairs(header, ";")));
        return cookies;
    }

    private static List<NameValue> pairs(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::trim)
                .filter(pair -> !pair.isEmpty())
                .map(NameValue::parse)
                .toList();
    }

    @Override
    public Decision decision(EdgeRequest request, JsonNode result) throws InvalidResultException {
        if (result.has("statusCode")) {
            return new Decision.Stop(GeneratedResponse.ofFunction(result));
        }
        if (!result.path("uri").isTextual() || !result.path("headers").isObject()) {
            throw new InvalidResultException(
                    "it is neither a request nor a response", "return event.request, or an object with a statusCode");
        }
        ChangedRequest.checkMethod(request, result);
        var before = request(request);
        var headers = HttpFields.build();
        for (var header : read("headers", result, before)) {
            checkName(header.name());
            headers.add(capitalized(header.name()), header.value());
        }
        var cookies = join(read("cookies", result, before), "; ");
        if (!cookies.isEmpty()) {
            headers.put(HttpHeader.COOKIE, cookies);
        }
        return new Decision.Go(new ChangedRequest(request, HeaderRules.READ_ONLY_AT_VIEWER)
                .with(result.path("uri").asText(), join(read("querystring", result, before), "&"), headers));
    }

    private static List<NameValue> read(String field, JsonNode result, ObjectNode before)
            throws InvalidResultException {
        return MultiValues.read(result.path(field), (ObjectNode) before.get(field));
    }

    private static void checkName(String header) throws InvalidResultException {
        if (!header.equals(header.toLowerCase(Locale.ROOT))) {
            throw new InvalidResultException(
                    "the header " + header + " is not in lower case",
                    "name it " + header.toLowerCase(Locale.ROOT) + ": CloudFront writes it with capitals itself");
        }
    }

    /** As CloudFront passes the names on: {@code x-original-path} becomes {@code X-Original-Path}. */
    private static String capitalized(String header) {
        return INITIAL.matcher(header).replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
    }

    private static String join(List<NameValue> values, String separator) {
        return values.stream().map(NameValue::toString).collect(Collectors.joining(separator));
    }
}

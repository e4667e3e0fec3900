package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.stack.PlayedResource;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;

/**
 * Events of Lambda@Edge. Headers are lists of {@code {key, value}} by the name in lower case; the query string is text.
 *
 * @param atOrigin whether it is an origin-request event, which shows the origin and lets it be changed
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html">Event
 *      structure</a>
 */
record LambdaEdgeFormat(PlayedResource distribution, boolean atOrigin) implements EventFormat {
    private static final int VIEWER_BODY_MAX = 40 * 1024;
    private static final int ORIGIN_BODY_MAX = 1024 * 1024;

    @Override
    public String eventType() {
        return atOrigin ? "origin-request" : "viewer-request";
    }

    /** At viewer-request CloudFront adds them only after the function. */
    @Override
    public boolean seesCloudFrontHeaders() {
        return atOrigin;
    }

    @Override
    public String failure(int status) {
        return status == 502
                ? "The Lambda function result failed validation."
                : "The Lambda function associated with the CloudFront distribution is invalid or doesn't have the "
                        + "required permissions.";
    }

    @Override
    public ObjectNode event(EdgeRequest request) {
        var event = JsonNodeFactory.instance.objectNode();
        var cf = event.putArray("Records").addObject().putObject("cf");
        cf.putObject("config")
                .put("distributionDomainName", Distribution.domainName(distribution))
                .put("distributionId", distribution.id())
                .put("eventType", eventType())
                .put("requestId", request.viewer().requestId());
        var seen = cf.putObject("request").put("clientIp", request.viewer().ip());
        seen.set("headers", headers(request.headers()));
        seen.put("method", request.method()).put("querystring", request.query()).put("uri", request.path());
        if (atOrigin) {
            var isBucket = request.origin().bucket().isPresent();
            seen.putObject("origin").set(isBucket ? "s3" : "custom", CustomOrigin.json(request.origin()));
        }
        return event;
    }

    private static ObjectNode headers(HttpFields headers) {
        var byName = JsonNodeFactory.instance.objectNode();
        headers.stream()
                .filter(header -> !HeaderRules.isHidden(header.getLowerCaseName()))
                .forEach(header -> byName.withArrayProperty(header.getLowerCaseName())
                        .addObject()
                        .put("key", header.getName())
                        .put("value", header.getValue()));
        return byName;
    }

    @Override
    public Decision decision(EdgeRequest request, JsonNode result) throws InvalidResultException {
        if (result.has("status")) {
            return new Decision.Stop(GeneratedResponse.ofLambda(result, atOrigin ? ORIGIN_BODY_MAX : VIEWER_BODY_MAX));
        }
        if (!result.path("uri").isTextual()) {
            throw new InvalidResultException(
                    "it is neither a request nor a response",
                    "return event.Records[0].cf.request, or an object with a status");
        }
        ChangedRequest.checkMethod(request, result);
        var changed = new ChangedRequest(request, readOnly())
                .with(
                        result.path("uri").asText(),
                        result.path("querystring").asText(""),
                        KeyValues.read(result.path("headers")));
        return new Decision.Go(atOrigin ? changed.origin(CustomOrigin.read(request.origin(), result)) : changed);
    }

    private Set<String> readOnly() {
        return atOrigin ? HeaderRules.READ_ONLY_AT_ORIGIN : HeaderRules.READ_ONLY_FOR_LAMBDA_AT_VIEWER;
    }
}

package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.ArrayList;
import java.util.List;

/** A distribution as a program would register it, with the one API that {@link StandInApis} plays as its origin. */
final class Cdn {
    static final String API = "standinapi.execute-api.eu-west-1.amazonaws.com";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();
    private static final String HANDSHAKE = """
            {headersConfig: {headerBehavior: 'whitelist', headers: {items: ['Sec-WebSocket-Key',
              'Sec-WebSocket-Version', 'Sec-WebSocket-Protocol', 'Sec-WebSocket-Accept', 'Sec-WebSocket-Extensions']}},
             queryStringsConfig: {queryStringBehavior: 'all'}, cookiesConfig: {cookieBehavior: 'none'}}""";

    private final List<PlayedResource> resources = new ArrayList<>();
    private final ObjectNode inputs;

    private Cdn(String name) {
        inputs = object("""
                {origins: [{originId: 'api', domainName: '%s', originPath: '/live', customOriginConfig:
                  {originProtocolPolicy: 'https-only', httpPort: 80, httpsPort: 443}}],
                 defaultCacheBehavior: {targetOriginId: 'api', originRequestPolicyId: 'policy-id',
                  cachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', viewerProtocolPolicy: 'https-only',
                  allowedMethods: ['GET', 'HEAD']}}""".formatted(API));
        resources.add(resource("aws:cloudfront/distribution:Distribution", name, inputs));
    }

    /** One that forwards what a handshake needs, and all query strings. */
    static Cdn minimal() {
        return new Cdn("cdn").policy(HANDSHAKE);
    }

    /** The origin request policy of the default behavior. */
    Cdn policy(String config) {
        resources.removeIf(resource -> resource.name().equals("policy"));
        return add("aws:cloudfront/originRequestPolicy:OriginRequestPolicy", "policy", config);
    }

    /** Its headers; query strings and cookies go on. */
    Cdn headers(String behavior, String... names) {
        return policy("""
                {headersConfig: {headerBehavior: '%s', headers: {items: ['%s']}},
                 queryStringsConfig: {queryStringBehavior: 'all'}, cookiesConfig: {cookieBehavior: 'all'}}""".formatted(behavior, String.join("', '", names)));
    }

    Cdn defaultBehavior(String changes) {
        merge((ObjectNode) inputs.path("defaultCacheBehavior"), changes);
        return this;
    }

    /** A behavior before the default, otherwise as that is now. */
    Cdn behavior(String pattern, String changes) {
        var behavior =
                inputs.path("defaultCacheBehavior").<ObjectNode>deepCopy().put("pathPattern", pattern);
        merge(behavior, changes);
        inputs.withArrayProperty("orderedCacheBehaviors").add(behavior);
        return this;
    }

    /** The first origin. */
    Cdn origin(String changes) {
        merge((ObjectNode) inputs.path("origins").path(0), changes);
        return this;
    }

    Cdn anotherOrigin(String origin) {
        inputs.withArrayProperty("origins").add(object(origin));
        return this;
    }

    Cdn with(String inputs) {
        merge(this.inputs, inputs);
        return this;
    }

    Cdn add(String type, String name, String inputs) {
        resources.add(resource(type, name, object(inputs)));
        return this;
    }

    /** The CloudFront Function {@code rewrite} at viewer-request. */
    Cdn viewerRequestFunction() {
        return viewerRequestFunction("function handler(event) {}");
    }

    /** @param code without double quotes */
    Cdn viewerRequestFunction(String code) {
        return add("aws:cloudfront/function:Function", "rewrite", "{code: \"" + code + "\"}")
                .defaultBehavior("{functionAssociations: [{eventType: 'viewer-request', functionArn: '%s'}]}"
                        .formatted(arn("aws:cloudfront/function:Function", "rewrite")));
    }

    /** The Lambda function {@code check}, at an event. */
    Cdn lambda(String eventType) {
        return lambda(eventType, "{handler: 'index.handler'}");
    }

    Cdn lambda(String eventType, String inputs) {
        return add("aws:lambda/function:Function", "check", inputs)
                .defaultBehavior("{lambdaFunctionAssociations: [{eventType: '%s', lambdaArn: '%s:1'}]}"
                        .formatted(eventType, arn("aws:lambda/function:Function", "check")));
    }

    private static String arn(String type, String name) {
        return "arn:aws:service:us-east-1:000000000000:"
                + resource(type, name, object("{}")).word("arn");
    }

    /** This, and another distribution after it. */
    Cdn and(String name, Cdn other) {
        resources.add(resource("aws:cloudfront/distribution:Distribution", name, other.inputs));
        return this;
    }

    PlayedStack stack() {
        return new PlayedStack("shop", "dev", resources);
    }

    private static PlayedResource resource(String type, String name, ObjectNode inputs) {
        return new PlayedResource(
                "urn:pulumi:dev::shop::" + type + "::" + name, type, name, name + "-id", "aws", List.of(), inputs);
    }

    static ObjectNode merge(ObjectNode into, String changes) {
        try {
            return JSON.readerForUpdating(into).readValue(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

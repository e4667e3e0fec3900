package io.edgesocket.components.api;

import static io.edgesocket.components.api.ApiGatewayLimits.EVENT_SOURCE_MAX;
import static io.edgesocket.components.api.ApiGatewayLimits.ROUTE_KEY_MAX;
import static io.edgesocket.components.api.ApiGatewayLimits.TIMEOUT_MAX_MILLIS;
import static io.edgesocket.components.api.ApiGatewayLimits.TIMEOUT_MIN_MILLIS;
import static io.edgesocket.components.api.ApiGatewayLimits.URI_MAX;

import io.edgesocket.components.authorization.RouteAuthorization;
import io.edgesocket.components.internal.IamRole;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds whatever AWS would refuse of one route. */
final class RouteChecks {
    private static final Set<String> METHODS =
            Set.of("ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern WILDCARD = Pattern.compile("[*?]");
    private static final Pattern HTTP_URI = Pattern.compile("https?://[^/\\s]+\\S*");
    private static final Pattern VPC_LINK = Pattern.compile("[a-z0-9]{1,20}");
    private static final Pattern SERVICE_URI =
            Pattern.compile("arn:aws[a-z-]*:apigateway:[a-z0-9-]+:[A-Za-z0-9.-]+:(action|path)/\\S+");

    private static final Pattern EVENT_SOURCE =
            Pattern.compile("(?!aws\\.)[A-Za-z0-9._/-]{1," + EVENT_SOURCE_MAX + "}");

    private final String key;
    private final Property property;
    private final Route route;
    private final Problems problems;

    RouteChecks(String key, Route route, Problems problems) {
        this.key = key;
        this.property = Property.of("routes", CONTROL.matcher(key).replaceAll("?"));
        this.route = route;
        this.problems = problems;
    }

    void run() {
        key();
        target();
        route.vpcLink.ifPresent(this::vpcLink);
        route.mapping.timeout().ifPresent(this::timeout);
        new MappingChecks(key, route, problems).run();
        access();
        reply();
        validation();
    }

    private void key() {
        problems.unless(!key.isBlank(), property, "an empty route key", "$connect, $disconnect, $default or a key");
        problems.unless(
                !key.startsWith("$") || RouteKeys.PREDEFINED.contains(key),
                property,
                '"' + key + '"',
                "only $connect, $disconnect and $default begin with $");
        problems.unless(
                key.codePointCount(0, key.length()) <= ROUTE_KEY_MAX
                        && !CONTROL.matcher(key).find(),
                property,
                key.length() + " characters",
                "at most " + ROUTE_KEY_MAX + " on one line");
        // The key ends the source ARN of the function's permission, where these two match anything.
        problems.unless(
                !(route.target instanceof Target.Function)
                        || !WILDCARD.matcher(key).find(),
                property,
                '"' + key + '"',
                "no * and no ?: they would let other routes call the function too");
    }

    private void target() {
        if (route.target instanceof Target.Http http) {
            problems.unless(
                    METHODS.contains(http.method()),
                    property.then("method"),
                    '"' + http.method() + '"',
                    "GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS or ANY, in capitals");
            uri(http.uri(), HTTP_URI, "begins with https:// or http:// and names a host");
        } else if (route.target instanceof Target.Aws aws) {
            uri(aws.uri(), SERVICE_URI, "arn:aws:apigateway:{region}:{service}:action/{action} or …:path/{path}");
        } else if (route.target instanceof Target.Service target) {
            service(target.service());
        }
    }

    private void service(ServiceTarget target) {
        var service = target.service;
        target.arn
                .known()
                .ifPresent(arn -> problems.unless(
                        service.isArn(arn), property.then(service.property), '"' + arn + '"', service.example()));
        problems.unless(
                service != AwsService.EVENTS
                        || EVENT_SOURCE.matcher(target.source).matches(),
                property.then("source"),
                '"' + target.source + '"',
                "1 to " + EVENT_SOURCE_MAX + " letters, digits and . _ / -, not beginning with aws.");
        target.role.ifPresent(role -> IamRole.check(problems, property.then("role"), role));
        service.parameters()
                .forEach((name, value) -> problems.unless(
                        !route.mapping.parameters().containsKey(name),
                        property.then("requestParameters", name),
                        route.mapping.parameters().getOrDefault(name, ""),
                        "it is " + value + " always, as the service wants it: leave it out"));
    }

    private void uri(Input uri, Pattern allowed, String means) {
        uri.known()
                .ifPresent(text -> problems.unless(
                        allowed.matcher(text).matches() && text.length() <= URI_MAX,
                        property.then("uri"),
                        '"' + text + '"',
                        means + "; at most " + URI_MAX + " characters"));
    }

    private void vpcLink(Input link) {
        problems.unless(
                route.target instanceof Target.Http,
                property.then("through"),
                "a VPC link, for an integration of type " + route.target.integrationType(),
                "leave it out: only HTTP integrations go through one");
        link.known()
                .ifPresent(id -> problems.unless(
                        VPC_LINK.matcher(id).matches(),
                        property.then("through"),
                        '"' + id + '"',
                        "the id of a VPC link to a Network Load Balancer, such as a1b2c3"));
    }

    private void timeout(Duration timeout) {
        problems.unless(
                timeout.compareTo(Duration.ofMillis(TIMEOUT_MIN_MILLIS)) >= 0
                        && timeout.compareTo(Duration.ofMillis(TIMEOUT_MAX_MILLIS)) <= 0,
                property.then("timeout"),
                timeout.toMillis() + " ms",
                TIMEOUT_MIN_MILLIS + " to " + TIMEOUT_MAX_MILLIS
                        + " ms; for longer work answer later, by @connections");
    }

    private void access() {
        if (key.equals(RouteKeys.CONNECT)) {
            return;
        }
        problems.unless(
                route.access.authorization() == RouteAuthorization.Authorization.NONE,
                property.then("requiring"),
                "an authorizer",
                "API Gateway authorizes at $connect only: move it there");
        problems.unless(
                !route.access.apiKey(),
                property.then("requiringApiKey"),
                "an API key",
                "API Gateway asks for it at $connect only: move it there");
    }

    private void reply() {
        problems.unless(
                !route.reply.isSent() || hasMessages(),
                property.then("replying"),
                "a reply",
                "at $connect the handshake itself is the answer, and at $disconnect nobody is there: leave it out");
    }

    private void validation() {
        if (route.validation.isEmpty()) {
            return;
        }
        problems.unless(
                hasMessages(),
                property.then("validating"),
                "a model",
                key + " has no message that could match it: leave it out");
        SelectionExpression.check(route.validation.selectionExpression(), problems, property.then("validating"));
    }

    private boolean hasMessages() {
        return !key.equals(RouteKeys.CONNECT) && !key.equals(RouteKeys.DISCONNECT);
    }
}

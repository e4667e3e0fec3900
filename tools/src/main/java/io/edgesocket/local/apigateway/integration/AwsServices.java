package io.edgesocket.local.apigateway.integration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import io.edgesocket.local.stack.RefusedStackException;
import io.edgesocket.local.stack.UnusedNames;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The services of AWS that integrations call, other than Lambda: nothing here by themselves, so addresses of emulators are
 * given for them.
 *
 * @param addresses by the services' names in the integrations' URIs, such as {@code sqs}
 */
public record AwsServices(ReceiverNames names, HttpBackends backends, Map<String, URI> addresses) {
    /** What tells the service to a server that plays several. Emulators don't check who signs. */
    private static final String SIGNED = "'AWS4-HMAC-SHA256 Credential=local/20260101/%s/%s/aws4_request, "
            + "SignedHeaders=host, Signature=" + "0".repeat(64) + "'";

    /** Functions find what is given for it, too. */
    private static final String OF_TABLES = "dynamodb";

    /** By service: what names the action in its JSON protocol. API Gateway adds it for some, and others have it as a parameter. */
    private static final Map<String, String> TARGETS = Map.of(
            "dynamodb", "DynamoDB_20120810.",
            "states", "AWSStepFunctions.",
            "events", "AWSEvents.",
            "kinesis", "Kinesis_20131202.");

    static AwsServices of(PlayedStack stack, HttpBackends backends) {
        return new AwsServices(ReceiverNames.of(stack), backends, backends.services());
    }

    static String option(String service) {
        return "--service " + service + "=http://127.0.0.1:4566";
    }

    /** @throws RefusedStackException if an address is given for a service that no integration calls */
    public static void requireKnown(PlayedStack stack, Set<String> given) {
        var called = stack.ofType("aws:apigatewayv2/integration:Integration")
                .filter(integration -> integration.text("integrationType").equals("AWS"))
                .flatMap(integration -> called(integration).stream())
                .map(ServiceCall::service);
        var known = Stream.concat(called, Stream.of(OF_TABLES)).distinct().toList();
        UnusedNames.refuse("--service", given, known, "no integration calls such a service");
    }

    /** A line for each integration with a service that no address is given for, which begins with its name. */
    public static List<String> unreached(PlayedStack stack, HttpBackends backends) {
        return stack.ofType("aws:apigatewayv2/integration:Integration")
                .filter(integration -> integration.text("integrationType").equals("AWS"))
                .flatMap(integration -> called(integration)
                        .filter(call -> !backends.services().containsKey(call.service()))
                        .map(call -> integration.name() + ": requests to " + call.service()
                                + " are told and taken for done; " + option(call.service()) + " says what gets them")
                        .stream())
                .toList();
    }

    /** Lambda is played itself. */
    static Optional<ServiceCall> called(PlayedResource integration) {
        return ServiceCall.of(integration.text("integrationUri"))
                .filter(call -> !call.service().equals("lambda"));
    }

    /** @param response makes the reply of the service's answer */
    ServiceIntegration integration(PlayedResource registered, Duration timeout, ResponseMapping response) {
        var integration = registered.inputs().deepCopy();
        var call = ServiceCall.of(names.in(registered.text("integrationUri"))).orElseThrow();
        if (integration.path("requestTemplates") instanceof ObjectNode templates) {
            templates
                    .properties()
                    .forEach(template -> template.setValue(
                            TextNode.valueOf(names.in(template.getValue().asText()))));
        }
        var request = RequestMapping.of(integration);
        return new ServiceIntegration(
                call,
                request,
                response,
                Optional.ofNullable(addresses.get(call.service()))
                        .map(there -> new HttpIntegration(
                                backends, target(integration, call, timeout, there), false, request, response)));
    }

    private static HttpTarget target(ObjectNode integration, ServiceCall call, Duration timeout, URI there) {
        var parameters = integration.withObject("/requestParameters");
        header(parameters, "Authorization", SIGNED.formatted(call.region(), call.service()));
        if (!call.action().isEmpty() && TARGETS.containsKey(call.service())) {
            header(parameters, "X-Amz-Target", "'" + TARGETS.get(call.service()) + call.action() + "'");
            header(parameters, "Content-Type", "'application/x-amz-json-1.0'");
        }
        integration.put("integrationUri", call.url());
        return HttpTarget.of(integration, timeout, Optional.of(there));
    }

    private static void header(ObjectNode parameters, String name, String value) {
        var key = "integration.request.header." + name;
        if (!parameters.has(key)) {
            parameters.put(key, value);
        }
    }
}

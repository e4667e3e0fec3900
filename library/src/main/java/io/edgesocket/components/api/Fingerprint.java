package io.edgesocket.components.api;

import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.apigatewayv2.AuthorizerArgs;
import com.pulumi.aws.apigatewayv2.IntegrationArgs;
import com.pulumi.aws.apigatewayv2.IntegrationResponseArgs;
import com.pulumi.aws.apigatewayv2.ModelArgs;
import com.pulumi.aws.apigatewayv2.RouteArgs;
import com.pulumi.aws.apigatewayv2.RouteResponseArgs;
import com.pulumi.aws.apigatewayv2.inputs.RouteRequestParameterArgs;
import com.pulumi.core.Output;
import io.edgesocket.components.internal.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A short digest of everything in a resource that takes effect only with the next deployment: it changes when that
 * does, and only then. What takes effect at once, or is only shown, isn't in it.
 */
final class Fingerprint {
    private static final int DIGITS = 12;
    private static final String NO_ROUTES = "none";

    private final List<Property> properties = new ArrayList<>();

    private record Property(String name, Output<Object> value) {
        /** Null if it has no value. */
        String part(Object known) {
            return known == null ? null : name + "=" + unambiguous(known);
        }
    }

    private Fingerprint() {}

    static Output<String> of(ApiArgs api) {
        return new Fingerprint()
                .with("routeSelectionExpression", api.routeSelectionExpression())
                .with("apiKeySelectionExpression", api.apiKeySelectionExpression())
                .digest();
    }

    static Output<String> of(RouteArgs route) {
        return new Fingerprint()
                .with("routeKey", route.routeKey())
                .with("target", route.target())
                .with("authorizationType", route.authorizationType())
                .with("authorizerId", route.authorizerId())
                .with("apiKeyRequired", route.apiKeyRequired())
                .with("modelSelectionExpression", route.modelSelectionExpression())
                .with("requestModels", route.requestModels())
                .with("requestParameters", route.requestParameters().map(Fingerprint::required))
                .with("routeResponseSelectionExpression", route.routeResponseSelectionExpression())
                .digest();
    }

    static Output<String> of(RouteResponseArgs response) {
        return new Fingerprint()
                .with("routeResponseKey", response.routeResponseKey())
                .with("modelSelectionExpression", response.modelSelectionExpression())
                .with("responseModels", response.responseModels())
                .digest();
    }

    static Output<String> of(IntegrationArgs integration) {
        return new Fingerprint()
                .with("integrationType", integration.integrationType())
                .with("integrationUri", integration.integrationUri())
                .with("integrationMethod", integration.integrationMethod())
                .with("connectionType", integration.connectionType())
                .with("connectionId", integration.connectionId())
                .with("contentHandlingStrategy", integration.contentHandlingStrategy())
                .with("credentialsArn", integration.credentialsArn())
                .with("passthroughBehavior", integration.passthroughBehavior())
                .with("requestParameters", integration.requestParameters())
                .with("requestTemplates", integration.requestTemplates())
                .with("templateSelectionExpression", integration.templateSelectionExpression())
                .with("timeoutMilliseconds", integration.timeoutMilliseconds())
                .digest();
    }

    static Output<String> of(IntegrationResponseArgs response) {
        return new Fingerprint()
                .with("integrationResponseKey", response.integrationResponseKey())
                .with("contentHandlingStrategy", response.contentHandlingStrategy())
                .with("responseTemplates", response.responseTemplates())
                .with("templateSelectionExpression", response.templateSelectionExpression())
                .digest();
    }

    static Output<String> of(AuthorizerArgs authorizer) {
        return new Fingerprint()
                .with("authorizerType", authorizer.authorizerType())
                .with("authorizerUri", authorizer.authorizerUri())
                .with("authorizerCredentialsArn", authorizer.authorizerCredentialsArn())
                .with("identitySources", authorizer.identitySources())
                .digest();
    }

    static Output<String> of(ModelArgs model) {
        return new Fingerprint()
                .with("name", model.name())
                .with("contentType", model.contentType())
                .with("schema", model.schema())
                .digest();
    }

    /** One for several resources. */
    static Output<String> of(Map<String, Output<String>> fingerprints) {
        var all = new Fingerprint();
        fingerprints.forEach(all::with);
        return all.digest();
    }

    /** A guest's own; a stack that exports none has no routes. */
    static Output<String> of(WebSocketApiArgs.Guest guest) {
        return guest.fingerprint().applyValue(exported -> {
            if (exported == null) {
                return NO_ROUTES;
            }
            if (exported instanceof String fingerprint) {
                return fingerprint;
            }
            throw new IllegalArgumentException(
                    "guest " + guest.name() + ": no text; it has to be what GuestRoutes.fingerprint() gives");
        });
    }

    private static Output<Map<String, Boolean>> required(Output<List<RouteRequestParameterArgs>> parameters) {
        return parameters
                .apply(list -> Output.all(list.stream()
                        .map(parameter -> Output.tuple(parameter.requestParameterKey(), parameter.required()))
                        .toList()))
                .applyValue(pairs -> {
                    var required = new TreeMap<String, Boolean>();
                    pairs.forEach(pair -> required.put(pair.t1, pair.t2));
                    return required;
                });
    }

    private Fingerprint with(String property, Optional<? extends Output<?>> value) {
        value.ifPresent(output -> with(property, output));
        return this;
    }

    @SuppressWarnings("unchecked") // an output only gives its value
    private Fingerprint with(String property, Output<?> value) {
        properties.add(new Property(property, (Output<Object>) value));
        return this;
    }

    /** Of all values at once: each step from an output to another costs as much as all else here. */
    private Output<String> digest() {
        return Output.all(properties.stream().map(Property::value).toList())
                .applyValue(known -> Sha256.hex(unambiguous(parts(known)), DIGITS));
    }

    private List<String> parts(List<Object> known) {
        var parts = new ArrayList<String>();
        for (var i = 0; i < known.size(); i++) {
            parts.add(properties.get(i).part(known.get(i)));
        }
        return parts;
    }

    /** Writes each text with its length, so that two texts can't look like one, and sorts maps. */
    private static String unambiguous(Object value) {
        if (value instanceof Map<?, ?> map) {
            var entries = new TreeMap<String, String>();
            map.forEach((key, entry) -> entries.put(unambiguous(key), unambiguous(entry)));
            return entries.toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Fingerprint::unambiguous).toList().toString();
        }
        var text = String.valueOf(value);
        return text.length() + ":" + text;
    }
}

package io.edgesocket.local.apigateway.stage;

import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A name of an API's own, and what leads from it to a stage.
 *
 * @param name  in lower case
 * @param key   the mapping's key, which is the path there; empty for none
 * @param apiId the API's id
 * @param stage the stage's name
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-custom-domain-names.html">Custom
 *      domain names for WebSocket APIs</a>
 */
public record CustomDomain(String name, String key, String apiId, String stage) {

    /** One for each mapping to a stage of the stack. */
    public static List<CustomDomain> of(PlayedStack stack) {
        return stack.ofType("aws:apigatewayv2/apiMapping:ApiMapping")
                .flatMap(mapping -> stage(stack, mapping)
                        .map(stage -> new CustomDomain(
                                name(stack, mapping.text("domainName")),
                                mapping.text("apiMappingKey"),
                                mapping.text("apiId"),
                                stage))
                        .stream())
                .toList();
    }

    /** A stage is named by its id, which is a stand-in here, or by its name. */
    private static Optional<String> stage(PlayedStack stack, PlayedResource mapping) {
        return stack.ofType("aws:apigatewayv2/stage:Stage")
                .filter(stage -> stage.text("apiId").equals(mapping.text("apiId")))
                .filter(stage -> List.of(stage.id(), stage.text("name")).contains(mapping.text("stage")))
                .map(stage -> stage.text("name").isEmpty() ? stage.name() : stage.text("name"))
                .findFirst();
    }

    /** A mapping names the domain by the id of a resource, or by the name of one that exists already. */
    private static String name(PlayedStack stack, String named) {
        return stack.ofType("aws:apigatewayv2/domainName:DomainName")
                .filter(domain -> domain.id().equals(named))
                .map(domain -> domain.text("domainName"))
                .findFirst()
                .orElse(named)
                .toLowerCase(Locale.ROOT);
    }

    boolean isOf(String api) {
        return apiId.equals(api);
    }

    /** What clients and functions call it by, without a scheme. */
    public String address() {
        return key.isEmpty() ? name : name + "/" + key;
    }
}

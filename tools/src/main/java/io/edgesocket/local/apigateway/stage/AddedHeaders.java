package io.edgesocket.local.apigateway.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.stack.PlayedStack;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The headers that a stack's distributions add on the way to an API, by which it may tell who comes through them. */
public final class AddedHeaders {
    private AddedHeaders() {}

    public static Set<String> to(String apiId, PlayedStack stack) {
        var own = CustomDomain.of(stack).stream()
                .filter(domain -> domain.isOf(apiId))
                .map(CustomDomain::name)
                .toList();
        return stack.ofType("aws:cloudfront/distribution:Distribution")
                .flatMap(distribution -> items(distribution.inputs().path("origins")))
                .filter(origin -> origin.path("domainName").asText().startsWith(apiId + ".")
                        || own.contains(origin.path("domainName").asText()))
                .flatMap(origin -> items(origin.path("customHeaders")))
                .map(header -> header.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}

package io.edgesocket.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.plan.Plan.PlannedResource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small plans for tests. */
public final class Plans {
    public static final String API = "aws:apigatewayv2/api:Api";
    public static final String ROUTE = "aws:apigatewayv2/route:Route";
    public static final String DEPLOYMENT = "aws:apigatewayv2/deployment:Deployment";
    public static final String ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
    public static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
    public static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Plans() {}

    public static Plan dev(Resource... resources) {
        return stack("dev", List.of(resources));
    }

    public static Plan prod(Resource... resources) {
        return stack("prod", List.of(resources));
    }

    public static Plan stack(String stack, List<Resource> resources) {
        return new Plan(
                "edgesocket",
                stack,
                resources.stream().map(resource -> resource.planned(stack)).toList(),
                JsonNodeFactory.instance.objectNode());
    }

    public static List<Resource> routes(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> Resource.of(ROUTE, String.format("route-%03d", i)).with("{'routeKey': 'key" + i + "'}"))
                .toList();
    }

    public static ObjectNode json(String singleQuoted) {
        try {
            return (ObjectNode) MAPPER.readTree(singleQuoted.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(singleQuoted, e);
        }
    }

    /** A resource of any stack; URNs are written without {@code urn:pulumi:<stack>::edgesocket::}. */
    public record Resource(
            String type,
            String name,
            Optional<Resource> parent,
            String provider,
            boolean protect,
            List<String> aliases,
            List<String> ignoreChanges,
            List<String> dependsOn,
            ObjectNode inputs) {

        public static Resource of(String type, String name) {
            return new Resource(
                    type, name, Optional.empty(), "aws", false, List.of(), List.of(), List.of(), json("{}"));
        }

        public static Resource component(String name) {
            return of("edgesocket:aws:WebSocketApi", name);
        }

        public Resource in(Resource parent) {
            return new Resource(
                    type, name, Optional.of(parent), provider, protect, aliases, ignoreChanges, dependsOn, inputs);
        }

        public Resource by(String provider) {
            return new Resource(type, name, parent, provider, protect, aliases, ignoreChanges, dependsOn, inputs);
        }

        public Resource isProtected() {
            return new Resource(type, name, parent, provider, true, aliases, ignoreChanges, dependsOn, inputs);
        }

        public Resource alias(String path) {
            return new Resource(type, name, parent, provider, protect, List.of(path), ignoreChanges, dependsOn, inputs);
        }

        public Resource ignoring(String input) {
            return new Resource(type, name, parent, provider, protect, aliases, List.of(input), dependsOn, inputs);
        }

        public Resource dependingOn(Resource... others) {
            return new Resource(
                    type,
                    name,
                    parent,
                    provider,
                    protect,
                    aliases,
                    ignoreChanges,
                    Stream.of(others).map(Resource::path).toList(),
                    inputs);
        }

        public Resource with(String inputs) {
            return new Resource(type, name, parent, provider, protect, aliases, ignoreChanges, dependsOn, json(inputs));
        }

        public String path() {
            return types() + "::" + name;
        }

        private String types() {
            return parent.map(above -> above.types() + "$").orElse("") + type;
        }

        public PlannedResource planned(String stack) {
            var prefix = "urn:pulumi:" + stack + "::edgesocket::";
            return new PlannedResource(
                    prefix + path(),
                    type,
                    name,
                    !type.startsWith("edgesocket:"),
                    parent.map(above -> prefix + above.path()),
                    type.startsWith("edgesocket:") ? Optional.empty() : Optional.of(provider),
                    protect,
                    false,
                    false,
                    aliases.stream().map(prefix::concat).toList(),
                    ignoreChanges,
                    dependsOn.stream().map(prefix::concat).toList(),
                    inputs);
        }
    }
}

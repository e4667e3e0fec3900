package io.edgesocket.probe.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds resources in a plan. */
final class Resources {
    static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";

    private Resources() {}

    /** @param type such as {@code aws:apigatewayv2/route:Route} */
    static Stream<PlannedResource> of(Plan plan, String type) {
        return plan.resources().stream().filter(resource -> resource.type().equals(type));
    }

    static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Whether a value is made from the id of this resource. */
    static boolean names(JsonNode value, PlannedResource resource) {
        var text = value.asText();
        return text.endsWith("${" + resource.name() + ".id}") || text.endsWith("::" + resource.name() + ".id}");
    }
}

package io.edgesocket.plan.render;

import static io.edgesocket.plan.Plans.API;
import static io.edgesocket.plan.Plans.ROUTE;
import static io.edgesocket.plan.Plans.dev;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.edgesocket.plan.Plans.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanDotTest {
    private static final Resource CHAT = Resource.component("chat");

    @Test
    void a_component_is_a_cluster() {
        assertThat(PlanDot.render(dev(CHAT, Resource.of(API, "api").in(CHAT))))
                .contains(
                        "subgraph \"cluster urn:pulumi:dev::edgesocket::edgesocket:aws:WebSocketApi::chat\" {",
                        "label=\"chat\\nWebSocketApi\";");
    }

    @Test
    void a_dependency_is_an_arrow_to_what_is_depended_on() {
        var api = Resource.of(API, "api");
        assertThat(PlanDot.render(dev(api, Resource.of(ROUTE, "ping").dependingOn(api))))
                .contains("::ping\" -> \"urn:pulumi:dev::edgesocket::" + API + "::api\";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "\\\"", "a\nb", "a\\", "];}", "<b>", "\\N"})
    void no_name_breaks_the_graph(String name) {
        var component = Resource.component(name);
        assertThatCode(() -> DotSyntax.check(
                        PlanDot.render(dev(component, Resource.of(API, name).in(component)))))
                .doesNotThrowAnyException();
    }
}

package io.edgesocket.plan.render;

import static io.edgesocket.plan.Plans.API;
import static io.edgesocket.plan.Plans.ROUTE;
import static io.edgesocket.plan.Plans.dev;
import static io.edgesocket.plan.Plans.routes;
import static io.edgesocket.plan.Plans.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plans.Resource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTextTest {

    @Test
    void an_empty_stack_is_its_name_and_a_count() {
        assertThat(text(dev())).isEqualTo("edgesocket dev\n\n0 resources\n");
    }

    @Test
    void a_type_without_highlights_is_shown_by_name_and_type() {
        assertThat(text(dev(Resource.of("aws:sqs/queue:Queue", "jobs").with("{'name': 'jobs'}"))))
                .contains("└─ jobs  sqs Queue\n");
    }

    @Test
    void a_protected_resource_and_an_explicit_provider_stand_out() {
        var abroad = Resource.of("pulumi:providers:aws", "us-east-1");
        assertThat(text(dev(Resource.of(API, "chat").isProtected().by("us-east-1"), abroad)))
                .contains("[protected, provider us-east-1]");
    }

    @Test
    void eight_routes_are_all_shown() {
        assertThat(text(stack("dev", routes(8)))).contains("route-007").doesNotContain("more");
    }

    @Test
    void of_three_hundred_routes_five_are_shown_and_the_rest_counted() {
        assertThat(text(stack("dev", routes(300))))
                .contains("route-004", "└─ … 295 more apigatewayv2 Route (--all shows them)", "300 resources")
                .doesNotContain("route-005");
    }

    @Test
    void all_three_hundred_routes_are_shown_when_asked() {
        assertThat(PlanText.render(stack("dev", routes(300)), Screen.plain(), Folding.ALL))
                .contains("route-299")
                .doesNotContain("more");
    }

    @Test
    void a_resource_that_stands_out_is_not_folded_away_among_its_like() {
        var routes = new ArrayList<>(routes(300));
        routes.set(150, routes.get(150).isProtected());
        assertThat(text(stack("dev", routes))).contains("route-150");
    }

    @Test
    void folded_components_count_what_is_in_them() {
        var resources = new ArrayList<Resource>();
        for (var i = 0; i < 20; i++) {
            var component = Resource.component("api-" + i);
            resources.addAll(List.of(
                    component,
                    Resource.of(API, "api-" + i + "-api").in(component),
                    Resource.of(ROUTE, "api-" + i + "-route").in(component)));
        }
        assertThat(text(stack("dev", resources))).contains("… 15 more WebSocketApi with 30 resources in them");
    }

    private static String text(Plan plan) {
        return PlanText.render(plan, Screen.plain(), Folding.FOLDED);
    }
}

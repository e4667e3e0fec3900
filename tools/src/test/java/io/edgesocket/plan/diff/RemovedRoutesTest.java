package io.edgesocket.plan.diff;

import static io.edgesocket.plan.Plans.DEPLOYMENT;
import static io.edgesocket.plan.Plans.ROUTE;
import static io.edgesocket.plan.Plans.dev;
import static io.edgesocket.plan.Plans.prod;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.plan.Plans.Resource;
import io.edgesocket.plan.render.DiffMarkdown;
import io.edgesocket.plan.render.DiffText;
import io.edgesocket.plan.render.Folding;
import io.edgesocket.plan.render.Screen;
import org.junit.jupiter.api.Test;

/** A route that is removed goes on being served for a while; a reviewer is told, and how to end it. */
class RemovedRoutesTest {
    private static final Resource BEFORE =
            deployment("{'apiId': '${chat.id}', 'triggers': {'route orders': '1', 'api': '2'}}");
    private static final Resource AFTER = deployment("{'apiId': '${chat.id}', 'triggers': {'api': '2'}}");
    private static final Resource ORDERS =
            Resource.of(ROUTE, "orders").with("{'apiId': '${chat.id}', 'routeKey': 'orders'}");
    private static final String COMMAND =
            "pulumi up --replace 'urn:pulumi:dev::edgesocket::aws:apigatewayv2/deployment:Deployment::chat-deployment'";

    @Test
    void text_says_how_to_end_it() {
        assertThat(text(PlanDiff.between(dev(BEFORE, ORDERS), dev(AFTER))))
                .contains("\nNote\n" + RemovedRoutes.NOTE + "\n    " + COMMAND + "\n\n");
    }

    @Test
    void markdown_says_how_to_end_it() {
        assertThat(DiffMarkdown.render(PlanDiff.between(dev(BEFORE, ORDERS), dev(AFTER))))
                .contains("\n" + RemovedRoutes.NOTE + "\n\n```sh\n" + COMMAND + "\n```\n");
    }

    @Test
    void a_route_that_comes_needs_no_note() {
        assertThat(text(PlanDiff.between(dev(AFTER), dev(BEFORE, ORDERS)))).doesNotContain("Note");
    }

    @Test
    void a_route_that_goes_with_its_api_needs_no_note() {
        assertThat(text(PlanDiff.between(dev(BEFORE, ORDERS), dev()))).doesNotContain("Note");
    }

    @Test
    void a_route_that_another_stack_does_not_have_needs_no_note() {
        assertThat(text(PlanDiff.between(dev(BEFORE, ORDERS), prod(AFTER)))).doesNotContain("Note");
    }

    private static String text(PlanDiff diff) {
        return DiffText.render(diff, new Screen(Screen.UNLIMITED, false), Folding.FOLDED);
    }

    private static Resource deployment(String inputs) {
        return Resource.of(DEPLOYMENT, "chat-deployment").with(inputs);
    }
}

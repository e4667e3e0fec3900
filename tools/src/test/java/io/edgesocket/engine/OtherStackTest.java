package io.edgesocket.engine;

import static io.edgesocket.engine.Programs.input;
import static io.edgesocket.engine.Programs.resource;
import static io.edgesocket.engine.Programs.run;
import static io.edgesocket.engine.Programs.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.resources.StackReference;
import com.pulumi.resources.StackReferenceArgs;
import io.edgesocket.components.api.GuestRoutes;
import io.edgesocket.components.api.GuestRoutesArgs;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.SharedApi;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan knows nothing of what another stack exports. */
class OtherStackTest {

    private static StackReference owner() {
        return new StackReference(
                "owner", StackReferenceArgs.builder().name("acme/chat/prod").build());
    }

    private static Registrations guest() {
        return run(ctx -> {
            var routes = new GuestRoutes(
                    "orders",
                    GuestRoutesArgs.builder(SharedApi.of(owner(), "api"))
                            .route("order", Route.mock("{}"))
                            .build());
            ctx.export("routes", routes.fingerprint());
        });
    }

    @Test
    void an_output_is_shown_as_the_other_stack_s() {
        var registrations = run(ctx -> new LogGroup(
                "logs",
                LogGroupArgs.builder()
                        .name(owner().output("name").applyValue(String::valueOf))
                        .build()));
        assertThat(text(input(registrations, "logs", "name"))).isEqualTo("<owner.outputs>");
    }

    @Test
    void an_output_that_the_program_requires_is_shown_too() {
        var registrations = run(ctx -> new LogGroup(
                "logs",
                LogGroupArgs.builder()
                        .name(owner().requireOutput("name").applyValue(String::valueOf))
                        .build()));
        assertThat(text(input(registrations, "logs", "name"))).isEqualTo("<owner.outputs>");
    }

    @Test
    void one_entry_of_a_map_is_shown_and_the_others_stay() {
        var registrations = run(ctx -> new LogGroup(
                "logs",
                LogGroupArgs.builder()
                        .tags(owner().output("team").applyValue(team -> Map.of("team", String.valueOf(team))))
                        .name("kept")
                        .build()));
        assertThat(text(input(registrations, "logs", "name"))).isEqualTo("kept");
        assertThat(text(input(registrations, "logs", "tags"))).isEqualTo("<owner.outputs>");
    }

    @Test
    void routes_for_another_stack_s_api_are_planned() {
        assertThat(text(input(guest(), "orders-order", "apiId"))).isEqualTo("<owner.outputs>");
    }

    @Test
    void a_route_that_is_the_guest_s_own_is_planned_as_ever() {
        assertThat(text(input(guest(), "orders-order", "routeKey"))).isEqualTo("order");
    }

    @Test
    void the_reference_is_read_and_not_made() {
        assertThat(resource(guest(), "owner").type()).isEqualTo("pulumi:pulumi:StackReference");
    }
}

package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.Pulumi.Step;
import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A project with an API, and another that adds routes to it. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedApiTest {
    private static final String REDEPLOYED = "create apigatewayv2.Deployment chat-deployment";
    private static final String[] ONE_DEPLOYMENT = {
        REDEPLOYED, "update apigatewayv2.Stage chat-stage", "delete apigatewayv2.Deployment chat-deployment"
    };
    private static final String ROUTE = ".route(\"order\", Route.mock(\"{}\"))";
    private static final String GUEST = """
            package io.edgesocket;

            import com.pulumi.Pulumi;
            import com.pulumi.resources.StackReference;
            import io.edgesocket.components.PulumiRuntime;
            import io.edgesocket.components.api.GuestRoutes;
            import io.edgesocket.components.api.GuestRoutesArgs;
            import io.edgesocket.components.api.Route;
            import io.edgesocket.components.api.SharedApi;

            public final class App {
                public static void main(String[] args) {
                    PulumiRuntime.prepare();
                    Pulumi.run(ctx -> {
                        var api = SharedApi.of(new StackReference("organization/edgesocket/dev"), "api");
                        var routes = new GuestRoutes("orders", GuestRoutesArgs.builder(api)
                                .route("order", Route.mock("{}"))
                                .build());
                        ctx.export("routes", routes.fingerprint());
                    });
                }
            }
            """;

    private Step tooEarly;
    private Step creation;
    private Step joining;
    private Step deployment;
    private Step repetition;
    private Step clash;
    private Step change;
    private Step deploymentOfChange;
    private Step leaving;
    private Step deploymentWithout;
    private List<String> left;

    @BeforeAll
    void live(Project built, @TempDir Path folder) {
        var owners = built.copyTo(folder.resolve("owner"));
        var guests = built.copyTo(folder.resolve("guest"));
        owners.insertInProgram(
                ".guest(\"orders\", new com.pulumi.resources.StackReference(\"organization/orders/dev\").output(\"routes\"))\n",
                ".route(\"ping\"");
        owners.insertInProgram(
                "api.ifPresent(made -> ctx.export(\"api\", made.shared()));\n", "ctx.export(\"url\", cdn.url());");
        guests.edit("Pulumi.yaml", "name: edgesocket\n", "name: orders\n");
        guests.write("src/main/java/io/edgesocket/App.java", GUEST);
        try (var aws = StandInAws.start()) {
            var states = Map.of("PULUMI_BACKEND_URL", owners.state().toUri().toString());
            var owner = new Pulumi(owners, aws, List.of(), states).withStack("dev");
            var guest = new Pulumi(guests, aws, List.of(), states).withStack("dev");
            tooEarly = up(guest);
            creation = up(owner);
            joining = up(guest);
            deployment = up(owner);
            repetition = owner.step("up", "--yes", "--skip-preview", "--expect-no-changes");
            guests.replaceInProgram(ROUTE, ".route(\"ping\", Route.mock(\"{}\"))" + ROUTE);
            clash = up(guest);
            guests.replaceInProgram(".route(\"ping\", Route.mock(\"{}\"))" + ROUTE, ROUTE.replace("{}", "[]"));
            change = up(guest);
            deploymentOfChange = up(owner);
            leaving = guest.step("destroy", "--yes", "--skip-preview");
            deploymentWithout = up(owner);
            left = aws.cloud().resources();
        }
    }

    @Test
    void a_guest_before_its_owner_is_told_what_is_missing_and_makes_nothing() {
        assertThat(tooEarly.operations()).isEmpty();
        assertThat(tooEarly.outcome().toString())
                .contains("stack organization/edgesocket/dev has no output \"api\": its program has to export "
                        + "WebSocketApi.shared() by that name, and be deployed first");
    }

    @Test
    void the_owner_goes_up_before_its_guest() {
        assertThat(succeeded(creation).done()).contains(REDEPLOYED);
    }

    @Test
    void the_guest_makes_its_route_and_no_deployment() {
        assertThat(succeeded(joining).done())
                .containsExactlyInAnyOrder(
                        "create apigatewayv2.Integration orders-order-integration",
                        "create apigatewayv2.IntegrationResponse orders-order-integration-response",
                        "create apigatewayv2.Route orders-order",
                        "create apigatewayv2.RouteResponse orders-order-response");
    }

    @Test
    void the_owner_s_next_up_makes_one_deployment_and_puts_the_stage_on_it() {
        assertThat(succeeded(deployment).done()).containsExactly(ONE_DEPLOYMENT);
    }

    @Test
    void the_one_after_finds_nothing_to_do() {
        assertThat(succeeded(repetition).operations()).isEmpty();
    }

    @Test
    void a_key_that_the_owner_has_is_refused_by_aws() {
        assertThat(clash.outcome().succeeded()).isFalse();
        assertThat(clash.outcome().toString()).contains("ConflictException: Route with key ping already exists");
    }

    @Test
    void a_changed_reply_is_changed_in_place() {
        assertThat(succeeded(change).done())
                .contains("update apigatewayv2.IntegrationResponse orders-order-integration-response");
    }

    @Test
    void what_the_guest_changed_is_deployed_by_the_owner() {
        assertThat(succeeded(deploymentOfChange).done()).containsExactly(ONE_DEPLOYMENT);
    }

    @Test
    void nothing_is_in_the_way_of_the_guest_s_end() {
        assertThat(succeeded(leaving).done()).contains("delete apigatewayv2.Route orders-order");
    }

    @Test
    void the_owner_deploys_without_the_guest_that_is_gone() {
        assertThat(succeeded(deploymentWithout).done()).containsExactly(ONE_DEPLOYMENT);
    }

    @Test
    void nothing_of_the_guest_is_left() {
        assertThat(left).isNotEmpty().noneMatch(resource -> resource.contains("orders-"));
    }

    private static Step up(Pulumi pulumi) {
        return pulumi.step("up", "--yes", "--skip-preview");
    }

    private static Step succeeded(Step step) {
        assertThat(step.outcome().succeeded()).as(step.outcome().toString()).isTrue();
        return step;
    }
}

package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.App;
import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.LocalOptions;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.probe.Expected.Origin;
import io.edgesocket.probe.Target;
import io.edgesocket.probe.stack.DeployedStack;
import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code probe --stack} takes from a deployed stack what it looks at: nobody types an address. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProbedStackTest {
    private static final String GUARD =
            "{\"kind\":\"apiKey\",\"keys\":{\"blue\":\"" + RotationTest.BLUE + "\"},\"sends\":\"blue\"}";

    private final LocalRun local = play();
    private Map<String, String> outputs;
    private Target target;
    private Command.Outcome asked;
    private Command.Outcome probed;

    @BeforeAll
    void probe(Project built, @TempDir Path folder) throws IOException {
        try (var aws = StandInAws.start()) {
            var pulumi = Pulumi.of(built.copyTo(folder), aws)
                    .withStack("dev")
                    .withSetting("--path", "edgesocket:originGuard.kind", "apiKey")
                    .withSetting("--path", "edgesocket:originGuard.sends", "blue")
                    .withSetting("--secret", "--path", "edgesocket:originGuard.keys.blue", RotationTest.BLUE);
            var creation = pulumi.step("up", "--yes", "--skip-preview");
            assertThat(creation.outcome().succeeded()).as(creation.toString()).isTrue();
            outputs = new ObjectMapper()
                    .readValue(
                            pulumi.step("stack", "output", "--json").outcome().out(), new TypeReference<>() {});
            var plan = pulumi.command(Map.of(), "./edgesocket", "plan", "--stack", "dev", "--format", "json");
            assertThat(plan.succeeded()).as(plan.toString()).isTrue();
            target = new DeployedStack(PlanJson.read(plan.out()), outputs).target();
            asked = pulumi.command(Map.of(), "./edgesocket", "probe", "--stack", "dev", "--timeout", "2");
            probed = pulumi.command(
                    Map.of(),
                    "./edgesocket",
                    "probe",
                    local.edge().toString(),
                    "--stack",
                    "dev",
                    "--origin",
                    local.stages().get(0).client().toString());
        }
    }

    @AfterAll
    void stop() {
        local.close();
    }

    private static LocalRun play() {
        var config = Map.of("aws:region", "eu-west-1", "edgesocket:originGuard", GUARD);
        return LocalRun.start(
                Engine.run(new StackConfig("edgesocket", "dev", config, Set.of("edgesocket:originGuard")), App::stack),
                Path.of(""),
                new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0),
                LocalOptions.NONE,
                Journal.NONE,
                (function, line) -> {});
    }

    @Test
    void the_address_is_the_output_url() {
        assertThat(target.address()).isEqualTo(URI.create(outputs.get("url")));
    }

    @Test
    void the_guarded_origin_is_the_stage_that_was_deployed() {
        assertThat(target.expected().origin())
                .contains(new Origin(
                        URI.create(outputs.get("managementEndpoint").replace("https://", "wss://")),
                        true,
                        "x-api-key"));
    }

    /** The stand-in's distribution is nowhere: its name is all that can be seen of the question. */
    @Test
    void the_command_asks_pulumi_where_the_stack_is() {
        assertThat(asked.toString()).contains(URI.create(outputs.get("url")).getHost());
    }

    @Test
    void what_the_stack_promises_is_found_where_it_is_played() {
        assertThat(probed.exitCode()).as(probed.toString()).isZero();
        assertThat(probed.out())
                .contains("passed   guard.no-key", "passed   messages.answers")
                .doesNotContain("failed", "warned");
    }
}

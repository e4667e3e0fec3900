package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.Pulumi.Step;
import io.edgesocket.deploy.cloud.GuardedOrigin;
import io.edgesocket.deploy.cloud.Operation;
import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A stack in use whose origin is locked, and which then gets another key, as {@code docs/origin-guard.md} has it. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RotationTest {
    private static final String KEYS = "edgesocket:originGuard.keys.";
    private static final String SENDS = "edgesocket:originGuard.sends";
    private static final String ENFORCED = "edgesocket:originGuard.enforced";
    private static final String ASKING = "update apigatewayv2.Route chat-connect";
    static final String BLUE = "f3a91c0d77be42589e6a0b1c2d4f8865";
    static final String GREEN = "0b6d1f93a2c84e57b8d0e6f41a7c3952";

    private final String kind;
    private Step opening;
    private Step announcing;
    private Step locking;
    private Step adding;
    private Step sending;
    private Step removing;
    private String said;
    private String written;

    RotationTest(String kind) {
        this.kind = kind;
    }

    @BeforeAll
    void live(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder);
        try (var aws = StandInAws.start()) {
            var pulumi = Pulumi.of(project, aws).withStack("dev");
            opening = up(pulumi);
            announcing = up(pulumi.withSetting("--path", ENFORCED, "false")
                    .withSetting("--path", "edgesocket:originGuard.kind", kind)
                    .withSetting("--secret", "--path", KEYS + "blue", BLUE));
            pulumi.withSetting("--path", ENFORCED, "true");
            var previews = Stream.of(pulumi.step("preview", "--json"), pulumi.step("preview", "--diff"));
            locking = up(pulumi);
            adding = up(pulumi.withSetting("--secret", "--path", KEYS + "green", GREEN)
                    .withSetting("--path", SENDS, "blue"));
            sending = up(pulumi.withSetting("--path", SENDS, "green"));
            pulumi.step("config", "rm", "--path", KEYS + "blue");
            removing = up(pulumi);
            said = Stream.of(previews, ups(), Stream.of(pulumi.step("stack", "export")))
                    .flatMap(steps -> steps)
                    .map(step -> step.outcome().toString())
                    .collect(Collectors.joining());
            written = project.writtenState() + plans(project);
        }
    }

    @Test
    void every_step_succeeds() {
        assertThat(ups())
                .allSatisfy(up -> assertThat(up.outcome().succeeded())
                        .as(up.outcome().toString())
                        .isTrue());
    }

    @Test
    void at_no_time_is_a_key_sent_that_the_api_does_not_accept() {
        assertThat(GuardedOrigin.gaps(
                        ups().flatMap(up -> up.operations().stream()).toList()))
                .isEmpty();
    }

    @Test
    void an_api_in_use_asks_for_the_key_once_the_distribution_sends_it() {
        assertThat(announcing.done())
                .contains("update cloudfront.Distribution cdn")
                .doesNotContain(ASKING);
        assertThat(locking.done()).contains(ASKING).noneMatch(done -> done.contains(" cloudfront."));
    }

    @Test
    void the_distribution_sends_the_key_that_is_named() {
        assertThat(inputs(announcing)).contains(BLUE);
        assertThat(sending.done()).containsExactly("update cloudfront.Distribution cdn");
        assertThat(inputs(sending)).contains(GREEN).doesNotContain(BLUE);
    }

    @Test
    void a_key_that_comes_changes_nothing_else() {
        assertThat(adding.done()).containsExactlyInAnyOrderElementsOf(whenAKeyComes());
    }

    @Test
    void a_key_that_goes_changes_nothing_else() {
        assertThat(removing.done()).containsExactlyElementsOf(whenAKeyGoes());
    }

    @Test
    void no_key_is_said_or_written_in_clear() {
        assertThat(said).contains("chat-deployment").doesNotContain(BLUE, GREEN);
        assertThat(written).contains("chat-deployment").doesNotContain(BLUE, GREEN);
    }

    abstract List<String> whenAKeyComes();

    abstract List<String> whenAKeyGoes();

    private Stream<Step> ups() {
        return Stream.of(opening, announcing, locking, adding, sending, removing);
    }

    private static Step up(Pulumi pulumi) {
        return pulumi.step("up", "--yes", "--skip-preview");
    }

    private static String plans(Project project) {
        return Stream.of("text", "json", "markdown")
                .map(format -> project.run("./edgesocket", "plan", "--stack", "dev", "--format", format)
                        .toString())
                .collect(Collectors.joining());
    }

    private static String inputs(Step step) {
        return step.operations().stream()
                .filter(operation -> operation.type().equals("cloudfront.Distribution"))
                .map(Operation::inputs)
                .map(Object::toString)
                .collect(Collectors.joining());
    }
}

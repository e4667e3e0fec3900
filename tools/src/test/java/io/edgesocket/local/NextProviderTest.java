package io.edgesocket.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.App;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registration;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.Value;
import io.edgesocket.engine.project.Project;
import io.edgesocket.iam.StackRights;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.plan.Planner;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A stack as a program on the AWS provider's major version 7 registers it: nearly every resource may name its region, and
 * there are inputs that this version's tools have never seen.
 */
class NextProviderTest {
    private static final Path HERE = Path.of("");
    private static final String UNSEEN = "inputOfTomorrow";
    /** Services that have none. */
    private static final Pattern WITHOUT_REGION = Pattern.compile("aws:(cloudfront|iam|route53)/");

    private final Registrations known = Engine.run(Project.at(HERE).stack("dev"), App::stack);
    private final Registrations next = withInputsOfNextVersion(known);

    @Test
    void it_is_planned_with_all_of_its_inputs() {
        assertThat(PlanJson.write(Planner.plan(next, HERE)))
                .contains("\"region\": \"eu-west-1\"", "\"" + UNSEEN + "\": \"on\"");
    }

    @Test
    void it_echoes_and_says_which_inputs_are_not_played() throws Exception {
        var place = new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0);
        try (var run = LocalRun.start(next, HERE, place, Journal.NONE, FunctionLog.NONE)) {
            assertThat(echo(run)).contains("hello");
            assertThat(run.notPlayed()).anyMatch(line -> line.contains(UNSEEN));
            assertThat(run.notPlayed()).noneMatch(line -> line.contains("region"));
        }
    }

    @Test
    void its_rights_are_those_of_the_present_one() {
        var config = Project.at(HERE).stack("dev");
        assertThat(StackRights.of(next, config, "*")).isEqualTo(StackRights.of(known, config, "*"));
    }

    private static Registrations withInputsOfNextVersion(Registrations stack) {
        var resources = new ArrayList<Registration>();
        stack.resources()
                .forEach(each -> resources.add(
                        each.custom() && each.type().startsWith("aws:") ? withInputsOfNextVersion(each) : each));
        return new Registrations(stack.project(), stack.stack(), resources, stack.outputs(), stack.warnings());
    }

    private static Registration withInputsOfNextVersion(Registration resource) {
        var inputs = new TreeMap<>(resource.inputs().values());
        if (!WITHOUT_REGION.matcher(resource.type()).lookingAt()) {
            inputs.put("region", Value.Text.of("eu-west-1"));
        }
        inputs.put(UNSEEN, Value.Text.of("on"));
        return new Registration(
                resource.urn(),
                resource.id(),
                resource.type(),
                resource.name(),
                true,
                resource.parent(),
                resource.provider(),
                resource.options(),
                resource.dependencies(),
                new Value.Fields(inputs));
    }

    private static String echo(LocalRun run) throws Exception {
        var answer = new CompletableFuture<String>();
        var client = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(run.edge(), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                        answer.complete(text.toString());
                        return null;
                    }
                })
                .get(20, TimeUnit.SECONDS);
        client.sendText("hello", true);
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } finally {
            client.abort();
        }
    }
}

package io.edgesocket.cli.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.lambda.LocalFunction;
import java.time.Instant;

/** What {@code local} prints for programs when it has started: an object like the trace events that follow it. */
final class StartedObject {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StartedObject() {}

    static String of(String stack, LocalRun run) {
        var event = JSON.createObjectNode()
                .put("at", Instant.now().toString())
                .put("subject", stack)
                .put("step", "STARTED")
                .put("text", stack + " on " + run.edge());
        var details = event.putObject("details")
                .put("edge", run.edge().toString())
                .put("socket", run.socket().toString());
        details.set("distributions", JSON.valueToTree(run.distributions()));
        details.set("apis", JSON.valueToTree(run.stages()));
        run.tables().ifPresent(tables -> details.set("tables", JSON.valueToTree(tables)));
        details.set("functions", functions(run));
        details.set("notPlayed", JSON.valueToTree(run.notPlayed()));
        return event.toString();
    }

    private static ArrayNode functions(LocalRun run) {
        return JSON.createArrayNode()
                .addAll(run.functions().stream().map(StartedObject::function).toList());
    }

    private static ObjectNode function(LocalFunction function) {
        var json = JSON.createObjectNode().put("name", function.name());
        return function.unplayable().map(why -> json.put("notPlayed", why)).orElseGet(() -> {
            function.debugger().ifPresent(each -> json.put("debugger", each.toString()));
            return json.put("runtime", function.runtime());
        });
    }
}

package io.edgesocket.cli.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.console.Control;
import io.edgesocket.console.RefusedCommandException;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.apigateway.Limits;
import io.edgesocket.local.faults.Fault;
import io.edgesocket.local.faults.Fault.Kind;
import io.edgesocket.local.faults.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Has a local run do what the console's page asks for. */
final class LocalControl implements Control {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalRun run;
    private final Faults faults;
    private final ShownStack shown;
    private final TriedConnections tried;
    private final Map<String, Function<JsonNode, ObjectNode>> commands;

    LocalControl(LocalRun run, Faults faults, ShownStack shown) {
        this.run = run;
        this.faults = faults;
        this.shown = shown;
        this.tried = new TriedConnections(run.edge());
        this.commands = Map.ofEntries(
                Map.entry("drop", command -> ended(command, run.ends().drop(connection(command)))),
                Map.entry("idle-out", command -> ended(command, run.ends().idleOut(connection(command)))),
                Map.entry(
                        "end-of-two-hours", command -> ended(command, run.ends().endOfTwoHours(connection(command)))),
                Map.entry("close", this::close),
                Map.entry("delay", command -> set(Kind.DELAY, command, "route")),
                Map.entry("fail", command -> set(Kind.FAIL, command, "route")),
                Map.entry("throttle", command -> set(Kind.THROTTLE, command, "route")),
                Map.entry("edge-throws", command -> set(Kind.EDGE_THROWS, command, "function")),
                Map.entry("cold-start", this::coldStart),
                Map.entry("clear", this::clear),
                Map.entry("connect", this::connect),
                Map.entry(
                        "send",
                        command -> sent(tried.send(
                                number(command),
                                command.path("text").asText(),
                                command.path("frame").asInt(Limits.FRAME)))),
                Map.entry("send-binary", command -> sent(tried.sendBinary(number(command)))),
                Map.entry("hang-up", command -> sent(tried.close(number(command)))));
    }

    @Override
    public JsonNode state() {
        var state = JSON.createObjectNode();
        var targets = FaultTargets.of(run);
        targets.routes().forEach(state.putArray("routes")::add);
        targets.functions().forEach(state.putArray("functions")::add);
        targets.edgeFunctions().forEach(state.putArray("edgeFunctions")::add);
        var set = state.putArray("set");
        faults.all().forEach(fault -> set.add(fault.toString()));
        return state;
    }

    @Override
    public JsonNode stack() {
        return shown.json(run);
    }

    @Override
    public JsonNode take(JsonNode command) {
        var name = command.path("do").asText();
        var known = commands.get(name);
        if (known == null) {
            throw new RefusedCommandException("there is no \"" + name + "\" to do; there are "
                    + String.join(", ", commands.keySet().stream().sorted().toList()));
        }
        try {
            return known.apply(command);
        } catch (IllegalArgumentException wrong) {
            throw new RefusedCommandException(wrong.getMessage());
        }
    }

    private static String connection(JsonNode command) {
        return command.path("connection").asText();
    }

    private static int number(JsonNode command) {
        return command.path("number").asInt();
    }

    private static ObjectNode done(String text) {
        return JSON.createObjectNode().put("done", text);
    }

    private static ObjectNode ended(JsonNode command, boolean found) {
        if (!found) {
            throw new RefusedCommandException("there is no open connection \"" + connection(command) + "\"");
        }
        return done(connection(command) + " ends");
    }

    private static ObjectNode sent(boolean open) {
        if (!open) {
            throw new RefusedCommandException("this connection is not open any more: connect again");
        }
        return done("sent");
    }

    private ObjectNode close(JsonNode command) {
        var code = command.path("code").asInt();
        return ended(
                command,
                run.ends()
                        .close(connection(command), code, command.path("reason").asText()));
    }

    private ObjectNode set(Kind kind, JsonNode command, String of) {
        var millis = kind == Kind.DELAY ? command.path("millis").asLong() : 0;
        var fault = new Fault(
                kind,
                command.path(of).asText(),
                Duration.ofMillis(millis),
                command.path("times").asInt());
        faults.set(FaultTargets.of(run).known(fault));
        return done("set: " + fault);
    }

    private ObjectNode clear(JsonNode command) {
        faults.clear();
        return done("all faults are removed");
    }

    private ObjectNode coldStart(JsonNode command) {
        var name = command.path("function").asText();
        if (!run.coldStart(name)) {
            throw new RefusedCommandException("there is no function \"" + name + "\" that is played");
        }
        return done("the next call of " + name + " is a cold start");
    }

    private ObjectNode connect(JsonNode command) {
        var outcome = tried.connect(
                command.path("target").asText("/"),
                texts(command.path("subprotocols")),
                texts(command.path("headers")));
        var told = JSON.createObjectNode().put("number", outcome.number());
        outcome.refused().ifPresent(why -> told.put("refused", why));
        outcome.warning().ifPresent(why -> told.put("warning", why));
        return told;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

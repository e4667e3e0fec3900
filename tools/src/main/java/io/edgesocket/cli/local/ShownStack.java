package io.edgesocket.cli.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.cli.call.Failures;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.StackChanges;
import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Planner;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.graph.Node;
import io.edgesocket.plan.graph.StackGraph;
import io.edgesocket.plan.render.DiffText;
import io.edgesocket.plan.render.Folding;
import io.edgesocket.plan.render.Screen;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The stack that a local run plays, as the console shows it: its graph and its settings, and what the last change of the
 * program or of the settings made different. The graph is that of the plan, and the difference that of two plans.
 */
final class ShownStack {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Journal journal;
    private Taken present;
    private boolean planned;
    private Optional<Change> change = Optional.empty();
    private Optional<String> refused = Optional.empty();

    /** One state of the program and its settings. */
    private record Taken(StackConfig config, Registrations registrations, Optional<Plan> plan, String unplanned) {}

    /** @param difference as {@code ./edgesocket diff} prints it */
    private record Change(Instant at, String difference) {}

    /**
     * @param folder  where the paths of files start
     * @param journal is told when another stack was taken up, or refused
     */
    ShownStack(StackConfig config, Registrations registrations, Path folder, Journal journal) {
        this.folder = folder;
        this.journal = journal;
        present = new Taken(config, registrations, Optional.empty(), "");
    }

    /** Plans the stack, and each that comes after it, for who asks later: its files may be others then. */
    synchronized void plan() {
        planned = true;
        present = planned(present.config(), present.registrations());
    }

    /** Takes the place of what was shown. */
    synchronized void taken(StackConfig config, Registrations registrations, StackChanges changes) {
        var before = present;
        present = planned ? planned(config, registrations) : new Taken(config, registrations, Optional.empty(), "");
        refused = Optional.empty();
        difference(before, present).ifPresent(text -> change = Optional.of(new Change(Instant.now(), text)));
        tell(text(changes), details(changes));
    }

    /** A stack came that isn't played: the program fails, say. */
    synchronized void refused(String why) {
        refused = Optional.of(why);
        tell("not taken up: the stack stays as it was", Map.of("because", why));
    }

    private Taken planned(StackConfig config, Registrations registrations) {
        try {
            return new Taken(config, registrations, Optional.of(Planner.plan(registrations, folder)), "");
        } catch (RuntimeException failure) { // a file that isn't there, say: functions are played without
            return new Taken(config, registrations, Optional.empty(), Failures.text(failure));
        }
    }

    private static Optional<String> difference(Taken before, Taken after) {
        return before.plan()
                .flatMap(former -> after.plan().map(plan -> PlanDiff.between(former, plan)))
                .filter(diff -> !diff.isEmpty())
                .map(diff -> DiffText.render(diff, Screen.plain(), Folding.FOLDED));
    }

    private void tell(String text, Map<String, String> details) {
        if (journal.listening()) {
            journal.add(new Event(
                    Instant.now(),
                    present.registrations().stack(),
                    Optional.empty(),
                    Step.RELOAD,
                    text,
                    details,
                    Optional.empty()));
        }
    }

    private static String text(StackChanges changes) {
        return changes.isEmpty()
                ? "nothing that is played has changed"
                : details(changes).entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining("; "));
    }

    private static Map<String, String> details(StackChanges changes) {
        var details = new LinkedHashMap<String, String>();
        put(details, "added", changes.added());
        put(details, "changed", changes.changed());
        put(details, "removed", changes.removed());
        return details;
    }

    private static void put(Map<String, String> details, String what, Collection<String> names) {
        if (!names.isEmpty()) {
            details.put(what, String.join(", ", names));
        }
    }

    /** For the console's page: docs/console.md says what is in it. */
    synchronized ObjectNode json(LocalRun run) {
        var json = JSON.createObjectNode()
                .put("project", present.registrations().project())
                .put("stack", present.registrations().stack());
        refused.ifPresent(why -> json.put("refused", why));
        change.ifPresent(
                last -> json.putObject("change").put("at", last.at().toString()).put("difference", last.difference()));
        present.plan()
                .ifPresentOrElse(
                        plan -> addGraph(json, StackGraph.of(plan), run),
                        () -> json.put("unplanned", present.unplanned()));
        json.set("settings", StackSettings.of(present.config()));
        json.set("notPlayed", JSON.valueToTree(run.notPlayed()));
        return json;
    }

    private static void addGraph(ObjectNode json, StackGraph graph, LocalRun run) {
        var functions = run.functions().stream().collect(Collectors.toMap(LocalFunction::urn, each -> each));
        json.set("roots", JSON.valueToTree(graph.roots()));
        var nodes = json.putArray("nodes");
        graph.nodes().forEach(node -> nodes.add(node(node, Optional.ofNullable(functions.get(node.id())))));
    }

    private static ObjectNode node(Node node, Optional<LocalFunction> function) {
        var json = JSON.createObjectNode()
                .put("id", node.id())
                .put("kind", node.kind())
                .put("name", node.name());
        json.set("facts", JSON.valueToTree(node.facts()));
        node.resource().ifPresent(of -> json.put("resource", of.name()).put("type", of.type()));
        function.ifPresent(each -> each.unplayable()
                .ifPresentOrElse(why -> json.put("notPlayed", why), () -> json.put("played", each.runtime())));
        json.set("inputs", node.inputs());
        json.set("next", next(node));
        return json;
    }

    private static ArrayNode next(Node node) {
        var next = JSON.createArrayNode();
        node.next().forEach(arrow -> next.addObject().put("to", arrow.to()).put("as", arrow.as()));
        return next;
    }
}

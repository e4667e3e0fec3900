package io.edgesocket.plan.preview;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.TypeName;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.diff.PropertyChange;
import io.edgesocket.plan.diff.PropertyChange.Altered;
import io.edgesocket.plan.diff.PropertyPath;
import io.edgesocket.plan.diff.ResourceChange;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import io.edgesocket.plan.diff.ResourceChange.Created;
import io.edgesocket.plan.diff.ResourceChange.Deleted;
import io.edgesocket.plan.diff.ResourceChange.ProviderAnswer;
import io.edgesocket.plan.diff.StackNeutral;
import io.edgesocket.plan.diff.ValueDiff;
import io.edgesocket.plan.preview.PreviewStep.Kind;
import io.edgesocket.plan.preview.StackPreview.Previewed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Sorts the engine's steps into what {@code pulumi up} would do and what was changed outside of it.
 *
 * <p>A preview that refreshes has a step {@code refresh} for each resource, with what Pulumi's state has. A later step of the
 * same resource has what the provider found. A refresh alone has no such pairs: its steps are the drift itself.
 */
final class PreviewSteps {
    private final String stack;
    private final StackNeutral neutral;
    private final List<PreviewStep> steps;
    /** By URN. */
    private final Map<String, PreviewStep> refreshed;

    PreviewSteps(String stack, List<PreviewStep> steps) {
        this.stack = stack;
        this.neutral = StackNeutral.of(stack);
        this.steps = steps;
        this.refreshed = steps.stream()
                .filter(step -> step.kind() == Kind.REFRESH)
                .collect(toMap(PreviewStep::urn, Function.identity(), (first, again) -> first));
    }

    /** @throws IllegalArgumentException if the steps are another stack's */
    Previewed preview() {
        var other = steps.stream()
                .map(step -> step.urn().substring("urn:pulumi:".length()).split("::", 2)[0])
                .filter(name -> !name.equals(stack))
                .findFirst();
        if (other.isPresent()) {
            throw new IllegalArgumentException("the file holds the preview of another stack, " + other.get()
                    + ": give each the name of its stack, " + other.get() + ".json");
        }
        var changes = new ArrayList<ResourceChange>();
        var drift = new ArrayList<ResourceChange>();
        for (var step : steps) {
            if (step.kind() == Kind.REFRESH || step.kind() == Kind.SILENT || isOfStackItself(step)) {
                continue;
            }
            if (isDriftItself(step)) {
                drift.add(change(step));
            } else {
                changes.add(change(step));
                drift(step).ifPresent(drift::add);
            }
        }
        return new Previewed(stack, diff(changes), diff(drift));
    }

    private static boolean isOfStackItself(PreviewStep step) {
        return step.urn().contains("::" + TypeName.STACK + "::");
    }

    private boolean isDriftItself(PreviewStep step) {
        return !refreshed.isEmpty()
                && !refreshed.containsKey(step.urn())
                && (step.kind() == Kind.UPDATE || step.kind() == Kind.DELETE)
                && !step.isPendingDeletion();
    }

    /** What differs between the state and what the provider found, which a step takes as what is there. */
    private Optional<ResourceChange> drift(PreviewStep step) {
        var known = Optional.ofNullable(refreshed.get(step.urn())).flatMap(PreviewStep::before);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (step.before().isEmpty()) {
            return Optional.of(new Deleted(resource(step.urn(), known.get())));
        }
        var before = resource(step.urn(), known.get());
        var found = resource(step.urn(), step.before().get());
        var inputs = ValueDiff.between(before.inputs(), found.inputs());
        return inputs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Changed(
                        before, found, inputs, List.of(), Optional.of(new ProviderAnswer(false, List.of()))));
    }

    private ResourceChange change(PreviewStep step) {
        var before = step.before().map(state -> resource(step.urn(), state));
        var after = step.after().map(state -> resource(step.urn(), state));
        if (step.kind() == Kind.DELETE || after.isEmpty()) {
            return new Deleted(before.orElseThrow(PreviewSteps::incomplete));
        }
        return before.isEmpty() || step.kind() == Kind.CREATE
                ? new Created(after.get())
                : new Changed(
                        before.get(), after.get(), inputs(step, before.get(), after.get()), List.of(), answer(step));
    }

    private static IllegalArgumentException incomplete() {
        return new IllegalArgumentException("what Pulumi wrote has a step without the resource's state");
    }

    private static Optional<ProviderAnswer> answer(PreviewStep step) {
        return Optional.of(new ProviderAnswer(step.kind() == Kind.REPLACE, step.replacing()));
    }

    /** What differs; also what the engine says differs and looks the same, such as two secrets. */
    private static List<PropertyChange> inputs(PreviewStep step, PlannedResource before, PlannedResource after) {
        var visible = ValueDiff.between(before.inputs(), after.inputs());
        var hidden = step.reasons().stream()
                .filter(reason -> after.inputs().has(reason) && before.inputs().has(reason))
                .filter(reason ->
                        visible.stream().noneMatch(input -> input.path().top().equals(reason)))
                .map(reason -> new Altered(
                        new PropertyPath(List.of()).field(reason),
                        before.inputs().get(reason),
                        after.inputs().get(reason)));
        return Stream.concat(visible.stream(), hidden).toList();
    }

    private PlannedResource resource(String urn, JsonNode state) {
        return new PlannedResource(
                neutral.urn(urn),
                state.path("type").asText(),
                urn.split("::", 4)[3],
                state.path("custom").asBoolean(),
                Optional.of(state.path("parent").asText())
                        .filter(parent -> !parent.isEmpty())
                        .map(neutral::urn),
                Optional.empty(),
                state.path("protect").asBoolean(),
                state.path("retainOnDelete").asBoolean(),
                false,
                List.of(),
                List.of(),
                List.of(),
                PreviewValues.of(state.path("inputs")));
    }

    private PlanDiff diff(List<ResourceChange> changes) {
        var side = new PlanDiff.Side(project(), stack);
        var same = steps.stream().map(PreviewStep::urn).distinct().count();
        return new PlanDiff(side, side, changes, List.of(), List.of(), (int) Math.max(0, same - changes.size()));
    }

    private String project() {
        return steps.stream()
                .map(step -> step.urn().split("::", 3)[1])
                .findFirst()
                .orElse("");
    }
}

package io.edgesocket.plan;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.engine.ProgramException;
import io.edgesocket.engine.Registration;
import io.edgesocket.engine.Registrations;
import io.edgesocket.plan.Plan.PlannedResource;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a plan from a program's registrations. */
public final class Planner {
    private final Map<String, List<Registration>> children;
    private final ReferenceNames names;
    private final PlannedValues values;
    private final List<PlannedResource> planned = new ArrayList<>();

    private Planner(Registrations registrations, Path folder) {
        children = registrations.resources().stream()
                .collect(groupingBy(r -> r.parent().orElse("")));
        names = ReferenceNames.of(registrations.resources());
        values = new PlannedValues(names, new Assets(folder));
    }

    /**
     * @param folder the project's folder, from which the paths of files are read
     * @throws ProgramException if a resource uses a file that can't be read
     */
    public static Plan plan(Registrations registrations, Path folder) {
        var planner = new Planner(registrations, folder);
        planner.addChildrenOf("");
        var plan = new Plan(
                registrations.project(),
                registrations.stack(),
                planner.planned,
                planner.values.object(registrations.outputs()));
        planner.values.assets().keep();
        return plan;
    }

    private void addChildrenOf(String parent) {
        children.getOrDefault(parent, List.of()).stream()
                .sorted(comparing(Registration::type).thenComparing(Registration::name))
                .forEach(child -> {
                    planned.add(planned(child));
                    addChildrenOf(child.urn());
                });
    }

    private PlannedResource planned(Registration registration) {
        var options = registration.options();
        return new PlannedResource(
                registration.urn(),
                registration.type(),
                registration.name(),
                registration.custom(),
                registration.parent(),
                provider(registration),
                options.protect(),
                options.retainOnDelete(),
                options.deleteBeforeReplace(),
                options.aliases(),
                options.ignoreChanges(),
                registration.dependencies(),
                inputs(registration));
    }

    private ObjectNode inputs(Registration registration) {
        try {
            return values.object(registration.inputs());
        } catch (UncheckedIOException e) {
            throw new ProgramException(registration.name() + ": " + e.getMessage(), e);
        }
    }

    private Optional<String> provider(Registration registration) {
        return registration.custom() ? Optional.of(names.provider(registration.provider())) : Optional.empty();
    }
}

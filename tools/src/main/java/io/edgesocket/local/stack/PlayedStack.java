package io.edgesocket.local.stack;

import static java.util.Comparator.comparing;

import io.edgesocket.engine.Registration;
import io.edgesocket.engine.Registrations;
import java.util.List;
import java.util.stream.Stream;

/** All resources of a stack, without its components: those only group resources. */
public record PlayedStack(String project, String name, List<PlayedResource> resources) {
    public PlayedStack {
        resources = List.copyOf(resources);
    }

    /** In the order of their names: the order in which a program's resources are registered differs from run to run. */
    public static PlayedStack of(Registrations registrations) {
        return new PlayedStack(
                registrations.project(),
                registrations.stack(),
                registrations.resources().stream()
                        .filter(Registration::custom)
                        .map(PlayedStack::played)
                        .sorted(comparing(PlayedResource::name).thenComparing(PlayedResource::type))
                        .toList());
    }

    private static PlayedResource played(Registration registration) {
        return new PlayedResource(
                registration.urn(),
                registration.type(),
                registration.name(),
                registration.id(),
                registration.provider(),
                registration.dependencies(),
                PlayedValues.object(registration.inputs()));
    }

    /** @param type such as {@code aws:apigatewayv2/route:Route} */
    public Stream<PlayedResource> ofType(String type) {
        return resources.stream().filter(resource -> resource.type().equals(type));
    }
}

package io.edgesocket.testing;

import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a program registered under mocks. Resources are asked for by their class and name, and are the SDK's own objects:
 * {@link PulumiTest#extractValue} gives the value of their outputs, which are what they were registered with and what the
 * mocks added. Components are resources too.
 *
 * <pre>{@code
 * var stage = stack.resource(Stage.class, "chat-stage");
 * assertEquals("live", extractValue(stage.name()));
 * assertEquals(50, stack.inputs(Stage.class, "chat-stage").number("defaultRouteSettings.throttlingBurstLimit"));
 * assertEquals(4, stack.resources(com.pulumi.aws.lambda.Function.class).size());
 * }</pre>
 */
public final class TestedStack {
    private final TestResult result;
    private final List<Mocks.ResourceArgs> registered;
    private final Map<Resource, ResourceOptions> options;

    TestedStack(TestResult result, List<Mocks.ResourceArgs> registered, List<ResourceTransformation.Args> resources) {
        this.result = result;
        this.registered = registered;
        this.options = resources.stream()
                .collect(Collectors.toMap(
                        ResourceTransformation.Args::resource,
                        ResourceTransformation.Args::options,
                        (first, second) -> first,
                        HashMap::new));
    }

    /**
     * The resource of that class and name.
     *
     * @param name as it is given in the program, without what Pulumi adds for AWS
     * @throws IllegalArgumentException if there is none, with the names that there are; or several, under several parents
     */
    public <R extends Resource> R resource(Class<R> type, String name) {
        return only(resources(type), type, name, Resource::pulumiResourceName);
    }

    /** All resources of that class, in the order in which they were registered; none if there is none. */
    public <R extends Resource> List<R> resources(Class<R> type) {
        return result.resources().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /**
     * What a resource was registered with. Inputs that aren't known in a preview are left out, and secrets are plain.
     *
     * @throws IllegalArgumentException as {@link #resource} does
     */
    public Inputs inputs(Class<? extends Resource> type, String name) {
        var token = resource(type, name).pulumiResourceType();
        var ofType = registered.stream()
                .filter(resource -> resource.type.equals(token))
                .toList();
        return Inputs.of(only(ofType, type, name, resource -> resource.name));
    }

    /**
     * Whether Pulumi refuses to delete the resource. What it doesn't say itself is as in its parent.
     *
     * @throws IllegalArgumentException as {@link #resource} does
     * @see <a href="https://www.pulumi.com/docs/iac/concepts/options/protect/">protect</a>
     */
    public boolean isProtected(Class<? extends Resource> type, String name) {
        return isProtected(resource(type, name));
    }

    private boolean isProtected(Resource resource) {
        return Optional.ofNullable(options.get(resource))
                .flatMap(own -> own.getProtect().or(() -> own.getParent().map(this::isProtected)))
                .orElse(false);
    }

    /**
     * The value of a stack output.
     *
     * @return null if it isn't known, as in a preview, or empty
     * @throws IllegalArgumentException if the program exports none of that name
     * @throws ClassCastException       if it is of another type
     */
    public <T> T output(String name, Class<T> type) {
        if (!result.outputs().containsKey(name)) {
            throw new IllegalArgumentException("no output \"" + name + "\"; the program exports "
                    + (result.outputs().isEmpty()
                            ? "none"
                            : String.join(", ", result.outputs().keySet())));
        }
        return type.cast(PulumiTest.extractValue(result.outputs().get(name)));
    }

    /** The value of a stack output that is a text. As {@link #output(String, Class)}. */
    public String output(String name) {
        return output(name, String.class);
    }

    /** What {@link PulumiTest} gives. */
    public TestResult result() {
        return result;
    }

    private static <T> T only(List<T> all, Class<?> type, String name, Function<T, String> naming) {
        var found = all.stream().filter(one -> naming.apply(one).equals(name)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        var names = all.stream().map(naming).sorted().collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                found.isEmpty()
                        ? "no " + type.getName() + " \"" + name + "\"; there "
                                + (names.isEmpty()
                                        ? "is none at all"
                                        : all.size() == 1 ? "is " + names : "are " + names)
                        : found.size() + " of " + type.getName() + " are named \"" + name
                                + "\", under several parents: look through resources(" + type.getSimpleName()
                                + ".class)");
    }
}

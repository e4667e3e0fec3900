package io.edgesocket.components.internal;

import com.pulumi.resources.ResourceArgs;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.Transform;
import java.util.List;

/** The arguments of a component: they have the user's hook, and are checked all at once before anything is registered. */
public abstract class ComponentArgs extends ResourceArgs {
    public final Transform transform;
    private final String component;

    /** @param component the component's class, for messages */
    protected ComponentArgs(String component, Builder<?> from) {
        this.component = component;
        this.transform = from.transform;
    }

    /** Everything that a component of this name would throw for; nothing if it would be made. */
    public final List<Problem> problems(String name) {
        return found(name).found();
    }

    /**
     * These arguments, fit to be registered.
     *
     * @throws InvalidArgumentsException with everything that isn't
     */
    public final ComponentArgs checked(String name) {
        found(name).raise(component, name);
        return this;
    }

    private Problems found(String name) {
        var problems = new Problems();
        check(problems, name);
        checkTags(problems);
        return problems;
    }

    /** Adds what AWS would refuse of a component of this name, other than its tags. */
    protected abstract void check(Problems problems, String name);

    /** Adds what AWS would refuse of the tags, where a component has any. */
    protected void checkTags(Problems problems) {}

    /** @param <B> the builder itself, which each of its methods gives back */
    public abstract static class Builder<B extends Builder<B>> {
        private Transform transform = Transform.NONE;

        protected Builder() {}

        protected Builder(ComponentArgs from) {
            transform = from.transform;
        }

        /** Sees and may change each resource just before it is registered. Default: {@link Transform#NONE}. */
        public final B transform(Transform transform) {
            this.transform = transform;
            return self();
        }

        @SuppressWarnings("unchecked") // each builder extends Builder of itself
        final B self() {
            return (B) this;
        }
    }
}

package io.edgesocket.components.internal;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import io.edgesocket.components.Child;
import io.edgesocket.components.Transform;
import java.util.Map;

/** The one way in which a component registers a resource: parented, named after the component, and hooked. */
public record Children(ComponentResource parent, String parentName, Transform transform) {

    public interface Constructor<A extends ResourceArgs, R> {
        R make(String name, A args, CustomResourceOptions options);
    }

    /** @param suffix what follows the component's name and a hyphen; empty for a child of the same name */
    public <A extends ResourceArgs, R> R add(Constructor<A, R> constructor, String suffix, A args) {
        return add(constructor, suffix, args, CustomResourceOptions.Empty);
    }

    public <A extends ResourceArgs, R> R add(
            Constructor<A, R> constructor, String suffix, A args, CustomResourceOptions options) {
        var kept = InheritedOptions.within(parent, args);
        var all = options == CustomResourceOptions.Empty ? kept : CustomResourceOptions.merge(kept, options);
        var child = transform.apply(new Child(nameOf(suffix), args, all));
        @SuppressWarnings("unchecked") // a Transform keeps the type: Child.change gives back what it was given
        var changed = (A) child.args();
        return constructor.make(child.name(), changed, child.options());
    }

    /** The options of a component within this one. It may be deleted; what it holds is retained as in this one. */
    public ComponentResourceOptions nested() {
        return ComponentResourceOptions.builder().parent(parent).protect(false).build();
    }

    /**
     * Adds a log group.
     *
     * @param beginning what its name in AWS begins with; some kinds of logs need a certain one
     * @param tags      none if empty
     */
    public LogGroup addLogGroup(
            String suffix,
            String beginning,
            int retentionDays,
            Map<String, String> tags,
            CustomResourceOptions options) {
        var args = LogGroupArgs.builder().name(beginning + nameInAws()).retentionInDays(retentionDays);
        if (!tags.isEmpty()) {
            args.tags(tags);
        }
        return add(LogGroup::new, suffix, args.build(), CustomResourceOptions.merge(options, InheritedOptions.named()));
    }

    /** A name for what AWS doesn't name itself. It differs in each stack, so that an account can have several stacks. */
    public String nameInAws() {
        return NamesInAws.of(parentName);
    }

    /**
     * {@link #nameInAws()} for what AWS names with letters, digits, {@code -} and {@code _} alone.
     *
     * @param longest how many characters AWS takes
     */
    public String plainNameInAws(int longest) {
        return NamesInAws.plain(nameInAws(), longest);
    }

    public String nameOf(String suffix) {
        return suffix.isEmpty() ? parentName : parentName + "-" + suffix;
    }
}

package io.edgesocket.components;

import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.function.UnaryOperator;

/**
 * A resource that a component is about to register: what a {@link Transform} sees and may change.
 *
 * @param name    its Pulumi name; it begins with the component's own
 * @param args    its arguments, such as {@link com.pulumi.aws.apigatewayv2.StageArgs}
 * @param options its options; the parent is set already
 */
public record Child(String name, ResourceArgs args, CustomResourceOptions options) {

    /** This child with its arguments changed, if they are of the given type; else this child as it is. */
    public <A extends ResourceArgs> Child change(Class<A> type, UnaryOperator<A> change) {
        return type.isInstance(args) ? new Child(name, change.apply(type.cast(args)), options) : this;
    }

    /** This child with other options. */
    public Child with(CustomResourceOptions changed) {
        return new Child(name, args, changed);
    }
}

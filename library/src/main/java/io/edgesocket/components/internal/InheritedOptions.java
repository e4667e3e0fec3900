package io.edgesocket.components.internal;

import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.apigatewayv2.StageArgs;
import com.pulumi.aws.cloudfront.DistributionArgs;
import com.pulumi.aws.cloudfront.KeyValueStoreArgs;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.Set;

/**
 * Which resources take over {@code protect} and {@code retainOnDelete} of the component that they are in. Pulumi would
 * give both to all of them; but what a change replaces or takes away, such as a deployment or a route, must be free to
 * go, or the change is refused.
 *
 * @see <a href="https://www.pulumi.com/docs/iac/concepts/options/protect/">protect, and how children inherit it</a>
 */
final class InheritedOptions {
    /**
     * Clients know their addresses, which would change if they were made anew; or are known by them, and would be forgotten.
     * They take over {@code protect}.
     */
    private static final Set<Class<? extends ResourceArgs>> PROTECTED =
            Set.of(ApiArgs.class, StageArgs.class, DistributionArgs.class, TableArgs.class);
    /** They hold what exists nowhere else. They take over {@code retainOnDelete}. */
    private static final Set<Class<? extends ResourceArgs>> DATA = Set.of(LogGroupArgs.class, KeyValueStoreArgs.class);

    private InheritedOptions() {}

    /** Of what is in a component: an option that isn't set here is the component's. */
    static CustomResourceOptions within(ComponentResource component, ResourceArgs args) {
        var options = CustomResourceOptions.builder().parent(component);
        if (!PROTECTED.contains(args.getClass()) && !isAlias(args)) {
            options.protect(false);
        }
        if (!DATA.contains(args.getClass())) {
            options.retainOnDelete(false);
        }
        return options.build();
    }

    /** For what has its component's name in its own: when the component is renamed under an alias, this keeps its name. */
    static CustomResourceOptions named() {
        return CustomResourceOptions.builder().ignoreChanges("name").build();
    }

    /** A record that leads people here, other than one that validates a certificate. */
    private static boolean isAlias(ResourceArgs args) {
        return args instanceof RecordArgs dns && dns.aliases().isPresent();
    }
}

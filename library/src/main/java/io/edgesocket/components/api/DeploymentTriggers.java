package io.edgesocket.components.api;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.Deployment;
import com.pulumi.aws.apigatewayv2.DeploymentArgs;
import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import io.edgesocket.components.internal.Children;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What a deployment freezes: it registers those resources, remembers a fingerprint of each as the user's hook left it,
 * and then registers the deployment, which is replaced when a fingerprint changes, comes or goes.
 */
final class DeploymentTriggers {
    private final Children children;
    private final List<Resource> resources = new ArrayList<>();
    private final Map<String, Output<String>> fingerprints = new TreeMap<>();

    DeploymentTriggers(Children children) {
        this.children = children;
    }

    /** @param label names the resource in a preview of what makes a new deployment necessary */
    <A extends ResourceArgs, R extends Resource> R add(
            String label,
            Children.Constructor<A, R> constructor,
            String suffix,
            A args,
            Function<A, Output<String>> fingerprint) {
        var resource = children.add(
                (name, changed, options) -> {
                    fingerprints.put(label, fingerprint.apply(changed));
                    return constructor.make(name, changed, options);
                },
                suffix,
                args);
        resources.add(resource);
        return resource;
    }

    /** What another stack adds to the copy; it has registered that itself. */
    void add(WebSocketApiArgs.Guest guest) {
        fingerprints.put("guest " + guest.name(), Fingerprint.of(guest));
    }

    /** One for all of the resources, known once the last of them is made: what AWS has refused is in no copy. */
    Output<String> fingerprint() {
        var made = Output.all(resources.stream().map(Resource::urn).toList());
        return Output.tuple(made, Fingerprint.of(fingerprints)).applyValue(both -> both.t2);
    }

    Deployment deploy(Api api) {
        return children.add(
                Deployment::new,
                "deployment",
                DeploymentArgs.builder().apiId(api.id()).triggers(triggers()).build(),
                CustomResourceOptions.builder().dependsOn(resources).build());
    }

    /**
     * The SDK looks for outputs inside a map too, so one entry that isn't known yet doesn't hide the others: a preview
     * still tells which of them changed. Only the type of the builder's parameter doesn't say so.
     *
     * <p>The map is given once all of its outputs are there. Of those that come while it is written, the SDK (1.36.1) notes the
     * resources in a {@code HashSet} from several threads at once, and now and then fails with "Index 8 out of bounds for
     * length 8".
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private Output<Map<String, String>> triggers() {
        var there = fingerprints.values().stream()
                .map(fingerprint -> Internal.of(fingerprint).getDataAsync())
                .toArray(CompletableFuture[]::new);
        return Output.of(CompletableFuture.allOf(there).thenApply(all -> (Map) fingerprints));
    }
}

package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.cloudfront.PathPattern;
import io.edgesocket.local.s3.Buckets;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import io.edgesocket.local.stack.RefusedStackException;
import io.edgesocket.local.stack.UnusedNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the distributions of a stack. */
final class DistributionReader {
    private static final Set<String> ALL_READS = Set.of("GET", "HEAD");

    private final PlayedStack stack;
    private final PolicyReader policies;
    private final FunctionReader functions;
    private final NotPlayedLines notPlayed;
    private final EdgeOptions options;
    private final Buckets buckets;
    private final Set<String> originNames = new TreeSet<>();

    DistributionReader(PlayedStack stack, EdgeFunctions functions, EdgeOptions options, NotPlayedLines notPlayed) {
        this.options = options;
        this.buckets = new Buckets(stack, options.projectFolder(), options.sites());
        this.stack = stack;
        this.policies = new PolicyReader(stack, notPlayed);
        this.functions = new FunctionReader(stack, functions, notPlayed);
        this.notPlayed = notPlayed;
    }

    List<Distribution> all() {
        CloudFrontInputs.tellOfOthers(stack, notPlayed);
        var all = stack.ofType("aws:cloudfront/distribution:Distribution")
                .map(this::distribution)
                .toList();
        UnusedNames.refuse("--site", buckets.withoutBucket(), buckets.names(), "no distribution has such a bucket");
        UnusedNames.refuse("--origin", options.origins().keySet(), originNames, "no distribution has such an origin");
        return all;
    }

    /** What the distributions read files from, once they are read. */
    Buckets buckets() {
        return buckets;
    }

    private Distribution distribution(PlayedResource resource) {
        var inputs = resource.inputs();
        var origins = new OriginReader(resource, buckets, options.origins());
        originNames.addAll(origins.names());
        var behaviors = new ArrayList<Behavior>();
        inputs.path("orderedCacheBehaviors")
                .forEach(behavior -> behaviors.add(behavior(
                        resource,
                        behavior,
                        PathPattern.of(behavior.path("pathPattern").asText()),
                        origins)));
        behaviors.add(behavior(resource, inputs.path("defaultCacheBehavior"), PathPattern.DEFAULT, origins));
        CloudFrontInputs.tell(resource, notPlayed);
        return new Distribution(resource.name(), hosts(resource), behaviors);
    }

    private static List<String> hosts(PlayedResource resource) {
        var aliases = texts(resource.inputs().path("aliases"));
        return Stream.concat(Stream.of(Distribution.domainName(resource)), aliases.stream())
                .toList();
    }

    private Behavior behavior(PlayedResource resource, JsonNode behavior, PathPattern pattern, OriginReader origins) {
        var target = behavior.path("targetOriginId").asText();
        functions.tellOfResponseEvents(resource, behavior);
        return new Behavior(
                resource.name(),
                pattern,
                viewerProtocol(resource, behavior, pattern),
                methods(behavior),
                functions.read(resource, behavior, "viewer-request"),
                policies.read(resource.name(), behavior),
                functions.read(resource, behavior, "origin-request"),
                origins.byId(target)
                        .orElseThrow(() -> refused(resource, pattern, "targetOriginId", target, origins.ids())),
                origins.failover(target),
                rootObject(resource));
    }

    private static Optional<String> rootObject(PlayedResource distribution) {
        return Optional.of(distribution.text("defaultRootObject").replaceFirst("^/", ""))
                .filter(object -> !object.isEmpty());
    }

    private static ViewerProtocolPolicy viewerProtocol(
            PlayedResource resource, JsonNode behavior, PathPattern pattern) {
        var word = behavior.path("viewerProtocolPolicy").asText();
        return ViewerProtocolPolicy.of(word)
                .orElseThrow(
                        () -> refused(resource, pattern, "viewerProtocolPolicy", word, ViewerProtocolPolicy.words()));
    }

    private static RefusedStackException refused(
            PlayedResource resource, PathPattern pattern, String input, String value, List<String> allowed) {
        return new RefusedStackException(resource.name() + ": " + input + " of the behavior " + pattern.text()
                + " is \"" + value + "\"; it can be " + String.join(", ", allowed));
    }

    private static Set<String> methods(JsonNode behavior) {
        var methods = texts(behavior.path("allowedMethods"));
        return methods.isEmpty() ? ALL_READS : Set.copyOf(methods);
    }

    /** The texts of a list. */
    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

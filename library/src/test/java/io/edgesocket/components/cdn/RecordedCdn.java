package io.edgesocket.components.cdn;

import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A CDN registered against mocks, and what was registered for it. */
record RecordedCdn(WebSocketCdn cdn, List<Mocks.ResourceArgs> resources) {
    static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
    static final String POLICY = "aws:cloudfront/originRequestPolicy:OriginRequestPolicy";
    static final String FUNCTION = "aws:cloudfront/function:Function";
    static final String STORE = "aws:cloudfront/keyValueStore:KeyValueStore";
    static final String ENTRIES = "aws:cloudfront/keyvaluestoreKeysExclusive:KeyvaluestoreKeysExclusive";

    static RecordedCdn of(WebSocketCdnArgs.Builder args) {
        var registered = new ConcurrentLinkedQueue<Mocks.ResourceArgs>();
        var cdn = new AtomicReference<WebSocketCdn>();
        PulumiTest.withMocks(recording(registered))
                .runTest(ctx -> cdn.set(new WebSocketCdn("cdn", args.build())))
                .throwOnError();
        return new RecordedCdn(cdn.get(), List.copyOf(registered));
    }

    private static Mocks recording(ConcurrentLinkedQueue<Mocks.ResourceArgs> registered) {
        return resource -> {
            registered.add(resource);
            var state = new HashMap<>(resource.inputs);
            state.put("domainName", "d111111abcdef8.cloudfront.net");
            state.put("hostedZoneId", "Z2FDTNDATAQYW2");
            state.put("arn", "arn:" + resource.name);
            state.put("qualifiedArn", "arn:" + resource.name + ":1");
            return CompletableFuture.completedFuture(
                    Mocks.ResourceResult.of(Optional.of(resource.name + "-id"), state));
        };
    }

    Map<String, Object> distribution() {
        return inputs(DISTRIBUTION).findFirst().orElseThrow();
    }

    Map<String, Object> policy() {
        return inputs(POLICY).findFirst().orElseThrow();
    }

    Stream<Map<String, Object>> inputs(String type) {
        return resources.stream().filter(resource -> resource.type.equals(type)).map(resource -> resource.inputs);
    }

    /** The default behavior and then the others, in their order. */
    List<Map<String, Object>> behaviors() {
        return Stream.concat(
                        Stream.of(map(distribution().get("defaultCacheBehavior"))),
                        maps(distribution().get("orderedCacheBehaviors")).stream())
                .toList();
    }

    List<Map<String, Object>> origins() {
        return maps(distribution().get("origins"));
    }

    @SuppressWarnings("unchecked") // mocks give JSON back
    static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked") // mocks give JSON back
    static List<Map<String, Object>> maps(Object json) {
        return (List<Map<String, Object>>) json;
    }
}

package io.edgesocket.testing;

import com.pulumi.Config;
import com.pulumi.test.Mocks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mocks that answer as AWS would: a resource has what it was registered with, and the outputs that AWS adds, in their right
 * form: an {@code apiEndpoint}, an {@code executionArn}, a certificate's {@code domainValidationOptions}. All answers follow
 * from the names in the program, so a test can tell them ahead:
 *
 * <table>
 * <caption>For a resource {@code chat}, in its own region, that of its provider, or the stack's</caption>
 * <tr><td>any id</td><td>{@code chat-id}</td></tr>
 * <tr><td>a {@code name} that the program leaves to Pulumi</td><td>{@code chat-1a2b3c4}</td></tr>
 * <tr><td>the account</td><td>{@code 123456789012}</td></tr>
 * <tr><td>the endpoint of an {@code Api}</td><td>{@code wss://chat-id.execute-api.eu-west-1.amazonaws.com}</td></tr>
 * <tr><td>the domain name of a {@code Distribution}</td><td>{@code chat-id.cloudfront.net}</td></tr>
 * <tr><td>the {@code arn} of another resource</td><td>{@code arn:aws:sqs:eu-west-1:123456789012:chat-1a2b3c4}</td></tr>
 * <tr><td>a hosted zone that is looked up</td><td>id {@code zone-of-example.com}</td></tr>
 * </table>
 *
 * <p>Of functions that ask AWS it knows {@code getZone}, {@code getRegion}, {@code getCallerIdentity} and
 * {@code getPartition}; the result of any other is its arguments, as in Pulumi's guide. Fits {@link com.pulumi.test.PulumiTest}
 * as well.
 */
public class AwsMocks implements Mocks {
    static final String ACCOUNT = "123456789012";
    private static final String DEFAULT_REGION = "us-east-1";
    private static final String PROVIDER = "pulumi:providers:aws";

    private final Mocks first;
    private final Map<String, String> regions = new ConcurrentHashMap<>();

    /** Mocks that answer for AWS alone. */
    public AwsMocks() {
        this(resource -> orNull(null));
    }

    private AwsMocks(Mocks first) {
        this.first = first;
    }

    /**
     * Mocks that are asked first, and completed: their outputs stand, those that they leave out are as AWS's. Where they give
     * null, as a mock of Mockito's does until it is told otherwise, all is as AWS's.
     */
    public static AwsMocks completing(Mocks mocks) {
        return new AwsMocks(mocks);
    }

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs resource) {
        var id = resource.name + "-id";
        if (PROVIDER.equals(resource.type)) {
            regions.put(id, String.valueOf(resource.inputs.getOrDefault("region", region())));
        }
        var outputs = AwsOutputs.of(resource, id, regionOf(resource));
        return orNull(first.newResourceAsync(resource))
                .thenApply(given ->
                        given == null ? ResourceResult.of(Optional.of(id), outputs) : completed(given, id, outputs));
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs call) {
        var outputs = AwsOutputs.of(call, region());
        return orNull(first.callAsync(call)).thenApply(given -> given == null ? outputs : merged(outputs, given));
    }

    private static <T> CompletableFuture<T> orNull(CompletableFuture<T> given) {
        return given == null ? CompletableFuture.completedFuture(null) : given;
    }

    private static ResourceResult completed(ResourceResult answer, String id, Map<String, Object> outputs) {
        return ResourceResult.of(
                Optional.of(answer.id.filter(given -> !given.isEmpty()).orElse(id)),
                answer.state instanceof Map<?, ?> given ? merged(outputs, given) : answer.state);
    }

    private static Map<String, Object> merged(Map<String, Object> outputs, Map<?, ?> given) {
        var merged = new HashMap<>(outputs);
        given.forEach((name, value) -> merged.put(String.valueOf(name), value));
        return merged;
    }

    /** The stack's. */
    @SuppressWarnings("deprecation") // outside of a program's Context the SDK has no other way to the configuration
    private static String region() {
        return Config.of("aws").get("region").orElse(DEFAULT_REGION);
    }

    /** Its own, which it may name from major version 7 of the provider on; or its provider's, to whose id it refers. */
    private String regionOf(ResourceArgs resource) {
        return Optional.ofNullable(resource.inputs.get("region"))
                .map(String::valueOf)
                .or(() -> Optional.ofNullable(resource.provider)
                        .map(provider -> regions.get(provider.replaceFirst("^.*::", ""))))
                .orElseGet(AwsMocks::region);
    }
}

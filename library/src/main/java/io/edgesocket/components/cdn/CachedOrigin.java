package io.edgesocket.components.cdn;

import com.pulumi.core.Output;
import io.edgesocket.components.behavior.AllowedMethods;
import io.edgesocket.components.behavior.BehaviorSettings;
import io.edgesocket.components.behavior.ManagedCachePolicy;
import io.edgesocket.components.behavior.ManagedOriginRequestPolicy;
import io.edgesocket.components.behavior.ManagedResponseHeadersPolicy;
import io.edgesocket.components.behavior.ViewerProtocol;
import io.edgesocket.components.internal.Input;
import java.util.Optional;

/**
 * An origin whose answers CloudFront may cache: anything but a WebSocket API. What it has by default, its own page says.
 *
 * @param <O> itself, of which each setting gives a changed copy
 */
public abstract sealed class CachedOrigin<O extends CachedOrigin<O>> extends CdnOrigin permits HttpOrigin, SiteOrigin {
    private final BehaviorSettings settings;

    CachedOrigin(BehaviorSettings settings) {
        this.settings = settings;
    }

    /** What is cached, and for how long. */
    public final O cachePolicy(ManagedCachePolicy policy) {
        return with(settings.cachePolicy(Input.now(policy.id())));
    }

    /** As {@link #cachePolicy(ManagedCachePolicy)}, of a policy of your own, by its id. */
    public final O cachePolicy(String id) {
        return with(settings.cachePolicy(Input.now(id)));
    }

    /** As {@link #cachePolicy(String)}, of a policy that the same program makes. It can't be checked. */
    public final O cachePolicy(Output<String> id) {
        return with(settings.cachePolicy(Input.later(id)));
    }

    /** What of a request reaches the origin besides what is part of the cache's key. */
    public final O originRequestPolicy(ManagedOriginRequestPolicy policy) {
        return with(settings.originRequestPolicy(Input.now(policy.id())));
    }

    /** As {@link #originRequestPolicy(ManagedOriginRequestPolicy)}, of a policy of your own, by its id. */
    public final O originRequestPolicy(String id) {
        return with(settings.originRequestPolicy(Input.now(id)));
    }

    /** As {@link #originRequestPolicy(String)}, of a policy that the same program makes. It can't be checked. */
    public final O originRequestPolicy(Output<String> id) {
        return with(settings.originRequestPolicy(Input.later(id)));
    }

    /** What CloudFront adds to the answers. */
    public final O responseHeadersPolicy(ManagedResponseHeadersPolicy policy) {
        return with(settings.responseHeadersPolicy(Optional.of(Input.now(policy.id()))));
    }

    /** As {@link #responseHeadersPolicy(ManagedResponseHeadersPolicy)}, of a policy of your own, by its id. */
    public final O responseHeadersPolicy(String id) {
        return with(settings.responseHeadersPolicy(Optional.of(Input.now(id))));
    }

    /** As {@link #responseHeadersPolicy(String)}, of a policy that the same program makes. It can't be checked. */
    public final O responseHeadersPolicy(Output<String> id) {
        return with(settings.responseHeadersPolicy(Optional.of(Input.later(id))));
    }

    /** Which methods viewers may use. */
    public final O methods(AllowedMethods methods) {
        return with(settings.methods(methods));
    }

    /** What is answered to viewers that come without TLS. */
    public final O viewerProtocol(ViewerProtocol protocol) {
        return with(settings.viewerProtocol(protocol));
    }

    final BehaviorSettings settings() {
        return settings;
    }

    abstract O with(BehaviorSettings changed);
}

package io.edgesocket.components.domain;

import com.pulumi.resources.ResourceArgs;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Transform;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.internal.Problems;
import java.util.List;
import java.util.Optional;

/** What {@link AliasRecords} are made of. All of it is checked when the component is made, at once. */
public final class AliasRecordsArgs extends ResourceArgs {
    final Optional<WebSocketCdn> cdn;
    final HostedZones hostedZones;
    final boolean overwrite;
    final Transform transform;

    private AliasRecordsArgs(Builder from) {
        cdn = from.cdn;
        hostedZones = from.hostedZones;
        overwrite = from.overwrite;
        transform = from.transform;
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * These arguments, fit to be registered.
     *
     * @throws InvalidArgumentsException with everything that isn't
     */
    AliasRecordsArgs checked(String name) {
        var problems = new Problems();
        problems.unless(cdn.isPresent(), "cdn", "none", "the CDN that the names lead to");
        hostedZones.check(problems, names());
        problems.raise("AliasRecords", name);
        return this;
    }

    List<String> names() {
        return cdn.map(WebSocketCdn::aliases).orElse(List.of());
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder {
        private Optional<WebSocketCdn> cdn = Optional.empty();
        private HostedZones hostedZones = HostedZones.of();
        private boolean overwrite;
        private Transform transform = Transform.NONE;

        private Builder() {}

        /** The CDN that its {@linkplain WebSocketCdnArgs.Builder#aliases aliases} lead to. Required. */
        public Builder cdn(WebSocketCdn cdn) {
            this.cdn = Optional.of(cdn);
            return this;
        }

        /** Where the records are made: each of the CDN's aliases lies in one of them. Required. */
        public Builder hostedZones(HostedZones hostedZones) {
            this.hostedZones = hostedZones;
            return this;
        }

        /**
         * Whether a record that is there already is taken over, so that its name leads here from then on. Default:
         * false, Route 53 refuses a record that exists.
         */
        public Builder overwrite(boolean overwrite) {
            this.overwrite = overwrite;
            return this;
        }

        /** Sees and may change each resource before it is registered. Default: {@link Transform#NONE}. */
        public Builder transform(Transform transform) {
            this.transform = transform;
            return this;
        }

        public AliasRecordsArgs build() {
            return new AliasRecordsArgs(this);
        }
    }
}

package io.edgesocket.components.domain;

import io.edgesocket.components.AssumedRole;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.internal.ComponentArgs;
import io.edgesocket.components.internal.Problems;
import java.util.List;
import java.util.Optional;

/** What {@link AliasRecords} are made of. All of it is checked when the component is made, at once. */
public final class AliasRecordsArgs extends ComponentArgs {
    final Optional<WebSocketCdn> cdn;
    final Optional<WebSocketApi> api;
    final HostedZones hostedZones;
    final boolean overwrite;
    final Optional<AssumedRole> role;

    private AliasRecordsArgs(Builder from) {
        super("AliasRecords", from);
        cdn = from.cdn;
        api = from.api;
        hostedZones = from.hostedZones;
        overwrite = from.overwrite;
        role = from.role;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void check(Problems problems, String name) {
        problems.unless(cdn.isPresent() || api.isPresent(), "cdn", "none", "the CDN that the names lead to");
        problems.unless(
                cdn.isEmpty() || api.isEmpty(),
                "api",
                "given together with cdn",
                "one of them: each has its own records");
        api.ifPresent(given -> problems.unless(
                given.domain().isPresent(),
                "api",
                "without a name of its own",
                "an API with .domain(ApiDomain.of(…)): the execute-api address has its records"));
        hostedZones.check(problems, names());
    }

    List<String> names() {
        return cdn.map(WebSocketCdn::aliases)
                .or(() -> api.flatMap(WebSocketApi::domain).map(own -> List.of(own.name())))
                .orElse(List.of());
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends ComponentArgs.Builder<Builder> {
        private Optional<WebSocketCdn> cdn = Optional.empty();
        private Optional<WebSocketApi> api = Optional.empty();
        private HostedZones hostedZones = HostedZones.of();
        private boolean overwrite;
        private Optional<AssumedRole> role = Optional.empty();

        private Builder() {}

        /** The CDN that its {@linkplain WebSocketCdnArgs.Builder#aliases aliases} lead to. Required, unless {@link #api}. */
        public Builder cdn(WebSocketCdn cdn) {
            this.cdn = Optional.of(cdn);
            return this;
        }

        /** The API that its {@linkplain WebSocketApi#domain own name} leads to, in the place of a CDN: an A record. */
        public Builder api(WebSocketApi api) {
            this.api = Optional.of(api);
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

        /**
         * The role that makes the records, where the zones are in another account. Default: none, the stack's own
         * provider does.
         */
        public Builder role(AssumedRole role) {
            this.role = Optional.of(role);
            return this;
        }

        public AliasRecordsArgs build() {
            return new AliasRecordsArgs(this);
        }
    }
}

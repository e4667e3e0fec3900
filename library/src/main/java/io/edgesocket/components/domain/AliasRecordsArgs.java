package io.edgesocket.components.domain;

import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.internal.ComponentArgs;
import io.edgesocket.components.internal.Problems;
import java.util.List;
import java.util.Optional;

/** What {@link AliasRecords} are made of. All of it is checked when the component is made, at once. */
public final class AliasRecordsArgs extends ComponentArgs {
    final Optional<WebSocketCdn> cdn;
    final HostedZones hostedZones;
    final boolean overwrite;

    private AliasRecordsArgs(Builder from) {
        super("AliasRecords", from);
        cdn = from.cdn;
        hostedZones = from.hostedZones;
        overwrite = from.overwrite;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void check(Problems problems, String name) {
        problems.unless(cdn.isPresent(), "cdn", "none", "the CDN that the names lead to");
        hostedZones.check(problems, names());
    }

    List<String> names() {
        return cdn.map(WebSocketCdn::aliases).orElse(List.of());
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends ComponentArgs.Builder<Builder> {
        private Optional<WebSocketCdn> cdn = Optional.empty();
        private HostedZones hostedZones = HostedZones.of();
        private boolean overwrite;

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

        public AliasRecordsArgs build() {
            return new AliasRecordsArgs(this);
        }
    }
}

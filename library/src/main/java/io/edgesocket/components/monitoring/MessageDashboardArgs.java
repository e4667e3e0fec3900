package io.edgesocket.components.monitoring;

import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.internal.ComponentArgs;
import io.edgesocket.components.internal.Problems;
import java.util.Optional;

/** What a {@link MessageDashboard} shows. */
public final class MessageDashboardArgs extends ComponentArgs {
    final Optional<WebSocketApi> api;
    final Optional<WebSocketCdn> cdn;

    private MessageDashboardArgs(Builder from) {
        super("MessageDashboard", from);
        api = from.api;
        cdn = from.cdn;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void check(Problems problems, String name) {
        problems.unless(api.isPresent() || cdn.isPresent(), "api", "neither api nor cdn is given", "give at least one");
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends ComponentArgs.Builder<Builder> {
        private Optional<WebSocketApi> api = Optional.empty();
        private Optional<WebSocketCdn> cdn = Optional.empty();

        private Builder() {}

        /** The API, with the functions that it made, its guard's, and its access log. Default: none. */
        public Builder api(WebSocketApi api) {
            this.api = Optional.of(api);
            return this;
        }

        /** The distribution in front. Default: none. */
        public Builder cdn(WebSocketCdn cdn) {
            this.cdn = Optional.of(cdn);
            return this;
        }

        public MessageDashboardArgs build() {
            return new MessageDashboardArgs(this);
        }
    }
}

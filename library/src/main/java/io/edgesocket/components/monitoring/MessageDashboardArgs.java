package io.edgesocket.components.monitoring;

import com.pulumi.resources.ResourceArgs;
import io.edgesocket.components.Transform;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.internal.Problems;
import java.util.Optional;

/** What a {@link MessageDashboard} shows. */
public final class MessageDashboardArgs extends ResourceArgs {
    final Optional<WebSocketApi> api;
    final Optional<WebSocketCdn> cdn;
    final Transform transform;

    private MessageDashboardArgs(Builder from) {
        api = from.api;
        cdn = from.cdn;
        transform = from.transform;
    }

    public static Builder builder() {
        return new Builder();
    }

    MessageDashboardArgs checked(String name) {
        var problems = new Problems();
        problems.unless(api.isPresent() || cdn.isPresent(), "api", "none, and no cdn", "what is to be shown");
        problems.raise("MessageDashboard", name);
        return this;
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder {
        private Optional<WebSocketApi> api = Optional.empty();
        private Optional<WebSocketCdn> cdn = Optional.empty();
        private Transform transform = Transform.NONE;

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

        /** Sees and may change each resource before it is registered. Default: {@link Transform#NONE}. */
        public Builder transform(Transform transform) {
            this.transform = transform;
            return this;
        }

        public MessageDashboardArgs build() {
            return new MessageDashboardArgs(this);
        }
    }
}

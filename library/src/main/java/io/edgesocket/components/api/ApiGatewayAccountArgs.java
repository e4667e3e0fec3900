package io.edgesocket.components.api;

import com.pulumi.resources.ResourceArgs;
import io.edgesocket.components.Transform;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.TagChecks;
import java.util.Map;

/** What an {@link ApiGatewayAccount} is made of. */
public final class ApiGatewayAccountArgs extends ResourceArgs {
    final Map<String, String> tags;
    final Transform transform;

    private ApiGatewayAccountArgs(Builder from) {
        tags = from.tags;
        transform = from.transform;
    }

    public static Builder builder() {
        return new Builder();
    }

    ApiGatewayAccountArgs checked(String name) {
        var problems = new Problems();
        TagChecks.check(problems, tags);
        problems.raise("ApiGatewayAccount", name);
        return this;
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder {
        private Map<String, String> tags = Map.of();
        private Transform transform = Transform.NONE;

        private Builder() {}

        /** Tags of the role; the account has none. Default: none. */
        public Builder tags(Map<String, String> tags) {
            this.tags = Map.copyOf(tags);
            return this;
        }

        /** Sees and may change each resource before it is registered. Default: {@link Transform#NONE}. */
        public Builder transform(Transform transform) {
            this.transform = transform;
            return this;
        }

        public ApiGatewayAccountArgs build() {
            return new ApiGatewayAccountArgs(this);
        }
    }
}

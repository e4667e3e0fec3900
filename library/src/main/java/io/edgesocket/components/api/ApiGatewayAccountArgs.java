package io.edgesocket.components.api;

import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.TaggedArgs;

/** What an {@link ApiGatewayAccount} is made of. */
public final class ApiGatewayAccountArgs extends TaggedArgs {

    private ApiGatewayAccountArgs(Builder from) {
        super("ApiGatewayAccount", from);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void check(Problems problems, String name) {
        // The tags are all that can be wrong.
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends TaggedArgs.Builder<Builder> {

        private Builder() {}

        public ApiGatewayAccountArgs build() {
            return new ApiGatewayAccountArgs(this);
        }
    }
}

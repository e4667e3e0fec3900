package io.edgesocket.components.api;

import com.pulumi.core.Output;
import io.edgesocket.components.internal.IamRole;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.TaggedArgs;
import java.util.Optional;

/** What an {@link ApiGatewayAccount} is made of. */
public final class ApiGatewayAccountArgs extends TaggedArgs {

    final Optional<Input> role;

    private ApiGatewayAccountArgs(Builder from) {
        super("ApiGatewayAccount", from);
        role = from.role;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void check(Problems problems, String name) {
        role.ifPresent(existing -> IamRole.check(problems, existing));
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends TaggedArgs.Builder<Builder> {

        private Optional<Input> role = Optional.empty();

        private Builder() {}

        /**
         * A role that exists, instead of one that is made. It must let {@code apigateway.amazonaws.com} take it, and allow
         * what AWS's policy {@code AmazonAPIGatewayPushToCloudWatchLogs} does. Default: one is made, with that policy.
         *
         * @param arn {@code arn:aws:iam::123456789012:role/NAME}
         */
        public Builder role(String arn) {
            role = Optional.of(Input.now(arn));
            return this;
        }

        /** As {@link #role(String)}, of a role of this program. */
        public Builder role(Output<String> arn) {
            role = Optional.of(Input.later(arn));
            return this;
        }

        public ApiGatewayAccountArgs build() {
            return new ApiGatewayAccountArgs(this);
        }
    }
}

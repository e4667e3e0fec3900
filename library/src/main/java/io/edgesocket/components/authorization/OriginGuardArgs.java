package io.edgesocket.components.authorization;

import io.edgesocket.components.functions.FunctionTarget;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.internal.HeaderName;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import io.edgesocket.components.internal.TaggedArgs;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an {@link OriginGuard} is made of. All of it is checked when the component is made, at once. */
public final class OriginGuardArgs extends TaggedArgs {
    /** The header in which API Gateway looks for an API key. */
    public static final String API_KEY_HEADER = "x-api-key";
    /** A header's name that API Gateway can name as an identity source, and CloudFront can add. */
    public static final String HEADER = "(?!" + API_KEY_HEADER + "$)" + HeaderName.KEY_PATTERN;

    /** What {@link #HEADER} means. */
    public static final String HEADER_MEANS =
            "x- and lower-case letters, digits and -, other than x-api-key, x-real-ip, x-original-path, x-amz-…, x-amzn-…, x-edge-… and x-forwarded-…, "
                    + "which AWS and the CDN use themselves";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1," + FunctionTarget.NAME_MAX + "}");

    final boolean byApiKeys;
    final String header;
    final GuardKeys keys;
    final Optional<LambdaFunctionArgs> checkedBy;
    final boolean enforced;

    private OriginGuardArgs(Builder from) {
        super("OriginGuard", from);
        byApiKeys = from.byApiKeys;
        header = from.header;
        keys = from.keys;
        checkedBy = from.checkedBy;
        enforced = from.enforced;
    }

    /**
     * Keys that API Gateway checks itself, before anything else of the stack runs: each is an API key in a usage plan for
     * the API's stage, and {@code $connect} requires one.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html">Usage
     *     plans and API keys</a>
     */
    public static Builder apiKeys(GuardKeys keys) {
        return new Builder(true, API_KEY_HEADER, keys);
    }

    /**
     * Keys that the authorizer of {@code $connect} checks: a function of the guard's own, {@link Builder#checkedBy}, or
     * the route's if it is {@link RequestAuthorizer#checkingOriginKeys}: API Gateway asks one authorizer only. API Gateway
     * itself answers 401 to a call without the header.
     *
     * @param header begins with {@code x-}, followed by lower-case letters, digits and {@code -}
     */
    public static Builder header(String header, GuardKeys keys) {
        return new Builder(false, header, keys);
    }

    @Override
    protected void check(Problems problems, String name) {
        problems.unless(
                NAME.matcher(name).matches(),
                "name",
                '"' + name + '"',
                "1 to " + FunctionTarget.NAME_MAX + " letters, digits, - and _");
        problems.unless(
                byApiKeys || header.matches(HEADER) && header.length() <= HeaderName.SENT_LENGTH_MAX,
                "header",
                '"' + header + '"',
                HEADER_MEANS);
        keys.check(problems);
        problems.unless(
                !byApiKeys || checkedBy.isEmpty(),
                "checkedBy",
                "a function together with API keys",
                "leave it out: API Gateway checks these itself");
        checkedBy.ifPresent(function ->
                problems.addAll(Property.of("checkedBy"), function.problems(OriginGuard.functionName(name))));
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends TaggedArgs.Builder<Builder> {
        private final boolean byApiKeys;
        private final String header;
        private final GuardKeys keys;
        private Optional<LambdaFunctionArgs> checkedBy = Optional.empty();
        private boolean enforced = true;

        private Builder(boolean byApiKeys, String header, GuardKeys keys) {
            this.byApiKeys = byApiKeys;
            this.header = header;
            this.keys = keys;
        }

        /**
         * A function that compares the header with the keys, asked as the authorizer of {@code $connect}:
         * {@code OriginKeyHandler}, say. It is given {@value OriginGuard#HEADER_VARIABLE} and
         * {@value OriginGuard#KEYS_VARIABLE}. Default: none; the route's own authorizer checks them.
         */
        public Builder checkedBy(LambdaFunctionArgs function) {
            checkedBy = Optional.of(function);
            return this;
        }

        /**
         * Whether {@code $connect} requires a key. If false, all is made and CloudFront sends the key, but clients without
         * one may still connect. Deploy that first when an API is in use already, or when the kind of its guard changes.
         * Default: true.
         */
        public Builder enforced(boolean enforced) {
            this.enforced = enforced;
            return this;
        }

        public OriginGuardArgs build() {
            return new OriginGuardArgs(this);
        }
    }
}

package io.edgesocket.components.authorization;

import com.pulumi.resources.ResourceArgs;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.Transform;
import io.edgesocket.components.functions.FunctionTarget;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.LambdaFunctionChecks;
import io.edgesocket.components.internal.HeaderName;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import io.edgesocket.components.internal.TagChecks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an {@link OriginGuard} is made of. All of it is checked when the component is made, at once. */
public final class OriginGuardArgs extends ResourceArgs {
    /** The header in which API Gateway looks for an API key. */
    public static final String API_KEY_HEADER = "x-api-key";
    /** A header's name that API Gateway can name as an identity source, and CloudFront can add. */
    public static final String HEADER = "(?!" + API_KEY_HEADER + "$)" + HeaderName.KEY_PATTERN;

    /** What {@link #HEADER} means. */
    public static final String HEADER_MEANS =
            "x- and lower-case letters, digits and -, other than x-api-key, x-real-ip, x-original-path, x-amz-… and x-edge-…, "
                    + "which AWS and the CDN use themselves";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1," + FunctionTarget.NAME_MAX + "}");

    final boolean byApiKeys;
    final String header;
    final GuardKeys keys;
    final Optional<LambdaFunctionArgs> checkedBy;
    final boolean enforced;
    final Optional<Map<String, String>> tags;
    final Transform transform;

    private OriginGuardArgs(Builder from) {
        byApiKeys = from.byApiKeys;
        header = from.header;
        keys = from.keys;
        checkedBy = from.checkedBy;
        enforced = from.enforced;
        tags = from.tags;
        transform = from.transform;
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
     * the route's if it is {@link RequestAuthorizer#checkingOriginKeys}, for API Gateway asks one only. It answers 401
     * to a call without the header by itself.
     *
     * @param header begins with {@code x-}, followed by lower-case letters, digits and {@code -}
     */
    public static Builder header(String header, GuardKeys keys) {
        return new Builder(false, header, keys);
    }

    /** Everything that an {@link OriginGuard} of this name would throw for; nothing if it would be made. */
    public List<Problem> problems(String name) {
        return check(name).found();
    }

    /**
     * These arguments, fit to be registered.
     *
     * @throws InvalidArgumentsException with everything that isn't
     */
    OriginGuardArgs checked(String name) {
        check(name).raise("OriginGuard", name);
        return this;
    }

    private Problems check(String name) {
        var problems = new Problems();
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
        checkedBy.ifPresent(function -> problems.addAll(
                Property.of("checkedBy"), LambdaFunctionChecks.found(OriginGuard.functionName(name), function)));
        tags.ifPresent(given -> TagChecks.check(problems, given));
        return problems;
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder {
        private final boolean byApiKeys;
        private final String header;
        private final GuardKeys keys;
        private Optional<LambdaFunctionArgs> checkedBy = Optional.empty();
        private boolean enforced = true;
        private Optional<Map<String, String>> tags = Optional.empty();
        private Transform transform = Transform.NONE;

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
         * Whether {@code $connect} requires a key. False makes all that it takes to, and has CloudFront send it: the step
         * before locking an API that is in use, and before changing the kind of its guard. Default: true.
         */
        public Builder enforced(boolean enforced) {
            this.enforced = enforced;
            return this;
        }

        /** Tags of all that is made, where AWS has tags. Default: none. */
        public Builder tags(Map<String, String> tags) {
            this.tags = Optional.of(Map.copyOf(tags)).filter(copied -> !copied.isEmpty());
            return this;
        }

        /** Sees and may change each resource just before it is registered. Default: {@link Transform#NONE}. */
        public Builder transform(Transform transform) {
            this.transform = transform;
            return this;
        }

        public OriginGuardArgs build() {
            return new OriginGuardArgs(this);
        }
    }
}

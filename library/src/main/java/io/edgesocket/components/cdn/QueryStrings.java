package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.POLICY_NAMES_LENGTH_MAX;
import static io.edgesocket.components.cdn.CloudFrontLimits.POLICY_QUERY_STRINGS_MAX;

import com.pulumi.aws.cloudfront.inputs.OriginRequestPolicyQueryStringsConfigArgs;
import com.pulumi.aws.cloudfront.inputs.OriginRequestPolicyQueryStringsConfigQueryStringsArgs;
import io.edgesocket.components.internal.Problems;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of the viewer's query strings reach the origin. A browser can't set a header on a WebSocket, so a token for
 * {@code $connect} travels here.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html">
 *      Control origin requests with a policy</a>
 */
public final class QueryStrings {
    private static final Pattern NAME = Pattern.compile(CloudFrontLimits.QUERY_STRING);

    private final String behavior;
    private final List<String> names;

    private QueryStrings(String behavior, List<String> names) {
        this.behavior = behavior;
        this.names = List.copyOf(names);
    }

    /** Every one. */
    public static QueryStrings all() {
        return new QueryStrings("all", List.of());
    }

    /** None: for an API whose clients send no token, or send it in their first message. */
    public static QueryStrings none() {
        return new QueryStrings("none", List.of());
    }

    /**
     * These alone: 1 to {@value CloudFrontLimits#POLICY_QUERY_STRINGS_MAX} names, at most
     * {@value CloudFrontLimits#POLICY_NAMES_LENGTH_MAX} characters together; their case matters.
     */
    public static QueryStrings only(List<String> names) {
        return new QueryStrings("whitelist", names);
    }

    /** Whether a query string of that name is forwarded. */
    public boolean contains(String name) {
        return behavior.equals("all") || names.contains(name);
    }

    void check(Problems problems) {
        if (!behavior.equals("whitelist")) {
            return;
        }
        problems.unless(
                !names.isEmpty() && names.size() <= POLICY_QUERY_STRINGS_MAX,
                "queryStrings",
                names.size() + " names",
                "1 to " + POLICY_QUERY_STRINGS_MAX + "; for more QueryStrings.all(), for none QueryStrings.none()");
        names.stream()
                .filter(name -> !NAME.matcher(name).matches())
                .forEach(name ->
                        problems.add("queryStrings", '"' + name + '"', "a name, with no space and none of & = #"));
        problems.unless(
                Set.copyOf(names).size() == names.size(), "queryStrings", "a name given twice", "give each once");
        var length = names.stream().mapToInt(String::length).sum();
        problems.unless(
                length <= POLICY_NAMES_LENGTH_MAX,
                "queryStrings",
                length + " characters of names",
                "at most " + POLICY_NAMES_LENGTH_MAX + " together");
    }

    OriginRequestPolicyQueryStringsConfigArgs toArgs() {
        var args = OriginRequestPolicyQueryStringsConfigArgs.builder().queryStringBehavior(behavior);
        if (!names.isEmpty()) {
            args.queryStrings(OriginRequestPolicyQueryStringsConfigQueryStringsArgs.builder()
                    .items(names)
                    .build());
        }
        return args.build();
    }
}

package io.edgesocket.components.api;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What API Gateway accepts of a WebSocket API. The quotas on routes and integrations are AWS's defaults, which it
 * raises on request; the rest is fixed.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html">Quotas
 *     of WebSocket APIs</a>
 * @see <a href="https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/api-reference.html">API reference</a>
 */
public final class ApiGatewayLimits {
    /** Routes of an API. It has no more integrations than routes, so their own quota, the same, can't be reached. */
    public static final int ROUTES_MAX = 300;
    /** Characters of a route's key. */
    public static final int ROUTE_KEY_MAX = 128;

    /** A route's key, as an expression that Java and ECMAScript share: editors read it too. */
    public static final String ROUTE_KEY = "\\$connect|\\$disconnect|\\$default|[^$\\u0000-\\u001f][^\\u0000-\\u001f]*";

    /** How long an integration is waited for, at least. */
    public static final int TIMEOUT_MIN_MILLIS = 50;
    /** How long an integration is waited for, at most: Lambda functions too. */
    public static final int TIMEOUT_MAX_MILLIS = 29_000;
    /** The format of an access log, in bytes. */
    public static final int ACCESS_LOG_FORMAT_MAX_BYTES = 3 * 1024;

    /** Characters of a stage's name. */
    public static final int STAGE_NAME_MAX = 128;
    /**
     * A stage's name, as {@link #ROUTE_KEY} is a route's key. The narrower rule of REST APIs, without the hyphen, isn't
     * that of WebSocket APIs.
     *
     * @see <a href="https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html">CreateStage</a>
     */
    public static final String STAGE_NAME = "\\$default|[A-Za-z0-9_-]+";

    /** {@link #STAGE_NAME} in words. */
    public static final String STAGE_NAME_RULE = "letters, digits, - and _, or $default";

    /** A stage variable's name. */
    public static final String STAGE_VARIABLE_NAME = "[A-Za-z0-9_]+";

    /** A stage variable's value. */
    public static final String STAGE_VARIABLE = "[A-Za-z0-9._~:/?#&=,-]+";

    /** Characters of a stage variable's value. */
    public static final int STAGE_VARIABLE_MAX = 2_048;
    /** Characters of the description of an API or a stage. */
    public static final int DESCRIPTION_MAX = 1_024;
    /** Characters of a model's name; they are letters and digits. */
    public static final int MODEL_NAME_MAX = 128;
    /**
     * Characters of the component's name. The name of a permission begins with it, goes on with a route's or a function's
     * name, and ends with what Pulumi adds; AWS takes 100 characters.
     */
    public static final int NAME_MAX = 39;
    /** Characters of an integration's URI. */
    public static final int URI_MAX = 2_048;
    /** Characters of a request or response template, or of a model's schema. */
    public static final int TEMPLATE_MAX = 32_768;
    /** Characters of what a request parameter is set to. */
    public static final int PARAMETER_MAX = 512;

    /**
     * Requests a second that an account may send to all of its APIs in a region, before AWS raises it.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html">Amazon API Gateway quotas</a>
     */
    public static final int ACCOUNT_RATE = 10_000;
    /** How many of them may come at once. */
    public static final int ACCOUNT_BURST = 5_000;

    /** {@link #ACCOUNT_RATE} in {@link #SMALLER_REGIONS}. */
    public static final int SMALLER_RATE = 2_500;
    /** {@link #ACCOUNT_BURST} in {@link #SMALLER_REGIONS}. */
    public static final int SMALLER_BURST = 1_250;

    /** Regions in which an account has a smaller quota, as long as AWS doesn't raise it. */
    public static final Set<String> SMALLER_REGIONS = Set.of(
            "af-south-1",
            "ap-south-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-7",
            "ca-west-1",
            "eu-central-2",
            "eu-south-1",
            "eu-south-2",
            "il-central-1",
            "me-central-1",
            "mx-central-1");

    private static final Pattern STAGE = Pattern.compile(STAGE_NAME);

    /** Characters of the source of an event of EventBridge. */
    public static final int EVENT_SOURCE_MAX = 256;

    private ApiGatewayLimits() {}

    public static boolean isStageName(String text) {
        return STAGE.matcher(text).matches() && text.length() <= STAGE_NAME_MAX;
    }
}

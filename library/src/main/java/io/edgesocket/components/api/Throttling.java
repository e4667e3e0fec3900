package io.edgesocket.components.api;

/**
 * How many requests are let through; a client that sends more gets an error frame, or 429 at {@code $connect}. Both
 * values are always set: if one is left out, AWS uses 0 for it and refuses everybody.
 *
 * @param rate  requests a second in the long run; at least 1
 * @param burst how many may come at once; at least 1
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-protect.html">Throttling</a>
 */
public record Throttling(double rate, int burst) {
    /**
     * {@value ApiGatewayLimits#ACCOUNT_RATE} requests a second, {@value ApiGatewayLimits#ACCOUNT_BURST} at once: what AWS
     * lets all APIs of a new account take in a region. The stage is set to it, so it stays there in an account that AWS
     * lets take more.
     */
    public static final Throttling ACCOUNT =
            new Throttling(ApiGatewayLimits.ACCOUNT_RATE, ApiGatewayLimits.ACCOUNT_BURST);

    /**
     * What AWS lets all APIs of a new account take in a region: {@link #ACCOUNT}, and in some regions
     * {@value ApiGatewayLimits#SMALLER_RATE} requests a second, {@value ApiGatewayLimits#SMALLER_BURST} at once.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html">Amazon API Gateway quotas</a>
     */
    public static Throttling ofAccountIn(String region) {
        return ApiGatewayLimits.SMALLER_REGIONS.contains(region)
                ? new Throttling(ApiGatewayLimits.SMALLER_RATE, ApiGatewayLimits.SMALLER_BURST)
                : ACCOUNT;
    }
}

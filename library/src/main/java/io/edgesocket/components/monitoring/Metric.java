package io.edgesocket.components.monitoring;

import com.pulumi.core.Output;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.functions.LambdaFunction;
import java.util.Map;

/**
 * Something that CloudWatch counts.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-logging.html">Of
 *      WebSocket APIs</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html">Of
 *      distributions, in us-east-1</a>
 */
record Metric(String namespace, String name, String statistic, Output<Map<String, String>> dimensions) {

    static Metric ofApi(WebSocketApi api, String name, String statistic) {
        return new Metric(
                "AWS/ApiGateway",
                name,
                statistic,
                Output.<String>mapBuilder()
                        .put("ApiId", api.id())
                        .put("Stage", Output.of(api.stageName()))
                        .build());
    }

    static Metric ofFunction(LambdaFunction function, String name) {
        return new Metric(
                "AWS/Lambda",
                name,
                "Sum",
                Output.<String>mapBuilder()
                        .put("FunctionName", function.functionName())
                        .build());
    }

    static Metric ofDistribution(WebSocketCdn cdn, String name, String statistic) {
        return new Metric(
                "AWS/CloudFront",
                name,
                statistic,
                Output.<String>mapBuilder()
                        .put("DistributionId", cdn.distributionId())
                        .put("Region", Output.of("Global"))
                        .build());
    }

    boolean isPercentile() {
        return statistic.startsWith("p");
    }
}

package io.edgesocket.components.monitoring;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.edgesocket.components.UsEast1;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A dashboard as CloudWatch reads it: rows of graphs, the next row after the last of the one before. */
final class DashboardBody {
    static final String DISTRIBUTION = "distribution";
    static final String REGION = "region";
    static final String API = "api";
    static final String STAGE = "stage";
    static final String FUNCTION = "function ";
    static final String ACCESS_LOGS = "access logs";
    private static final int WIDTH = 24;
    private static final int HEIGHT = 6;

    private final Map<String, String> shown;
    private final JsonArray widgets = new JsonArray();
    private int row;

    private DashboardBody(Map<String, String> shown) {
        this.shown = new TreeMap<>(shown);
    }

    static String of(Map<String, String> shown) {
        return new DashboardBody(shown).rows();
    }

    private String rows() {
        if (shown.containsKey(DISTRIBUTION)) {
            row(
                    graph("CloudFront: handshakes", UsEast1.REGION, "Sum", distribution("Requests")),
                    graph(
                            "CloudFront: refused, %",
                            UsEast1.REGION, "Average", distribution("4xxErrorRate"), distribution("5xxErrorRate")));
        }
        if (shown.containsKey(API)) {
            var region = shown.get(REGION);
            row(
                    graph("API: connections and messages", region, "Sum", api("ConnectCount"), api("MessageCount")),
                    graph(
                            "API: errors",
                            region,
                            "Sum",
                            api("ClientError"),
                            api("IntegrationError"),
                            api("ExecutionError")),
                    graph("API: latency of integrations, p99, ms", region, "p99", api("IntegrationLatency")));
        }
        if (functions("Invocations").length > 0) {
            var region = shown.get(REGION);
            row(
                    graph("Functions: calls", region, "Sum", functions("Invocations")),
                    graph("Functions: errors", region, "Sum", functions("Errors")),
                    graph("Functions: refused as too many", region, "Sum", functions("Throttles")),
                    graph("Functions: duration, p99, ms", region, "p99", functions("Duration")));
        }
        if (shown.containsKey(ACCESS_LOGS)) {
            row(log(
                    "API: what was refused or failed",
                    shown.get(REGION),
                    "SOURCE '" + shown.get(ACCESS_LOGS) + "'"
                            + " | fields @timestamp, connectionId, routeKey, status, `error.message`, `integration.error`"
                            + " | filter status >= 400 | sort @timestamp desc | limit 50"));
        }
        var body = new JsonObject();
        body.add("widgets", widgets);
        return body.toString();
    }

    private JsonArray[] functions(String metric) {
        return shown.keySet().stream()
                .filter(key -> key.startsWith(FUNCTION))
                .map(key -> metric("AWS/Lambda", metric, "FunctionName", shown.get(key)))
                .toArray(JsonArray[]::new);
    }

    private JsonArray api(String metric) {
        return metric("AWS/ApiGateway", metric, "ApiId", shown.get(API), "Stage", shown.get(STAGE));
    }

    private JsonArray distribution(String metric) {
        return metric("AWS/CloudFront", metric, "DistributionId", shown.get(DISTRIBUTION), "Region", "Global");
    }

    private static JsonArray metric(String namespace, String name, String... dimensions) {
        var metric = new JsonArray();
        metric.add(namespace);
        metric.add(name);
        List.of(dimensions).forEach(metric::add);
        return metric;
    }

    private static JsonObject graph(String title, String region, String statistic, JsonArray... metrics) {
        var all = new JsonArray();
        List.of(metrics).forEach(all::add);
        var properties = titled(title, region);
        properties.addProperty("stat", statistic);
        properties.addProperty("period", AlarmThresholds.PERIOD_SECONDS);
        properties.add("metrics", all);
        return widget("metric", properties);
    }

    private static JsonObject log(String title, String region, String query) {
        var properties = titled(title, region);
        properties.addProperty("view", "table");
        properties.addProperty("query", query);
        return widget("log", properties);
    }

    private static JsonObject titled(String title, String region) {
        var properties = new JsonObject();
        properties.addProperty("title", title);
        properties.addProperty("region", region);
        return properties;
    }

    private static JsonObject widget(String type, JsonObject properties) {
        var widget = new JsonObject();
        widget.addProperty("type", type);
        widget.add("properties", properties);
        return widget;
    }

    private void row(JsonObject... graphs) {
        var width = WIDTH / graphs.length;
        for (int i = 0; i < graphs.length; i++) {
            graphs[i].addProperty("x", i * width);
            graphs[i].addProperty("y", row * HEIGHT);
            graphs[i].addProperty("width", width);
            graphs[i].addProperty("height", HEIGHT);
            widgets.add(graphs[i]);
        }
        row++;
    }
}

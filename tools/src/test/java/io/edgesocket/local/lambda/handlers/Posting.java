package io.edgesocket.local.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;

/** Posts to the connection that its event came from, at the address that the event names, as handlers in the wild do. */
public final class Posting implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final String AUTHORIZATION =
            "AWS4-HMAC-SHA256 Credential=x/20260101/eu-west-1/execute-api/aws4_request, SignedHeaders=host, Signature=x";

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        var about = (Map<?, ?>) event.get("requestContext");
        var id = (String) about.get("connectionId");
        var host = (String) about.get("domainName");
        var path = "/" + about.get("stage");
        var connection = path + "/@connections/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        var way = ((String) event.get("body")).replaceFirst(".*\"by\":\"(.*)\".*", "$1");
        try {
            post(way, "by " + way, host, path, connection, id);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Map.of("statusCode", 200);
    }

    private static void post(String way, String body, String host, String path, String connection, String id)
            throws Exception {
        switch (way) {
            case "SDK v2" -> sdk(URI.create("https://" + host + path), id, body);
            case "SDK v2, after the answer" ->
                afterTheAnswer(() -> sdk(URI.create("https://" + host + path), id, body));
            case "SDK v2, URI of parts" -> sdk(new URI("https", host, path, null), id, body);
            case "HttpClient" -> httpClient(new URI("https://" + host + connection), body);
            case "HttpsURLConnection" -> urlConnection(new URL("https://" + host + connection), body);
            default -> throw new IllegalArgumentException(way);
        }
    }

    /** On a thread that goes on when the handler's has nothing to do any more. */
    private static void afterTheAnswer(Runnable post) {
        var handler = Thread.currentThread();
        new Thread(() -> {
                    while (handler.getState() != Thread.State.WAITING) {
                        Thread.onSpinWait();
                    }
                    post.run();
                })
                .start();
    }

    private static void sdk(URI endpoint, String id, String body) {
        try (var client = ApiGatewayManagementApiClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(endpoint)
                .build()) {
            client.postToConnection(post -> post.connectionId(id).data(SdkBytes.fromUtf8String(body)));
        }
    }

    private static void httpClient(URI uri, String body) throws Exception {
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", AUTHORIZATION)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        check(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode());
    }

    private static void urlConnection(URL url, String body) throws Exception {
        var connection = (HttpsURLConnection) url.openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", AUTHORIZATION);
        try (var out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        check(connection.getResponseCode());
    }

    private static void check(int status) {
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException("status " + status);
        }
    }
}

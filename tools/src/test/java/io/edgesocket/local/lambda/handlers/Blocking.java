package io.edgesocket.local.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells on which thread it runs, without asking for it. {@code block ID} has it wait until another call, {@code release ID},
 * has come. {@code post} has it send to its connection before it answers.
 */
public final class Blocking implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final String AUTHORIZATION =
            "AWS4-HMAC-SHA256 Credential=x/20260101/eu-west-1/execute-api/aws4_request, SignedHeaders=host, Signature=x";

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        var body = (String) event.get("body");
        try {
            if (body.startsWith("block ")) {
                await(latch(body.substring("block ".length())));
            } else if (body.startsWith("release ")) {
                latch(body.substring("release ".length())).countDown();
            } else if (body.equals("post")) {
                post((Map<?, ?>) event.get("requestContext"));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Map.of("statusCode", 200, "body", body + (isLent() ? " on a lent thread" : ""));
    }

    private static boolean isLent() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().endsWith(".LentThread")));
    }

    /** The properties are the one thing that all environments here share. */
    private static CountDownLatch latch(String id) {
        return (CountDownLatch) System.getProperties().computeIfAbsent("blocking-" + id, any -> new CountDownLatch(1));
    }

    private static void await(CountDownLatch released) throws InterruptedException {
        if (!released.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("never released");
        }
    }

    private static void post(Map<?, ?> about) throws IOException {
        var id = URLEncoder.encode((String) about.get("connectionId"), StandardCharsets.UTF_8);
        var url = new URL("https://" + about.get("domainName") + "/" + about.get("stage") + "/@connections/" + id);
        var connection = (HttpURLConnection) url.openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", AUTHORIZATION);
        try (var out = connection.getOutputStream()) {
            out.write("posted".getBytes(StandardCharsets.UTF_8));
        }
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("status " + connection.getResponseCode());
        }
    }
}

package io.edgesocket.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells events as a local run makes them. */
final class Traffic {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final History history;
    private int subjects;

    Traffic(History history) {
        this.history = history;
    }

    void connected(String id, String target) {
        connected(id, target, "Authorization: Basic x");
    }

    /** @param header what the client sent besides what each has */
    void connected(String id, String target, String header) {
        var subject = "handshake-" + subjects++;
        viewerRequest(subject, target, Map.of("headers", "Host: localhost:8080\nUpgrade: websocket\n" + header));
        add(subject, Optional.of(id), Step.STAGE, "live of chat", Map.of("headers", "Host: x.amazonaws.com"));
        add(subject, Optional.of(id), Step.ROUTE, "$connect", Map.of());
        add(
                subject,
                Optional.of(id),
                Step.ANSWER,
                "connected as " + id,
                Map.of("status", "101", "subprotocol", "", "idleSeconds", "600", "maxSeconds", "7200"));
        add(subject, Optional.empty(), Step.ANSWER, "101 to " + target, Map.of("status", "101"));
    }

    /** @param reply empty for none */
    void message(String id, String body, String route, String reply) {
        var subject = "message-" + subjects++;
        var connection = Optional.of(id);
        add(
                subject,
                connection,
                Step.MESSAGE,
                body.length() + " bytes on " + id,
                Map.of(
                        "bytes",
                        String.valueOf(body.length()),
                        "body",
                        body,
                        "expression",
                        "$request.body.action",
                        "selected",
                        route));
        add(subject, connection, Step.ROUTE, route, Map.of());
        add(
                subject,
                connection,
                Step.INTEGRATION,
                "MOCK answered 200 after 1 ms",
                Map.of("backend", "MOCK", "status", "200", "millis", "1", "event", event(body), "answer", reply));
        if (reply.isEmpty()) {
            add(subject, connection, Step.ANSWER, "no reply", Map.of());
        } else {
            add(
                    subject,
                    connection,
                    Step.ANSWER,
                    "replied with " + reply.length() + " bytes",
                    Map.of("bytes", String.valueOf(reply.length()), "body", reply));
        }
    }

    /** What a function gets of a message: JSON in JSON. */
    private static String event(String body) {
        return JSON.createObjectNode().put("body", body).toString();
    }

    /** By the function that was called for the newest message. */
    void printed(String id, String line) {
        add("message-" + (subjects - 1), Optional.of(id), Step.LOG, line, Map.of("function", "echo"));
    }

    void closed(String id, int code, String by) {
        add(
                id,
                Optional.of(id),
                Step.CLOSE,
                "disconnected, " + code,
                Map.of("code", String.valueOf(code), "reason", "", "by", by));
    }

    void refusedHandshake(String target) {
        var subject = "refused-" + subjects++;
        viewerRequest(subject, target, Map.of("nearest", "/chat*", "headers", "Upgrade: websocket"));
        history.add(new Event(
                Instant.now(),
                subject,
                Optional.empty(),
                Step.STAGE,
                "403: there is no such stage — ask for another path",
                Map.of("status", "403"),
                Optional.of(new Refusal(
                        403, "there is no such stage", "ask for another path", "https://docs.aws.amazon.com/x"))));
    }

    void reloaded(String text) {
        add("dev", Optional.empty(), Step.RELOAD, text, Map.of());
    }

    private void viewerRequest(String subject, String target, Map<String, String> more) {
        var details = new HashMap<>(Map.of("method", "GET", "target", target, "behavior", "*"));
        details.putAll(more);
        var text = "GET " + target + " from 127.0.0.1 to cdn, behavior *";
        add(subject, Optional.empty(), Step.VIEWER_REQUEST, text, details);
    }

    private void add(String subject, Optional<String> connection, Step step, String text, Map<String, String> details) {
        history.add(new Event(Instant.now(), subject, connection, step, text, details, Optional.empty()));
    }
}

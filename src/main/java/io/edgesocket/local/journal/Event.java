package io.edgesocket.local.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One step of one handshake or message.
 *
 * @param subject the connection's id, or the request's before there is a connection
 * @param text    one line for a person
 * @param details the same for a program, by name
 */
public record Event(
        Instant at, String subject, Step step, String text, Map<String, String> details, Optional<Refusal> refusal) {}

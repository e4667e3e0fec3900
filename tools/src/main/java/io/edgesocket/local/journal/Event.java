package io.edgesocket.local.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One step of one handshake or message.
 *
 * @param subject    whose step it is: all steps of one handshake, message or call of {@code @connections} have the same
 *                   id; the end of a connection has the connection's, a function's own events have its name, and a
 *                   reload the stack's
 * @param connection the connection's id, once there is one
 * @param text       one line for a person
 * @param details    the same for a program, by name; headers as {@link HeaderLines}
 */
public record Event(
        Instant at,
        String subject,
        Optional<String> connection,
        Step step,
        String text,
        Map<String, String> details,
        Optional<Refusal> refusal) {

    /** The same without the values of headers that let somebody in. */
    public Event withoutSecrets() {
        return HeaderLines.areIn(details)
                ? new Event(at, subject, connection, step, text, HeaderLines.withoutSecrets(details), refusal)
                : this;
    }
}

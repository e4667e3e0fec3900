package io.edgesocket.probe;

import io.edgesocket.probe.wire.Handshake;
import io.edgesocket.probe.wire.HttpAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The handshake of which most checks look at one side. */
sealed interface FirstHandshake {

    /**
     * It was answered, in whatever way.
     *
     * @param tlsVersion empty without TLS
     * @param remote     the address that answered
     */
    record Answered(Handshake handshake, HttpAnswer answer, Duration took, Optional<String> tlsVersion, String remote)
            implements FirstHandshake {
        boolean isConnected() {
            return answer.status() == 101;
        }
    }

    /** There was no connection, or no answer. */
    record Unanswered(IOException failure) implements FirstHandshake {}
}

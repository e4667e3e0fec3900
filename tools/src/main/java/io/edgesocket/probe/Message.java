package io.edgesocket.probe;

import java.util.Optional;

/**
 * What is sent, and what comes back.
 *
 * @param expect a text that the answer contains; empty for any answer
 */
public record Message(String send, Optional<String> expect) {
    boolean isAnsweredBy(String answer) {
        return expect.map(answer::contains).orElse(true);
    }
}

package io.edgesocket.local.lambda.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** How a call of a function ended. */
public sealed interface Invocation {

    /** @throws FunctionFailedException if there is no answer; the message says why */
    Answered answered();

    /** What the handler returned, as JSON. */
    record Answered(byte[] payload) implements Invocation {
        private static final ObjectReader JSON = new ObjectMapper().reader();

        @Override
        public Answered answered() {
            return this;
        }

        /** @throws UncheckedIOException if the handler returned what is no JSON */
        public JsonNode json() {
            try {
                return JSON.readTree(payload);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * The handler threw, could not be loaded, or ended its process.
     *
     * @param errorType    as Lambda names it: {@code Error}, {@code java.lang.IllegalStateException},
     *                     {@code Runtime.ExitError}, …
     * @param errorMessage the error's own message
     */
    record Failed(String errorType, String errorMessage) implements Invocation {
        @Override
        public Answered answered() {
            throw new FunctionFailedException(errorType + ": " + errorMessage);
        }
    }

    /** It took longer than the function may. */
    record TimedOut(Duration timeout) implements Invocation {
        @Override
        public Answered answered() {
            throw new FunctionFailedException("it took longer than its timeout of " + timeout.toSeconds() + " s");
        }
    }

    /** As many calls as the function may have were under way. */
    record Throttled(int limit) implements Invocation {
        @Override
        public Answered answered() {
            throw new FunctionFailedException("it had as many calls under way as it may: " + limit);
        }
    }
}

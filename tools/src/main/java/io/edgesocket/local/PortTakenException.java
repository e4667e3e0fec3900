package io.edgesocket.local;

import java.io.IOException;

/** Another process listens on a port that was asked for. The message names it, where that is known. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortTakenException(int port, IOException cause) {
        super(
                "can't listen on port " + port + ": "
                        + PortHolder.of(port)
                                .map(holder -> "it is taken by " + holder)
                                .orElse(cause.getMessage()),
                cause);
    }
}

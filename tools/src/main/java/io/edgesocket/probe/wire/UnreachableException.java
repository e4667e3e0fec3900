package io.edgesocket.probe.wire;

import java.io.IOException;

/** Nobody could be connected to. */
public final class UnreachableException extends IOException {
    private static final long serialVersionUID = 1;

    UnreachableException(IOException cause) {
        super(cause);
    }

    @Override
    public synchronized IOException getCause() {
        return (IOException) super.getCause();
    }
}

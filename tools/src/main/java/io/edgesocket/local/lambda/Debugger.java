package io.edgesocket.local.lambda;

/**
 * Where a debugger finds a function.
 *
 * @param protocol that it speaks: {@code JDWP}, {@code Node.js inspector}, {@code debugpy}
 * @param port     on 127.0.0.1
 */
public record Debugger(String protocol, int port) {

    @Override
    public String toString() {
        return protocol + " on 127.0.0.1:" + port;
    }
}

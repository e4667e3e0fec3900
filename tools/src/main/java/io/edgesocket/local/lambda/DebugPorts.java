package io.edgesocket.local.lambda;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Gives functions the ports on which debuggers find them, each of them free now. A function whose code or settings change
 * keeps its port.
 */
final class DebugPorts {
    /** Where debuggers look if they aren't told. */
    private static final int NODE_FIRST = 9229;

    private static final int PYTHON_FIRST = 5678;
    private static final long LOOK_MILLISECONDS = 20;

    private final Map<String, Integer> ports = new HashMap<>();
    private int node = NODE_FIRST;
    private int python = PYTHON_FIRST;

    /** @param function its URN */
    int ofNode(String function) {
        return ports.computeIfAbsent(function, any -> {
            node = firstFree(node);
            return node++;
        });
    }

    /** @param function its URN */
    int ofPython(String function) {
        return ports.computeIfAbsent(function, any -> {
            python = firstFree(python);
            return python++;
        });
    }

    private static int firstFree(int port) {
        return isFree(port) ? port : firstFree(port + 1);
    }

    /**
     * Returns when nobody listens on the port. One who does is a process of former code: its end, or the end of its last
     * call, is waited for.
     */
    static void awaitFree(int port) {
        while (!isFree(port)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLISECONDS));
        }
    }

    private static boolean isFree(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}

package io.edgesocket.local.lambda.pool;

/** Starts a thread that keeps no virtual machine from ending. */
public final class DaemonThread {
    private DaemonThread() {}

    public static void start(String name, Runnable run) {
        var thread = new Thread(run, name);
        thread.setDaemon(true);
        thread.start();
    }
}

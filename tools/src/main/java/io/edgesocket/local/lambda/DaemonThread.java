package io.edgesocket.local.lambda;

/** Starts a thread that keeps no virtual machine from ending. */
final class DaemonThread {
    private DaemonThread() {}

    static void start(String name, Runnable run) {
        var thread = new Thread(run, name);
        thread.setDaemon(true);
        thread.start();
    }
}

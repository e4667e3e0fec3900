package io.edgesocket.components;

import java.util.logging.LogManager;

/** Sets up the JVM for what the Pulumi SDK does in it. A program's {@code main} calls it before {@code Pulumi.run}. */
public final class PulumiRuntime {
    private static final String POOL_SIZE = "java.util.concurrent.ForkJoinPool.common.parallelism";

    private PulumiRuntime() {}

    /**
     * Gives the SDK the threads that it waits for, and keeps its log from being printed twice. It must run before
     * anything else uses the common pool of threads, whose size is read once.
     */
    public static void prepare() {
        // On JDK 25 with two cores the pool has one worker, and the SDK's runner occupies it while it waits for tasks
        // of the same pool. In Maven's JVM the pool may be in use already: .mvn/jvm.config says the same there.
        System.setProperty(POOL_SIZE, "4");
        // The SDK logs to java.util.logging what it also sends to Pulumi, which prints it.
        LogManager.getLogManager().reset();
    }
}

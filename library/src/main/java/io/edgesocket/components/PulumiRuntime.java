package io.edgesocket.components;

import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Sets up the JVM for what the Pulumi SDK does in it. A program's {@code main} calls it before {@code Pulumi.run}. */
public final class PulumiRuntime {
    private static final String POOL_SIZE = "java.util.concurrent.ForkJoinPool.common.parallelism";
    /** The log manager keeps no logger that nobody else does. */
    private static final Logger OF_THE_RUNNER = sdkLogger("com.pulumi.deployment.internal.DeploymentImpl");

    private PulumiRuntime() {}

    /**
     * Gives the SDK the threads that it waits for, has it rest while it waits for Pulumi, and keeps its log from being
     * printed twice. It must run before anything else uses the common pool of threads, whose size is read once, and before
     * anything of the SDK.
     */
    public static void prepare() {
        // On JDK 25 with two cores the pool has one worker, and the SDK's runner occupies it while it waits for tasks
        // of the same pool. In Maven's JVM the pool may be in use already: .mvn/jvm.config says the same there.
        System.setProperty(POOL_SIZE, "4");
        // The SDK logs to java.util.logging what it also sends to Pulumi, which prints it.
        LogManager.getLogManager().reset();
        LogManager.getLogManager().addLogger(OF_THE_RUNNER);
    }

    /**
     * A logger for a runner of the SDK, which rests for a millisecond or more whenever it has looked at its tasks: the more
     * there are, the longer. Without it, a runner uses a whole core while it waits.
     */
    public static Logger sdkLogger(String name) {
        return new RestingLogger(name);
    }
}

package io.edgesocket.components;

import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives the Pulumi SDK's runner a rest between two looks at what it waits for. The runner looks again and again without a
 * pause, and formats a line about all its tasks each time: it keeps a whole core busy for as long as a deployment takes. That
 * line goes to a logger, which is the one place where a program can have it wait.
 */
final class RestingLogger extends Logger {
    /** Of {@code DeploymentImpl.DefaultRunner.checkForTasks}, SDK 1.36. Where it reads otherwise, nothing rests. */
    private static final String LOOK = "Remaining tasks";

    /** A program ends this much later at most, and by what follows for its size. */
    private static final long REST_NANOS = 1_000_000;
    /** A line has some 200 characters for each task, and takes as long to make as it is long: this is many times of that. */
    private static final long REST_NANOS_A_CHARACTER = 500;

    RestingLogger(String name) {
        super(name, null);
    }

    @Override
    public void log(Level level, String message) {
        if (message.startsWith(LOOK)) {
            LockSupport.parkNanos(REST_NANOS + REST_NANOS_A_CHARACTER * message.length());
        }
        super.log(level, message);
    }
}

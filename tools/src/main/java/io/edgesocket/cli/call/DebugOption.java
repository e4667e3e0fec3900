package io.edgesocket.cli.call;

import picocli.CommandLine.Option;

/** {@code --debug}, read by {@link Failures}. */
public final class DebugOption {
    @Option(names = Failures.DEBUG, description = "Print a stack trace when something fails.")
    private boolean debug;
}

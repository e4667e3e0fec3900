package io.edgesocket.probe;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Something that is wrong, by itself.
 *
 * @param probe gives what a probe finds then
 * @param fails the checks that don't pass: first the one that is for this fault
 * @param says  what that one says
 */
record Fault(String name, Callable<Findings> probe, List<String> fails, List<String> says) {

    /** A server's, at which all is tried that takes no more than a moment. */
    static Fault served(String name, Supplier<TestServer> server, List<String> fails, String... says) {
        return new Fault(
                name,
                () -> {
                    try (var running = server.get()) {
                        return Probed.of(Probed.all(running));
                    }
                },
                fails,
                List.of(says));
    }

    @Override
    public String toString() {
        return name;
    }
}

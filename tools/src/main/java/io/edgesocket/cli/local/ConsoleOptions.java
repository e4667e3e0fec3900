package io.edgesocket.cli.local;

import io.edgesocket.cli.call.UsageException;
import io.edgesocket.console.ConsoleServer;
import io.edgesocket.console.History;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.faults.Faults;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.TwoJournals;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether {@code local} shows what happens in a page, too. */
final class ConsoleOptions {
    static final String PORT = "8082";

    @Option(
            names = "--console",
            description = "Show what happens in a page, whose address is printed: why, connections, frames.")
    private boolean console;

    @Option(
            names = "--console-port",
            paramLabel = "PORT",
            converter = PortOption.class,
            defaultValue = PORT,
            description =
                    "Where the page is served, on this machine alone; 0 for any free port. Default: ${DEFAULT-VALUE}.")
    private int port;

    private final History history = new History();

    boolean isOn() {
        return console;
    }

    /** The trace, and what the page shows. */
    Journal with(Journal trace) {
        return console ? new TwoJournals(trace, history) : trace;
    }

    Served serve() {
        return new Served(console ? Optional.of(open()) : Optional.empty(), history);
    }

    private ConsoleServer open() {
        try {
            return ConsoleServer.open(port, history);
        } catch (IOException e) {
            throw new UsageException("can't listen on port " + port + " for the console: " + e.getMessage()
                    + "; choose another with --console-port");
        }
    }

    /** What is served, if anything. */
    record Served(Optional<ConsoleServer> server, History history) implements AutoCloseable {
        Optional<String> address() {
            return server.map(ConsoleServer::address);
        }

        /** Pages can have the run do something from now on. */
        void control(LocalRun run, Faults faults, ShownStack shown) {
            server.ifPresent(each -> each.control(new LocalControl(run, faults, shown)));
        }

        @Override
        public void close() {
            server.ifPresent(ConsoleServer::close);
        }
    }
}

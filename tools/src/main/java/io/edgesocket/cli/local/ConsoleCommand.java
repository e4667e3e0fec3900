package io.edgesocket.cli.local;

import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.UsageException;
import io.edgesocket.cli.call.UserFolder;
import io.edgesocket.console.ConsoleServer;
import io.edgesocket.console.NotRecordedException;
import io.edgesocket.console.RecordedEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        description =
                "Shows a recorded trace, of `local --trace json`, in the page of `local --console`. Ctrl-C ends it.")
public final class ConsoleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "What `local --trace json` printed, such as trace.jsonl.")
    private String file;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            converter = PortOption.class,
            defaultValue = ConsoleOptions.PORT,
            description =
                    "Where the page is served, on this machine alone; 0 for any free port. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Override
    public Integer call() throws InterruptedException {
        var events = events();
        try (var server = ConsoleServer.open(port, events)) {
            var out = command.commandLine().getOut();
            out.println("console  " + server.address());
            out.println("Open it in a browser; Ctrl-C ends it");
            out.flush();
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new UsageException(
                    "can't listen on port " + port + ": " + e.getMessage() + "; choose another with --port");
        }
        return ExitCode.DONE;
    }

    private RecordedEvents events() {
        var path = UserFolder.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new UsageException(
                    file + ": there is no such file; record one with ./edgesocket local --trace json > trace.jsonl");
        }
        try {
            return RecordedEvents.read(path);
        } catch (NotRecordedException e) {
            throw new UsageException(file + ": " + e.getMessage()
                    + "; give what ./edgesocket local --trace json prints to standard output");
        } catch (IOException e) {
            throw new UsageException(file + ": it can't be read: " + e.getMessage());
        }
    }
}

package io.edgesocket.cli.local;

import io.edgesocket.cli.call.DebugOption;
import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.StackOption;
import io.edgesocket.cli.call.Terminal;
import io.edgesocket.cli.call.UsageException;
import io.edgesocket.cli.call.UserFolder;
import io.edgesocket.engine.Registrations;
import io.edgesocket.local.LocalOptions;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.PortTakenException;
import io.edgesocket.local.apigateway.GatewayOptions;
import io.edgesocket.local.cloudfront.EdgeOptions;
import io.edgesocket.local.faults.Faults;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.JsonJournal;
import io.edgesocket.local.journal.TextJournal;
import io.edgesocket.local.lambda.Debugger;
import io.edgesocket.local.lambda.FunctionOptions;
import io.edgesocket.local.lambda.sdk.AwsSdks;
import io.edgesocket.local.stack.RefusedStackException;
import io.edgesocket.local.tls.DevelopmentCertificate;
import io.edgesocket.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "local",
        mixinStandardHelpOptions = true,
        description = "Plays a stack on localhost: CloudFront, API Gateway and the functions. Ctrl-C ends it.")
public final class LocalCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private StackOption stack;

    @Mixin
    private DebugOption debug;

    @Mixin
    private SubstituteOptions substitutes;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            converter = PortOption.class,
            defaultValue = "8080",
            description = "Where CloudFront listens; 0 for any free port. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--api-port",
            paramLabel = "PORT",
            converter = PortOption.class,
            defaultValue = "8081",
            description = "Where API Gateway and @connections listen; 0 for any free port. Default: ${DEFAULT-VALUE}.")
    private int apiPort;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Who can reach it. Default: ${DEFAULT-VALUE}, which is this machine alone.")
    private String bind;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description =
                    "A name under which it may be called, and whose pages may call it, such as app.example.com. May "
                            + "be given several times. Always allowed: localhost and the stack's own names.")
    private List<String> allowedHosts = List.of();

    @Option(
            names = "--tls",
            description =
                    "CloudFront listens with TLS (wss://), with a certificate of mkcert if that is on the PATH, or "
                            + "else with one of its own, which is kept.")
    private boolean tls;

    @Option(
            names = "--trace",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How to print the steps of handshakes and messages: ${COMPLETION-CANDIDATES}. Default: text.")
    private Trace trace;

    @Mixin
    private ConsoleOptions console;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing about handshakes, messages and functions.")
    private boolean quiet;

    @Option(
            names = "--in-order",
            description = "Work on one message of a connection at a time. Default: side by side, as AWS does.")
    private boolean inOrder;

    @Option(
            names = "--idle-timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description =
                    "Close a connection that is idle for so long. Default: ${DEFAULT-VALUE}, which is AWS's and the most.")
    private double idleTimeout;

    @Option(
            names = "--max-duration",
            paramLabel = "SECONDS",
            defaultValue = "7200",
            description = "Close any connection after so long. Default: ${DEFAULT-VALUE}, which is AWS's and the most.")
    private double maxDuration;

    @Mixin
    private FaultOptions faults;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "More environment variables for all functions, here alone: NAME=value, a line each.")
    private Optional<String> envFile;

    @Option(
            names = "--debug-functions",
            description =
                    "Functions wait for debuggers, on ports that are printed; each works on one call at a time, for "
                            + "as long as it takes.")
    private boolean debugFunctions;

    @Option(
            names = "--offline",
            description =
                    "Fetch no AWS SDK for handlers that import one and have none. Default: once, by your npm or pip.")
    private boolean offline;

    enum Trace {
        text,
        json
    }

    @Override
    public Integer call() throws InterruptedException {
        var place = place();
        var edge = substitutes.edge();
        var faulty = faults.faults();
        var saved = new SavedStack(stack, people());
        var config = stack.config();
        var registrations = stack.registrations(config);
        var shown = new ShownStack(config, registrations, StackOption.FOLDER, reloads());
        try (var page = console.serve();
                var run = started(registrations, place, edge, faulty)) {
            FaultOptions.requireTargets(faulty, run);
            page.control(run, faulty, shown);
            greet(registrations.stack(), run, page);
            run.warmUp();
            if (console.isOn()) {
                shown.plan();
            }
            takeWhatIsSaved(saved, run, shown);
            untilEnded(run);
        }
        return ExitCode.DONE;
    }

    private void takeWhatIsSaved(SavedStack saved, LocalRun run, ShownStack shown) {
        var compile = StackOption.classes()
                .map(classes -> new SavedSources(classes, people(), run::changeCode))
                .<Runnable>map(sources -> sources::look)
                .orElse(() -> {});
        new SavedFiles(List.of(compile, () -> saved.look(run, shown)), people()).watch();
    }

    private LocalRun started(Registrations registrations, LocalRun.Place place, EdgeOptions edge, Faults faulty) {
        try {
            var variables =
                    envFile.map(file -> EnvFile.read(UserFolder.resolve(file))).orElse(Map.of());
            var options =
                    new LocalOptions(gatewayOptions(faulty), new FunctionOptions(sdks(), debugger()), variables, edge);
            return LocalRun.start(registrations, StackOption.FOLDER, place, options, journal(), this::log);
        } catch (PortTakenException e) {
            throw new UsageException(e.getMessage() + "; choose another with --port or --api-port");
        } catch (RefusedStackException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** Programs read JSON from standard output, so what is for people goes to standard error then. */
    private void greet(String stack, LocalRun run, ConsoleOptions.Served page) {
        page.history().started(StartedObject.of(stack, run));
        if (trace == Trace.json) {
            var out = command.commandLine().getOut();
            out.println(Printable.json(StartedObject.of(stack, run)));
            out.flush();
        }
        people().print(LocalGreeting.of(stack, bind, run, page.address()));
        people().flush();
    }

    private PrintWriter people() {
        var line = command.commandLine();
        return trace == Trace.json ? line.getErr() : line.getOut();
    }

    private LocalRun.Place place() {
        if (port == apiPort && port != 0) {
            throw new UsageException(
                    "--port and --api-port are both " + port + ": give CloudFront and API Gateway a port each");
        }
        var address = address();
        return new LocalRun.Place(
                address,
                port,
                apiPort,
                Set.copyOf(allowedHosts),
                tls ? Optional.of(certificate(address)) : Optional.empty());
    }

    /** For what it may be called by on this machine, and what it was told. */
    private DevelopmentCertificate certificate(InetAddress address) {
        var names = new TreeSet<>(List.of("localhost", "127.0.0.1", "::1", address.getHostAddress()));
        names.remove("0:0:0:0:0:0:0:1"); // another way to write ::1
        allowedHosts.stream().filter(name -> name.contains(".")).forEach(names::add); // "null" is no name
        try {
            return DevelopmentCertificate.get(System.getenv(), names);
        } catch (IOException e) {
            throw new UsageException("--tls: there is no certificate, and none can be made: " + e.getMessage());
        }
    }

    /** The launcher has Java listen before any of this runs, and says where. */
    private Optional<Debugger> debugger() {
        if (!debugFunctions) {
            return Optional.empty();
        }
        return Optional.of(new Debugger(
                "JDWP",
                Optional.ofNullable(Integer.getInteger("edgesocket.jdwp"))
                        .orElseThrow(
                                () -> new UsageException("--debug-functions: Java doesn't listen for a debugger, as it "
                                        + "wasn't started by ./edgesocket: use that"))));
    }

    private AwsSdks sdks() {
        var sdks = AwsSdks.of(System.getenv(), line -> {
            people().println(Printable.of(line));
            people().flush();
        });
        return offline ? sdks.offline() : sdks;
    }

    private GatewayOptions gatewayOptions(Faults faulty) {
        return new GatewayOptions(
                inOrder,
                atMost("--idle-timeout", idleTimeout, GatewayOptions.AWS.idleTimeout()),
                atMost("--max-duration", maxDuration, GatewayOptions.AWS.maxDuration()),
                substitutes.vpcLinks(),
                substitutes.services(),
                faulty);
    }

    private static Duration atMost(String option, double seconds, Duration most) {
        var duration = Duration.ofMillis(Math.round(seconds * 1000));
        if (!(seconds > 0) || duration.compareTo(most) > 0) {
            throw new UsageException(
                    option + " " + seconds + ": give more than 0 and at most " + most.toSeconds() + " seconds");
        }
        return duration;
    }

    private InetAddress address() {
        try {
            var address = InetAddress.getByName(bind);
            new ServerSocket(0, 1, address).close(); // any port is allowed, so only the address can be wrong
            return address;
        } catch (IOException e) {
            throw new UsageException(
                    "--bind " + bind + ": this machine has no such address; give one of its own, such as 127.0.0.1");
        }
    }

    private Journal journal() {
        return console.with(trace());
    }

    /** People read of a reload what is printed of it in any case. */
    private Journal reloads() {
        return console.with(trace == Trace.json ? trace() : Journal.NONE);
    }

    private Journal trace() {
        if (quiet) {
            return Journal.NONE;
        }
        var out = command.commandLine().getOut();
        return switch (trace) {
            case text -> new TextJournal(out, Terminal.coloured());
            case json -> new JsonJournal(out);
        };
    }

    private void log(String function, String line) {
        if (!quiet) {
            var name = Printable.of(function) + " | ";
            command.commandLine().getErr().println(name + Printable.lines(line).replace("\n", "\n" + name));
        }
    }

    /** Ctrl-C ends the virtual machine. Before that, the local run is closed in order. */
    private static void untilEnded(LocalRun run) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(run::close, "ending the local run"));
        new CountDownLatch(1).await();
    }
}

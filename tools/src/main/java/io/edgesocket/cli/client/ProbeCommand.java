package io.edgesocket.cli.client;

import io.edgesocket.cli.call.DebugOption;
import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.Output;
import io.edgesocket.cli.call.UsageException;
import io.edgesocket.probe.Findings;
import io.edgesocket.probe.Probe;
import io.edgesocket.probe.Target;
import io.edgesocket.probe.report.FidelityText;
import io.edgesocket.probe.report.FindingsGithub;
import io.edgesocket.probe.report.FindingsJson;
import io.edgesocket.probe.report.FindingsJunit;
import io.edgesocket.probe.report.FindingsPrometheus;
import io.edgesocket.probe.report.FindingsText;
import io.edgesocket.probe.wire.Client;
import io.edgesocket.probe.wire.Tls;
import io.edgesocket.probe.wire.WireLog;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        description =
                "Checks a live address as its clients see it: names, TLS, the handshake, the edge, the guard, messages. "
                        + "Needs no account.",
        footer = {
            "",
            "./edgesocket probe wss://chat.example.com --send '{\"action\":\"ping\"}' --expect pong",
            "./edgesocket probe --stack dev",
            "",
            "Exits with 0 if no check fails, 1 if one does, 2 if it can't be run. No token is ever printed."
        })
public final class ProbeCommand implements Callable<Integer> {
    /** A socket takes whole milliseconds, and 0 of them for ever. */
    private static final double TIMEOUT_MIN = 0.001;

    private static final double TIMEOUT_MAX = 3600;

    @Spec
    private CommandSpec command;

    @Mixin
    private TargetOptions targets;

    @Mixin
    private OfferOptions offer;

    @Option(
            names = "--fidelity",
            description =
                    "In text, also list what this address does differently from a local run; tries the limits too.")
    private boolean fidelity;

    @Option(names = "--strict", description = "Count a warning as a failure.")
    private boolean strict;

    @Option(names = "--wire", description = "In text, show what was sent and what came. JSON always has it.")
    private boolean wire;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description =
                    "How long each connection and each answer may take, 0.001 to 3600. Default: ${DEFAULT-VALUE}.")
    private double timeout;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "${COMPLETION-CANDIDATES}. Default: text. JUnit's XML is for CI, prometheus for node_exporter's "
                            + "textfile collector, github for annotations.")
    private Format format;

    @Mixin
    private Output output;

    @Mixin
    private DebugOption debug;

    enum Format {
        text,
        json,
        junit,
        prometheus,
        github
    }

    ProbeCommand() {
        this(System::getenv);
    }

    /** @param variables the environment's; null for one that isn't set */
    ProbeCommand(UnaryOperator<String> variables) {
        offer = new OfferOptions(variables);
    }

    @Override
    public Integer call() {
        var patience = patience();
        var target = targets.target(offer);
        target = fidelity ? target.withLimits() : target;
        Network.require(target.address());
        if (target.idle().isPresent()) {
            command.commandLine().getErr().println("Waiting for a silent connection to be closed: up to 10.5 minutes.");
        }
        var findings = Probe.run(target, client(target, patience));
        output.print(render(findings));
        return findings.succeeded(strict) ? ExitCode.DONE : ExitCode.FOUND;
    }

    private String render(Findings findings) {
        return switch (format) {
            case text ->
                FindingsText.render(
                                findings,
                                output.screen().columns(),
                                output.screen().colour(),
                                wire)
                        + (fidelity ? FidelityText.render(findings) : "");
            case json -> FindingsJson.render(findings, strict);
            case junit -> FindingsJunit.render(findings, strict);
            case prometheus -> FindingsPrometheus.render(findings, strict);
            case github -> FindingsGithub.render(findings);
        };
    }

    private static Client client(Target target, Duration patience) {
        return new Client(
                Tls.of(TrustedAuthorities.of(target.address())), patience, new WireLog(OfferOptions.secrets(target)));
    }

    private Duration patience() {
        if (!(timeout >= TIMEOUT_MIN && timeout <= TIMEOUT_MAX)) {
            throw new UsageException("--timeout " + timeout + ": give a number of seconds from 0.001 to 3600");
        }
        return Duration.ofMillis(Math.round(timeout * 1000));
    }
}

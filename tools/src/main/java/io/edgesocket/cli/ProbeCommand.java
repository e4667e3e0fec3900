package io.edgesocket.cli;

import io.edgesocket.probe.Expected;
import io.edgesocket.probe.Expected.Origin;
import io.edgesocket.probe.Findings;
import io.edgesocket.probe.Message;
import io.edgesocket.probe.Offer;
import io.edgesocket.probe.Probe;
import io.edgesocket.probe.Target;
import io.edgesocket.probe.Token;
import io.edgesocket.probe.report.FidelityText;
import io.edgesocket.probe.report.FindingsGithub;
import io.edgesocket.probe.report.FindingsJson;
import io.edgesocket.probe.report.FindingsJunit;
import io.edgesocket.probe.report.FindingsPrometheus;
import io.edgesocket.probe.report.FindingsText;
import io.edgesocket.probe.stack.DeployedStack;
import io.edgesocket.probe.stack.IncompleteOutputsException;
import io.edgesocket.probe.wire.Client;
import io.edgesocket.probe.wire.Header;
import io.edgesocket.probe.wire.Hosts;
import io.edgesocket.probe.wire.Secrets;
import io.edgesocket.probe.wire.Tls;
import io.edgesocket.probe.wire.WireLog;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
final class ProbeCommand implements Callable<Integer> {
    /** API Gateway's. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    private static final int TOKEN_MIN = 8;
    /** What the C library says, and Java passes on, where a name may or may not exist. */
    private static final String NO_NAME_SERVER = "Temporary failure in name resolution";

    private final UnaryOperator<String> variables;

    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "URL",
            arity = "0..1",
            description = "wss://…, or the ws://… that `local` prints. Default: that of --stack.")
    private Optional<String> url;

    @Option(
            names = {"-s", "--stack"},
            paramLabel = "NAME",
            description = "Take address, origin, paths and expectations from this stack's plan and outputs.")
    private Optional<String> stack;

    @Option(
            names = "--outputs",
            paramLabel = "FILE",
            description = "With --stack: what `pulumi stack output --json` printed. Default: Pulumi is asked.")
    private Optional<String> outputs;

    @Option(
            names = "--origin",
            paramLabel = "URL",
            description = "The API's own address, which must refuse who doesn't come through CloudFront: "
                    + "wss://API.execute-api.REGION.amazonaws.com/STAGE.")
    private Optional<String> origin;

    @Option(names = "--no-cloudfront", description = "No CloudFront is in front, and so none is looked for.")
    private boolean withoutCloudFront;

    @Option(
            names = "--send",
            paramLabel = "TEXT",
            description =
                    "Send this message. May be given several times. With --stack the default is a message of a route "
                            + "with a mock integration.")
    private List<String> messages = List.of();

    @Option(
            names = "--expect",
            paramLabel = "TEXT",
            description =
                    "The answer must contain this: the first one to the first --send, and so on. Default: any answer.")
    private List<String> expected = List.of();

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description = "Another path with a WebSocket. May be given several times.")
    private List<String> paths = List.of();

    @Option(
            names = {"-H", "--header"},
            paramLabel = "'NAME: VALUE'",
            description = "A header of the handshakes. May be given several times.")
    private List<String> headers = List.of();

    @Option(
            names = "--subprotocol",
            paramLabel = "NAME",
            description = "A subprotocol to offer. May be given several times, in order of preference.")
    private List<String> subprotocols = List.of();

    @Option(
            names = "--token-env",
            paramLabel = "NAME",
            description =
                    "The environment variable that holds the token of who connects. Who has none must be refused then.")
    private Optional<String> tokenVariable;

    @Option(
            names = "--token-in",
            paramLabel = "PLACE:NAME",
            description = "Where the token is put: header:Authorization, query:token or subprotocol:jwt. "
                    + "Default: where the stack's authorizer looks, or header:Authorization.")
    private Optional<String> tokenPlace;

    @Option(names = "--limits", description = "Also try API Gateway's limits, with messages of up to 128 KB.")
    private boolean limits;

    @Option(names = "--idle", description = "Also wait until a silent connection is closed, for more than 10 minutes.")
    private boolean idle;

    @Option(
            names = "--fidelity",
            description = "In text, also list what this address does otherwise than a local run; tries the limits too.")
    private boolean fidelity;

    @Option(names = "--strict", description = "Count a warning as a failure.")
    private boolean strict;

    @Option(names = "--wire", description = "In text, show what was sent and what came. JSON always has it.")
    private boolean wire;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long each connection and each answer may take. Default: ${DEFAULT-VALUE}.")
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
    private EnvironmentOption environment;

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
        this.variables = variables;
    }

    @Override
    public Integer call() {
        var target = target();
        requireNetwork(target.address());
        if (idle) {
            command.commandLine().getErr().println("Waiting for a silent connection to be closed: up to 10.5 minutes.");
        }
        var findings = Probe.run(target, client(target));
        output.print(render(findings));
        return findings.succeeded(strict) ? ExitCode.DONE : ExitCode.FOUND;
    }

    private String render(Findings findings) {
        return switch (format) {
            case text ->
                FindingsText.render(findings, output.screen().colour(), wire)
                        + (fidelity ? FidelityText.render(findings) : "");
            case json -> FindingsJson.render(findings, strict);
            case junit -> FindingsJunit.render(findings, strict);
            case prometheus -> FindingsPrometheus.render(findings, strict);
            case github -> FindingsGithub.render(findings);
        };
    }

    private Target target() {
        var deployed = stack.map(this::deployed);
        var target = planned(deployed);
        target = target.expecting(expecting(target.expected()))
                .offering(new Offer(headers(), subprotocols, token(deployed)));
        var own = messages();
        target = own.isEmpty() ? target : target.sending(own);
        target = limits || fidelity ? target.withLimits() : target;
        return idle ? target.withIdle(IDLE) : target;
    }

    private Target planned(Optional<DeployedStack> deployed) {
        var address = url.map(WebSocketAddress::of);
        try {
            return deployed.map(each -> address.map(each::target).orElseGet(each::target))
                    .or(() -> address.map(Target::of))
                    .orElseThrow(() -> new UsageException("what is to be probed? Give an address, or --stack NAME"));
        } catch (IncompleteOutputsException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private DeployedStack deployed(String name) {
        var plan = StackOption.plan(environment.config(name), command);
        return new DeployedStack(plan, outputs(name));
    }

    /** An address that is given needs none. */
    private Map<String, String> outputs(String name) {
        return outputs.map(file -> StackOutputs.of(UserFolder.resolve(file)))
                .orElseGet(() -> url.isPresent() ? Map.of() : StackOutputs.ofStack(name));
    }

    private Expected expecting(Expected planned) {
        var own = origin.map(WebSocketAddress::of)
                .map(address -> new Origin(
                        address, true, planned.origin().map(Origin::keyHeader).orElse("x-api-key")));
        var all = new ArrayList<>(planned.paths());
        all.addAll(paths);
        return new Expected(
                planned.cloudFront() && !withoutCloudFront,
                planned.ipv6() && !withoutCloudFront,
                planned.plainHttp(),
                own.or(planned::origin),
                all);
    }

    private List<Message> messages() {
        if (expected.size() > messages.size()) {
            throw new UsageException("--expect is given " + expected.size() + " times and --send " + messages.size()
                    + " times: give a --send for each");
        }
        return IntStream.range(0, messages.size())
                .mapToObj(index -> new Message(
                        messages.get(index),
                        index < expected.size() ? Optional.of(expected.get(index)) : Optional.empty()))
                .toList();
    }

    private List<Header> headers() {
        return headers.stream().map(HeaderOption::of).toList();
    }

    private Optional<Token> token(Optional<DeployedStack> deployed) {
        if (tokenVariable.isEmpty() && tokenPlace.isPresent()) {
            throw new UsageException("--token-in needs --token-env, which names the variable that holds the token");
        }
        return tokenVariable
                .map(this::value)
                .map(value -> tokenPlace
                        .map(place -> TokenPlace.of(place, value))
                        .orElseGet(() -> deployed.map(each -> each.token(value))
                                .orElseGet(() -> new Token(Token.Place.header, "Authorization", value))));
    }

    private String value(String variable) {
        return Optional.ofNullable(variables.apply(variable))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new UsageException(
                        "--token-env " + variable + ": there is no such environment variable, or it is empty"));
    }

    private Client client(Target target) {
        if (!(timeout > 0)) {
            throw new UsageException("--timeout " + timeout + ": give a number of seconds above 0");
        }
        return new Client(
                Tls.of(TrustedAuthorities.of(target.address())),
                Duration.ofMillis(Math.round(timeout * 1000)),
                new WireLog(secrets(target)));
    }

    private static Secrets secrets(Target target) {
        return Secrets.of(Stream.of(
                        target.offer().token().stream().map(Token::value),
                        target.offer().headers().stream().flatMap(HeaderOption::secrets),
                        Optional.ofNullable(target.address().getRawQuery()).stream()
                                .flatMap(ProbeCommand::parts))
                .flatMap(each -> each)
                .toList());
    }

    /** Of a query: the whole, and each value that is long enough to be a token. */
    private static Stream<String> parts(String query) {
        var values = Stream.of(query.split("[&=]")).filter(part -> part.length() >= TOKEN_MIN);
        return Stream.concat(Stream.of(query), values);
    }

    /** Otherwise each check would fail, as if the address were to blame. */
    private static void requireNetwork(URI address) {
        if (Refusal.isHere(address)) {
            return;
        }
        if (!hasNetwork()) {
            throw new UsageException("this machine has no network: connect it, and run this again");
        }
        try {
            Hosts.SYSTEM.at(Client.host(address), Client.port(address));
        } catch (UnknownHostException e) {
            if (String.valueOf(e.getMessage()).endsWith(NO_NAME_SERVER)) {
                throw new UsageException("no name server can be asked for " + address.getHost()
                        + ": see that this machine has a network and a name server, and run this again");
            }
        }
    }

    private static boolean hasNetwork() {
        try {
            return NetworkInterface.networkInterfaces().anyMatch(ProbeCommand::leadsElsewhere);
        } catch (SocketException none) {
            return false;
        }
    }

    private static boolean leadsElsewhere(NetworkInterface each) {
        try {
            return each.isUp() && !each.isLoopback();
        } catch (SocketException e) {
            return true; // nothing is known against it
        }
    }
}

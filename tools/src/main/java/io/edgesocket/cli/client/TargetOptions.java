package io.edgesocket.cli.client;

import io.edgesocket.cli.call.EnvironmentOption;
import io.edgesocket.cli.call.StackOption;
import io.edgesocket.cli.call.UsageException;
import io.edgesocket.cli.call.UserFolder;
import io.edgesocket.probe.Expected;
import io.edgesocket.probe.Expected.Origin;
import io.edgesocket.probe.Message;
import io.edgesocket.probe.Target;
import io.edgesocket.probe.Token;
import io.edgesocket.probe.stack.DeployedStack;
import io.edgesocket.probe.stack.IncompleteOutputsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is probed, what is expected there, and how far it goes. What is given comes before what a stack says. */
final class TargetOptions {
    /** API Gateway's. */
    private static final Duration IDLE = Duration.ofMinutes(10);

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
            description = "The API's own address, which must refuse clients that don't come through CloudFront: "
                    + "wss://API.execute-api.REGION.amazonaws.com/STAGE.")
    private Optional<String> origin;

    @Option(names = "--no-cloudfront", description = "No CloudFront is in front, and so none is looked for.")
    private boolean withoutCloudFront;

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description = "Another path with a WebSocket. May be given several times.")
    private List<String> paths = List.of();

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

    @Option(names = "--limits", description = "Also try API Gateway's limits, with messages of up to 128 KB.")
    private boolean limits;

    @Option(names = "--idle", description = "Also wait until a silent connection is closed, for more than 10 minutes.")
    private boolean idle;

    @Mixin
    private EnvironmentOption environment;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** @throws UsageException if there is no address, or options don't fit one another */
    Target target(OfferOptions offer) {
        var deployed = stack.map(this::deployed);
        var planned = planned(deployed);
        var own = messages();
        var target = planned.expecting(expecting(planned.expected()))
                .offering(offer.offer(token -> deployed.map(each -> each.token(token))
                        .orElseGet(() -> new Token(Token.Place.header, "Authorization", token))))
                .sending(own.isEmpty() ? planned.messages() : own);
        target = limits ? target.withLimits() : target;
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
        return new Expected(
                planned.cloudFront() && !withoutCloudFront,
                planned.ipv6() && !withoutCloudFront,
                planned.plainHttp(),
                own.or(planned::origin),
                PathOption.of(planned.paths(), paths));
    }

    private List<Message> messages() {
        if (expected.size() > messages.size()) {
            throw new UsageException("--expect stands there more often than --send (" + expected.size() + " and "
                    + messages.size() + "): give a --send for each");
        }
        return IntStream.range(0, messages.size())
                .mapToObj(index -> new Message(
                        messages.get(index),
                        index < expected.size() ? Optional.of(expected.get(index)) : Optional.empty()))
                .toList();
    }
}

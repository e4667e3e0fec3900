package io.edgesocket.probe.stack;

import io.edgesocket.plan.Plan;
import io.edgesocket.probe.Expected;
import io.edgesocket.probe.Expected.Origin;
import io.edgesocket.probe.Target;
import io.edgesocket.probe.Token;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stack that is deployed.
 *
 * @param plan    what it consists of
 * @param outputs its outputs that are texts, as {@code pulumi stack output --json} prints them
 */
public record DeployedStack(Plan plan, Map<String, String> outputs) {
    private static final String URL = "url";

    public DeployedStack {
        outputs = Map.copyOf(outputs);
    }

    /**
     * Its address and what is expected there.
     *
     * @throws IncompleteOutputsException if no output has the address
     */
    public Target target() {
        return target(address());
    }

    /** What is expected of it at another address, such as that of a local run. */
    public Target target(URI address) {
        var distribution = PlannedDistribution.of(plan, address);
        return Target.of(address)
                .expecting(distribution.map(this::expected).orElse(Expected.UNKNOWN))
                .sending(PlannedMessage.of(plan).map(List::of).orElse(List.of()));
    }

    /** {@code url}, or else the only output that is an address of a WebSocket. */
    private URI address() {
        var sockets = outputs.values().stream()
                .filter(each -> each.startsWith("wss://"))
                .distinct()
                .toList();
        return Optional.ofNullable(outputs.get(URL))
                .filter(sockets::contains)
                .or(() -> sockets.size() == 1 ? Optional.of(sockets.get(0)) : Optional.empty())
                .map(URI::create)
                .orElseThrow(() -> new IncompleteOutputsException("the stack " + plan.stack()
                        + " has no output url that begins with wss://: deploy it, or give the address itself"));
    }

    private Expected expected(PlannedDistribution distribution) {
        return new Expected(
                true, distribution.ipv6(), distribution.plainHttp(), origin(distribution), distribution.paths());
    }

    private Optional<Origin> origin(PlannedDistribution distribution) {
        var guard = PlannedGuard.of(plan, distribution);
        return distribution
                .originAddress()
                .flatMap(this::deployed)
                .map(address ->
                        new Origin(URI.create(address), guard.isPresent(), guard.orElse(PlannedGuard.DEFAULT_HEADER)));
    }

    /** As AWS has it: an address that only exists after a deployment is the value of an output that is made alike. */
    private Optional<String> deployed(String planned) {
        if (!planned.contains("${")) {
            return Optional.of("wss://" + planned);
        }
        return plan.outputs().properties().stream()
                .filter(output -> output.getValue().asText().equals("https://" + planned))
                .flatMap(output -> Optional.ofNullable(outputs.get(output.getKey())).stream())
                .map(value -> value.replaceFirst("^https://", "wss://"))
                .findFirst();
    }

    /** A token, at the place where the stack's authorizer looks for it; in {@code Authorization} if it has none. */
    public Token token(String value) {
        return PlannedToken.of(plan, value);
    }
}

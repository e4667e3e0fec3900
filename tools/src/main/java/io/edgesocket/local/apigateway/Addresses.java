package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.stage.CustomDomain;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Stage;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stage that an address leads to. At AWS the host name says which API is meant. On the gateway's own port, which
 * has no such name, the path may say it: {@code /<stage>} where that is enough, {@code /<api>/<stage>} where it isn't.
 */
record Addresses(List<Stage> stages, List<CustomDomain> domains) {
    private static final String HOST = "(?:\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com)$";

    /**
     * As AWS does it.
     *
     * @throws GatewayErrorException if it leads nowhere
     */
    Stage find(String host, String path) {
        var own = domains.stream()
                .filter(domain -> domain.name().equalsIgnoreCase(host))
                .toList();
        if (!own.isEmpty()) {
            return deployed(mapped(own, path));
        }
        var apiId = host.toLowerCase(Locale.ROOT).replaceFirst(HOST, "");
        var ofApi = stages.stream()
                .filter(stage -> stage.api().id().equalsIgnoreCase(apiId))
                .toList();
        if (ofApi.isEmpty() || apiId.equalsIgnoreCase(host)) {
            throw new GatewayErrorException(GatewayError.UNKNOWN_HOST, "Host " + host + " is no API of this stack");
        }
        if (!ofApi.get(0).api().reachable()) {
            throw new GatewayErrorException(GatewayError.DISABLED_ENDPOINT, "the API's own endpoint is disabled");
        }
        return deployed(named(ofApi, path));
    }

    /** A name of an API's own: the path is a mapping's key, and has no stage. */
    private Stage mapped(List<CustomDomain> own, String path) {
        var key = path.replaceFirst("^/", "").replaceFirst("/$", "");
        return own.stream()
                .filter(domain -> domain.key().equals(key))
                .flatMap(domain -> of(domain).stream())
                .findFirst()
                .orElseThrow(() -> new GatewayErrorException(
                        GatewayError.UNKNOWN_MAPPING,
                        path + " leads to nothing at " + own.get(0).name() + "; there are "
                                + own.stream().map(domain -> "/" + domain.key()).toList()));
    }

    private Optional<Stage> of(CustomDomain domain) {
        return stages.stream()
                .filter(stage -> stage.api().id().equals(domain.apiId()))
                .filter(stage -> stage.name().equals(domain.stage()))
                .findFirst();
    }

    private static Stage deployed(Stage stage) {
        if (!stage.deployed()) {
            throw new GatewayErrorException(GatewayError.NOT_DEPLOYED, "stage " + stage.name() + " has no deployment");
        }
        return stage;
    }

    private static Stage named(List<Stage> ofApi, String path) {
        var name = path.replaceFirst("^/", "").replaceFirst("/$", "");
        return ofApi.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new GatewayErrorException(
                        GatewayError.UNKNOWN_STAGE,
                        path + " is no stage of this API; there are "
                                + ofApi.stream().map(Stage::name).toList()));
    }

    /** The stage that is meant on the gateway's own port; {@code rest} is what the path says after it. */
    record Local(Stage stage, String rest) {}

    /** @param host a name at AWS, which says which API is meant, or any other, which doesn't matter */
    Optional<Local> local(String host, String path) {
        return isApi(host)
                ? new Addresses(ofHost(host), domains)
                        .local("/" + ofHost(host).get(0).api().id() + path)
                : local(path);
    }

    private boolean isApi(String host) {
        return !ofHost(host).isEmpty();
    }

    private List<Stage> ofHost(String host) {
        return stages.stream()
                .filter(stage -> stage.api().host().equalsIgnoreCase(host))
                .toList();
    }

    private Optional<Local> local(String path) {
        var parts = List.of(path.substring(1).split("/", -1));
        return ofDomain(parts).or(() -> ofStage(parts));
    }

    /** Behind the name of an API's own, as functions call it. */
    private Optional<Local> ofDomain(List<String> parts) {
        return domains.stream()
                .filter(domain -> domain.name().equalsIgnoreCase(parts.get(0)))
                .filter(domain -> domain.key().isEmpty()
                        || parts.size() > 1 && parts.get(1).equals(domain.key()))
                .flatMap(domain ->
                        of(domain)
                                .map(stage -> new Local(
                                        stage, rest(parts, domain.key().isEmpty() ? 1 : 2)))
                                .stream())
                .findFirst();
    }

    private Optional<Local> ofStage(List<String> parts) {
        return stages.stream()
                .filter(stage -> parts.size() > 1
                        && stage.name().equals(parts.get(1))
                        && (stage.api().id().equals(parts.get(0))
                                || stage.api().name().equals(parts.get(0))))
                .findFirst()
                .map(stage -> new Local(stage, rest(parts, 2)))
                .or(() -> stages.stream()
                        .filter(stage -> stage.name().equals(parts.get(0)))
                        .findFirst()
                        .map(stage -> new Local(stage, rest(parts, 1))));
    }

    /** On the gateway's own port, under no name of an API. */
    GatewayErrorException noStage(String path) {
        return new GatewayErrorException(
                GatewayError.NO_STAGE_HERE,
                path + " begins with no stage; on this port paths begin with "
                        + stages.stream().map(this::path).collect(Collectors.joining(", ")));
    }

    private static String rest(List<String> parts, int from) {
        return String.join("/", parts.subList(from, parts.size()));
    }

    /** The shortest path on the gateway's own port that leads to a stage and no other. */
    String path(Stage stage) {
        var alone = stages.stream()
                        .filter(other -> other.name().equals(stage.name()))
                        .count()
                == 1;
        return alone ? "/" + stage.name() : "/" + stage.api().name() + "/" + stage.name();
    }

    /** Where each API stands without a host name of its own. */
    Map<String, URI> byHost(String authority) {
        var apis =
                stages.stream().map(Stage::api).map(api -> Map.entry(api.host().toLowerCase(Locale.ROOT), api.id()));
        var own = domains.stream().map(domain -> Map.entry(domain.name(), domain.name()));
        return Stream.concat(apis, own)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        host -> URI.create("http://" + authority + "/" + host.getValue()),
                        (same, ofAnotherStage) -> same));
    }

    /** Where each name of an API's own stands, with its mapping's key, on the gateway's own port. */
    Map<String, URI> byOwnName(String authority) {
        return domains.stream()
                .flatMap(domain -> of(domain)
                        .map(stage -> Map.entry(domain.address(), URI.create("http://" + authority + path(stage))))
                        .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    ServedStage served(Stage stage, String authority) {
        return new ServedStage(
                stage.api().name(),
                stage.api().id(),
                stage.name(),
                stage.api().host(),
                URI.create("ws://" + authority + path(stage)),
                URI.create("http://" + authority + path(stage)));
    }
}

package io.edgesocket.components.cdn;

import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.api.ConnectRequirements;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.authorization.OriginCredential;
import io.edgesocket.components.authorization.OriginGuard;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A WebSocket API that CloudFront stands in front of. Immutable: each setting gives a changed copy. It is checked when
 * a {@link WebSocketCdn} is made of it.
 * <pre>{@code
 * WebSocketOrigin.existing("wss://abc123.execute-api.eu-west-1.amazonaws.com/prod")
 *         .readTimeout(Duration.ofSeconds(60))
 *         .header("x-api-key", config.requireSecret("originKey"))
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html">Origin
 *      settings</a>
 */
public final class WebSocketOrigin extends CdnOrigin {
    private final HttpsOrigin to;
    private final ConnectRequirements requirements;
    private final List<Resource> accepted;

    private WebSocketOrigin(HttpsOrigin to, ConnectRequirements requirements, List<Resource> accepted) {
        this.to = to;
        this.requirements = requirements;
        this.accepted = accepted;
    }

    /**
     * An API of this program, at its stage, or at its {@link WebSocketApi#domain own name} if it has one. If its
     * {@code $connect} requires an {@link OriginGuard}, CloudFront sends that guard's key. A {@link WebSocketCdn} refuses it
     * unless it forwards the headers and query strings without which {@code $connect} lets nobody in. An API whose {@code execute-api} address is closed and that has no name of its own,
     * as a transform can have it, is refused while the program runs: CloudFront would get a 403 from it.
     */
    public static WebSocketOrigin of(WebSocketApi api) {
        var origin = new WebSocketOrigin(
                new HttpsOrigin(addressOf(api)),
                api.connectRequirements(),
                api.mapping().<List<Resource>>map(List::of).orElse(List.of()));
        return api.originCredential().map(origin::sending).orElse(origin);
    }

    private static OriginAddress addressOf(WebSocketApi api) {
        return api.domain()
                .<OriginAddress>map(own -> new OriginAddress.ApiName(Output.of(own.name()), own.path()))
                .orElseGet(() -> new StageOrigin(openHost(api), api.stageName()));
    }

    private static Output<String> openHost(WebSocketApi api) {
        return api.endpointClosed()
                .map(closed -> closed.apply(isClosed -> hostUnless(isClosed, api)))
                .orElseGet(api::domainName);
    }

    private static Output<String> hostUnless(boolean closed, WebSocketApi api) {
        if (closed) {
            throw new InvalidArgumentsException(
                    "WebSocketApi",
                    api.pulumiResourceName(),
                    List.of(new Problem(
                            "disableExecuteApiEndpoint",
                            "true, and the execute-api address is CloudFront's origin",
                            "leave it out, or give the API a name of its own, .domain(ApiDomain.of(…)), which closes that "
                                    + "address and is the origin instead")));
        }
        return api.domainName();
    }

    /**
     * An API of this program.
     *
     * @param domainName the API's host, such as {@code abc123.execute-api.eu-west-1.amazonaws.com}; no scheme, no stage
     * @param stage      its stage: 1 to 128 letters, digits and {@code _}
     */
    public static WebSocketOrigin of(Output<String> domainName, String stage) {
        return of(new StageOrigin(domainName, stage), ConnectRequirements.NONE);
    }

    /**
     * An API that exists already.
     *
     * @param endpoint where a client would connect to it: {@code wss://abc123.execute-api.eu-west-1.amazonaws.com/prod}
     *                 with its stage, or a custom domain such as {@code wss://api.example.com}, with or without a path.
     *                 A slash at the end is left out.
     */
    public static WebSocketOrigin existing(String endpoint) {
        return of(EndpointOrigin.parse(endpoint), ConnectRequirements.NONE);
    }

    private static WebSocketOrigin of(OriginAddress address, ConnectRequirements requirements) {
        return new WebSocketOrigin(new HttpsOrigin(address), requirements, List.of());
    }

    /**
     * How long CloudFront waits for the answer to the handshake. Whole seconds, at most
     * {@value CloudFrontLimits#READ_TIMEOUT_MAX}. Default: {@value CloudFrontLimits#READ_TIMEOUT_DEFAULT} s.
     */
    public WebSocketOrigin readTimeout(Duration timeout) {
        return with(to.connection().readTimeout(timeout));
    }

    /**
     * How long an idle connection to the origin is kept for the next handshake. Whole seconds, at most
     * {@value CloudFrontLimits#KEEP_ALIVE_MAX}. Default: {@value CloudFrontLimits#KEEP_ALIVE_DEFAULT} s.
     */
    public WebSocketOrigin keepAlive(Duration timeout) {
        return with(to.connection().keepAlive(timeout));
    }

    /**
     * How often CloudFront tries to connect, 1 to {@value CloudFrontLimits#CONNECTION_ATTEMPTS_MAX}. Default:
     * {@value CloudFrontLimits#CONNECTION_ATTEMPTS_MAX}.
     */
    public WebSocketOrigin connectionAttempts(int attempts) {
        return with(to.connection().attempts(attempts));
    }

    /**
     * How long each attempt to connect may take. Whole seconds, at most
     * {@value CloudFrontLimits#CONNECTION_TIMEOUT_MAX}. Default: {@value CloudFrontLimits#CONNECTION_TIMEOUT_MAX} s.
     */
    public WebSocketOrigin connectionTimeout(Duration timeout) {
        return with(to.connection().timeout(timeout));
    }

    /** As {@link #header(String, Output)}, with a value that is no secret. */
    public WebSocketOrigin header(String name, String value) {
        return with(new OriginHeader(name, Input.now(value)));
    }

    /**
     * A header that CloudFront adds to what it sends to this origin, over any that the viewer sent: a key that the
     * origin asks for, say. At most {@value CloudFrontLimits#CUSTOM_HEADERS_MAX}, names of at most
     * {@value CloudFrontLimits#CUSTOM_HEADER_NAME_MAX} characters, values of at most
     * {@value CloudFrontLimits#CUSTOM_HEADER_VALUE_MAX}, {@value CloudFrontLimits#CUSTOM_HEADERS_LENGTH_MAX} together.
     * Default: none.
     */
    public WebSocketOrigin header(String name, Output<String> value) {
        return with(new OriginHeader(name, Input.later(value)));
    }

    @Override
    public Output<String> domainName() {
        return to.address().domainName();
    }

    /** What CloudFront puts before every path: {@code /} and the stage, or nothing. */
    public String originPath() {
        return to.address().path();
    }

    /** The region of an existing API Gateway endpoint; empty for other hosts, and where the host isn't known yet. */
    public Optional<String> region() {
        return to.address().region();
    }

    /** Whether it may tell requests apart by their paths. */
    boolean takesPaths() {
        return to.address().takesPaths();
    }

    /** Whether CloudFront adds a header of that name to what it sends there. */
    public boolean adds(String header) {
        return to.headers().contains(header);
    }

    @Override
    boolean isWebSocket() {
        return true;
    }

    /** What must be there before CloudFront sends the headers. */
    @Override
    List<Resource> accepted() {
        return accepted;
    }

    /** What a {@link WebSocketCdn} would refuse of its address; nothing if that is fine. */
    public List<Problem> problems() {
        var problems = new Problems();
        to.address().check(problems, Property.of("origin"));
        return problems.found();
    }

    @Override
    void check(Problems problems, Property property, ForwardedHeaders forwarded) {
        to.check(problems, property, forwarded);
    }

    @Override
    void checkConnect(Problems problems, Property property, ForwardedHeaders forwarded, QueryStrings queryStrings) {
        new ConnectChecks(property, to.headers(), forwarded, queryStrings).run(problems, requirements);
    }

    @Override
    DistributionOriginArgs toArgs(String id, Sites sites) {
        return to.toArgs(id);
    }

    @Override
    CacheBehavior behavior(CacheBehavior handshake, Sites sites) {
        return handshake;
    }

    private WebSocketOrigin with(OriginConnection changed) {
        return new WebSocketOrigin(to.with(changed), requirements, accepted);
    }

    private WebSocketOrigin with(OriginHeader added) {
        return new WebSocketOrigin(to.with(added), requirements, accepted);
    }

    private WebSocketOrigin sending(OriginCredential key) {
        return new WebSocketOrigin(
                to.with(new OriginHeader(key.header(), Input.later(key.key()))),
                requirements,
                Stream.concat(accepted.stream(), key.accepted().stream()).toList());
    }
}

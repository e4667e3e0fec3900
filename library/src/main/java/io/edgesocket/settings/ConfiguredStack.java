package io.edgesocket.settings;

import com.pulumi.Context;
import com.pulumi.core.Alias;
import com.pulumi.resources.ComponentResourceOptions;
import io.edgesocket.components.AssumedRole;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.api.ApiDomain;
import io.edgesocket.components.api.ApiGatewayAccount;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.authorization.OriginGuard;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.domain.AliasRecords;
import io.edgesocket.components.domain.EdgeCertificate;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.monitoring.Alarms;
import io.edgesocket.components.monitoring.MessageDashboard;
import io.edgesocket.components.monitoring.MessageDashboardArgs;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The components of a stack, each as the stack's settings say. Each method makes one, and registers it; it makes nothing
 * where the settings leave the component out. Aliases are the names and parents that a component had before: with them
 * Pulumi keeps its resources when it is renamed.
 * <pre>{@code
 * var stack = ConfiguredStack.of(ctx);
 * var api = stack.api("chat", WebSocketApiArgs.builder()…, originKeys);
 * var cdn = stack.cdn("cdn", api, stack.certificate("certificate"));
 * }</pre>
 */
public final class ConfiguredStack {
    private final Context context;
    private final Settings settings;
    private final UsEast1 usEast1 = new UsEast1();
    private final Optional<AssumedRole> dnsRole;

    private ConfiguredStack(Context context, Settings settings) {
        this.context = context;
        this.settings = settings;
        this.dnsRole = settings.domain().flatMap(DomainSettings::dnsRole).map(DnsRoleSettings::toRole);
    }

    /**
     * The stack that is being run.
     *
     * @throws SettingsException with everything that is wrong with its settings
     */
    public static ConfiguredStack of(Context context) {
        return new ConfiguredStack(context, Settings.of(context));
    }

    public Settings settings() {
        return settings;
    }

    /** The provider of us-east-1 that all components of the stack share. */
    public UsEast1 usEast1() {
        return usEast1;
    }

    /**
     * The API, with what {@code edgesocket:originGuard} and {@code edgesocket:account} say: they are the components
     * {@code guard} and {@code account}, made before it. With {@code edgesocket:domain.apiName} it has a name of its own, with
     * a certificate and a record. None if {@code edgesocket:endpoint} names an API that exists.
     *
     * @param args       its routes and stage; a guard or an account that they have is replaced by the settings' one
     * @param originKeys the handler that looks at the guard's keys where neither API Gateway does, nor the authorizer of
     *                   users
     * @throws SettingsException         if the settings alone are wrong; nothing is registered then
     * @throws InvalidArgumentsException if the program is wrong; nothing is registered then
     */
    public Optional<WebSocketApi> api(
            String name, WebSocketApiArgs.Builder args, FunctionCode originKeys, Alias... aliases) {
        if (settings.endpoint().isPresent()) {
            return Optional.empty();
        }
        settings.check(name, args.build());
        settings.toGuard(originKeys)
                .ifPresent(guard -> args.guard(new OriginGuard("guard", guard, settings.options())));
        if (settings.account().isSet()) {
            args.account(new ApiGatewayAccount(
                    "account", settings.account().toAccount(settings.tags()), settings.unprotected()));
        }
        settings.domain()
                .flatMap(domain -> domain.toApiCertificate(dnsRole))
                .map(certificate -> new EdgeCertificate(
                        name + "-certificate", certificate.tags(settings.tags()).build()))
                .ifPresent(certificate -> args.domain(ApiDomain.of(apiName(), certificate.arn())));
        var api = new WebSocketApi(name, args.build(), known(settings.options(), aliases));
        settings.domain()
                .flatMap(domain -> domain.toApiRecords(api, dnsRole))
                .ifPresent(records -> new AliasRecords(name + "-dns", records, settings.options()));
        return Optional.of(api);
    }

    private String apiName() {
        return settings.domain().flatMap(DomainSettings::apiName).orElseThrow();
    }

    /** The certificate of {@code edgesocket:domain}; none if there are no names, or a certificate is given. */
    public Optional<EdgeCertificate> certificate(String name, Alias... aliases) {
        return settings.domain()
                .flatMap(domain -> domain.toCertificate(usEast1, dnsRole))
                .map(args -> new EdgeCertificate(
                        name, args.tags(settings.tags()).build(), known(settings.unprotected(), aliases)));
    }

    /**
     * The distribution, under {@code edgesocket:cdn}, {@code edge}, {@code domain} and {@code paths}. What AWS takes but
     * may not take everywhere is logged as a warning.
     *
     * @param api         what {@link #api} gave
     * @param certificate what {@link #certificate} gave
     * @throws SettingsException if it would leave a way around it that the settings say there is none of
     */
    public WebSocketCdn cdn(
            String name, Optional<WebSocketApi> api, Optional<EdgeCertificate> certificate, Alias... aliases) {
        return cdn(name, api, certificate, more -> more, aliases);
    }

    /**
     * As {@link #cdn(String, Optional, Optional, Alias...)}, with what the program adds: a site, say, and further paths.
     *
     * @param more may set anything; what it sets counts instead of the settings
     */
    public WebSocketCdn cdn(
            String name,
            Optional<WebSocketApi> api,
            Optional<EdgeCertificate> certificate,
            UnaryOperator<WebSocketCdnArgs.Builder> more,
            Alias... aliases) {
        var cdn = new WebSocketCdn(
                name, settings.toCdn(origin(api), certificate, usEast1, more), known(settings.options(), aliases));
        cdn.warnings().forEach(context.log()::warn);
        return cdn;
    }

    /**
     * What the distribution stands in front of: this API, or the one that {@code edgesocket:endpoint} names; with the
     * timeouts of {@code edgesocket:cdn}.
     */
    public WebSocketOrigin origin(Optional<WebSocketApi> api) {
        return settings.cdn().patient(found(api));
    }

    private WebSocketOrigin found(Optional<WebSocketApi> api) {
        return api.map(WebSocketOrigin::of)
                .or(() -> settings.endpoint().map(settings::existing))
                .orElseThrow(() ->
                        new IllegalArgumentException("no API is given, and edgesocket:endpoint names none either"));
    }

    /** The records that lead the names of {@code edgesocket:domain} to the CDN; none without {@code hostedZone}. */
    public Optional<AliasRecords> dns(String name, WebSocketCdn cdn, Alias... aliases) {
        return settings.domain()
                .flatMap(domain -> domain.toRecords(cdn, dnsRole))
                .map(args -> new AliasRecords(name, args, known(settings.options(), aliases)));
    }

    /** The alarms of {@code edgesocket:alarms}, on this CDN, and on the API unless it is another's. */
    public Optional<Alarms> alarms(String name, Optional<WebSocketApi> api, WebSocketCdn cdn, Alias... aliases) {
        return settings.alarms().map(AlarmSettings::toAlarms).map(args -> {
            api.ifPresent(args::api);
            return new Alarms(
                    name, args.cdn(cdn, usEast1).tags(settings.tags()).build(), known(settings.unprotected(), aliases));
        });
    }

    /** The page that shows both, if {@code edgesocket:dashboard} is true. */
    public Optional<MessageDashboard> dashboard(
            String name, Optional<WebSocketApi> api, WebSocketCdn cdn, Alias... aliases) {
        if (!settings.dashboard()) {
            return Optional.empty();
        }
        var args = MessageDashboardArgs.builder().cdn(cdn);
        api.ifPresent(args::api);
        return Optional.of(new MessageDashboard(name, args.build(), known(settings.unprotected(), aliases)));
    }

    private static ComponentResourceOptions known(ComponentResourceOptions options, Alias... aliases) {
        return aliases.length == 0
                ? options
                : ComponentResourceOptions.merge(
                        options,
                        ComponentResourceOptions.builder().aliases(aliases).build());
    }
}

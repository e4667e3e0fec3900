package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Alternatives.atMostOne;
import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.FlagShape.flag;
import static io.edgesocket.settings.schema.ForbiddenBeside.unheededBeside;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.MapShape.mapOf;
import static io.edgesocket.settings.schema.RequiredUnless.needed;
import static io.edgesocket.settings.schema.TextShape.text;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.Tags;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.authorization.OriginGuardArgs;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.cdn.CloudFrontLimits;
import io.edgesocket.components.cdn.EdgeAttachment;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.domain.EdgeCertificate;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.settings.schema.Checked;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.Location;
import io.edgesocket.settings.schema.SecretShape;
import io.edgesocket.settings.schema.Shape;
import io.edgesocket.settings.schema.Suggestion;
import io.edgesocket.settings.schema.TextShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The settings of one stack. To add a key, add a component here or to the record of its group, and its line to the
 * {@code SHAPE} below it: the reader, the JSON Schema and the listing take it from there.
 */
public record Settings(
        String region,
        Optional<String> endpoint,
        AccountSettings account,
        Optional<CompanySettings> company,
        StageSettings stage,
        FunctionSettings functions,
        CdnSettings cdn,
        Optional<DomainSettings> domain,
        EdgeSettings edge,
        Optional<UserSettings> users,
        Optional<OriginGuardSettings> originGuard,
        Map<String, PathSettings> paths,
        Optional<AlarmSettings> alarms,
        boolean dashboard,
        Map<String, String> tags,
        boolean protect)
        implements Checked {

    static final String NAMESPACE = "edgesocket";

    public Settings {
        stage = stage.in(region);
    }

    /** Names of other partitions have a word more, as us-gov-west-1, but for China's. */
    private static final TextShape REGION = text(
            "(?!cn-)[a-z]{2}-[a-z]+-[0-9]",
            "a region of AWS's standard partition, such as eu-central-1 (pulumi config set aws:region eu-central-1): China, "
                    + "GovCloud and others have other ARNs and no us-east-1");

    private static final Shape ENDPOINT = new EndpointShape();
    private static final TextShape PATH = text(
            CloudFrontLimits.PATH_PREFIX,
            "a path such as /chat, with no slash at its end",
            CloudFrontLimits.PATH_PREFIX_MAX);
    private static final String TAG = "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]";
    private static final TextShape TAG_KEY = text(
            "(?![aA][wW][sS]:)" + TAG + "+",
            "letters, digits, spaces and _ . : / = + - @, not beginning with aws:",
            Tags.KEY_MAX);
    private static final TextShape TAG_VALUE = text(
            "(?![aA][wW][sS]:)" + TAG + "*",
            "letters, digits, spaces and _ . : / = + - @, not beginning with aws:",
            Tags.VALUE_MAX);

    static final GroupShape SHAPE = group(
                    Settings.class,
                    key(
                            "aws:region",
                            REGION,
                            "Where everything but CloudFront is deployed. A setting of the AWS provider."),
                    optional(
                            "edgesocket:endpoint",
                            ENDPOINT,
                            "A WebSocket API that exists already: the origin instead of an API of this stack, which has no stage "
                                    + "and no functions then."),
                    key(
                            "edgesocket:account",
                            AccountSettings.SHAPE,
                            "What API Gateway has once for all APIs of an account in a region."),
                    optional(
                            "edgesocket:company",
                            CompanySettings.SHAPE,
                            "What a company prescribes for all that the stack makes."),
                    key("edgesocket:stage", StageSettings.SHAPE, "The stage of this stack's WebSocket API."),
                    key(
                            "edgesocket:functions",
                            FunctionSettings.SHAPE,
                            "What all Lambda functions of this stack have in common."),
                    key("edgesocket:cdn", CdnSettings.SHAPE, "The CloudFront distribution."),
                    optional(
                            "edgesocket:domain",
                            DomainSettings.SHAPE,
                            "The distribution's own names. Without them it has a name below cloudfront.net."),
                    key(
                            "edgesocket:edge",
                            EdgeSettings.SHAPE,
                            "Code that CloudFront runs on the handshake, by event type. Messages never reach it."),
                    optional(
                            "edgesocket:users",
                            UserSettings.SHAPE,
                            "Who may connect: those with a JSON Web Token of an issuer. Without it, everybody."),
                    optional(
                            "edgesocket:originGuard",
                            OriginGuardSettings.SHAPE,
                            "A key that CloudFront sends and the API asks for, so that there is no way around the CDN."),
                    key(
                            "edgesocket:paths",
                            mapOf(PATH, PathSettings.SHAPE, CloudFrontLimits.PATHS_MAX),
                            "Further WebSocket APIs behind the same distribution, by path prefix."),
                    optional(
                            "edgesocket:alarms",
                            AlarmSettings.SHAPE,
                            "Who is told when something goes wrong. Without it, nobody."),
                    key(
                                    "edgesocket:dashboard",
                                    flag(),
                                    "Whether CloudWatch has a page that shows the way of a message, from the edge to the functions.")
                            .or("false"),
                    key(
                            "edgesocket:tags",
                            mapOf(TAG_KEY, TAG_VALUE, Tags.MAX),
                            "Tags of every resource that can have them."),
                    key(
                                    "edgesocket:protect",
                                    flag(),
                                    "Whether Pulumi refuses to delete what others have the address of, and leaves logs and key value stores behind.")
                            .or("false"))
            .with(atMostOne("edgesocket:endpoint", "edgesocket:account"))
            .with(atMostOne("edgesocket:endpoint", "edgesocket:stage"))
            .with(atMostOne("edgesocket:endpoint", "edgesocket:functions"))
            .with(atMostOne("edgesocket:endpoint", "edgesocket:users"))
            .with(unheededBeside(
                    "edgesocket:endpoint", "the API isn't the stack's to lock", "edgesocket:originGuard.enforced"))
            .with(unheededBeside(
                    "edgesocket:endpoint", "the API isn't the stack's to name", "edgesocket:domain.apiName"))
            .with(unheededBeside(
                    "edgesocket:endpoint",
                    "only the distribution is watched",
                    "edgesocket:alarms.topics.regional",
                    "edgesocket:alarms.integrationErrors",
                    "edgesocket:alarms.clientErrors",
                    "edgesocket:alarms.executionErrors",
                    "edgesocket:alarms.latency",
                    "edgesocket:alarms.functionErrors",
                    "edgesocket:alarms.functionThrottles"))
            .with(needed("edgesocket:alarms.topics.regional", TopicSettings.REGIONAL, "edgesocket:endpoint"));

    /**
     * The settings of the stack that is being run.
     *
     * @throws SettingsException if anything is wrong with them
     */
    public static Settings of(Context context) {
        var config = ConfigKeys.of(context);
        return parse(context.projectName(), config.values(), config.secretKeys());
    }

    /** As {@link #parse(String, Map, Set)}, for a project that is named {@code edgesocket} as the settings are. */
    public static Settings parse(Map<String, String> config, Set<String> secretKeys) {
        return parse(NAMESPACE, config, secretKeys);
    }

    /**
     * The settings in a stack's configuration, as Pulumi hands it to a program.
     *
     * @param project    the project's name, under which Pulumi puts a key without a namespace: none of these may be
     *                   there
     * @param config     by full key; plain values as text, objects and lists as JSON. Keys of other namespaces are
     *                   left alone
     * @param secretKeys the keys whose value is, or holds, a secret. It appears in no message
     * @throws SettingsException with everything that is wrong
     */
    public static Settings parse(String project, Map<String, String> config, Set<String> secretKeys) {
        var root = Location.root(SHAPE, secretKeys);
        refuseOtherNamespaces(project, config.keySet(), root);
        var tree = ConfigTree.of(config);
        var settings = SHAPE.read(tree, root);
        if (root.problems().stream().anyMatch(SecretShape::isUnset)) {
            ExampleValues.refuse(tree, root);
        }
        if (!root.problems().isEmpty()) {
            throw new SettingsException(root.problems());
        }
        return (Settings) settings.orElseThrow();
    }

    /**
     * A misspelt {@code edgesocket:users}, or one under the project's name, would let everybody in without a word. What
     * is another's is left alone.
     */
    private static void refuseOtherNamespaces(String project, Set<String> keys, Location root) {
        for (var key : new TreeSet<>(keys)) {
            var namespace = key.split(":")[0];
            var meant = NAMESPACE + ":" + Suggestion.name(key);
            var mistaken = namespace.equals(project)
                    || Suggestion.suggestion(namespace, List.of(NAMESPACE)).isPresent();
            var known = SHAPE.field(meant.split("\\.")[0]).isPresent(); // edgesocket:stage of edgesocket:stage.name
            if (mistaken && known && !key.equals(meant)) {
                root.key(key).add("unknown key", "did you mean " + meant + "?");
            }
        }
    }

    /**
     * Refuses an API that couldn't be made under these settings, before anything is registered that it is to be given.
     *
     * @throws SettingsException         if it is the settings alone that are wrong
     * @throws InvalidArgumentsException if it is the program
     */
    public void check(String name, WebSocketApiArgs api) {
        var problems = api.problems(name);
        var ofSettings = problems.stream()
                .flatMap(problem -> ComponentProblems.ofStage(problem, Location.root(SHAPE, Set.of())).stream())
                .toList();
        if (!problems.isEmpty() && ofSettings.size() == problems.size()) {
            throw new SettingsException(ofSettings);
        }
        api.checked(name);
    }

    /** The options of every component of the stack that others have the addresses of. */
    public ComponentResourceOptions options() {
        return protect
                ? ComponentResourceOptions.merge(
                        unprotected(),
                        ComponentResourceOptions.builder()
                                .protect(true)
                                .retainOnDelete(true)
                                .build())
                : unprotected();
    }

    /** The options of every other component of the stack. */
    ComponentResourceOptions unprotected() {
        return company.map(CompanySettings::toRules)
                .map(rules -> ComponentResourceOptions.builder()
                        .resourceTransformations(rules)
                        .build())
                .orElse(ComponentResourceOptions.Empty);
    }

    /** An API that exists already; CloudFront sends it the guard's key, which it is to ask for itself. */
    public WebSocketOrigin existing(String endpoint) {
        var origin = WebSocketOrigin.existing(endpoint);
        return originGuard
                .map(guard -> origin.header(guard.header(), guard.toKeys().sent()))
                .orElse(origin);
    }

    /**
     * What {@code $connect} requires, if this stack's API has a guard.
     *
     * @param checking the handler that looks at the keys where neither API Gateway does, nor the authorizer of users
     */
    public Optional<OriginGuardArgs> toGuard(FunctionCode checking) {
        var function =
                users.isEmpty() ? Optional.of(functions.toFunction(checking)) : Optional.<LambdaFunctionArgs>empty();
        return originGuard.map(guard -> guard.toGuard(function).tags(tags).build());
    }

    /**
     * The distribution in front of the given origin, under these settings.
     *
     * @param certificate what {@link ConfiguredStack#certificate} gave
     * @param usEast1     where Lambda@Edge, its web ACL and its logs are made
     * @throws SettingsException if it would leave a way around it that the settings say there is none of
     */
    public WebSocketCdnArgs toCdn(WebSocketOrigin origin, Optional<EdgeCertificate> certificate, UsEast1 usEast1) {
        return toCdn(origin, certificate, usEast1, more -> more);
    }

    /**
     * As {@link #toCdn(WebSocketOrigin, Optional, UsEast1)}, with what the program adds: a site, say, and further paths.
     *
     * @param more may set anything; what it sets counts instead of the settings
     */
    public WebSocketCdnArgs toCdn(
            WebSocketOrigin origin,
            Optional<EdgeCertificate> certificate,
            UsEast1 usEast1,
            UnaryOperator<WebSocketCdnArgs.Builder> more) {
        if (originGuard.filter(guard -> !origin.adds(guard.header())).isPresent()) {
            throw new SettingsException(List.of(new Problem(
                    "edgesocket:originGuard",
                    "set, but $connect of the API doesn't require the guard",
                    "in App.java, give the guard to the API, .guard(guard), or leave this key out")));
        }
        return more.apply(cdn(origin, certificate.map(EdgeCertificate::arn), usEast1))
                .build();
    }

    WebSocketCdnArgs.Builder cdn(WebSocketOrigin origin, Optional<Output<String>> certificate, UsEast1 usEast1) {
        var builder =
                cdn.toCdn(origin, tags, usEast1).edge(edge.attachments(usEast1).toArray(EdgeAttachment[]::new));
        domain.ifPresent(names -> names.addTo(builder, certificate));
        paths.forEach((prefix, path) -> builder.path(prefix, cdn.patient(path.toOrigin())));
        return builder;
    }

    /** Whom {@code $connect} asks about users, if anybody; the code is what checks their tokens. */
    public Optional<RequestAuthorizer> authorizer(FunctionCode code) {
        return users.map(
                rules -> rules.toAuthorizer(functions.toFunction(code, functions.snapStart() || rules.snapStart())));
    }

    @Override
    public void check(Location root) {
        new DistributionChecks(this, root).run();
        functions.checkRegion(root.key(NAMESPACE + ":functions"), region);
        company.flatMap(CompanySettings::keys)
                .ifPresent(
                        keys -> keys.check(root.key(NAMESPACE + ":company").key("keys"), region, cdn.hasLogGroups()));
        alarms.flatMap(AlarmSettings::topics)
                .ifPresent(
                        topics -> topics.check(root.key(NAMESPACE + ":alarms").key("topics"), region));
    }
}

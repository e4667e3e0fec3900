package io.edgesocket.settings;

import static io.edgesocket.settings.schema.ChoiceShape.oneOf;
import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.FlagShape.flag;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.MapShape.mapOf;
import static io.edgesocket.settings.schema.SecretShape.secret;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.authorization.GuardKeys;
import io.edgesocket.components.authorization.OriginGuardArgs;
import io.edgesocket.components.cdn.CloudFrontLimits;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.settings.schema.Checked;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.Location;
import io.edgesocket.settings.schema.TextShape;
import io.edgesocket.settings.schema.ValueOrSecret;
import java.util.Map;
import java.util.Optional;

/** The keys by which the API recognizes the CDN. They are in one group, which Pulumi keeps secret as a whole. */
public record OriginGuardSettings(
        Kind kind, Map<String, ValueOrSecret> keys, Optional<String> sends, Optional<String> sentIn, boolean enforced)
        implements Checked {

    /** Who looks at a key. */
    enum Kind {
        /** API Gateway. */
        API_KEY("apiKey"),
        /** An authorizer. */
        HEADER("header");

        final String value;

        Kind(String value) {
            this.value = value;
        }
    }

    private static final String HEADER_DEFAULT = "x-origin-key";
    private static final TextShape NAME = text(GuardKeys.NAME, "letters, digits, - and _", GuardKeys.NAME_MAX);
    private static final TextShape HEADER =
            text(OriginGuardArgs.HEADER, OriginGuardArgs.HEADER_MEANS, CloudFrontLimits.CUSTOM_HEADER_NAME_MAX);

    static final GroupShape SHAPE = group(
            OriginGuardSettings.class,
            key(
                            "kind",
                            oneOf(Kind.values(), kind -> kind.value),
                            "Who looks at the key: API Gateway itself, or a function that it asks.")
                    .or(Kind.API_KEY.value),
            key(
                    "keys",
                    mapOf(NAME, secret(text(GuardKeys.KEY, GuardKeys.KEY_MEANS)), 1, GuardKeys.MAX),
                    "The keys that are good, each under a name of yours: a second one while it takes the first one's place. "
                            + "pulumi config set --secret --path edgesocket:originGuard.keys.NAME"),
            optional("sends", NAME, "The name of the key that CloudFront sends. Without it, the only one."),
            optional("sentIn", HEADER, "The header of a guard of kind header. Without it, " + HEADER_DEFAULT + "."),
            key("enforced", flag(), "Whether the API refuses clients without a key. CloudFront sends it either way.")
                    .or("true"));

    /** The header in which CloudFront sends the key. */
    String header() {
        return kind == Kind.API_KEY ? OriginGuardArgs.API_KEY_HEADER : sentIn.orElse(HEADER_DEFAULT);
    }

    GuardKeys toKeys() {
        var named = GuardKeys.none();
        for (var key : keys.entrySet()) {
            named = named.and(key.getKey(), key.getValue().text());
        }
        return sends.map(named::sending).orElse(named);
    }

    /** @param checking the function that looks at the keys where API Gateway doesn't, unless an authorizer is there that does */
    OriginGuardArgs.Builder toGuard(Optional<LambdaFunctionArgs> checking) {
        return (kind == Kind.API_KEY ? OriginGuardArgs.apiKeys(toKeys()) : byHeader(checking)).enforced(enforced);
    }

    private OriginGuardArgs.Builder byHeader(Optional<LambdaFunctionArgs> checking) {
        var guard = OriginGuardArgs.header(header(), toKeys());
        checking.ifPresent(guard::checkedBy);
        return guard;
    }

    @Override
    public void check(Location place) {
        if (kind == Kind.API_KEY && sentIn.isPresent()) {
            place.key("sentIn")
                    .add(
                            "given for API keys",
                            "leave it out: API Gateway reads them from " + OriginGuardArgs.API_KEY_HEADER);
        }
        ComponentProblems.ofGroup(SHAPE, toKeys().problems(), place);
    }
}

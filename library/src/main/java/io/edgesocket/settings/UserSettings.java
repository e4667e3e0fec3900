package io.edgesocket.settings;

import static io.edgesocket.settings.schema.ChoiceShape.oneOf;
import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.FlagShape.flag;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.ListShape.listOf;
import static io.edgesocket.settings.schema.QuantityShape.seconds;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.authorization.JwtAlgorithm;
import io.edgesocket.components.authorization.JwtAuthorizer;
import io.edgesocket.components.authorization.JwtLimits;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.TextShape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who may connect: those with a JSON Web Token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">JSON Web Token</a>
 */
public record UserSettings(
        String issuer,
        List<String> audiences,
        Optional<String> jwksUri,
        List<JwtAlgorithm> algorithms,
        Duration clockSkew,
        TokenSettings token,
        List<String> scopes,
        boolean snapStart) {

    private static final String NAME = "users";
    private static final int LENGTH_MAX = 512;
    private static final TextShape ISSUER =
            text(JwtLimits.ISSUER, "an https:// URL without ? and #, such as https://auth.example.com", LENGTH_MAX);
    private static final TextShape KEYS = text(
            JwtLimits.KEYS,
            "an https:// URL, such as https://auth.example.com/.well-known/jwks.json, or an http:// one on localhost, "
                    + "for a local run",
            LENGTH_MAX);
    private static final TextShape WORD = text(JwtLimits.WORD, "text without spaces", LENGTH_MAX);

    static final GroupShape SHAPE = group(
            UserSettings.class,
            key("issuer", ISSUER, "Who signs the tokens, to the letter as in their claim iss."),
            key(
                    "audiences",
                    listOf(WORD, 1, JwtLimits.AUDIENCES_MAX),
                    "Whom the tokens are for: one of these must be in their claim aud, or be their client_id if they have "
                            + "no aud."),
            optional(
                    "jwksUri",
                    KEYS,
                    "Where the issuer publishes its keys. Without it, its /.well-known/openid-configuration tells, which "
                            + "is one request more when an instance of the function is first called."),
            key(
                            "algorithms",
                            listOf(oneOf(JwtAlgorithm.values(), JwtAlgorithm::name), 1, JwtAlgorithm.values().length),
                            "How tokens may be signed. Shared secrets (HS256) are out of the question: who can check such a token "
                                    + "can make one.")
                    .or("[\"RS256\",\"ES256\"]"),
            key(
                            "clockSkew",
                            seconds(0, JwtLimits.CLOCK_SKEW_MAX),
                            "How much the issuer's clock may differ when a token begins and ends.")
                    .or(JwtLimits.CLOCK_SKEW_DEFAULT + "s"),
            key("token", TokenSettings.SHAPE, "Where clients put the token.").or("{\"queryString\":\"token\"}"),
            key(
                    "scopes",
                    listOf(WORD, 0, JwtLimits.SCOPES_MAX),
                    "What a token must allow, all of it, in its claim scope or scp."),
            key(
                            "snapStart",
                            flag(),
                            "As edgesocket:functions.snapStart, which includes it, for the function that checks the tokens alone: "
                                    + "each client waits for it.")
                    .or("false"));

    /** What {@code $connect} asks. */
    RequestAuthorizer toAuthorizer(LambdaFunctionArgs function) {
        var rules = JwtAuthorizer.builder()
                .issuer(issuer)
                .audiences(audiences)
                .algorithms(algorithms)
                .clockSkew(clockSkew)
                .token(token.place())
                .scopes(scopes);
        jwksUri.ifPresent(rules::keys);
        return rules.build()
                .authorizer(
                        NAME, snapStart ? function.toBuilder().snapStart(true).build() : function);
    }
}

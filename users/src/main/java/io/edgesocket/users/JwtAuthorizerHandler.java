package io.edgesocket.users;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Map;
import java.util.Optional;

/**
 * The authorizer of {@code $connect}: it allows clients that have a token from the issuer. It answers 401 without a
 * valid token, 403 if the token lacks a scope, and 500 if the issuer's keys can't be fetched. Every later event of the
 * connection has the token's claims in {@code requestContext.authorizer}. Nothing of a token is ever logged. If the
 * environment has a CDN's origin keys, a handshake without one of them is answered 403.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html">Lambda
 *     REQUEST authorizer functions</a>
 */
public final class JwtAuthorizerHandler implements RequestHandler<APIGatewayCustomAuthorizerEvent, IamPolicyResponse> {
    private final TokenRules rules;
    private final TokenVerifier verifier;
    private final Optional<OriginKeys> originKeys;

    /**
     * Called by Lambda, once for all the calls that this instance, or its snapshot, will answer. It makes no network
     * calls.
     */
    public JwtAuthorizerHandler() {
        this(System.getenv());
    }

    JwtAuthorizerHandler(Map<String, String> environment) {
        rules = TokenRules.of(environment);
        verifier = TokenVerifier.of(rules);
        originKeys = OriginKeys.in(environment);
        if ("snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
            WarmUp.of(rules);
        }
    }

    @Override
    public IamPolicyResponse handleRequest(APIGatewayCustomAuthorizerEvent event, Context context) {
        if (!originKeys.map(keys -> keys.accept(event.getHeaders())).orElse(true)) {
            context.getLogger().log("403: the call went around the CDN\n");
            return Policy.denying(event.getMethodArn(), "unknown");
        }
        var claims = verified(event, context.getLogger());
        if (!Scopes.of(claims).containsAll(rules.scopes())) {
            context.getLogger().log("403: the token is valid, but lacks one of the scopes " + rules.scopes() + "\n");
            return Policy.denying(event.getMethodArn(), claims.getSubject());
        }
        return Policy.allowing(
                event.getMethodArn(),
                claims.getSubject(),
                Claims.flat(claims, rules.token().subprotocol(event)));
    }

    private JWTClaimsSet verified(APIGatewayCustomAuthorizerEvent event, LambdaLogger log) {
        try {
            return verifier.verify(
                    rules.token().find(event).orElseThrow(() -> new RefusedException("no token was sent")));
        } catch (RefusedException refused) {
            log.log("401: the token is refused: " + refused.getMessage() + "\n");
            throw new UnauthorizedException();
        }
    }
}

package io.edgesocket.users;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse;
import java.util.Map;

/**
 * Authorizes {@code $connect}: allows a handshake with CloudFront's key, and answers 403 to any other. If there is no
 * key at all, API Gateway itself answers 401 and doesn't call this function.
 */
public final class OriginKeyHandler implements RequestHandler<APIGatewayCustomAuthorizerEvent, IamPolicyResponse> {
    private static final String CDN = "cdn";
    private final OriginKeys keys;

    /** Called by Lambda, once for all the calls that this instance will answer. */
    public OriginKeyHandler() {
        this(System.getenv());
    }

    OriginKeyHandler(Map<String, String> environment) {
        keys = OriginKeys.in(environment)
                .orElseThrow(() ->
                        new IllegalStateException(OriginKeys.HEADER_VARIABLE + " is missing from the environment"));
    }

    @Override
    public IamPolicyResponse handleRequest(APIGatewayCustomAuthorizerEvent event, Context context) {
        return keys.accept(event.getHeaders())
                ? Policy.allowing(event.getMethodArn(), CDN, Map.of())
                : Policy.denying(event.getMethodArn(), CDN);
    }
}

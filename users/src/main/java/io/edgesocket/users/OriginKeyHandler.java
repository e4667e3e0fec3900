package io.edgesocket.users;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse;
import java.util.Map;

/**
 * Authorizes {@code $connect}: lets in who comes through CloudFront, known by its key, and answers everybody else with
 * 403. API Gateway itself answers 401 to who sends no key at all, and doesn't call this.
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

package io.edgesocket.components.authorization;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.resources.Resource;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How {@code $connect} tells clients that come through the CDN from those that go around it. */
sealed interface GuardMethod permits ApiKeyMethod, HeaderMethod {

    /** What a client must bring with this guard, besides what the route asks for already. */
    RouteAuthorization on(RouteAuthorization asked);

    void check(Problems problems, Property property, RouteAuthorization asked);

    /**
     * Registers whatever the stage needs to accept the keys.
     *
     * @param children of the API
     * @param tags     of the API
     * @return what must be there before CloudFront sends one
     */
    List<Resource> open(Children children, Api api, Stage stage, Optional<Map<String, String>> tags);
}

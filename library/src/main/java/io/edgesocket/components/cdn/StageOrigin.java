package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.HTTPS_PORT;

import com.pulumi.core.Output;
import io.edgesocket.components.api.ApiGatewayLimits;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.Optional;

/** A stage of an API that the same program deploys: its domain name is known once the API is there. */
public record StageOrigin(Output<String> domainName, String stage) implements OriginAddress {
    @Override
    public String path() {
        return "/" + stage;
    }

    @Override
    public int port() {
        return HTTPS_PORT;
    }

    @Override
    public Optional<String> region() {
        return Optional.empty();
    }

    @Override
    public void check(Problems problems, Property property) {
        problems.unless(
                ApiGatewayLimits.isStageName(stage),
                property.then("stage"),
                '"' + stage + '"',
                "the name of a stage: 1 to 128 " + ApiGatewayLimits.STAGE_NAME_RULE);
    }
}

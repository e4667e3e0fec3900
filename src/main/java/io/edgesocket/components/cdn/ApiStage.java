package io.edgesocket.components.cdn;

import static io.edgesocket.components.api.ApiGatewayLimits.STAGE_NAME;
import static io.edgesocket.components.api.ApiGatewayLimits.STAGE_NAME_MAX;
import static io.edgesocket.components.cdn.CloudFrontLimits.HTTPS_PORT;

import com.pulumi.core.Output;
import io.edgesocket.components.internal.Problems;
import java.util.Optional;
import java.util.regex.Pattern;

/** A stage of an API that the same program deploys: its domain name is known once the API is there. */
public record ApiStage(Output<String> domainName, String stage) implements OriginAddress {
    private static final Pattern NAME = Pattern.compile(STAGE_NAME);

    public static boolean isName(String text) {
        return NAME.matcher(text).matches() && text.length() <= STAGE_NAME_MAX;
    }

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
    public void check(Problems problems, String property) {
        problems.unless(
                isName(stage),
                property + ".stage",
                '"' + stage + '"',
                "a stage is named with 1 to 128 letters, digits and _, and no slash");
    }
}

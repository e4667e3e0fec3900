package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.OnlyBeside.onlyBeside;
import static io.edgesocket.settings.schema.SecretShape.secret;
import static io.edgesocket.settings.schema.ShorthandShape.orAlone;
import static io.edgesocket.settings.schema.TextShape.text;

import com.pulumi.core.Output;
import io.edgesocket.components.authorization.OriginGuardArgs;
import io.edgesocket.components.cdn.CloudFrontLimits;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.settings.schema.Field;
import io.edgesocket.settings.schema.ShorthandShape;
import io.edgesocket.settings.schema.TextShape;
import io.edgesocket.settings.schema.ValueOrSecret;
import java.util.Optional;

/** A further WebSocket API, and the key by which it knows the CDN, if it asks for one. */
public record PathSettings(String endpoint, Optional<ValueOrSecret> key, String sentIn) {
    private static final TextShape KEY = text(
            "[!-~]{20,}",
            "20 or more letters, digits and signs, without spaces",
            CloudFrontLimits.CUSTOM_HEADER_VALUE_MAX);
    private static final TextShape HEADER = text(
            CloudFrontLimits.KEY_HEADER, CloudFrontLimits.KEY_HEADER_MEANS, CloudFrontLimits.CUSTOM_HEADER_NAME_MAX);

    static final ShorthandShape SHAPE = orAlone(
            "endpoint",
            group(
                            PathSettings.class,
                            Field.key(
                                    "endpoint",
                                    new EndpointShape(),
                                    "Its address. With nothing else to say, it may stand alone."),
                            optional(
                                    "key",
                                    secret(KEY),
                                    "What CloudFront sends to it, for it to refuse who comes without. "
                                            + "pulumi config set --secret --path 'edgesocket:paths[\"/PATH\"].key'"),
                            Field.key(
                                            "sentIn",
                                            HEADER,
                                            "The header in which the key is sent. API Gateway reads its API keys from the default.")
                                    .or(OriginGuardArgs.API_KEY_HEADER))
                    .with(onlyBeside("key", "sentIn")));

    WebSocketOrigin toOrigin() {
        var origin = WebSocketOrigin.existing(endpoint);
        return key.map(sent -> origin.header(sentIn, Output.ofSecret(sent.text())))
                .orElse(origin);
    }
}

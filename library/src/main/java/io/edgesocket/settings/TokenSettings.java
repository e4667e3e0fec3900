package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Alternatives.exactlyOne;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.authorization.JwtLimits;
import io.edgesocket.components.authorization.TokenLocation;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.TextShape;
import java.util.Optional;

/** Where clients put their token. */
public record TokenSettings(Optional<String> queryString, Optional<String> subprotocol) {

    private static final TextShape NAME = text(JwtLimits.PLACE, "letters, digits, - and _", 64);

    static final GroupShape SHAPE = group(
                    TokenSettings.class,
                    optional("queryString", NAME, "In the URL, under this name. CloudFront's legacy log has it too."),
                    optional(
                            "subprotocol",
                            NAME,
                            "Among the subprotocols, behind this name and a dot, beside the one that is meant. No log has it."))
            .with(exactlyOne("queryString", "subprotocol"));

    /** What is given; if both or neither is, which is reported elsewhere, any. */
    TokenLocation place() {
        return subprotocol
                .map(TokenLocation::subprotocol)
                .orElseGet(() -> TokenLocation.queryString(queryString.orElse("token")));
    }
}

package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.ShorthandShape.orAlone;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.AssumedRole;
import io.edgesocket.settings.schema.ShorthandShape;
import java.util.Optional;

/** The role of another account that makes DNS records there. */
public record DnsRoleSettings(String arn, Optional<String> externalId) {
    /** Under which the program registers the provider that acts as it. */
    private static final String PROVIDER = "dns-role";

    static final ShorthandShape SHAPE = orAlone(
            "arn",
            group(
                    DnsRoleSettings.class,
                    key(
                            "arn",
                            text(AssumedRole.ARN, "the ARN of a role, such as arn:aws:iam::210987654321:role/dns"),
                            "Its ARN. With nothing else to say, it may stand alone."),
                    optional(
                            "externalId",
                            text(AssumedRole.EXTERNAL_ID, "2 to 1224 letters, digits and _ + = , . @ : / -"),
                            "What the role's trust policy asks for, if it does.")));

    AssumedRole toRole() {
        return new AssumedRole(PROVIDER, arn, externalId);
    }
}

package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.IamLimits;
import io.edgesocket.components.company.CompanyRules;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.TextShape;
import java.util.Optional;

/**
 * What a company prescribes for all that the stack makes.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">IAM: CreateRole</a>
 */
public record CompanySettings(
        Optional<String> permissionsBoundary,
        Optional<String> rolePath,
        Optional<String> roleNamePrefix,
        Optional<KeySettings> keys) {

    static final TextShape ROLE =
            text(IamLimits.ROLE_ARN, "a role's ARN, with its path if it has one: arn:aws:iam::123456789012:role/NAME");

    static final GroupShape SHAPE = group(
            CompanySettings.class,
            optional(
                    "permissionsBoundary",
                    text(
                            IamLimits.POLICY_ARN,
                            "a managed policy's ARN, such as arn:aws:iam::123456789012:policy/boundary"),
                    "What every role that the stack makes may do at most."),
            optional(
                    "rolePath",
                    text(IamLimits.PATH, "a path with a slash at both ends, such as /apps/chat/", IamLimits.PATH_MAX),
                    "The path of every role that the stack makes. Another path makes other roles."),
            optional(
                    "roleNamePrefix",
                    text(IamLimits.NAME_PREFIX, "letters, digits and + = , . @ _ -", IamLimits.NAME_PREFIX_MAX),
                    "What the name of every role that the stack makes begins with; project, stack and component follow. "
                            + "Another beginning makes other roles."),
            optional("keys", KeySettings.SHAPE, "KMS keys for logs and for the environment of functions."));

    /** For components and resources of the program's own: {@code resourceTransformations(…)} of their options. */
    public CompanyRules toRules() {
        var rules = CompanyRules.builder();
        permissionsBoundary.ifPresent(rules::permissionsBoundary);
        rolePath.ifPresent(rules::rolePath);
        roleNamePrefix.ifPresent(rules::roleNamePrefix);
        keys.ifPresent(given -> given.addTo(rules));
        return rules.build();
    }
}

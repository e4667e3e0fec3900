package io.edgesocket.components.internal;

import io.edgesocket.components.IamLimits;
import java.util.regex.Pattern;

/** Finds what is no role that exists. */
public final class IamRole {
    private static final Pattern ARN = Pattern.compile(IamLimits.ROLE_ARN);

    private IamRole() {}

    public static void check(Problems problems, Input role) {
        check(problems, Property.of("role"), role);
    }

    public static void check(Problems problems, Property property, Input role) {
        role.known()
                .ifPresent(arn -> problems.unless(
                        ARN.matcher(arn).matches(),
                        property,
                        '"' + arn + '"',
                        "a role's ARN, with its path if it has one: arn:aws:iam::123456789012:role/NAME"));
    }
}

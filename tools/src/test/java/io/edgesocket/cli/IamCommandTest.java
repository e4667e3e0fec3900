package io.edgesocket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Command.Outcome;
import io.edgesocket.workspace.Project;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BuiltProject.class)
class IamCommandTest {
    private final Project project;

    IamCommandTest(Project built) {
        project = built;
    }

    @Test
    void each_right_stands_with_its_purpose_and_its_source() {
        assertThat(iam("--stack", "dev").out()).contains("""
                OriginRequestPolicies: the origin request policy, which IAM knows by its id alone
                  preview, deploy: cloudfront:GetOriginRequestPolicy
                  deploy: cloudfront:CreateOriginRequestPolicy, cloudfront:UpdateOriginRequestPolicy, cloudfront:DeleteOriginRequestPolicy
                  on: arn:aws:cloudfront::*:origin-request-policy/*
                  source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudfront.html
                """);
    }

    @Test
    void a_role_s_policy_is_nothing_but_json() throws JsonProcessingException {
        var policy = new ObjectMapper()
                .readTree(iam("--stack", "dev", "--role", "preview").out());
        assertThat(policy.path("Statement")).isNotEmpty();
    }

    @Test
    void a_state_in_a_bucket_belongs_to_it() {
        assertThat(iam("--stack", "dev", "--role", "preview", "--backend", "s3://states")
                        .out())
                .contains("arn:aws:s3:::states/.pulumi/stacks/edgesocket/dev.json*");
    }

    @Test
    void where_the_state_is_must_be_told() {
        assertThat(iam("--stack", "dev", "--role", "preview").err())
                .contains("warning: Pulumi.yaml names no backend: if the state is in a bucket, give it with --backend");
    }

    @Test
    void a_policy_that_is_too_long_is_told_with_its_parts() {
        assertThat(iam(
                                "--stack",
                                "prod",
                                "--role",
                                "deploy",
                                "--account",
                                "123456789012",
                                "--backend",
                                "s3://my-states")
                        .err())
                .contains("make 2 managed policies, with --part 1 to --part 2");
    }

    @ParameterizedTest
    @CsvSource({"deploy, prod", "preview, prod-preview"})
    void a_role_can_be_taken_in_its_environment_alone(String role, String environment) {
        var trust = new String[] {
            "--stack", "prod", "--role", role, "--trust", "--repository", "acme/chat", "--account", "123456789012"
        };
        assertThat(iam(trust).out()).contains("\"repo:acme/chat:environment:" + environment + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--trust | --trust needs --role",
                "--role deploy --trust --account 123456789012 | --trust needs --repository, such as acme/chat",
                "--role deploy --trust --repository a/b | --trust needs --account: a principal names its account",
                "--role deploy --trust --repository a --account 123456789012 | --repository a is no repository on GitHub",
                "--role deploy --account 1234 | --account 1234 is no AWS account: it has 12 digits",
                "--role deploy --part 9 | --part 9: there are the parts 1 to 1",
            })
    void what_is_missing_or_wrong_is_told(String options, String message) {
        var outcome = iam(("--stack dev " + options).split(" "));
        assertThat(outcome.err()).contains("error: " + message);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private Outcome iam(String... options) {
        return project.run(Stream.concat(Stream.of("./edgesocket", "iam"), Stream.of(options))
                .toArray(String[]::new));
    }
}

package io.edgesocket.iam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubRepositoryTest {
    @Test
    void a_name_alone_is_trusted_by_the_old_form_of_sub() {
        assertThat(trust("acme/chat"))
                .contains("\"token.actions.githubusercontent.com:sub\": \"repo:acme/chat:environment:prod\"");
    }

    @Test
    void with_its_numbers_both_forms_of_sub_are_trusted() {
        assertThat(trust("acme@12/chat@34"))
                .contains("\"repo:acme/chat:environment:prod\"", "\"repo:acme@12/chat@34:environment:prod\"");
    }

    @Test
    void tokens_for_aws_alone_are_trusted() {
        assertThat(trust("acme/chat")).contains("\"token.actions.githubusercontent.com:aud\": \"sts.amazonaws.com\"");
    }

    @Test
    void the_issuer_is_that_of_the_account() {
        assertThat(trust("acme/chat"))
                .contains("\"arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com\"");
    }

    private static String trust(String repository) {
        return GitHubRepository.of(repository)
                .orElseThrow()
                .trust(Rights.ACCOUNT, "prod")
                .json();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                "acme/",
                "acme/*",
                "*/chat",
                "acme/chat:ref",
                "acme@1/chat",
                "acme/chat@2",
                "a/b/c",
                "-acme/chat"
            })
    void what_is_no_repository_is_nothing(String written) {
        assertThat(GitHubRepository.of(written)).isEmpty();
    }
}

package io.edgesocket.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackCopyTest {
    @Test
    void comments_and_order_stay() {
        var file = """
                # A stack.

                config:
                  b: 1 # one
                  # two
                  a: 2
                """;
        assertThat(copy(file).text()).isEqualTo(file);
    }

    @Test
    void the_other_stack_s_name_is_the_new_one_s_wherever_it_is_a_word() {
        var copy = copy("""
                # The dev stack.
                config:
                  domain: {names: [chat.dev.example.com]}
                  bucket: my-dev-logs/dev
                  device: developer
                """);
        assertThat(copy.text()).isEqualTo("""
                # The staging stack.
                config:
                  domain: {names: [chat.staging.example.com]}
                  bucket: my-staging-logs/staging
                  device: developer
                """);
        assertThat(copy.renamed())
                .containsExactly("domain: {names: [chat.staging.example.com]}", "bucket: my-staging-logs/staging");
    }

    @Test
    void a_secret_of_the_other_stack_is_to_come() {
        var copy = copy("""
                config:
                  key: {secure: v1:abc=}
                  guard:
                    keys:
                      blue:
                        secure: v1:def= # old

                      green: {secure: v1:ghi=}
                  paths: {"/orders": {key: {secure: v1:jkl}}, /news: {key: <secret>}}
                """);
        assertThat(copy.text()).isEqualTo("""
                config:
                  key: <secret>
                  guard:
                    keys:
                      blue:
                        <secret> # old

                      green: <secret>
                  paths: {"/orders": {key: <secret>}, /news: {key: <secret>}}
                """);
        assertThat(copy.secrets())
                .containsExactly(
                        "key", "guard.keys.blue", "guard.keys.green", "paths[\"/orders\"].key", "paths[\"/news\"].key");
    }

    @Test
    void how_the_other_stack_encrypts_is_left_out() {
        assertThat(copy("""
                        secretsprovider: awskms://alias/a
                        encryptedkey: abc=
                        config: {a: 1}
                        encryptionsalt: v1:abc=
                        """).text()).isEqualTo("config: {a: 1}\n");
    }

    @Test
    void characters_beyond_the_first_plane_move_nothing() {
        assertThat(copy("# 🙂🙂\nconfig: {a: {secure: x}}\n").text()).isEqualTo("# 🙂🙂\nconfig: {a: <secret>}\n");
    }

    @Test
    void a_file_without_settings_is_the_same() {
        assertThat(copy("# nothing yet\n").text()).isEqualTo("# nothing yet\n");
    }

    private static StackCopy copy(String file) {
        return StackCopy.of(file, "dev", "staging");
    }
}

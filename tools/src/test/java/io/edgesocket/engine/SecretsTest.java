package io.edgesocket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.core.Output;
import io.edgesocket.engine.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret of the stack's file is one everywhere, whatever the program does to it, and nobody needs a passphrase. */
class SecretsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void a_stack_with_a_secret_and_an_object_that_holds_one() throws Exception {
        Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
        Files.writeString(folder.resolve("Pulumi.dev.yaml"), """
                encryptionsalt: v1:abc
                config:
                  shop:key: {secure: v1:cipher}
                  shop:database: {user: sa, password: {secure: v1:cipher}}
                """);
    }

    @Test
    void taken_as_a_secret() {
        assertThat(value(ctx -> ctx.config().requireSecret("key"))).isInstanceOf(Value.Secret.class);
    }

    @Test
    void that_is_to_come() throws Exception {
        Files.writeString(folder.resolve("Pulumi.dev.yaml"), "config: {shop:key: <secret>}\n");
        assertThat(value(ctx -> Output.of(ctx.config().require("key")))).isInstanceOf(Value.Secret.class);
    }

    @Test
    void taken_as_plain_text() {
        assertThat(value(ctx -> Output.of(ctx.config().require("key")))).isInstanceOf(Value.Secret.class);
    }

    @Test
    void within_a_text() {
        assertThat(value(ctx -> Output.of("Bearer " + ctx.config().require("key"))))
                .isInstanceOf(Value.Secret.class);
    }

    @Test
    void changed_by_an_apply() {
        assertThat(value(ctx -> ctx.config().requireSecret("key").applyValue(String::toUpperCase)))
                .isInstanceOf(Value.Secret.class);
    }

    @Test
    void changed_without_an_apply() {
        assertThat(value(ctx -> Output.of(ctx.config().require("key").toUpperCase(Locale.ROOT))))
                .isInstanceOf(Value.Secret.class);
    }

    @Test
    void without_its_beginning() {
        assertThat(value(ctx -> Output.of(ctx.config().require("key").substring(16))))
                .isInstanceOf(Value.Secret.class);
    }

    @Test
    void inside_an_object() {
        assertThat(value(ctx -> Output.of(ctx.config().require("database")))).isInstanceOf(Value.Secret.class);
    }

    @Test
    void made_by_the_program_itself() {
        assertThat(value(ctx -> Output.ofSecret("made up here"))).isInstanceOf(Value.Secret.class);
    }

    @Test
    void never_printed() {
        assertThat(value(ctx -> Output.ofSecret("made up here"))).hasToString("[secret]");
    }

    @Test
    void its_key_is_marked_as_one() {
        assertThat(Project.at(folder).stack("dev").secretKeys()).containsExactlyInAnyOrder("shop:key", "shop:database");
    }

    private Value value(Function<Context, Output<String>> value) {
        var registrations = Engine.run(
                Project.at(folder).stack("dev"),
                ctx -> new Parameter(
                        "p",
                        ParameterArgs.builder()
                                .type("String")
                                .value(value.apply(ctx))
                                .build()));
        return Programs.input(registrations, "p", "value");
    }
}

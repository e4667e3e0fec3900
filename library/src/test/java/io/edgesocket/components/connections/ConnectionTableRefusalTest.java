package io.edgesocket.components.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.pulumi.core.Output;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What AWS would refuse of a table or its handler, and what would fail only when a client connects. */
class ConnectionTableRefusalTest {
    private static final String KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final String NAMES = "; 1 to 247 letters, digits, - and _";
    private static final String KEYS = "; the ARN of a KMS key, no alias: arn:aws:kms:eu-west-1:123456789012:key/…";

    /** Each refused name, the whole message, and the nearest name that is accepted. */
    static Stream<Arguments> names() {
        return Stream.of(
                arguments("", "name: \"\"" + NAMES, "a"),
                arguments("chat.connections", "name: \"chat.connections\"" + NAMES, "chat_connections"),
                arguments("a b", "name: \"a b\"" + NAMES, "a-b"),
                arguments("über", "name: \"über\"" + NAMES, "ueber"),
                arguments("a".repeat(248), "name: \"" + "a".repeat(248) + "\"" + NAMES, "a".repeat(247)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_that_no_table_can_have_is_refused(String wrong, String message, String right) {
        assertThat(problems(wrong, args -> args)).containsExactly(message);
        assertThat(problems(right, args -> args)).isEmpty();
    }

    /** Each refused value, the whole message, and the nearest value that is accepted. */
    static Stream<Arguments> values() {
        return Stream.of(
                row(args -> args.kmsKey("alias/chat"), "kmsKey: \"alias/chat\"" + KEYS, args -> args.kmsKey(KEY)),
                row(
                        args -> args.kmsKey("1234abcd-12ab-34cd-56ef-1234567890ab"),
                        "kmsKey: \"1234abcd-12ab-34cd-56ef-1234567890ab\"" + KEYS,
                        args -> args.kmsKey(KEY.replace("1234abcd", "mrk"))),
                row(
                        args -> args.kmsKey("arn:aws:kms:eu-west-1:123456789012:alias/chat"),
                        "kmsKey: \"arn:aws:kms:eu-west-1:123456789012:alias/chat\"" + KEYS,
                        args -> args.kmsKey(Output.of("arn:aws:kms:eu-west-1:123456789012:alias/known-later"))),
                row(
                        args -> args.kmsKey("arn:aws:iam::123456789012:role/key"),
                        "kmsKey: \"arn:aws:iam::123456789012:role/key\"" + KEYS,
                        args -> args.kmsKey(KEY.replace("arn:aws:", "arn:aws-us-gov:"))),
                row(
                        args -> args.handler(function()
                                .environment("CONNECTIONS_TABLE", "mine")
                                .build()),
                        "handler.environment.CONNECTIONS_TABLE: given; nothing: the table sets it, and a function has one "
                                + "such table",
                        args -> args.handler(
                                function().environment("TABLE", "mine").build())),
                row(
                        args -> args.handler(
                                function().code(ofJava("src/missing")).build()),
                        "handler.code: there is no src/missing; a jar, a folder of jars or a folder of classes, which your build "
                                + "makes: run it first",
                        args -> args.handler(function().build())),
                row(
                        args -> args.handler(function().memoryMb(64).build()),
                        "handler.memory: 64; 128 to 10240",
                        args -> args.handler(function().memoryMb(128).build())),
                row(
                        args -> args.tags(Map.of("aws:team", "chat")),
                        "tags: key \"aws:team\"; 1 to 128 letters, digits, spaces and _.:/=+-@, not beginning with aws:",
                        args -> args.tags(Map.of("team:aws", "chat"))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_refused_with_its_place_and_what_to_do(
            UnaryOperator<ConnectionTableArgs.Builder> wrong,
            String message,
            UnaryOperator<ConnectionTableArgs.Builder> right) {
        assertThat(problems("connections", wrong)).containsExactly(message);
    }

    @ParameterizedTest
    @MethodSource("values")
    void the_nearest_right_value_is_accepted(
            UnaryOperator<ConnectionTableArgs.Builder> wrong,
            String message,
            UnaryOperator<ConnectionTableArgs.Builder> right) {
        assertThat(problems("connections", right)).isEmpty();
    }

    @Test
    void all_that_is_wrong_is_told_at_once_and_the_table_is_not_made() {
        var args = ConnectionTableArgs.builder()
                .kmsKey("mine")
                .handler(function().memoryMb(64).build())
                .build();
        assertThatThrownBy(
                        () -> new ConnectionTable("a b", args)) // outside of a program, so nothing could be registered
                .isInstanceOfSatisfying(
                        InvalidArgumentsException.class,
                        refused -> assertThat(refused.problems()).hasSize(3));
    }

    private static Arguments row(
            UnaryOperator<ConnectionTableArgs.Builder> wrong,
            String message,
            UnaryOperator<ConnectionTableArgs.Builder> right) {
        return arguments(wrong, message, right);
    }

    private static LambdaFunctionArgs.Builder function() {
        return LambdaFunctionArgs.builder()
                .code(FunctionCode.nodejs(Path.of("src/main/edge/region-header"), "index.handler"));
    }

    private static FunctionCode ofJava(String folder) {
        return FunctionCode.java("io.edgesocket.connections.ConnectionHandler", Path.of(folder));
    }

    private static List<String> problems(String name, UnaryOperator<ConnectionTableArgs.Builder> args) {
        return args.apply(ConnectionTableArgs.builder().handler(function().build())).build().problems(name).stream()
                .map(Problem::toString)
                .toList();
    }
}

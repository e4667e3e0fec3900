package io.edgesocket.components.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.pulumi.core.Output;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.functions.LambdaFunctionArgs.Builder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaFunctionRefusalTest {
    private static final FunctionCode SCRIPT =
            FunctionCode.nodejs(Path.of("src/main/edge/region-header"), "index.handler");

    private static final String IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/chat:1.0";

    /** Each refused value, the whole message, and the nearest value that is accepted. */
    static Stream<Arguments> refused() {
        return Stream.of(
                row(b -> b.memoryMb(127), "memory: 127; 128 to 10240", b -> b.memoryMb(128)),
                row(b -> b.memoryMb(10_241), "memory: 10241; 128 to 10240", b -> b.memoryMb(10_240)),
                row(
                        b -> b.timeout(Duration.ZERO),
                        "timeout: 0.0 s; whole seconds, 1 to 900",
                        b -> b.timeout(Duration.ofSeconds(1))),
                row(
                        b -> b.timeout(Duration.ofMillis(1_500)),
                        "timeout: 1.5 s; whole seconds, 1 to 900",
                        b -> b.timeout(Duration.ofMillis(2_000))),
                row(
                        b -> b.timeout(Duration.ofSeconds(901)),
                        "timeout: 901.0 s; whole seconds, 1 to 900",
                        b -> b.timeout(Duration.ofMinutes(15))),
                row(
                        b -> b.reservedConcurrency(-1),
                        "reservedConcurrency: -1; 0, which stops the function, or more",
                        b -> b.reservedConcurrency(0)),
                row(
                        b -> b.code(SCRIPT).snapStart(true),
                        "snapStart: true, for nodejs22.x; false: Lambda has it for Java and Python only",
                        b -> b.snapStart(true)),
                row(
                        b -> b.logRetentionDays(31),
                        "logRetention: 31; one of [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, "
                                + "180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]",
                        b -> b.logRetentionDays(30)),
                row(
                        b -> b.description("d".repeat(257)),
                        "description: 257 characters; at most 256",
                        b -> b.description("d".repeat(256))),
                row(
                        b -> b.allow(List.of(), Output.of("arn")),
                        "allow: no actions; one action or more",
                        b -> b.allow(List.of("s3:GetObject*"), Output.of("arn"))),
                row(
                        b -> b.allow(List.of("*"), Output.of("arn")),
                        "allow: action \"*\"; a service and its action, such as dynamodb:GetItem",
                        b -> b.allow(List.of("execute-api:ManageConnections"), Output.of("arn"))));
    }

    static Stream<Arguments> refusedEnvironment() {
        var keyRule = "; a letter, then letters, digits and _; at least two characters";
        return Stream.of(
                row(b -> b.environment("1A", "x"), "environment: key \"1A\"" + keyRule, b -> b.environment("A1", "x")),
                row(b -> b.environment("A", "x"), "environment: key \"A\"" + keyRule, b -> b.environment("AA", "x")),
                row(
                        b -> b.environment("A-B", "x"),
                        "environment: key \"A-B\"" + keyRule,
                        b -> b.environment("A_B", "x")),
                row(
                        b -> b.environment("AWS_REGION", Output.of("x")),
                        "environment.AWS_REGION: a name that Lambda keeps for itself; another name",
                        b -> b.environment("AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI", Output.of("x"))),
                row(
                        b -> b.environment("_HANDLER", "x"),
                        "environment._HANDLER: a name that Lambda keeps for itself; another name",
                        b -> b.environment("HANDLER", "x")),
                row(
                        b -> b.environment("KEY", "é".repeat(2_047)),
                        "environment: 4097 bytes; at most 4096 bytes, keys and values together",
                        b -> b.environment("KE", "é".repeat(2_047))),
                row(
                        b -> b.secretEnvironment("KEY", "é".repeat(2_047)),
                        "environment: 4097 bytes; at most 4096 bytes, keys and values together",
                        b -> b.secretEnvironment("KE", "é".repeat(2_047))));
    }

    static Stream<Arguments> refusedRuntimes() {
        var nodejs = "; one of nodejs22.x, nodejs20.x, nodejs18.x, which are what com.pulumi:aws 6.83.0 takes for this "
                + "code; a newer one needs a newer com.pulumi:aws, or a container image";
        var java = nodejs.replace("nodejs22.x, nodejs20.x, nodejs18.x", "java21, java17, java11, java8.al2");
        return Stream.of(
                row(
                        b -> b.code(SCRIPT.withRuntime("nodejs24.x")),
                        "runtime: \"nodejs24.x\"" + nodejs,
                        b -> b.code(SCRIPT.withRuntime("nodejs20.x"))),
                row(
                        b -> b.code(SCRIPT.withRuntime("nodejs16.x")),
                        "runtime: \"nodejs16.x\"" + nodejs,
                        b -> b.code(SCRIPT.withRuntime("nodejs18.x"))),
                row(
                        b -> b.code(SCRIPT.withRuntime("python3.13")),
                        "runtime: \"python3.13\"" + nodejs,
                        b -> b.code(SCRIPT.withRuntime("python3.13").withRuntime("nodejs22.x"))),
                row(
                        b -> b.code(Echo.code().withRuntime("java25")),
                        "runtime: \"java25\"" + java,
                        b -> b.code(Echo.code().withRuntime("java17"))),
                row(
                        b -> b.code(FunctionCode.image(IMAGE).withRuntime("nodejs22.x")),
                        "runtime: \"nodejs22.x\"; none: a container image has its own, leave it out",
                        b -> b.code(FunctionCode.image(IMAGE))),
                row(
                        b -> b.code(Echo.code().withRuntime("java8.al2")).snapStart(true),
                        "snapStart: true, for java8.al2; false: Lambda has it for Java and Python only, from Java 11 and "
                                + "Python 3.12 on",
                        b -> b.code(Echo.code().withRuntime("java11")).snapStart(true)));
    }

    static Stream<Arguments> refusedImages() {
        var rule = "; an image in Amazon ECR with its tag or digest, "
                + "123456789012.dkr.ecr.eu-west-1.amazonaws.com/chat:1.0 or …/chat@sha256:…: Lambda takes no other registry";
        var untagged = IMAGE.replace(":1.0", "");
        return Stream.of(
                row(
                        b -> b.code(FunctionCode.image("docker.io/acme/chat:1.0")),
                        "code: image \"docker.io/acme/chat:1.0\"" + rule,
                        b -> b.code(FunctionCode.image(IMAGE.replace("chat", "acme/chat")))),
                row(
                        b -> b.code(FunctionCode.image(untagged)),
                        "code: image \"" + untagged + "\"" + rule,
                        b -> b.code(FunctionCode.image(untagged + "@sha256:" + "a1".repeat(32)))),
                row(
                        b -> b.code(FunctionCode.image(IMAGE)).snapStart(true),
                        "snapStart: true, for a container image; false: Lambda has it for Java and Python only",
                        b -> b.code(FunctionCode.image(IMAGE)).provisionedConcurrency(1)),
                row(
                        b -> b.code(FunctionCode.image(Output.of(IMAGE))).layer(layer("a", 1)),
                        "layers: 1, for a container image; none: put what they hold into the image",
                        b -> b.code(FunctionCode.image(Output.of(IMAGE)))));
    }

    static Stream<Arguments> refusedCapacity() {
        return Stream.of(
                row(
                        b -> b.provisionedConcurrency(0),
                        "provisionedConcurrency: 0; 1 or more; leave it out for none",
                        b -> b.provisionedConcurrency(1)),
                row(
                        b -> b.provisionedConcurrency(2).snapStart(true),
                        "provisionedConcurrency: 2, with SnapStart; one of the two: Lambda refuses them together",
                        b -> b.provisionedConcurrency(2)),
                row(
                        b -> b.provisionedConcurrency(6).reservedConcurrency(5),
                        "provisionedConcurrency: 6; at most the function's reservedConcurrency, 5",
                        b -> b.provisionedConcurrency(5).reservedConcurrency(5)),
                row(
                        b -> b.ephemeralStorageMb(511),
                        "ephemeralStorage: 511; 512 to 10240",
                        b -> b.ephemeralStorageMb(512)),
                row(
                        b -> b.ephemeralStorageMb(10_241),
                        "ephemeralStorage: 10241; 512 to 10240",
                        b -> b.ephemeralStorageMb(10_240)),
                row(
                        b -> b.ephemeralStorageMb(513).snapStart(true),
                        "ephemeralStorage: 513, with SnapStart; 512: Lambda has no SnapStart with more",
                        b -> b.ephemeralStorageMb(512).snapStart(true)));
    }

    static Stream<Arguments> refusedLayers() {
        return Stream.of(
                row(
                        b -> b.layer("chat-extensions"),
                        "layers: \"chat-extensions\"; the ARN of a layer's version, "
                                + "arn:aws:lambda:eu-west-1:123456789012:layer:NAME:1",
                        b -> b.layer(Output.of("chat-extensions"))),
                row(
                        b -> b.layer(layer("a", 1)).layer(layer("a", 2)),
                        "layers: arn:aws:lambda:eu-west-1:123456789012:layer:a twice; a layer once, in one version: Lambda "
                                + "takes no two",
                        b -> b.layer(layer("a", 1)).layer(layer("b", 1))),
                row(b -> layers(b, 6), "layers: 6 layers; at most 5", b -> layers(b, 5)));
    }

    static Stream<Arguments> refusedNetworks() {
        var subnet = "subnet-0a1b2c3d";
        var group = "sg-0a1b2c3d4e5f60718";
        return Stream.of(
                row(
                        b -> b.vpc(List.of(), List.of(group)),
                        "vpc.subnets: 0 of them; 1 to 16",
                        b -> b.vpc(List.of(subnet), List.of(group))),
                row(
                        b -> b.vpc(List.of(subnet), Collections.nCopies(6, group)),
                        "vpc.securityGroups: 6 of them; 1 to 5",
                        b -> b.vpc(List.of(subnet), Collections.nCopies(5, group))),
                row(
                        b -> b.vpc(List.of(group), List.of(group)),
                        "vpc.subnets: \"sg-0a1b2c3d4e5f60718\"; an id such as subnet-0a1b2c3d4e5f60718",
                        b -> b.vpc(Output.of(List.of(group)), Output.of(List.of(group)))),
                row(
                        b -> b.vpc(List.of(subnet), List.of("default")),
                        "vpc.securityGroups: \"default\"; an id such as sg-0a1b2c3d4e5f60718",
                        b -> b.vpc(List.of(subnet), List.of(group))));
    }

    static Stream<Arguments> refusedRoles() {
        var role = "arn:aws:iam::123456789012:role/apps/chat";
        return Stream.of(
                row(
                        b -> b.role("chat"),
                        "role: \"chat\"; a role's ARN, with its path if it has one: arn:aws:iam::123456789012:role/NAME",
                        b -> b.role(role)),
                row(
                        b -> b.role(role).allow(List.of("s3:GetObject"), Output.of("arn")),
                        "allow: 1 rights, for a role that exists; none: what it may do isn't this program's to say, give "
                                + "them to the role where it is made",
                        b -> b.role(Output.of(role))));
    }

    static Stream<Arguments> refusedTags() {
        var keyRule = "; 1 to 128 letters, digits, spaces and _.:/=+-@, not beginning with aws:";
        var valueRule = "; at most 256 letters, digits, spaces and _.:/=+-@, not beginning with aws:";
        return Stream.of(
                row(b -> b.tags(tags(51)), "tags: 51 tags; at most 50", b -> b.tags(tags(50))),
                row(
                        b -> b.tags(Map.of("AWS:x", "")),
                        "tags: key \"AWS:x\"" + keyRule,
                        b -> b.tags(Map.of("x:aws:", ""))),
                row(b -> b.tags(Map.of("", "v")), "tags: key \"\"" + keyRule, b -> b.tags(Map.of("k", "v"))),
                row(b -> b.tags(Map.of("k", "a,b")), "tags.k: \"a,b\"" + valueRule, b -> b.tags(Map.of("k", "a.b"))),
                row(
                        b -> b.tags(Map.of("k", "v".repeat(257))),
                        "tags.k: \"" + "v".repeat(257) + "\"" + valueRule,
                        b -> b.tags(Map.of("k", "v".repeat(256)))));
    }

    @ParameterizedTest
    @MethodSource({
        "refused",
        "refusedEnvironment",
        "refusedRuntimes",
        "refusedImages",
        "refusedCapacity",
        "refusedLayers",
        "refusedNetworks",
        "refusedRoles",
        "refusedTags"
    })
    void what_lambda_refuses_is_refused_first(
            UnaryOperator<Builder> refused, String message, UnaryOperator<Builder> accepted) {
        assertThat(refusal("echo", refused)).hasMessage("LambdaFunction \"echo\": " + message);
        assertThatCode(() -> check("echo", accepted)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chat echo", "chat.echo", "a-name-of-more-than-fifty-one-characters-is-one-too-m"})
    void a_name_that_aws_would_refuse_with_the_suffix_is_refused(String name) {
        assertThat(refusal(name, UnaryOperator.identity()))
                .hasMessage(
                        "LambdaFunction \"" + name + "\": name: \"" + name + "\"; 1 to 51 letters, digits, - and _");
    }

    @Test
    void a_name_of_51_characters_is_accepted() {
        assertThatCode(() -> check("n".repeat(51), UnaryOperator.identity())).doesNotThrowAnyException();
    }

    @Test
    void code_is_needed() {
        var noCode = catchThrowableOfType(
                InvalidArgumentsException.class,
                () -> new LambdaFunction("echo", LambdaFunctionArgs.builder().build()));
        assertThat(noCode)
                .hasMessage(
                        "LambdaFunction \"echo\": code: missing; "
                                + "FunctionCode.java(…), FunctionCode.nodejs(…), FunctionCode.python(…) or FunctionCode.image(…)");
    }

    @Test
    void all_problems_are_told_at_once() {
        var several = refusal("echo", b -> b.memoryMb(1).timeout(Duration.ZERO).logRetentionDays(2));
        assertThat(several.problems())
                .extracting(Problem::property)
                .containsExactly("memory", "timeout", "logRetention");
    }

    @Test
    void a_value_of_the_environment_is_never_told() {
        assertThat(refusal(
                        "echo", b -> b.environment("AWS_SESSION_TOKEN", "hush").environment("B", "hush")))
                .message()
                .doesNotContain("hush");
    }

    private static Arguments row(UnaryOperator<Builder> refused, String message, UnaryOperator<Builder> accepted) {
        return arguments(refused, message, accepted);
    }

    private static String layer(String name, int version) {
        return "arn:aws:lambda:eu-west-1:123456789012:layer:" + name + ":" + version;
    }

    private static Builder layers(Builder function, int count) {
        for (int i = 0; i < count; i++) {
            function.layer(layer("layer" + i, 1));
        }
        return function;
    }

    private static Map<String, String> tags(int count) {
        var tags = new HashMap<String, String>();
        for (int i = 0; i < count; i++) {
            tags.put("tag" + i, "");
        }
        return tags;
    }

    private static InvalidArgumentsException refusal(String name, UnaryOperator<Builder> change) {
        return catchThrowableOfType(InvalidArgumentsException.class, () -> check(name, change));
    }

    private static void check(String name, UnaryOperator<Builder> change) {
        var echo = LambdaFunctionArgs.builder().code(Echo.code());
        change.apply(echo).build().checked(name);
    }
}

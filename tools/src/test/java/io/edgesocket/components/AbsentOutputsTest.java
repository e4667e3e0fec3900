package io.edgesocket.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.Context;
import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.sns.Topic;
import com.pulumi.resources.Resource;
import com.pulumi.test.Mocks;
import io.edgesocket.App;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.authorization.GuardKeys;
import io.edgesocket.components.authorization.OriginGuard;
import io.edgesocket.components.authorization.OriginGuardArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.functions.ExistingFunction;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunction;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.components.monitoring.Alarms;
import io.edgesocket.components.monitoring.AlarmsArgs;
import io.edgesocket.handlers.EchoHandler;
import io.edgesocket.testing.AwsMocks;
import io.edgesocket.testing.StackTest;
import io.edgesocket.testing.TestedStack;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mocks need not know AWS. Whatever they leave out, a program registers all that it registers otherwise.
 *
 * @see <a href="https://www.pulumi.com/docs/iac/guides/testing/unit/">The mocks that Pulumi's guide shows</a>
 */
class AbsentOutputsTest {
    /** Mocks as the guide writes them, and those that answer less. */
    enum Answering implements Mocks {
        INPUTS_AND_ARGUMENTS,
        INPUTS_AND_NOTHING,
        NOTHING,
        NO_ID;

        @Override
        public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
            return CompletableFuture.completedFuture(ResourceResult.of(
                    this == NO_ID ? Optional.empty() : Optional.of(args.name + "_id"),
                    this == NOTHING ? Map.of() : args.inputs));
        }

        @Override
        public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
            return CompletableFuture.completedFuture(this == INPUTS_AND_ARGUMENTS ? args.args : Map.of());
        }
    }

    private static final StackTest PROD = StackTest.of("prod");

    /** A stack, and what makes it another one than those of the repository. */
    private static Map<String, StackTest> stacks() {
        var stacks = new LinkedHashMap<String, StackTest>();
        stacks.put("dev", StackTest.of("dev"));
        stacks.put("prod", PROD);
        stacks.put(
                "dev, its key looked at by a function",
                StackTest.of("dev")
                        .setSecret("edgesocket:originGuard.keys.blue", "k3F8qLw0Zr5TnXc7VbM2sYh9PdJ6aGe1")
                        .set("edgesocket:originGuard.kind", "header"));
        stacks.put(
                "dev, with everything at the edge",
                StackTest.of("dev")
                        .set("edgesocket:edge.viewerRequest.code", "src/main/edge/allow-origins.js")
                        .set("edgesocket:edge.originRequest.folder", "src/main/edge/region-header")
                        .set(
                                "edgesocket:edge.originResponse.functionArn",
                                "arn:aws:lambda:us-east-1:123456789012:function:guard:3")
                        .set("edgesocket:cdn.logging.bucketArn", "arn:aws:s3:::my-logs/dev"));
        stacks.put(
                "dev, with several APIs",
                StackTest.of("dev")
                        .set(
                                "edgesocket:paths",
                                Map.of("/orders", "wss://f6g7h8i9j0.execute-api.eu-west-1.amazonaws.com/live"))
                        .set("edgesocket:cdn.logging", Map.of("bucket", "my-logs.s3.amazonaws.com", "prefix", "dev/")));
        return stacks;
    }

    private static Map<String, Consumer<Context>> programs() {
        var programs = new LinkedHashMap<String, Consumer<Context>>();
        programs.put("a function that uses another's resource", ctx -> {
            var table = new Topic("table");
            new LambdaFunction(
                    "reader",
                    LambdaFunctionArgs.builder()
                            .code(FunctionCode.java(EchoHandler.class))
                            .environment("TOPIC", table.arn())
                            .allow(List.of("sns:Publish"), table.arn())
                            .build());
        });
        programs.put("an API of others' functions and addresses", ctx -> {
            var absent = new Topic("topic").arn();
            new WebSocketApi(
                    "chat",
                    WebSocketApiArgs.builder()
                            .route("$default", Route.to(ExistingFunction.of("other", absent, absent)))
                            .route("http", Route.http("POST", absent))
                            .route("aws", Route.aws(absent, absent))
                            .build());
        });
        programs.put("an API that asks the function of its guard", ctx -> {
            var absent = new Topic("key").arn();
            var guard = new OriginGuard(
                    "guard",
                    OriginGuardArgs.header("x-origin-key", GuardKeys.of("blue", absent))
                            .checkedBy(echo())
                            .build());
            var api = new WebSocketApi(
                    "chat",
                    WebSocketApiArgs.builder()
                            .route("$connect", Route.mock())
                            .route("$default", Route.to(new NewFunction("echo", echo())))
                            .guard(guard)
                            .build());
            new WebSocketCdn(
                    "cdn",
                    WebSocketCdnArgs.builder().origin(WebSocketOrigin.of(api)).build());
        });
        programs.put("a CDN of what others made", ctx -> {
            var absent = new Topic("topic").arn();
            var cdn = new WebSocketCdn(
                    "cdn",
                    WebSocketCdnArgs.builder()
                            .origin(WebSocketOrigin.of(absent, "live").header("x-origin-key", absent))
                            .aliases(List.of("chat.example.com"))
                            .certificateArn(absent)
                            .webAclArn(absent)
                            .legacyLogs(absent, "cdn/")
                            .build());
            new Alarms(
                    "alarms",
                    AlarmsArgs.builder()
                            .cdn(cdn, new UsEast1())
                            .topics(absent, absent)
                            .build());
        });
        return programs;
    }

    private static LambdaFunctionArgs echo() {
        return LambdaFunctionArgs.builder()
                .code(FunctionCode.java(EchoHandler.class))
                .build();
    }

    static Stream<Arguments> all_programs_under_all_mocks() {
        return Stream.concat(
                stacks().entrySet().stream()
                        .map(stack -> Arguments.of(stack.getKey(), stack.getValue(), (Consumer<Context>) App::stack)),
                programs().entrySet().stream()
                        .map(program -> Arguments.of(
                                program.getKey(),
                                StackTest.withConfiguration(Map.of("aws:region", "eu-west-1")),
                                program.getValue())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void all_programs_under_all_mocks(String name, StackTest stack, Consumer<Context> program) {
        var complete = names(stack.run(program));

        assertThat(Answering.values())
                .allSatisfy(mocks ->
                        assertThat(names(stack.withMocks(mocks).run(program))).isEqualTo(complete));
        assertThat(names(stack.withMocks(Answering.INPUTS_AND_ARGUMENTS)
                        .preview()
                        .run(program)))
                .isEqualTo(complete);
    }

    /** Of any two outputs, some run has the one and not the other: they differ in a bit of their numbers. */
    @Test
    void some_outputs_may_be_absent_and_others_not() {
        var outputs = new Outputs();
        var complete = names(PROD.withMocks(outputs).run(App::stack));
        var added = List.copyOf(outputs.added);
        assertThat(added).contains("apiEndpoint", "domainValidationOptions", "invokeArn");

        for (var bit = 1; bit <= added.size(); bit *= 2) {
            for (var value : List.of(0, bit)) {
                var absent = absent(added, bit, value);
                assertThat(names(PROD.withMocks(new Without(new AwsMocks(), absent))
                                .run(App::stack)))
                        .as("without %s", absent)
                        .isEqualTo(complete);
            }
        }
    }

    private static Set<String> absent(List<String> outputs, int bit, int value) {
        return IntStream.range(0, outputs.size())
                .filter(number -> (number & bit) == value)
                .mapToObj(outputs::get)
                .collect(Collectors.toSet());
    }

    @Test
    void what_is_made_of_an_absent_output_names_it() {
        var stack = PROD.withMocks(Answering.INPUTS_AND_ARGUMENTS).run(App::stack);

        assertThat(stack.output("managementEndpoint")).isEqualTo("https://${chat.apiEndpoint}/live");
        assertThat(stack.inputs(Function.class, "chat-send-function")
                        .text("environment.variables." + WebSocketApi.ENDPOINT_VARIABLE))
                .isEqualTo("https://${chat.apiEndpoint}/live");
        assertThat(stack.inputs(RolePolicy.class, "chat-send-function-policy")
                        .json("policy")
                        .objects("Statement")
                        .get(2)
                        .text("Resource"))
                .isEqualTo("${chat.executionArn}/live/POST/@connections/*");
        assertThat(stack.inputs(Record.class, "certificate-chat.example.com").text("name"))
                .isEqualTo("${certificate.domainValidationOptions[chat.example.com].resourceRecordName}");
        assertThat(stack.inputs(Record.class, "certificate-chat.example.com").text("zoneId"))
                .isEqualTo("${getZone(example.com).zoneId}");
        assertThat(stack.inputs(Dashboard.class, "dashboard").text("dashboardBody"))
                .contains("\"region\":\"${chat.executionArn}\"");
    }

    @Test
    void an_absent_output_of_another_s_resource_is_named_by_where_it_was_to_go() {
        var stack = StackTest.withConfiguration(Map.of())
                .withMocks(Answering.INPUTS_AND_NOTHING)
                .run(programs().get("a function that uses another's resource"));

        assertThat(stack.inputs(Function.class, "reader").text("environment.variables.TOPIC"))
                .isEqualTo("${environment.TOPIC}");
        assertThat(stack.inputs(RolePolicy.class, "reader-policy").text("policy"))
                .contains("\"Resource\":\"${resource of sns:Publish}\"");
    }

    @Test
    void a_certificate_whose_options_lack_a_name_says_what_to_mock() {
        Mocks without = resource -> CompletableFuture.completedFuture(
                Mocks.ResourceResult.of(Optional.empty(), Map.of("domainValidationOptions", List.of())));
        var stack = PROD.set("edgesocket:domain.names", List.of("chat.example.com"))
                .set("edgesocket:domain.hostedZone", "example.com")
                .withMocks(AwsMocks.completing(without));

        assertThatThrownBy(() -> stack.run(App::stack))
                .hasMessage(
                        "certificate: domainValidationOptions: none for chat.example.com, so no record can prove that "
                                + "name; ACM gives one for each name, and mocks of domainValidationOptions should too");
    }

    @Test
    void an_output_that_is_not_known_yet_stays_so() {
        var stack = StackTest.of("dev")
                .withMocks(Answering.INPUTS_AND_ARGUMENTS)
                .preview()
                .run(App::stack);

        assertThat(stack.output("url")).isNull();
        assertThat(stack.inputs(Function.class, "chat-send-function")
                        .has("environment.variables." + WebSocketApi.ENDPOINT_VARIABLE))
                .isFalse();
    }

    private static List<String> names(TestedStack stack) {
        return stack.resources(Resource.class).stream()
                .map(resource -> resource.pulumiResourceType() + " " + resource.pulumiResourceName())
                .sorted()
                .toList();
    }

    /** Leaves outputs out, of every resource and every answer. */
    private record Without(Mocks all, Set<String> outputs) implements Mocks {
        @Override
        public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
            return all.newResourceAsync(args)
                    .thenApply(answer -> ResourceResult.of(answer.id, without((Map<?, ?>) answer.state)));
        }

        @Override
        public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
            return all.callAsync(args).thenApply(this::without);
        }

        private Map<String, Object> without(Map<?, ?> answer) {
            var rest = new HashMap<String, Object>();
            answer.forEach((name, value) -> rest.put(name.toString(), value));
            rest.keySet().removeAll(outputs);
            return rest;
        }
    }

    /** Keeps the names of the outputs that AWS adds. */
    private static final class Outputs implements Mocks {
        private final Mocks all = new AwsMocks();
        private final ConcurrentSkipListSet<String> added = new ConcurrentSkipListSet<>();

        @Override
        public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
            return all.newResourceAsync(args)
                    .whenComplete((answer, failure) -> add((Map<?, ?>) answer.state, args.inputs));
        }

        @Override
        public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
            return all.callAsync(args).whenComplete((answer, failure) -> add(answer, args.args));
        }

        private void add(Map<?, ?> outputs, Map<?, ?> inputs) {
            var names = new TreeSet<String>();
            outputs.keySet().forEach(name -> names.add(name.toString()));
            names.removeAll(inputs.keySet());
            added.addAll(names);
        }
    }
}

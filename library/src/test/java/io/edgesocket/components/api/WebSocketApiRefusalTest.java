package io.edgesocket.components.api;

import static io.edgesocket.components.api.RecordedApi.function;
import static io.edgesocket.components.api.RecordedApi.functionArgs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.pulumi.core.Output;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.api.WebSocketApiArgs.Builder;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.functions.ExistingFunction;
import io.edgesocket.components.functions.NewFunction;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WebSocketApiRefusalTest {
    private static final String URI = "https://example.com";
    private static final String EXPRESSION =
            " write it as in $request.body.action or ${request.body.a}/${request.body.b}";
    private static final Output<String> ROLE = Output.of("arn:aws:iam::123456789012:role/api");

    /** Each refused value, the whole message, and the nearest value that is accepted. */
    static Stream<Arguments> refused() {
        return Stream.of(
                        api(),
                        keys(),
                        targets(),
                        services(),
                        mappings(),
                        access(),
                        replies(),
                        authorizers(),
                        models(),
                        stages(),
                        logs())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> api() {
        return Stream.of(
                row(
                        b -> b.description("x".repeat(1025)),
                        "description: 1025 characters; at most 1024",
                        b -> b.description("x".repeat(1024))),
                row(
                        b -> routes(b, 300),
                        "routes: 301 routes; at most 300, AWS's quota of an API: send several kinds of "
                                + "messages to one route",
                        b -> routes(b, 299)),
                row(
                        b -> b.routeSelectionExpression(" "),
                        "routeSelectionExpression: nothing; an expression such as "
                                + "$request.body.action or ${request.body.a}/${request.body.b}",
                        b -> b.routeSelectionExpression("\\$default")),
                row(
                        b -> b.routeSelectionExpression("all"),
                        "routeSelectionExpression: \"all\"; it is the same text for every message, and no route has that key: "
                                + "use a variable, as in $request.body.action",
                        b -> b.routeSelectionExpression("all").route("all", Route.mock())),
                row(
                        b -> b.routeSelectionExpression("request.body.action"),
                        "routeSelectionExpression: \"request.body.action\"; request.body.action is plain text without a $ "
                                + "before it," + EXPRESSION,
                        b -> b.routeSelectionExpression("$request.body.action")),
                row(
                        b -> b.routeSelectionExpression("{request.body.a}/${request.body.b}"),
                        "routeSelectionExpression: \"{request.body.a}/${request.body.b}\"; request.body.a is plain text without "
                                + "a $ before it," + EXPRESSION,
                        b -> b.routeSelectionExpression("${request.body.a}/${request.body.b}")),
                row(
                        b -> b.routeSelectionExpression("$request.action"),
                        "routeSelectionExpression: \"$request.action\"; $request.action is no variable that begins with "
                                + "request.body, request.header, request.querystring, context or stageVariables,"
                                + EXPRESSION,
                        b -> b.routeSelectionExpression("$context.routeKey")),
                row(
                        b -> b.routeSelectionExpression("$action"),
                        "routeSelectionExpression: \"$action\"; $action is no "
                                + "variable that begins with request.body, request.header, request.querystring, context or stageVariables,"
                                + EXPRESSION,
                        b -> b.routeSelectionExpression("$request.body.action")),
                row(
                        b -> b.routeSelectionExpression("${request.body.a"),
                        "routeSelectionExpression: \"${request.body.a\"; " + "it has a $ without a variable,"
                                + EXPRESSION,
                        b -> b.routeSelectionExpression("${request.body.a}-\\$1")),
                row(
                        b -> b.tags(Map.of("aws:x", "y")),
                        "tags: key \"aws:x\"; 1 to 128 letters, digits, spaces and "
                                + "_.:/=+-@, not beginning with aws:",
                        b -> b.tags(Map.of("x", "y"))));
    }

    private static Stream<Arguments> keys() {
        return Stream.of(
                row(
                        b -> b.route("$message", Route.mock()),
                        "routes.$message: \"$message\"; only $connect, $disconnect and " + "$default begin with $",
                        b -> b.route("message$", Route.mock())),
                row(
                        b -> b.route(" ", Route.mock()),
                        "routes. : an empty route key; $connect, $disconnect, $default or a key",
                        b -> b.route("a b", Route.mock())),
                row(
                        b -> b.route("a\nb", Route.mock()),
                        "routes.a?b: 3 characters; at most 128 on one line",
                        b -> b.route("a b", Route.mock())),
                row(
                        b -> b.route("k".repeat(129), Route.mock()),
                        "routes." + "k".repeat(129) + ": 129 characters; at most 128 " + "on one line",
                        b -> b.route("k".repeat(128), Route.mock())),
                row(
                        b -> b.route("$default", Route.mock()),
                        "routes.$default: given twice; a key has one route",
                        b -> b.route("default", Route.mock())),
                row(
                        b -> b.route("a*", Route.to(function("f"))),
                        "routes.a*: \"a*\"; no * and no ?: they would let other " + "routes call the function too",
                        b -> b.route("a*", Route.mock())));
    }

    private static Stream<Arguments> targets() {
        return Stream.of(
                row(
                        Route.http("post", URI),
                        ".method: \"post\"; GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS or ANY, in " + "capitals",
                        Route.http("POST", URI)),
                row(
                        Route.httpProxy("GET", "example.com"),
                        ".uri: \"example.com\"; begins with https:// or http:// and names "
                                + "a host; at most 2048 characters",
                        Route.httpProxy("GET", "http://example.com")),
                row(
                        Route.httpProxy("POST", URI)
                                .through("arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/net/n/1"),
                        ".through: \"arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/net/n/1\"; "
                                + "the id of a VPC link to a Network Load Balancer, such as a1b2c3",
                        Route.httpProxy("POST", URI).through("a1b2c3")),
                row(
                        Route.mock().through("a1b2c3"),
                        ".through: a VPC link, for an integration of type MOCK; leave it out: only HTTP integrations go "
                                + "through one",
                        Route.http("POST", URI).through("a1b2c3")),
                row(
                        Route.aws("arn:aws:sqs:eu-west-1:1:q", ROLE),
                        ".uri: \"arn:aws:sqs:eu-west-1:1:q\"; "
                                + "arn:aws:apigateway:{region}:{service}:action/{action} or …:path/{path}; at most 2048 characters",
                        Route.aws("arn:aws:apigateway:eu-west-1:sqs:path/1/q", ROLE)),
                row(
                        Route.mock().timeout(Duration.ofMillis(49)),
                        ".timeout: 49 ms; 50 to 29000 ms; for longer work answer " + "later, by @connections",
                        Route.mock().timeout(Duration.ofMillis(50))),
                row(
                        Route.mock().timeout(Duration.ofMillis(29_001)),
                        ".timeout: 29001 ms; 50 to 29000 ms; for longer work " + "answer later, by @connections",
                        Route.mock().timeout(Duration.ofSeconds(29))));
    }

    private static Stream<Arguments> services() {
        var queue = "arn:aws:sqs:eu-west-1:123456789012:orders";
        var topic = "arn:aws:sns:eu-west-1:123456789012:news";
        var bus = "arn:aws:events:eu-west-1:123456789012:event-bus/default";
        var table = "arn:aws:dynamodb:eu-west-1:123456789012:table/messages";
        var machine = "arn:aws:states:eu-west-1:123456789012:stateMachine:orders";
        var source = "; 1 to 256 letters, digits and . _ / -, not beginning with aws.";
        var content = "integration.request.header.Content-Type";
        return Stream.of(
                row(
                        Route.to(ServiceTarget.queue("https://sqs.eu-west-1.amazonaws.com/123456789012/orders")),
                        ".queue: \"https://sqs.eu-west-1.amazonaws.com/123456789012/orders\"; "
                                + "arn:aws:sqs:{region}:{account}:{name}",
                        Route.to(ServiceTarget.queue(queue))),
                row(
                        Route.to(ServiceTarget.queue(queue + ".txt")),
                        ".queue: \"" + queue + ".txt\"; arn:aws:sqs:{region}:{account}:{name}",
                        Route.to(ServiceTarget.queue(queue + ".fifo"))),
                row(
                        Route.to(ServiceTarget.queue(topic)),
                        ".queue: \"" + topic + "\"; arn:aws:sqs:{region}:{account}:{name}",
                        Route.to(ServiceTarget.topic(topic))),
                row(
                        Route.to(ServiceTarget.topic(topic + ":5d1b0f4e")),
                        ".topic: \"" + topic + ":5d1b0f4e\"; arn:aws:sns:{region}:{account}:{name}",
                        Route.to(ServiceTarget.topic(topic))),
                row(
                        Route.to(ServiceTarget.eventBus("default", "chat")),
                        ".eventBus: \"default\"; arn:aws:events:{region}:{account}:event-bus/{name}",
                        Route.to(ServiceTarget.eventBus(bus, "chat"))),
                row(
                        Route.to(ServiceTarget.eventBus(bus, "aws.chat")),
                        ".source: \"aws.chat\"" + source,
                        Route.to(ServiceTarget.eventBus(bus, "awschat"))),
                row(
                        Route.to(ServiceTarget.eventBus(bus, "")),
                        ".source: \"\"" + source,
                        Route.to(ServiceTarget.eventBus(bus, "c"))),
                row(
                        Route.to(ServiceTarget.eventBus(bus, "my chat")),
                        ".source: \"my chat\"" + source,
                        Route.to(ServiceTarget.eventBus(bus, "my-chat"))),
                row(
                        Route.to(ServiceTarget.table("messages")),
                        ".table: \"messages\"; arn:aws:dynamodb:{region}:{account}:table/{name}",
                        Route.to(ServiceTarget.table(table))),
                row(
                        Route.to(ServiceTarget.table(table + "/stream/2026")),
                        ".table: \"" + table + "/stream/2026\"; arn:aws:dynamodb:{region}:{account}:table/{name}",
                        Route.to(ServiceTarget.table(table))),
                row(
                        Route.to(ServiceTarget.stateMachine(machine.replace("stateMachine", "execution"))),
                        ".stateMachine: \"arn:aws:states:eu-west-1:123456789012:execution:orders\"; "
                                + "arn:aws:states:{region}:{account}:stateMachine:{name}",
                        Route.to(ServiceTarget.stateMachine(machine + ":live"))),
                row(
                        Route.to(ServiceTarget.queue(queue).role("sender")),
                        ".role: \"sender\"; a role's ARN, with its path if it has one: "
                                + "arn:aws:iam::123456789012:role/NAME",
                        Route.to(ServiceTarget.queue(queue).role("arn:aws:iam::123456789012:role/apps/sender"))),
                row(
                        Route.to(ServiceTarget.queue(queue)).requestParameter(content, "'application/json'"),
                        ".requestParameters." + content + ": 'application/json'; it is "
                                + "'application/x-www-form-urlencoded' always, as the service wants it: leave it out",
                        Route.to(ServiceTarget.table(table)).requestParameter(content, "'application/json'")),
                row(
                        Route.to(ServiceTarget.queue(queue)).through("a1b2c3"),
                        ".through: a VPC link, for an integration of type AWS; leave it out: only HTTP integrations go "
                                + "through one",
                        Route.to(ServiceTarget.queue(queue))));
    }

    private static Stream<Arguments> mappings() {
        var header = "integration.request.header.x";
        var place = ".requestParameters." + header + ": ";
        var sources = "; route.request.body.x, route.request.header.X, route.request.querystring.X, context.x, "
                + "stageVariables.x or 'a text' in single quotes";
        var proxy = "a template; a proxy passes messages as they are: leave it out, or use Route.http without proxy";
        return Stream.of(
                row(
                        Route.mock().requestParameter("header.x", "context.stage"),
                        ".requestParameters.header.x: \"header.x\"; "
                                + "integration.request.header.X, integration.request.querystring.X or integration.request.path.X",
                        Route.mock().requestParameter("integration.request.path.x", "context.stage")),
                row(
                        Route.mock().requestParameter(header, "$context.stage"),
                        place + "\"$context.stage\"" + sources,
                        Route.mock().requestParameter(header, "context.stage")),
                row(
                        Route.mock().requestParameter(header, "text"),
                        place + "\"text\"" + sources,
                        Route.mock().requestParameter(header, "'text'")),
                row(
                        Route.mock().requestParameter(header, "route.request.header.Origin"),
                        place
                                + "\"route.request.header.Origin\"; only $connect has headers and a query string: keep what is needed "
                                + "when a client connects",
                        Route.mock().requestParameter(header, "route.request.body.user.id")),
                row(
                        Route.mock().requestParameter(header, "'" + "x".repeat(511) + "'"),
                        place + "513 characters; at most 512",
                        Route.mock().requestParameter(header, "'" + "x".repeat(510) + "'")),
                row(
                        Route.to(function("f")).requestTemplate("{}"),
                        ".requestTemplate: " + proxy,
                        Route.http("POST", URI).requestTemplate("{}")),
                row(
                        Route.httpProxy("POST", URI).replying("{}"),
                        ".replying: " + proxy,
                        Route.httpProxy("POST", URI).replying()),
                row(
                        Route.mock(" "),
                        ".replying.$default: 1 characters; 1 to 32768 characters that aren't all blank",
                        Route.mock("{}")),
                row(
                        Route.mock().requestTemplates("$default", Map.of("$default", "{}")),
                        ".requestTemplate: \"$default\"; "
                                + "$default is read as a variable: for the key itself write \\$default; for a variable,"
                                + EXPRESSION,
                        Route.mock().requestTemplates("\\$default", Map.of("$default", "{}"))));
    }

    private static Stream<Arguments> access() {
        var guard = RequestAuthorizer.of("guard", function("guard"));
        return Stream.of(
                row(
                        Route.mock().requiring(guard),
                        ".requiring: an authorizer; API Gateway authorizes at $connect only: " + "move it there",
                        Route.mock()),
                row(
                        Route.mock().requiringApiKey(),
                        ".requiringApiKey: an API key; API Gateway asks for it at $connect only: " + "move it there",
                        Route.mock()));
    }

    private static Stream<Arguments> replies() {
        var reply =
                "a reply; at $connect the handshake itself is the answer, and at $disconnect nobody is there: leave it out";
        var model = new RequestModel("M", "{}");
        return Stream.of(
                row(
                        b -> b.route("$connect", Route.mock("{}")),
                        "routes.$connect.replying: " + reply,
                        b -> b.route("$connect", Route.mock())),
                row(
                        b -> b.route("$disconnect", Route.to(function("f")).replying()),
                        "routes.$disconnect.replying: " + reply,
                        b -> b.route("$disconnect", Route.to(function("f")))),
                row(
                        b -> b.route("$connect", Route.mock().validating(model)),
                        "routes.$connect.validating: a model; $connect "
                                + "has no message that could match it: leave it out",
                        b -> b.route("message", Route.mock().validating(model))));
    }

    private static Stream<Arguments> authorizers() {
        return Stream.of(
                row(
                        b -> guarded(b, "guard", "$request.header.Auth"),
                        "authorizers.guard.identitySources: "
                                + "\"$request.header.Auth\"; route.request.header.X, route.request.querystring.X, stageVariables.X or "
                                + "context.X, without $",
                        b -> guarded(b, "guard", "route.request.header.Auth")),
                row(
                        b -> guarded(b, "my guard", "context.stage"),
                        "authorizers.my guard: \"my guard\"; 1 to 30 letters, " + "digits, - and _",
                        b -> guarded(b, "my-guard", "context.stage")),
                row(
                        b -> b.route("a", Route.to(function("f"))).route("b", Route.to(function("f"))),
                        "functions.f: two functions of that name; name them apart, or use one value for both",
                        b -> b.route("a", Route.to(function("f"))).route("b", Route.to(function("g")))),
                row(
                        b -> b.route(
                                "a",
                                Route.to(new NewFunction(
                                        "f", functionArgs().memoryMb(1).build()))),
                        "functions.f.memory: 1; 128 to 10240",
                        b -> b.route("a", Route.to(function("f")))),
                row(
                        b -> b.route(
                                "a",
                                Route.to(new NewFunction(
                                        "f",
                                        functionArgs()
                                                .environment(
                                                        "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI",
                                                        "https://example.com")
                                                .build()))),
                        "functions.f.environment.AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI: given; the API sets it, to where "
                                + "the function's connections are: leave it out",
                        b -> b.route(
                                "a",
                                Route.to(new NewFunction(
                                        "f",
                                        functionArgs()
                                                .environment("AWS_ENDPOINT_URL", "https://example.com")
                                                .build())))),
                row(
                        b -> b.route("a", Route.to(ExistingFunction.of("f f", ROLE, ROLE))),
                        "functions.f f: \"f f\"; 1 to 30 " + "letters, digits, - and _",
                        b -> b.route("a", Route.to(ExistingFunction.of("f", ROLE, ROLE)))));
    }

    private static Stream<Arguments> models() {
        var talk = new RequestModel("Talk", "{}");
        return Stream.of(
                model(
                        new RequestModel("my-model", "{}"),
                        "models.my-model: \"my-model\"; 1 to 128 letters and digits",
                        new RequestModel("model1", "{}")),
                model(
                        new RequestModel("M", "[]"),
                        "models.M.schema: 2 characters; a JSON schema, an object of at most 32768 " + "characters",
                        new RequestModel("M", "{}")),
                model(
                        new RequestModel("M", "{\"type\": object}"),
                        "models.M.schema: 16 characters; a JSON schema, an object of at most 32768 characters",
                        new RequestModel("M", "{\"type\": \"object\"}")),
                row(
                        b -> modelled(b, talk, new RequestModel("Talk", "{ }")),
                        "models.Talk: two models of that name; name them " + "apart",
                        b -> modelled(b, talk, new RequestModel("Walk", "{ }"))));
    }

    private static Stream<Arguments> stages() {
        var name = "; 1 to 128 letters, digits, - and _, or $default";
        return Stream.of(
                stage(s -> s.name("$live"), "name: \"$live\"" + name, s -> s.name("$default")),
                stage(s -> s.name("my.stage"), "name: \"my.stage\"" + name, s -> s.name("my-stage")),
                stage(
                        s -> s.name("s".repeat(129)),
                        "name: \"" + "s".repeat(129) + "\"" + name,
                        s -> s.name("s".repeat(128))),
                stage(
                        s -> s.description("x".repeat(1025)),
                        "description: 1025 characters; at most 1024",
                        s -> s.description("x".repeat(1024))),
                stage(
                        s -> s.throttling(new Throttling(0, 1)),
                        "throttling.rate: 0.0; at least 1 request a second: with 0 " + "nobody can connect",
                        s -> s.throttling(new Throttling(1, 1))),
                stage(
                        s -> s.throttling(new Throttling(Double.NaN, 1)),
                        "throttling.rate: NaN; at least 1 request a second: " + "with 0 nobody can connect",
                        s -> s.throttling(new Throttling(1.5, 1))),
                stage(
                        s -> s.throttling("$default", new Throttling(1, 0)),
                        "routes.$default.burst: 0; at least 1 request: " + "with 0 nobody can connect",
                        s -> s.throttling("$default", new Throttling(1, 1))),
                stage(
                        s -> s.throttling("pong", new Throttling(1, 1)),
                        "routes.pong: no such route; the key of one of the " + "API's own: $default",
                        s -> s.throttling("$default", new Throttling(1, 1))),
                stage(
                        s -> s.variable("my-var", "x"),
                        "variables.my-var: \"my-var\"; letters, digits and _",
                        s -> s.variable("my_var", "x")),
                stage(
                        s -> s.variable("v", "a b"),
                        "variables.v: a value of 3 characters; 1 to 2048 letters, digits and "
                                + "- . _ ~ : / ? # & = ,",
                        s -> s.variable("v", "a=b")));
    }

    private static Stream<Arguments> logs() {
        var id = "$context.requestId";
        return Stream.of(
                stage(
                        s -> s.accessLogs(AccessLogs.keptForDays(2)),
                        "accessLogs.retention: 2 days; one of [1, 3, 5, 7, 14, "
                                + "30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]",
                        s -> s.accessLogs(AccessLogs.keptForDays(3))),
                stage(
                        s -> s.accessLogs(AccessLogs.keptForDays(1).format("$context.requestIds")),
                        "accessLogs.format: no "
                                + "request id; AWS wants $context.requestId or $context.extendedRequestId in it",
                        s -> s.accessLogs(AccessLogs.keptForDays(1).format("$context.extendedRequestId"))),
                stage(
                        s -> s.accessLogs(AccessLogs.keptForDays(1).format(id + " " + "é".repeat(1527))),
                        "accessLogs.format: 3073 " + "bytes; at most 3072",
                        s -> s.accessLogs(AccessLogs.keptForDays(1).format(id + " " + "é".repeat(1526)))),
                stage(
                        s -> s.accessLogs(AccessLogs.keptForDays(1).format("{\n" + id + "}")),
                        "accessLogs.format: several lines, " + "or none; one line, as AWS wants it",
                        s -> s.accessLogs(AccessLogs.keptForDays(1).format("{" + id + "}\n"))));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void a_refused_value_is_named_with_what_is_allowed(
            UnaryOperator<Builder> change, String message, UnaryOperator<Builder> nearest) {
        assertThat(problems(change)).containsExactly(message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void the_nearest_value_is_accepted(UnaryOperator<Builder> change, String message, UnaryOperator<Builder> nearest) {
        assertThatCode(() -> nearest.apply(minimal()).build().checked("chat")).doesNotThrowAnyException();
    }

    @Test
    void an_api_without_routes_is_refused() {
        assertThat(catchThrowableOfType(
                        InvalidArgumentsException.class,
                        () -> new WebSocketApi(
                                "chat", WebSocketApiArgs.builder().build())))
                .hasMessage(
                        "WebSocketApi \"chat\": routes: none; an API needs a route before it can be deployed: add $default");
    }

    @Test
    void a_name_that_leaves_no_room_for_those_of_the_children_is_refused() {
        assertThat(catchThrowableOfType(
                        InvalidArgumentsException.class,
                        () -> new WebSocketApi("c".repeat(40), minimal().build())))
                .hasMessageEndingWith("name: \"" + "c".repeat(40) + "\"; 1 to 39 letters, digits, - and _");
    }

    @Test
    void all_problems_are_reported_at_once() {
        assertThat(problems(b -> b.routeSelectionExpression("")
                        .route("$no", Route.http("x", "y"))
                        .stage(WebSocketStageArgs.builder().name("").build())))
                .hasSize(5);
    }

    @Test
    void a_value_that_is_known_after_deployment_is_not_checked() {
        assertThatCode(() -> minimal()
                        .route("a", Route.http("GET", Output.of("?")))
                        .stage(WebSocketStageArgs.builder()
                                .variable("v", Output.of(" "))
                                .build())
                        .build()
                        .checked("chat"))
                .doesNotThrowAnyException();
    }

    private static Stream<String> problems(UnaryOperator<Builder> change) {
        return catchThrowableOfType(
                        InvalidArgumentsException.class,
                        () -> new WebSocketApi("chat", change.apply(minimal()).build()))
                .problems()
                .stream()
                .map(Problem::toString);
    }

    private static Builder minimal() {
        return WebSocketApiArgs.builder().route("$default", Route.mock());
    }

    private static Builder routes(Builder builder, int count) {
        for (int i = 0; i < count; i++) {
            builder.route("r" + i, Route.mock());
        }
        return builder;
    }

    private static Builder guarded(Builder builder, String name, String identitySource) {
        return builder.route(
                "$connect", Route.mock().requiring(RequestAuthorizer.of(name, function("guard"), identitySource)));
    }

    private static Builder modelled(Builder builder, RequestModel a, RequestModel b) {
        return builder.route("talk", Route.mock().validating("$request.body.kind", Map.of("a", a, "b", b)));
    }

    private static Arguments model(RequestModel refused, String message, RequestModel nearest) {
        return row(
                b -> b.route("talk", Route.mock().validating(refused)),
                message,
                b -> b.route("talk", Route.mock().validating(nearest)));
    }

    private static Arguments row(UnaryOperator<Builder> refused, String message, UnaryOperator<Builder> nearest) {
        return arguments(refused, message, nearest);
    }

    private static Arguments row(Route refused, String message, Route nearest) {
        return row(b -> b.route("talk", refused), "routes.talk" + message, b -> b.route("talk", nearest));
    }

    private static Arguments stage(
            UnaryOperator<WebSocketStageArgs.Builder> refused,
            String message,
            UnaryOperator<WebSocketStageArgs.Builder> nearest) {
        return row(
                b -> b.stage(refused.apply(WebSocketStageArgs.builder()).build()),
                "stage." + message,
                b -> b.stage(nearest.apply(WebSocketStageArgs.builder()).build()));
    }
}

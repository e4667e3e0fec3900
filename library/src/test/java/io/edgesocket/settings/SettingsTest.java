package io.edgesocket.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgesocket.components.Problem;
import io.edgesocket.components.api.ExecutionLogs;
import io.edgesocket.components.api.Throttling;
import io.edgesocket.components.authorization.JwtAlgorithm;
import io.edgesocket.components.cdn.HttpVersion;
import io.edgesocket.components.cdn.MinimumTls;
import io.edgesocket.components.cdn.PriceClass;
import io.edgesocket.components.cdn.QueryStrings;
import io.edgesocket.components.functions.Architecture;
import io.edgesocket.settings.schema.Megabytes;
import io.edgesocket.settings.schema.ValueOrSecret;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String REGION = "aws:region";
    private static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/a1";
    private static final String VERSION = "arn:aws:lambda:us-east-1:123456789012:function:guard:3";
    private static final String USERS = "{\"issuer\": \"https://auth.example.com\", \"audiences\": [\"chat\"]}";

    @Test
    void a_region_is_all_that_must_be_given() {
        var settings = parse(Map.of(REGION, "eu-west-1"));

        assertThat(settings)
                .usingRecursiveComparison()
                .isEqualTo(new Settings(
                        "eu-west-1",
                        Optional.empty(),
                        new AccountSettings(false, Optional.empty()),
                        Optional.empty(),
                        new StageSettings(
                                "live",
                                Optional.empty(),
                                Optional.of(new Throttling(10_000, 5_000)),
                                Map.of(),
                                Map.of(),
                                new AccessLogSettings(false, Duration.ofDays(30)),
                                ExecutionLogs.OFF,
                                false),
                        new FunctionSettings(
                                new Megabytes(512),
                                Duration.ofSeconds(10),
                                Map.of(),
                                false,
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Architecture.ARM64,
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofDays(30)),
                        new CdnSettings(
                                Optional.empty(),
                                PriceClass.ALL,
                                HttpVersion.HTTP2_AND_3,
                                true,
                                List.of(),
                                QueryStrings.all(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(5)),
                        Optional.empty(),
                        new EdgeSettings(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        false,
                        Map.of(),
                        false));
    }

    @Test
    void the_stage_can_be_set_in_full() {
        var stage = parse(Map.of(REGION, "eu-west-1", "edgesocket:stage", """
                {"name": "prod", "description": "Chat", "throttling": {"burst": 500, "rate": 1000.5},
                 "routes": {"$connect": {"burst": 5, "rate": 10}}, "variables": {"backend": "example.com"},
                 "accessLogs": {"enabled": true, "retention": "90d"}, "executionLogs": "error",
                 "detailedMetrics": true}""")).stage();

        assertThat(stage)
                .isEqualTo(new StageSettings(
                        "prod",
                        Optional.of("Chat"),
                        Optional.of(new Throttling(1000.5, 500)),
                        Map.of("$connect", new Throttling(10, 5)),
                        Map.of("backend", new ValueOrSecret("example.com", false)),
                        new AccessLogSettings(true, Duration.ofDays(90)),
                        ExecutionLogs.ERROR,
                        true));
    }

    @Test
    void without_throttling_a_stage_takes_what_a_new_account_may_send_in_the_region() {
        assertThat(parse(Map.of(REGION, "ap-southeast-3")).stage().throttling()).hasValue(new Throttling(2_500, 1_250));
        assertThat(parse(Map.of(REGION, "eu-central-1")).stage().throttling()).hasValue(new Throttling(10_000, 5_000));
    }

    @Test
    void the_functions_can_be_set_in_full() {
        var functions =
                parse(Map.of(REGION, "eu-west-1", "edgesocket:functions", """
                {"memory": "2GB", "timeout": "1m", "environment": {"LOG_LEVEL": "debug"}, "tracing": true,
                 "reservedConcurrency": 7, "snapStart": true, "provisionedConcurrency": 2, "architecture": "x86_64",
                 "layers": ["arn:aws:lambda:eu-west-1:123456789012:layer:chat:3"], "ephemeralStorage": "1GB",
                 "vpc": {"subnets": ["subnet-0a1b2c3d"], "securityGroups": ["sg-0a1b2c3d4e5f60718"]},
                 "role": "arn:aws:iam::123456789012:role/chat",
                 "logRetention": "1d"}""")).functions();

        assertThat(functions)
                .isEqualTo(new FunctionSettings(
                        new Megabytes(2048),
                        Duration.ofMinutes(1),
                        Map.of("LOG_LEVEL", new ValueOrSecret("debug", false)),
                        true,
                        Optional.of(7),
                        true,
                        Optional.of(2),
                        Architecture.X86_64,
                        List.of("arn:aws:lambda:eu-west-1:123456789012:layer:chat:3"),
                        Optional.of(new Megabytes(1024)),
                        Optional.of(new VpcSettings(List.of("subnet-0a1b2c3d"), List.of("sg-0a1b2c3d4e5f60718"))),
                        Optional.of("arn:aws:iam::123456789012:role/chat"),
                        Duration.ofDays(1)));
    }

    @Test
    void what_a_company_prescribes_can_be_set_in_full() {
        var key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";
        var company = parse(Map.of(REGION, "eu-west-1", "edgesocket:company", """
                {"permissionsBoundary": "arn:aws:iam::123456789012:policy/boundary", "rolePath": "/apps/",
                 "roleNamePrefix": "acme-", "keys": {"logs": "%s", "environment": "%s"}}""".formatted(key, key)))
                .company();

        assertThat(company)
                .hasValue(new CompanySettings(
                        Optional.of("arn:aws:iam::123456789012:policy/boundary"),
                        Optional.of("/apps/"),
                        Optional.of("acme-"),
                        Optional.of(new KeySettings(Optional.of(key), Optional.empty(), Optional.of(key)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"logging\": {\"retention\": \"30d\"}}", "{\"webAcl\": {\"logRetention\": \"30d\"}}"})
    void logs_at_the_edge_need_a_key_of_their_own_if_the_others_have_one(String cdn) {
        var config = Map.of(
                REGION,
                "eu-west-1",
                "edgesocket:cdn",
                cdn,
                "edgesocket:company",
                "{\"keys\": {\"logs\": \"arn:aws:kms:eu-west-1:123456789012:key/1234abcd\"}}");
        assertThatThrownBy(() -> parse(config))
                .hasMessage(
                        "edgesocket:company.keys.edgeLogs: missing; must be given beside logs: edgesocket:cdn has logs in "
                                + "us-east-1, where a key of eu-west-1 is of no use");
    }

    @Test
    void users_can_be_set_in_full() {
        var users = parse(Map.of(REGION, "eu-west-1", "edgesocket:users", """
                {"issuer": "https://auth.example.com/realms/chat", "audiences": ["chat", "admin"],
                 "jwksUri": "https://auth.example.com/keys", "algorithms": ["PS512"], "clockSkew": "2m",
                 "token": {"subprotocol": "jwt"}, "scopes": ["chat:read"], "snapStart": true}""")).users();

        assertThat(users)
                .hasValue(new UserSettings(
                        "https://auth.example.com/realms/chat",
                        List.of("chat", "admin"),
                        Optional.of("https://auth.example.com/keys"),
                        List.of(JwtAlgorithm.PS512),
                        Duration.ofMinutes(2),
                        new TokenSettings(Optional.empty(), Optional.of("jwt")),
                        List.of("chat:read"),
                        true));
    }

    @Test
    void of_users_an_issuer_and_an_audience_are_all_that_must_be_given() {
        var users =
                parse(Map.of(REGION, "eu-west-1", "edgesocket:users", USERS)).users();

        assertThat(users)
                .hasValue(new UserSettings(
                        "https://auth.example.com",
                        List.of("chat"),
                        Optional.empty(),
                        List.of(JwtAlgorithm.RS256, JwtAlgorithm.ES256),
                        Duration.ofMinutes(1),
                        new TokenSettings(Optional.of("token"), Optional.empty()),
                        List.of(),
                        false));
    }

    @Test
    void the_distribution_can_be_set_in_full() {
        var cdn = parse(Map.of(REGION, "eu-west-1", "edgesocket:cdn", """
                {"comment": "Chat", "priceClass": "PriceClass_100", "httpVersion": "http2", "ipv6": false,
                 "headers": ["Origin"], "queryStrings": ["token"],
                 "webAclArn": "arn:aws:wafv2:us-east-1:123456789012:global/webacl/chat/a1",
                 "logging": {"bucket": "logs.s3.amazonaws.com", "prefix": "chat/"},
                 "readTimeout": "60s", "keepAlive": "2m"}""")).cdn();

        assertThat(cdn)
                .usingRecursiveComparison()
                .isEqualTo(new CdnSettings(
                        Optional.of("Chat"),
                        PriceClass.CLASS_100,
                        HttpVersion.HTTP2,
                        false,
                        List.of("Origin"),
                        QueryStrings.only(List.of("token")),
                        Optional.of("arn:aws:wafv2:us-east-1:123456789012:global/webacl/chat/a1"),
                        Optional.empty(),
                        Optional.of(new CdnLogSettings(
                                Optional.empty(), Optional.empty(), Optional.of("logs.s3.amazonaws.com"), "chat/")),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2)));
    }

    @Test
    void a_web_acl_and_logs_of_the_stack_s_own_can_be_set_in_full() {
        var cdn = parse(Map.of(REGION, "eu-west-1", "edgesocket:cdn", """
                {"webAcl": {"rateLimit": 100, "counted": ["GenericRFI_QUERYARGUMENTS"], "logRetention": "30d"},
                 "logging": {"retention": "90d"}}""")).cdn();

        assertThat(cdn.webAcl())
                .contains(new WebAclSettings(
                        100, List.of("GenericRFI_QUERYARGUMENTS"), Optional.of(Duration.ofDays(30))));
        assertThat(cdn.logging())
                .contains(new CdnLogSettings(Optional.of(Duration.ofDays(90)), Optional.empty(), Optional.empty(), ""));
    }

    @Test
    void a_web_acl_and_logs_have_defaults() {
        var cdn = parse(Map.of(REGION, "eu-west-1", "edgesocket:cdn", "{\"webAcl\": {}, \"logging\": {}}"))
                .cdn();

        assertThat(cdn.webAcl())
                .contains(new WebAclSettings(
                        2_000, List.of("NoUserAgent_HEADER", "SizeRestrictions_QUERYSTRING"), Optional.empty()));
        assertThat(cdn.logging())
                .contains(new CdnLogSettings(Optional.empty(), Optional.empty(), Optional.empty(), ""));
    }

    @Test
    void names_and_edge_code_can_be_set_in_full() {
        var settings = parse(Map.of(
                REGION, "eu-west-1", "edgesocket:domain", """
                        {"names": ["chat.example.com"], "hostedZone": "example.com", "certificateArn": "%s",
                         "minimumTls": "TLSv1.2_2019", "overwriteRecords": true}""".formatted(CERTIFICATE), "edgesocket:edge", """
                        {"viewerRequest": {"code": "src/main/edge/allow-stored-origins.js",
                           "keyValueStore": {"entries": {"https://example.com": ""}}},
                         "originRequest": {"folder": "src/main/edge/region-header", "runtime": "nodejs22.x",
                           "handler": "index.handler", "memory": "256MB", "timeout": "10s",
                           "configuration": {"header": "X-Region"}},
                         "originResponse": {"functionArn": "%s"}}""".formatted(
                                VERSION)));

        assertThat(settings.domain())
                .contains(new DomainSettings(
                        List.of("chat.example.com"),
                        Optional.of(List.of(new ZoneSettings("example.com", Optional.empty()))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(CERTIFICATE),
                        MinimumTls.TLS_V1_2_2019,
                        true));
        assertThat(settings.edge())
                .isEqualTo(new EdgeSettings(
                        Optional.of(new ViewerCode(
                                Optional.of("src/main/edge/allow-stored-origins.js"),
                                Optional.of(new KeyValueSettings(Map.of("https://example.com", ""))),
                                Optional.empty(),
                                EdgeRuntime.NODEJS,
                                "index.handler",
                                new Megabytes(128),
                                Duration.ofSeconds(5),
                                Map.of(),
                                Optional.empty())),
                        Optional.empty(),
                        Optional.of(new OriginCode(
                                Optional.of("src/main/edge/region-header"),
                                EdgeRuntime.NODEJS,
                                "index.handler",
                                new Megabytes(256),
                                Duration.ofSeconds(10),
                                Map.of("header", "X-Region"),
                                Optional.empty())),
                        Optional.of(new OriginCode(
                                Optional.empty(),
                                EdgeRuntime.NODEJS,
                                "index.handler",
                                new Megabytes(128),
                                Duration.ofSeconds(5),
                                Map.of(),
                                Optional.of(VERSION))),
                        Optional.empty()));
    }

    @Test
    void an_existing_endpoint_paths_and_tags_can_be_set() {
        var settings = parse(Map.of(
                REGION,
                "eu-west-1",
                "edgesocket:endpoint",
                "wss://a.example.com/live",
                "edgesocket:paths",
                "{\"/b\": \"wss://b.example.com\"}",
                "edgesocket:tags",
                "{\"owner\": \"platform\"}"));

        assertThat(settings.endpoint()).contains("wss://a.example.com/live");
        assertThat(settings.paths())
                .containsExactly(
                        Map.entry("/b", new PathSettings("wss://b.example.com", Optional.empty(), "x-api-key")));
        assertThat(settings.tags()).containsExactly(Map.entry("owner", "platform"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void these_are_accepted(Example example) {
        assertThatCode(() -> parse(example.config())).doesNotThrowAnyException();
    }

    static Stream<Example> accepted() {
        return Example.in("accepted.txt");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void these_are_refused_with_their_message(Example example) {
        assertThatThrownBy(() -> parse(example.config()))
                .isInstanceOf(SettingsException.class)
                .hasMessage(example.wholeMessage());
    }

    static Stream<Example> refused() {
        return Stream.concat(Example.in("refused.txt"), Example.in("refused-by-the-program-alone.txt"));
    }

    @Test
    void a_key_of_another_namespace_is_left_alone() {
        assertThatCode(() -> parse(Map.of(REGION, "eu-west-1", "aws:profile", "dev", "other:stage", "x")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_key_under_the_project_s_own_name_is_told_with_the_right_one() {
        var config = Map.of(REGION, "eu-west-1", "chat:users", USERS, "chat:stage.name", "live", "chat:greeting", "hi");
        assertThatThrownBy(() -> Settings.parse("chat", config, Set.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("""
                        chat:stage.name: unknown key; did you mean edgesocket:stage.name?
                        chat:users: unknown key; did you mean edgesocket:users?""");
    }

    @Test
    void a_group_of_which_every_key_is_a_comment_is_as_good_as_left_out() {
        assertThat(parse(Map.of(REGION, "eu-west-1", "edgesocket:cdn", "")))
                .usingRecursiveComparison()
                .isEqualTo(parse(Map.of(REGION, "eu-west-1")));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var config = Map.of(
                "edgesocket:stage", "{\"name\": \"a.b\", \"throttling\": {\"burst\": 0}}",
                "edgesocket:cdn", "{\"headers\": [\"Host\", \"X Y\"]}",
                "edgesocket:color", "red");

        assertThatThrownBy(() -> parse(config))
                .asInstanceOf(InstanceOfAssertFactories.type(SettingsException.class))
                .extracting(SettingsException::problems, InstanceOfAssertFactories.list(Problem.class))
                .extracting(Problem::property)
                .containsExactly(
                        "edgesocket:color",
                        "aws:region",
                        "edgesocket:stage.name",
                        "edgesocket:stage.throttling.rate",
                        "edgesocket:stage.throttling.burst",
                        "edgesocket:cdn.headers[0]",
                        "edgesocket:cdn.headers[1]");
    }

    @Test
    void rules_between_settings_are_checked_beside_what_is_wrong_by_itself() {
        assertRefused(
                Map.of(
                        REGION,
                        "eu-west-1",
                        "edgesocket:cdn",
                        "{\"ipv6\": 1, \"headers\": [\"Origin\", \"origin\"]}",
                        "edgesocket:paths",
                        "{\"/b\": \"wss://b.example.com\"}",
                        "edgesocket:edge",
                        "{\"viewerRequest\": {\"code\": \"a.ts\"}}"),
                """
                edgesocket:cdn.ipv6: 1; must be true or false, without quotes
                edgesocket:edge.viewerRequest.code: "a.ts"; must be a .js file in the project, such as \
                src/main/edge/allow-origins.js
                edgesocket:cdn.headers: origin again; leave it out: it is forwarded already""");
    }

    @Test
    void an_existing_endpoint_leaves_nothing_for_a_stage_to_set() {
        assertRefused(
                Map.of(REGION, "eu-west-1", "edgesocket:endpoint", "wss://a.example.com", "edgesocket:stage", "{}"),
                "edgesocket:stage: given together with edgesocket:endpoint; only one of them may be given");
    }

    @Test
    void an_existing_endpoint_has_no_logs_that_would_need_a_role_here() {
        assertRefused(
                Map.of(
                        REGION,
                        "eu-west-1",
                        "edgesocket:endpoint",
                        "wss://a.example.com",
                        "edgesocket:account",
                        "{\"logRole\": true}"),
                "edgesocket:account: given together with edgesocket:endpoint; only one of them may be given");
    }

    @Test
    void an_existing_endpoint_leaves_no_functions_to_set() {
        assertRefused(
                Map.of(
                        REGION,
                        "eu-west-1",
                        "edgesocket:endpoint",
                        "wss://a.example.com",
                        "edgesocket:functions",
                        "{\"memory\": \"1GB\"}"),
                "edgesocket:functions: given together with edgesocket:endpoint; only one of them may be given");
    }

    @Test
    void an_existing_endpoint_has_its_own_users() {
        assertRefused(
                Map.of(REGION, "eu-west-1", "edgesocket:endpoint", "wss://a.example.com", "edgesocket:users", USERS),
                "edgesocket:users: given together with edgesocket:endpoint; only one of them may be given");
    }

    @Test
    void of_an_existing_endpoint_only_the_distribution_is_watched() {
        assertRefused(
                Map.of(REGION, "eu-west-1", "edgesocket:endpoint", "wss://a.example.com", "edgesocket:alarms", """
                {"emails": ["ops@example.com"], "integrationErrors": 1, "clientErrors": 1, "executionErrors": 1,
                 "latency": "1s", "functionErrors": 1, "functionThrottles": 1, "distributionErrors": 1}"""),
                Stream.of(
                                "integrationErrors",
                                "clientErrors",
                                "executionErrors",
                                "latency",
                                "functionErrors",
                                "functionThrottles")
                        .map(key ->
                                "edgesocket:alarms." + key + ": given together with edgesocket:endpoint; leave it out: "
                                        + "only the distribution is watched")
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void alarms_of_an_existing_endpoint_need_no_topic_but_the_one_in_us_east_1() {
        var topic = "\"edge\": \"arn:aws:sns:us-east-1:123456789012:alarms\"";
        var config = new HashMap<>(Map.of(
                REGION,
                "eu-west-1",
                "edgesocket:endpoint",
                "wss://a.example.com",
                "edgesocket:alarms",
                "{\"topics\": {" + topic + "}, \"distributionErrors\": 1}"));
        assertThat(parse(config).alarms()).isPresent();

        config.put(
                "edgesocket:alarms",
                "{\"topics\": {" + topic + ", \"regional\": \"arn:aws:sns:eu-west-1:123456789012:alarms\"}}");
        assertRefused(
                config,
                "edgesocket:alarms.topics.regional: given together with edgesocket:endpoint; leave it out: "
                        + "only the distribution is watched");
    }

    @Test
    void an_existing_endpoint_is_not_for_the_stack_to_lock() {
        assertThatThrownBy(() -> Settings.parse(
                        Map.of(
                                REGION,
                                "eu-west-1",
                                "edgesocket:endpoint",
                                "wss://a.example.com",
                                "edgesocket:originGuard",
                                "{\"keys\": {\"blue\": \"f3a91c0d77be42589e6a0b1c2d4f8865\"}, \"enforced\": true}"),
                        Set.of("edgesocket:originGuard")))
                .hasMessage("edgesocket:originGuard.enforced: given together with "
                        + "edgesocket:endpoint; leave it out: the API isn't the stack's to lock");
    }

    @Test
    void a_token_in_a_query_string_must_be_forwarded() {
        assertRefused(
                Map.of(
                        REGION,
                        "eu-west-1",
                        "edgesocket:cdn",
                        "{\"queryStrings\": [\"room\"]}",
                        "edgesocket:users",
                        USERS),
                "edgesocket:cdn.queryStrings: without token, which edgesocket:users finds there; add it, or forward all");
    }

    @Test
    void paths_allow_no_lambda_at_viewer_response() {
        assertRefused(
                Map.of(
                        REGION,
                        "eu-west-1",
                        "edgesocket:paths",
                        "{\"/b\": \"wss://b.example.com\"}",
                        "edgesocket:edge",
                        "{\"viewerResponse\": {\"functionArn\": \"" + VERSION + "\"}}"),
                "edgesocket:edge.viewerResponse: a Lambda@Edge beside a CloudFront Function, which paths need; CloudFront "
                        + "takes one kind at viewer events: attach the Lambda@Edge to an origin event");
    }

    @Test
    void paths_take_one_of_the_headers() {
        assertRefused(
                Map.of(
                        REGION,
                        "eu-west-1",
                        "edgesocket:paths",
                        "{\"/b\": \"wss://b.example.com\"}",
                        "edgesocket:cdn",
                        "{\"headers\": [\"a\", \"b\", \"c\", \"d\", \"e\"]}"),
                "edgesocket:cdn.headers: 5 headers; at most 4: a policy holds 10, of which the WebSocket handshake takes 5 "
                        + "and paths take x-original-path");
    }

    @Test
    void a_file_of_edge_code_that_is_not_there_is_refused_before_anything_is_deployed() {
        assertRefused(
                Map.of(REGION, "eu-west-1", "edgesocket:edge", "{\"viewerRequest\": {\"code\": \"nope.js\"}}"),
                "edgesocket:edge.viewerRequest.code: nope.js can't be read; a file of JavaScript; a relative path starts at "
                        + "the project's folder");
    }

    @Test
    void names_of_query_strings_are_limited_in_all() {
        assertRefused(
                Map.of(
                        REGION,
                        "eu-west-1",
                        "edgesocket:cdn",
                        "{\"queryStrings\": [\"a%1$s\", \"b%1$s\"]}".formatted("x".repeat(512))),
                "edgesocket:cdn.queryStrings: 1026 characters of names; at most 1024 together");
    }

    @Test
    void names_of_headers_are_limited_in_all() {
        assertRefused(
                Map.of(
                        REGION,
                        "eu-west-1",
                        "edgesocket:cdn",
                        "{\"headers\": [\"a%1$s\", \"b%1$s\"]}".formatted("x".repeat(460))),
                "edgesocket:cdn.headers: 1026 characters of names; at most 1024 together");
    }

    @Test
    void environment_variables_are_limited_in_bytes() {
        assertRefused(
                Map.of(
                        REGION,
                        "eu-west-1",
                        "edgesocket:functions",
                        "{\"environment\": {\"TEXT\": \"%s\"}}".formatted("ü".repeat(2047))),
                "edgesocket:functions.environment: 4098 bytes; names and values together take at most 4096 bytes");
    }

    @Test
    void of_many_mistakes_of_one_kind_ten_are_told_and_the_rest_counted() {
        var tags =
                IntStream.range(0, 40).mapToObj("\"t%02d\": \"a;b\""::formatted).toList();
        assertThatThrownBy(() -> parse(Map.of(
                        REGION,
                        "eu-west-1",
                        "edgesocket:tags",
                        "{" + String.join(",", tags) + "}",
                        "edgesocket:nope",
                        "1")))
                .message()
                .hasLineCount(12)
                .contains("edgesocket:nope: unknown key", "edgesocket:tags.t09: ")
                .doesNotContain("t10")
                .endsWith(
                        "edgesocket:tags: and 30 more like these; must be letters, digits, spaces and _ . : / = + - @, "
                                + "not beginning with aws:; at most 256 characters");
    }

    @Test
    void tags_are_limited_in_number() {
        var tags = IntStream.range(0, 51).mapToObj("\"t%d\": \"x\""::formatted).toList();

        assertRefused(
                Map.of(REGION, "eu-west-1", "edgesocket:tags", "{" + String.join(",", tags) + "}"),
                "edgesocket:tags: 51 keys; at most 50");
    }

    @Test
    void what_was_given_is_shown_on_one_line_and_not_at_length() {
        assertRefused(
                Map.of(REGION, "eu-west-1", "edgesocket:stage", "{\"name\": \"\\n%s\"}".formatted("x".repeat(200))),
                "edgesocket:stage.name: \"\\n" + "x".repeat(79)
                        + "…\"; must be letters, digits, - and _, or $default; at most 128 characters");
    }

    private static void assertRefused(Map<String, String> config, String message) {
        assertThatThrownBy(() -> parse(config))
                .isInstanceOf(SettingsException.class)
                .hasMessage(message);
    }

    private static Settings parse(Map<String, String> config) {
        return Settings.parse(config, Set.of());
    }
}

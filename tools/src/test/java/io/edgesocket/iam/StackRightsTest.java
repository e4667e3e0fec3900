package io.edgesocket.iam;

import static io.edgesocket.iam.Rights.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.aws.sfn.StateMachineArgs;
import com.pulumi.aws.sqs.Queue;
import io.edgesocket.App;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.ServiceTarget;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.connections.ConnectionTable;
import io.edgesocket.components.connections.ConnectionTableArgs;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.project.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackRightsTest {
    private static final List<String> READING = List.of("Get", "List", "Describe", "GET");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void what_each_registered_type_needs_is_known(String stack) {
        var config = Project.at(Path.of("")).stack(stack);
        assertThat(StackRights.unknownTypes(Engine.run(config, App::stack))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void a_preview_may_read_only(String stack) {
        assertThat(Rights.ofStack(stack).stream().flatMap(granted -> granted.read().stream()))
                .allMatch(action -> READING.stream().anyMatch(verb -> action.split(":")[1].startsWith(verb)));
    }

    @Test
    void a_resource_that_pulumi_names_is_known_by_its_name_in_the_program() {
        assertThat(named("CloudFrontFunctions", Rights.ofStack("prod")).resources())
                .containsExactly("arn:aws:cloudfront::123456789012:function/cdn-viewer-request-*");
    }

    @Test
    void a_resource_that_the_program_names_is_known_by_that_name() {
        assertThat(named("Dashboards", Rights.ofStack("prod")).resources())
                .containsExactly("arn:aws:cloudwatch::123456789012:dashboard/edgesocket-prod-dashboard");
    }

    @Test
    void several_of_a_component_are_one_and_each_is_in_its_region() {
        assertThat(named("Functions", Rights.ofStack("prod")).resources())
                .containsExactly(
                        "arn:aws:lambda:eu-central-1:123456789012:function:chat-*",
                        "arn:aws:lambda:us-east-1:123456789012:function:cdn-origin-request-*");
    }

    @Test
    void log_groups_of_another_stack_are_out_of_reach() {
        assertThat(named("LogGroups", Rights.ofStack("dev")).resources())
                .containsExactly("arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/edgesocket-dev-chat-*");
    }

    @Test
    void a_function_gets_its_own_role_and_no_other() {
        var pass = named("PassFunctionRoles", Rights.ofStack("dev"));
        assertThat(pass.resources()).containsExactly("arn:aws:iam::123456789012:role/chat-*");
        assertThat(pass.condition())
                .isEqualTo(Map.of("StringEquals", Map.of("iam:PassedToService", List.of("lambda.amazonaws.com"))));
    }

    @Test
    void instances_are_kept_started_of_the_stack_s_aliases_alone() {
        var rights = Rights.of(Map.of("edgesocket:functions", "{\"provisionedConcurrency\": 2}"));
        assertThat(named("ProvisionedConcurrency", rights).resources())
                .containsExactly("arn:aws:lambda:eu-west-1:123456789012:function:chat-*");
    }

    @Test
    void layers_are_taken_by_their_arns() {
        var layer = "arn:aws:lambda:eu-west-1:210987654321:layer:chat:3";
        var rights = Rights.of(Map.of("edgesocket:functions", "{\"layers\": [\"" + layer + "\"]}"));
        assertThat(named("LayersOfFunctions", rights).resources()).containsExactly(layer);
    }

    @Test
    void roles_are_in_the_company_s_path_and_begin_with_its_prefix() {
        var rights = Rights.of(Map.of("edgesocket:company", """
                {"rolePath": "/apps/", "roleNamePrefix": "acme-"}"""));
        assertThat(named("Roles", rights).resources())
                .containsExactly("arn:aws:iam::123456789012:role/apps/acme-edgesocket-dev-chat-*");
        assertThat(named("PassFunctionRoles", rights).resources())
                .containsExactly("arn:aws:iam::123456789012:role/apps/acme-edgesocket-dev-chat-*");
    }

    @Test
    void api_gateway_gets_the_roles_of_routes_to_services_and_no_others() {
        var rights = Rights.of(context -> new WebSocketApi(
                "chat",
                WebSocketApiArgs.builder()
                        .route("orders", Route.to(ServiceTarget.queue(new Queue("orders"))))
                        .build()));
        assertThat(named("PassIntegrationRoles", rights).resources())
                .containsExactly("arn:aws:iam::123456789012:role/chat-orders-role-*");
        assertThat(named("Queues", rights).resources()).containsExactly("arn:aws:sqs:eu-west-1:123456789012:orders-*");
    }

    @Test
    void a_state_machine_is_checked_in_a_preview_and_gets_its_own_role() {
        var rights = Rights.of(context -> new StateMachine(
                "orders",
                StateMachineArgs.builder()
                        .roleArn("arn:aws:iam::123456789012:role/orders")
                        .definition("{}")
                        .build()));
        assertThat(named("StateMachines", rights).resources())
                .containsExactly("arn:aws:states:eu-west-1:123456789012:stateMachine:orders-*");
        assertThat(named("ValidateStateMachines", rights).read())
                .containsExactly("states:ValidateStateMachineDefinition");
        assertThat(named("PassStateMachineRoles", rights).resources())
                .containsExactly("arn:aws:iam::123456789012:role/orders");
    }

    @Test
    void the_company_s_boundary_is_the_only_one_that_roles_may_get() {
        var rights = Rights.of(Map.of("edgesocket:company", """
                {"permissionsBoundary": "arn:aws:iam::123456789012:policy/boundary"}"""));
        assertThat(named("RoleBoundaries", rights).condition())
                .isEqualTo(Map.of(
                        "StringEquals",
                        Map.of("iam:PermissionsBoundary", List.of("arn:aws:iam::123456789012:policy/boundary"))));
    }

    @Test
    void the_company_s_keys_are_used_by_their_arns() {
        var key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";
        var rights = Rights.of(Map.of(
                "edgesocket:company", "{\"keys\": {\"environment\": \"" + key + "\", \"logs\": \"" + key + "\"}}"));
        assertThat(named("FunctionKeys", rights).resources()).containsExactly(key);
        assertThat(named("LogGroupKeys", rights).write()).contains("logs:AssociateKmsKey");
    }

    @Test
    void a_table_s_key_is_used_by_its_arn() {
        var key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";
        var rights = Rights.of(context -> new ConnectionTable(
                "connections", ConnectionTableArgs.builder().kmsKey(key).build()));
        assertThat(named("TableKeys", rights).resources()).containsExactly(key);
    }

    @Test
    void a_table_with_dynamodb_s_own_key_needs_none() {
        assertThat(Rights.of(context -> new ConnectionTable("connections")))
                .extracting(Granted::name)
                .contains("Tables")
                .doesNotContain("TableKeys");
    }

    @Test
    void a_role_that_exists_is_passed_and_no_other() {
        var role = "arn:aws:iam::123456789012:role/apps/chat";
        var rights = Rights.of(Map.of("edgesocket:functions", "{\"role\": \"" + role + "\"}"));
        assertThat(named("PassFunctionRoles", rights).resources()).containsExactly(role);
        assertThat(rights).extracting(Granted::name).doesNotContain("Roles", "RolePolicies");
    }

    @Test
    void of_dns_the_stacks_names_alone_can_be_changed() {
        assertThat(recordNames(Rights.ofStack("prod")))
                .containsExactly("_*.chat.example.com", "_*.chat.example.org", "chat.example.com", "chat.example.org");
    }

    @Test
    void a_wildcard_is_written_as_dns_writes_it() {
        var rights = Rights.of(Map.of("edgesocket:domain", """
                {"names": ["*.chat.example.com"], "hostedZone": "example.com"}"""));
        assertThat(recordNames(rights)).containsExactly("\\052.chat.example.com", "_*.chat.example.com");
    }

    @Test
    void what_a_role_of_another_account_does_is_that_role_s_to_be_allowed() {
        var rights = Rights.of(Map.of("edgesocket:domain", """
                {"names": ["chat.example.com"], "hostedZone": "example.com",
                 "dnsRole": {"arn": "arn:aws:iam::210987654321:role/dns", "externalId": "known-to-few"}}"""));
        assertThat(rights).extracting(Granted::name).doesNotContain("ChangeRecords", "Records", "FindHostedZones");
        assertThat(named("AssumeRoles", rights).resources()).containsExactly("arn:aws:iam::210987654321:role/dns");
        assertThat(named("AssumeRoles", rights).read()).containsExactly("sts:AssumeRole");
        assertThat(rights.toString()).doesNotContain("known-to-few");
    }

    private static List<String> recordNames(List<Granted> rights) {
        return named("ChangeRecords", rights)
                .condition()
                .get("ForAllValues:StringLike")
                .get("route53:ChangeResourceRecordSetsNormalizedRecordNames");
    }

    @Test
    void an_edge_function_that_exists_is_replicated_by_its_arn() {
        var rights = Rights.of(Map.of("edgesocket:edge", """
                {"originResponse": {"functionArn": "arn:aws:lambda:us-east-1:123456789012:function:guard:3"}}"""));
        assertThat(named("EdgeFunctions", rights).resources())
                .containsExactly("arn:aws:lambda:us-east-1:123456789012:function:guard:3");
    }

    @Test
    void a_bucket_that_takes_logs_is_the_only_one_whose_policy_can_be_changed() {
        var rights = Rights.of(Map.of("edgesocket:cdn", """
                {"logging": {"bucketArn": "arn:aws:s3:::my-logs/dev"}}"""));
        assertThat(named("LogDeliveryBuckets", rights).resources()).containsExactly("arn:aws:s3:::my-logs");
    }

    @Test
    void a_bucket_of_the_older_kind_of_logs_is_the_only_one_whose_acl_can_be_changed() {
        var rights = Rights.of(Map.of("edgesocket:cdn", """
                {"logging": {"bucket": "my-logs.s3.amazonaws.com", "prefix": "dev/"}}"""));
        assertThat(named("DistributionLogBucket", rights).resources()).containsExactly("arn:aws:s3:::my-logs");
    }

    @Test
    void a_stack_without_logs_needs_nothing_for_them() {
        assertThat(Rights.ofStack("dev")).extracting(Granted::name).doesNotContain("ApiAccessLogs", "LogDeliveries");
    }

    @Test
    void where_pulumi_is_told_how_to_name_resources_they_have_their_names_in_it() {
        var rights = Rights.of(Map.of(
                "pulumi:autonaming",
                "{\"pattern\": \"${stack}-${name}-${hex(4)}\"}",
                "edgesocket:edge",
                "{\"viewerRequest\": {\"code\": \"src/main/edge/allow-stored-origins.js\", "
                        + "\"keyValueStore\": {}}}"));
        assertThat(named("CloudFrontFunctions", rights).resources())
                .containsExactly("arn:aws:cloudfront::123456789012:function/*cdn-viewer-request*");
    }
}

package io.edgesocket.plan.diff;

import static io.edgesocket.plan.Plans.API;
import static io.edgesocket.plan.Plans.DEPLOYMENT;
import static io.edgesocket.plan.Plans.DISTRIBUTION;
import static io.edgesocket.plan.Plans.LOG_GROUP;
import static io.edgesocket.plan.Plans.ROLE_POLICY;
import static io.edgesocket.plan.Plans.ROUTE;
import static io.edgesocket.plan.Plans.dev;
import static io.edgesocket.plan.Plans.prod;
import static io.edgesocket.plan.Plans.routes;
import static io.edgesocket.plan.Plans.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plans.Resource;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import io.edgesocket.plan.render.DiffText;
import io.edgesocket.plan.render.Folding;
import io.edgesocket.plan.render.Screen;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanDiffTest {
    private static final Resource CHAT = Resource.component("chat");

    @Test
    void a_resource_that_only_the_later_plan_has_is_created() {
        assertThat(text(dev(), dev(Resource.of(ROUTE, "ping").with("{'routeKey': 'ping'}"))))
                .contains("+ ping  apigatewayv2 Route  ping\n", "+ 1 created, 0 unchanged");
    }

    @Test
    void a_resource_that_only_the_earlier_plan_has_is_deleted() {
        assertThat(text(dev(Resource.of(ROUTE, "ping")), dev())).contains("- ping  apigatewayv2 Route\n");
    }

    @Test
    void a_nested_property_is_named_by_its_whole_path() {
        assertThat(changes(
                        DISTRIBUTION,
                        "{'defaultCacheBehavior': {'originRequestPolicyId': 'a', 'compress': true}}",
                        "{'defaultCacheBehavior': {'originRequestPolicyId': 'b', 'compress': true}}"))
                .contains("~ defaultCacheBehavior.originRequestPolicyId: \"a\" → \"b\"")
                .doesNotContain("compress");
    }

    @Test
    void a_name_with_other_characters_is_quoted_in_a_path() {
        assertThat(changes(
                        ROUTE,
                        "{'requestModels': {'application/json': 'a'}}",
                        "{'requestModels': {'application/json': 'b'}}"))
                .contains("~ requestModels[\"application/json\"]: ");
    }

    @Test
    void an_item_put_at_the_front_of_a_list_is_one_change() {
        assertThat(changes(DISTRIBUTION, "{'aliases': ['b', 'c']}", "{'aliases': ['a', 'b', 'c']}"))
                .contains("+ aliases[0]: \"a\"\n")
                .doesNotContain("aliases[1]");
    }

    @Test
    void an_item_taken_from_the_middle_of_a_list_is_one_change() {
        assertThat(changes(DISTRIBUTION, "{'aliases': ['a', 'b', 'c']}", "{'aliases': ['a', 'c']}"))
                .contains("- aliases[1]: \"b\"\n")
                .doesNotContain("aliases[2]");
    }

    @Test
    void json_in_a_text_is_compared_as_json() {
        assertThat(changes(ROLE_POLICY, policy("'logs:*'"), policy("['logs:PutLogEvents']")))
                .contains("~ policy.Statement[0].Action: \"logs:*\" → [\"logs:PutLogEvents\"]");
    }

    @Test
    void the_same_json_written_differently_is_said_to_be_that() {
        assertThat(changes(ROLE_POLICY, "{'policy': '{ }'}", "{'policy': '{}'}"))
                .contains("~ policy: the same JSON, written differently");
    }

    @Test
    void a_text_that_only_looks_like_json_is_compared_as_text() {
        assertThat(changes(ROLE_POLICY, "{'policy': '{a'}", "{'policy': '{b'}")).contains("~ policy: \"{a\" → \"{b\"");
    }

    @Test
    void long_texts_are_shown_from_where_they_differ() {
        var same = "x".repeat(500);
        assertThat(changes(ROUTE, "{'target': '" + same + "a'}", "{'target': '" + same + "b'}"))
                .contains("~ target: …xxxxxxxxxxxxa\" → …xxxxxxxxxxxxb\"\n");
    }

    @Test
    void a_secret_in_both_plans_is_no_change() {
        var secret = Resource.of(API, "chat").with("{'key': '[secret]'}");
        assertThat(PlanDiff.between(dev(secret), dev(secret)).isEmpty()).isTrue();
    }

    @Test
    void an_option_that_changes_is_shown_as_one() {
        var api = Resource.of(API, "chat");
        assertThat(text(dev(api), dev(api.isProtected()))).contains("~ protect (option): false → true");
    }

    @Test
    void a_dependency_is_shown_by_type_and_name() {
        var api = Resource.of(API, "chat-api").in(CHAT);
        var route = Resource.of(ROUTE, "chat-ping").in(CHAT);
        assertThat(text(dev(CHAT, api, route), dev(CHAT, api, route.dependingOn(api))))
                .contains("+ dependsOn[0] (option): \"aws:apigatewayv2/api:Api::chat-api\"");
    }

    @Test
    void dependencies_between_others_are_shown_alone() {
        var first = Resource.of(API, "a").in(CHAT);
        var second = Resource.of(API, "b").in(CHAT);
        var third = Resource.of(API, "c").in(CHAT);
        var fourth = Resource.of(API, "d").in(CHAT);
        var route = Resource.of(ROUTE, "ping").in(CHAT);
        var before = dev(CHAT, first, second, third, fourth, route.dependingOn(second, fourth));
        var after = dev(CHAT, first, second, third, fourth, route.dependingOn(first, second, third, fourth));
        assertThat(text(before, after)
                        .lines()
                        .filter(line -> line.contains("(option)"))
                        .map(String::strip))
                .containsExactly(
                        "+ dependsOn[0] (option): \"aws:apigatewayv2/api:Api::a\"",
                        "+ dependsOn[2] (option): \"aws:apigatewayv2/api:Api::c\"");
    }

    @Test
    void no_changes_is_a_sentence_of_its_own() {
        assertThat(text(
                        dev(CHAT, Resource.of(API, "a").in(CHAT)),
                        dev(CHAT, Resource.of(API, "a").in(CHAT))))
                .isEqualTo("No changes: 2 resources and components are the same.\n");
    }

    @Test
    void many_changes_that_are_alike_are_folded() {
        assertThat(text(dev(), stack("dev", routes(300)))).contains("+ … 295 more apigatewayv2 Route alike");
    }

    @Test
    void a_long_run_of_properties_in_one_map_is_folded() {
        var triggers =
                IntStream.range(0, 300).mapToObj(i -> "'route" + i + "': 'a'").collect(Collectors.joining(", "));
        assertThat(changes(DEPLOYMENT, "{'triggers': {}}", "{'triggers': {" + triggers + "}}"))
                .contains("    + … 295 more in triggers (--all shows them)\n");
    }

    @Test
    void what_matters_to_security_is_folded_only_when_it_is_the_same() {
        var rights = IntStream.range(0, 20)
                .mapToObj(i ->
                        Resource.of("aws:lambda/permission:Permission", "p" + i).with("{'sourceArn': '" + i + "'}"))
                .toList();
        assertThat(text(dev(), stack("dev", rights)))
                .contains("sourceArn: \"19\"")
                .doesNotContain("more");
    }

    @Test
    void a_route_that_can_not_require_authorization_does_not_matter_to_security() {
        assertThat(changes(
                        ROUTE,
                        "{'routeKey': 'ping', 'authorizationType': 'NONE'}",
                        "{'routeKey': 'ping', 'authorizationType': 'AWS_IAM'}"))
                .doesNotContain("Security");
    }

    @Test
    void whose_tokens_let_users_in_matters_to_security() {
        var type = "aws:lambda/function:Function";
        var issuer = "{'environment': {'variables': {'JWT_ISSUER': 'https://%s.example.com'}}}";
        var level = "{'environment': {'variables': {'LOG_LEVEL': '%s'}}}";
        assertThat(changes(type, issuer.formatted("auth"), issuer.formatted("evil")))
                .contains("Security");
        assertThat(changes(type, level.formatted("info"), level.formatted("debug")))
                .doesNotContain("Security");
    }

    @ParameterizedTest
    @CsvSource({
        "aws:lambda/function:Function, layers",
        "aws:lambda/function:Function, vpcConfig",
        "aws:lambda/function:Function, kmsKeyArn",
        "aws:cloudwatch/logGroup:LogGroup, kmsKeyId",
        "aws:apigatewayv2/integration:Integration, connectionId",
        "aws:iam/role:Role, permissionsBoundary"
    })
    void what_a_company_looks_at_matters_to_security(String type, String input) {
        assertThat(changes(type, "{'" + input + "': 'a'}", "{'" + input + "': 'b'}"))
                .contains("Security");
    }

    @Test
    void security_comes_first() {
        assertThat(text(
                        dev(
                                Resource.of(API, "a").with("{'name': 'a'}"),
                                Resource.of(ROLE_POLICY, "z").with(policy("'a'"))),
                        dev(
                                Resource.of(API, "a").with("{'name': 'b'}"),
                                Resource.of(ROLE_POLICY, "z").with(policy("'b'")))))
                .containsSubsequence("Security\n~ z", "Other changes\n~ a");
    }

    @Test
    void an_authorizer_that_is_gone_comes_before_other_security() {
        var rights = Resource.of(ROLE_POLICY, "a");
        var authorizer =
                Resource.of("aws:apigatewayv2/authorizer:Authorizer", "users").with("{'name': 'users'}");
        assertThat(text(dev(rights.with(policy("'a'")), authorizer), dev(rights.with(policy("'b'")))))
                .containsSubsequence("Security\n- users", "~ a");
    }

    @Test
    void a_policy_that_is_created_is_shown_in_full() {
        assertThat(text(dev(), dev(Resource.of(ROLE_POLICY, "rights").with(policy("'logs:*'")))))
                .contains("+ policy.Statement[0]: {\"Action\":\"logs:*\"}");
    }

    @Test
    void an_input_that_forces_a_replacement_says_so() {
        assertThat(changes(DEPLOYMENT, "{'triggers': {'redeployment': 'a'}}", "{'triggers': {'redeployment': 'b'}}"))
                .contains(
                        "~ it  apigatewayv2 Deployment  [replaced]",
                        "triggers.redeployment [forces replacement]",
                        "1 changed (1 replaced)");
    }

    @Test
    void an_input_of_which_nothing_is_known_claims_nothing() {
        assertThat(changes(DEPLOYMENT, "{'description': 'a'}", "{'description': 'b'}"))
                .doesNotContain("replace");
    }

    @Test
    void an_ignored_input_forces_no_replacement() {
        var deployment = Resource.of(DEPLOYMENT, "it").ignoring("triggers");
        assertThat(text(
                        dev(deployment.with("{'triggers': {'a': 'a'}}")),
                        dev(deployment.with("{'triggers': {'a': 'b'}}"))))
                .contains("triggers.a [ignored by ignoreChanges]")
                .doesNotContain("replace");
    }

    @Test
    void two_stacks_are_compared_side_by_side() {
        var api = Resource.of(API, "chat").with("{'name': 'chat'}");
        assertThat(text(dev(api, Resource.of(LOG_GROUP, "logs")), prod(api, Resource.of(ROUTE, "ping"))))
                .startsWith("edgesocket dev → prod\n")
                .endsWith("+ 1 only in prod, - 1 only in dev, 1 alike\n");
    }

    @Test
    void nothing_is_replaced_between_two_stacks() {
        assertThat(text(
                        dev(Resource.of(DEPLOYMENT, "it").with("{'triggers': {'a': 'a'}}")),
                        prod(Resource.of(DEPLOYMENT, "it").with("{'triggers': {'a': 'b'}}"))))
                .contains("~ triggers.a: ")
                .doesNotContain("replace");
    }

    @Test
    void an_alias_that_names_the_old_urn_makes_it_a_move() {
        var old = Resource.of(LOG_GROUP, "old");
        assertThat(text(dev(old), dev(Resource.of(LOG_GROUP, "new").alias(old.path()))))
                .contains("~ new  cloudwatch LogGroup  [moved from old]", "~ 1 changed, 0 unchanged");
    }

    @Test
    void children_move_with_their_parent() {
        var talk = Resource.component("talk").alias(CHAT.path());
        var diff = PlanDiff.between(
                dev(CHAT, Resource.of(API, "chat-api").in(CHAT)),
                dev(talk, Resource.of(API, "talk-api").in(talk)));
        assertThat(diff.resources()).allMatch(change -> change instanceof Changed changed && changed.isMoved());
    }

    @Test
    void a_reference_to_a_moved_resource_is_the_same_reference() {
        var old = Resource.of(API, "old");
        var route = Resource.of(ROUTE, "ping");
        var diff = PlanDiff.between(
                dev(old, route.with("{'apiId': '${old.id}'}")),
                dev(Resource.of(API, "new").alias(old.path()), route.with("{'apiId': '${new.id}'}")));
        assertThat(names(diff)).containsExactly("new");
    }

    @Test
    void a_reference_is_the_same_when_its_name_is_no_longer_unique() {
        var api = Resource.of(API, "chat");
        var route = Resource.of(ROUTE, "ping");
        var diff = PlanDiff.between(
                dev(api, route.with("{'apiId': '${chat.id}'}")),
                dev(api, Resource.of(LOG_GROUP, "chat"), route.with("{'apiId': '${" + API + "::chat.id}'}")));
        assertThat(names(diff)).containsExactly("chat");
    }

    @Test
    void a_reference_to_another_resource_of_the_same_name_is_another_reference() {
        var route = Resource.of(ROUTE, "ping").with("{'apiId': '${chat.id}'}");
        assertThat(text(dev(Resource.of(API, "chat"), route), dev(Resource.of(LOG_GROUP, "chat"), route)))
                .contains("~ apiId [forces replacement]: \"${" + API + "::chat.id}\" → \"${chat.id}\"");
    }

    @Test
    void a_literal_that_looks_like_a_reference_stays_as_it_is() {
        var old = Resource.of(API, "old");
        var route = Resource.of(ROUTE, "ping").with("{'target': '$${old.id}'}");
        assertThat(names(PlanDiff.between(
                        dev(old, route), dev(Resource.of(API, "new").alias(old.path()), route))))
                .containsExactly("new");
    }

    private static List<String> names(PlanDiff diff) {
        return diff.resources().stream().map(change -> change.resource().name()).toList();
    }

    private static String changes(String type, String before, String after) {
        return text(
                dev(Resource.of(type, "it").with(before)),
                dev(Resource.of(type, "it").with(after)));
    }

    private static String text(Plan before, Plan after) {
        return DiffText.render(PlanDiff.between(before, after), Screen.plain(), Folding.FOLDED);
    }

    private static String policy(String action) {
        return "{'policy': '{\\'Statement\\': [{\\'Action\\': " + action.replace("'", "\\'") + "}]}'}";
    }
}

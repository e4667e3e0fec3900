package io.edgesocket.plan.diff;

import static io.edgesocket.plan.Plans.API;
import static io.edgesocket.plan.Plans.DEPLOYMENT;
import static io.edgesocket.plan.Plans.DISTRIBUTION;
import static io.edgesocket.plan.Plans.dev;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plans;
import io.edgesocket.plan.Plans.Resource;
import io.edgesocket.plan.render.DiffJson;
import io.edgesocket.plan.render.DiffText;
import io.edgesocket.plan.render.Folding;
import io.edgesocket.plan.render.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changes because another resource does, though it is written as before. */
class ConsequencesTest {
    private static final String FUNCTION = "aws:lambda/function:Function";
    private static final Resource STAGE = Resource.of("aws:apigatewayv2/stage:Stage", "stage")
            .with("{'deploymentId': '${deployment.id}', 'name': 'live'}");
    private static final Resource ALIAS = Resource.of("aws:lambda/alias:Alias", "alias")
            .with("{'functionName': '${echo.name}', 'functionVersion': '${echo.version}'}");

    @Test
    void a_stage_follows_from_its_new_deployment() {
        var diff = PlanDiff.between(dev(deployment("a"), STAGE), dev(deployment("b"), STAGE));
        assertThat(DiffText.render(diff, Screen.plain(), Folding.FOLDED)).contains("""
                What follows from these
                ~ stage  apigatewayv2 Stage
                    ~ deploymentId: follows from deployment

                ~ 1 changed (1 replaced), 1 follows, 0 unchanged
                """);
    }

    @Test
    void an_alias_follows_from_a_version_that_a_change_publishes() {
        assertThat(followed(dev(echo(true, 512), ALIAS), dev(echo(true, 1024), ALIAS)))
                .containsExactly("alias functionVersion from echo");
    }

    @Test
    void where_nothing_is_published_no_alias_follows() {
        assertThat(followed(dev(echo(false, 512), ALIAS), dev(echo(false, 1024), ALIAS)))
                .isEmpty();
        var tagged = "{'publish': true, 'tags': {'a': '%s'}}";
        assertThat(followed(
                        dev(Resource.of(FUNCTION, "echo").with(tagged.formatted(1)), ALIAS),
                        dev(Resource.of(FUNCTION, "echo").with(tagged.formatted(2)), ALIAS)))
                .isEmpty();
    }

    @Test
    void what_is_replaced_has_consequences_of_its_own() {
        var certificate = Resource.of("aws:acm/certificate:Certificate", "certificate");
        var record = Resource.of("aws:route53/record:Record", "proof").with("""
                {'zoneId': 'Z1', 'name': '${certificate.domainValidationOptions[0].resourceRecordName}'}""");
        var valid = Resource.of("aws:acm/certificateValidation:CertificateValidation", "valid")
                .with("""
                {'certificateArn': '${certificate.arn}', 'validationRecordFqdns': ['${proof.fqdn}']}""");
        var cdn = Resource.of(DISTRIBUTION, "cdn")
                .with("{'viewerCertificate': {'acmCertificateArn': '${valid.certificateArn}'}}");
        assertThat(followed(
                        dev(certificate.with("{'domainName': 'a.example.com'}"), record, valid, cdn),
                        dev(certificate.with("{'domainName': 'b.example.com'}"), record, valid, cdn)))
                .containsExactly(
                        "proof name from certificate, replaced",
                        "valid certificateArn from certificate, replaced",
                        "valid validationRecordFqdns[0] from proof, replaced",
                        "cdn viewerCertificate.acmCertificateArn from valid");
    }

    @Test
    void what_is_ignored_does_not_follow() {
        assertThat(followed(
                        dev(deployment("a"), STAGE.ignoring("deploymentId")),
                        dev(deployment("b"), STAGE.ignoring("deploymentId"))))
                .isEmpty();
    }

    @Test
    void a_literal_that_looks_like_a_reference_does_not_follow() {
        var template = Resource.of(API, "chat").with("{'routeSelectionExpression': '$${deployment.id}'}");
        assertThat(followed(dev(deployment("a"), template), dev(deployment("b"), template)))
                .isEmpty();
    }

    @Test
    void between_two_stacks_nothing_follows() {
        assertThat(followed(dev(deployment("a"), STAGE), Plans.prod(deployment("b"), STAGE)))
                .isEmpty();
    }

    @Test
    void as_JSON_what_ignoreChanges_covers_is_no_change() throws Exception {
        var key = Resource.of("aws:apigateway/apiKey:ApiKey", "key").ignoring("name");
        var json = new ObjectMapper()
                .readTree(DiffJson.render(PlanDiff.between(
                        dev(key.with("{'name': 'a'}"), deployment("a").ignoring("triggers")),
                        dev(key.with("{'name': 'b'}"), deployment("b").ignoring("triggers")))));
        assertThat(json.path("changes")).isEmpty();
        assertThat(json.at("/counts/changed").asInt()).isZero();
        assertThat(json.at("/counts/unchanged").asInt()).isEqualTo(2);
    }

    private static Resource deployment(String trigger) {
        return Resource.of(DEPLOYMENT, "deployment").with("{'triggers': {'redeployment': '" + trigger + "'}}");
    }

    private static Resource echo(boolean publish, int memory) {
        return Resource.of(FUNCTION, "echo").with("{'publish': " + publish + ", 'memorySize': " + memory + "}");
    }

    private static List<String> followed(Plan before, Plan after) {
        return PlanDiff.between(before, after).consequences().stream()
                .flatMap(followed -> followed.inputs().stream()
                        .map(input -> followed.resource().name() + " " + input.path() + " from "
                                + input.from().name() + (input.forcesReplacement() ? ", replaced" : "")))
                .toList();
    }
}

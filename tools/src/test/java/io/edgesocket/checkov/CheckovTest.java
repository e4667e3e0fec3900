package io.edgesocket.checkov;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.checkov.Checkov.Finding;
import io.edgesocket.estate.Estate;
import io.edgesocket.plan.OwnStacks;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.plan.Planner;
import io.edgesocket.workspace.Needs;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What Checkov finds in {@code prod}, and in the stack that has everything, is what {@code docs/security.md} gives a reason for. */
@Needs(Checkov.PROGRAM)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckovTest {
    private List<Finding> findings;
    private List<Finding> findingsOfCarelessness;

    @BeforeAll
    void check(@TempDir Path folder) {
        var checkov = new Checkov(folder);
        findings = Stream.of(OwnStacks.plan("prod"), Planner.plan(Estate.registrations(), Path.of("")))
                .flatMap(plan -> checkov.findings(plan).stream())
                .toList();
        findingsOfCarelessness = checkov.findings(careless());
    }

    @Test
    void every_finding_has_its_reason() {
        var rows = AcceptedFindings.rows();
        assertThat(findings)
                .filteredOn(finding -> rows.stream().noneMatch(row -> row.covers(finding)))
                .as("give it a row in docs/security.md, or mend it")
                .isEmpty();
    }

    @Test
    void every_reason_has_its_finding() {
        assertThat(AcceptedFindings.rows())
                .isNotEmpty()
                .filteredOn(row -> findings.stream().noneMatch(row::covers))
                .as("no longer found: take it out of docs/security.md")
                .isEmpty();
    }

    /** Checkov understands what it is given: it sees that the same plan is worse when it is. */
    @Test
    void carelessness_is_found() {
        assertThat(findingsOfCarelessness)
                .extracting(finding -> finding.check() + " " + finding.resource())
                .contains(
                        "CKV_AWS_34 aws_cloudfront_distribution.cdn",
                        "CKV_AWS_174 aws_cloudfront_distribution.cdn",
                        "CKV_AWS_68 aws_cloudfront_distribution.cdn",
                        "CKV_AWS_76 aws_apigatewayv2_stage.chat-stage",
                        "CKV_AWS_50 aws_lambda_function.chat-echo-function",
                        "CKV_AWS_355 aws_iam_role_policy.chat-echo-function-policy");
    }

    @Test
    void no_reason_covers_carelessness() {
        var rows = AcceptedFindings.rows();
        assertThat(findingsOfCarelessness)
                .filteredOn(finding -> rows.stream().noneMatch(row -> row.covers(finding)))
                .hasSizeGreaterThanOrEqualTo(6);
    }

    private static Plan careless() {
        var plan = PlanJson.read(PlanJson.write(OwnStacks.plan("prod"))); // a copy, to be changed
        change(plan, "aws:cloudfront/distribution:Distribution", "cdn", cdn -> {
            cdn.withObject("/defaultCacheBehavior").put("viewerProtocolPolicy", "allow-all");
            cdn.withObject("/viewerCertificate").put("minimumProtocolVersion", "TLSv1");
            cdn.remove("webAclId");
        });
        change(plan, "aws:apigatewayv2/stage:Stage", "chat-stage", stage -> stage.remove("accessLogSettings"));
        change(
                plan,
                "aws:lambda/function:Function",
                "chat-echo-function",
                function -> function.remove("tracingConfig"));
        change(plan, "aws:iam/rolePolicy:RolePolicy", "chat-echo-function-policy", policy -> policy.put("policy", """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"""));
        return plan;
    }

    private static void change(Plan plan, String type, String name, Consumer<ObjectNode> change) {
        plan.resources().stream()
                .filter(resource ->
                        resource.type().equals(type) && resource.name().equals(name))
                .forEach(resource -> change.accept(resource.inputs()));
    }
}

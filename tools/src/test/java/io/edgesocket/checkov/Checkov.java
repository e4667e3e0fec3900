package io.edgesocket.checkov;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.plan.Plan;
import io.edgesocket.workspace.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Runs Checkov on a plan. It asks nobody outside.
 *
 * @param folder to write the plan to
 * @see <a href="https://www.checkov.io/5.Policy%20Index/terraform.html">Its checks</a>
 */
record Checkov(Path folder) {
    static final String PROGRAM = "checkov";

    /** A check that failed, such as {@code CKV_AWS_158}, and of what: {@code aws_cloudwatch_log_group.chat-access-logs}. */
    record Finding(String check, String resource, String says) {}

    List<Finding> findings(Plan plan) {
        write(Terraform.of(plan));
        var outcome = Command.run(
                folder,
                Map.of("LOG_LEVEL", "ERROR"),
                List.of(
                        PROGRAM,
                        "--directory",
                        ".",
                        "--framework",
                        "terraform",
                        "--output",
                        "json",
                        "--compact",
                        "--skip-download",
                        "--soft-fail"));
        var report = report(outcome);
        if (report.at("/summary/parsing_errors").asInt(-1) != 0
                || report.at("/summary/passed").asInt() == 0) {
            throw new AssertionError("Checkov couldn't read the plan: " + outcome);
        }
        return StreamSupport.stream(report.at("/results/failed_checks").spliterator(), false)
                .map(check -> new Finding(
                        check.path("check_id").asText(),
                        check.path("resource").asText(),
                        check.path("check_name").asText()))
                .sorted(comparing(Finding::check).thenComparing(Finding::resource))
                .toList();
    }

    private void write(String terraform) {
        try {
            Files.writeString(folder.resolve("main.tf"), terraform);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode report(Command.Outcome outcome) {
        try {
            return new ObjectMapper().readTree(outcome.out());
        } catch (IOException e) {
            throw new AssertionError("Checkov made no report: " + outcome, e);
        }
    }
}

package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.lambda.EnvironmentVariables;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.local.lambda.Functions;
import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What code at the edge prints is told with the request that it was called for. */
@Needs("node")
@Timeout(60)
class EdgeCodeLogTest {
    private static final int REQUESTS = 20;

    @Test
    void a_cloudfront_function_s_lines_belong_to_their_requests(@TempDir Path project) throws Exception {
        var cdn = Cdn.minimal()
                .viewerRequestFunction("function handler(event) {"
                        + " console.log(event.request.uri); console.error('again'); return event.request; }");
        try (var played = new Played(cdn, project)) {
            assertThat(played.lines()).containsExactlyElementsOf(played.expected("rewrite"));
        }
    }

    @Test
    void a_lambda_at_the_edge_s_lines_belong_to_their_requests(@TempDir Path project) throws Exception {
        Files.writeString(project.resolve("index.mjs"), """
                export const handler = async (event) => {
                  console.log(event.Records[0].cf.request.uri);
                  console.error('again');
                  return event.Records[0].cf.request;
                };""");
        var cdn = Cdn.minimal()
                .lambda(
                        "viewer-request",
                        "{handler: 'index.handler', runtime: 'nodejs22.x', code: {$archive: '.'}, timeout: 5}");
        try (var played = new Played(cdn, project)) {
            assertThat(played.lines()).containsExactlyElementsOf(played.expected("check"));
        }
    }

    /** One request after the other, each to a path of its own. */
    private static final class Played implements AutoCloseable {
        private final Functions lambdas;
        private final StackCode code;
        private final LocalEdge edge;
        private final List<String> requestIds = new ArrayList<>();

        Played(Cdn cdn, Path project) throws IOException {
            lambdas = Functions.of(
                    cdn.stack(), project, EnvironmentVariables.asRegistered(), FunctionLog.NONE, Journal.NONE);
            code = new StackCode(cdn.stack(), lambdas::byArn, FunctionLog.NONE);
            edge = LocalEdge.start(cdn, code);
            for (var request = 0; request < REQUESTS; request++) {
                requestIds.add(
                        edge.handshake("/" + request).header("X-Amz-Cf-Id").orElseThrow());
            }
        }

        List<Tuple> lines() {
            return edge.events().stream()
                    .filter(event -> event.step() == Step.LOG)
                    .map(Played::line)
                    .toList();
        }

        private static Tuple line(Event event) {
            return tuple(event.subject(), event.text(), event.details());
        }

        List<Tuple> expected(String function) {
            var expected = new ArrayList<Tuple>();
            for (var request = 0; request < REQUESTS; request++) {
                for (var text : List.of("/" + request, "again")) {
                    expected.add(tuple(requestIds.get(request), text, Map.of("function", function)));
                }
            }
            return expected;
        }

        @Override
        public void close() {
            edge.close();
            code.close();
            lambdas.close();
        }
    }
}

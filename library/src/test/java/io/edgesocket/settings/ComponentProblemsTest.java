package io.edgesocket.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import io.edgesocket.components.Problem;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.cdn.CdnLogs;
import io.edgesocket.components.cdn.EdgeAttachment;
import io.edgesocket.components.cdn.EdgeEvent;
import io.edgesocket.components.cdn.QueryStrings;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.functions.EdgeFunctionArgs;
import io.edgesocket.components.waf.ManagedWebAclArgs;
import io.edgesocket.settings.schema.KeyListing;
import io.edgesocket.settings.schema.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What components report reaches users by the keys of their settings. */
class ComponentProblemsTest {
    /** Folders of sources, of which one is there. */
    private static final List<Path> SOURCES =
            List.of(Path.of("library/src/main/java"), Path.of("src/main/java"), Path.of("../library/src/main/java"));

    /** What the program gives, or its author: no setting is it. */
    private static final Set<String> OF_THE_PROGRAM = Set.of(
            "allow",
            "api",
            "apiKeySource",
            "authorizers",
            "broadcasting",
            "bucketName",
            "cacheControl",
            "cachePolicy",
            "checkedBy",
            "connectionAttempts",
            "connectionTimeout",
            "connections",
            "format",
            "guard",
            "guests",
            "identitySources",
            "kmsKey",
            "mappingKey",
            "method",
            "methods",
            "models",
            "notFoundAs404",
            "originRequestPolicy",
            "path",
            "replying",
            "requestParameters",
            "requiring",
            "requiringApiKey",
            "responseHeadersPolicy",
            "rootObject",
            "routeSelectionExpression",
            "schema",
            "source",
            "through",
            "uri",
            "usEast1",
            "validating");

    /** Arguments that {@link ComponentProblems} leads to a key of another name. */
    private static final Set<String> ELSEWHERE = Set.of("aliases", "header", "origin");

    @Test
    void every_property_that_a_component_reports_is_a_key_or_the_program_s() throws IOException {
        var keys = KeyListing.rows(Settings.SHAPE)
                .flatMap(row -> Stream.of(row.key().split("[.:]")))
                .collect(Collectors.toSet());

        var others = new TreeSet<>(reported());
        others.removeAll(keys);
        others.removeAll(ELSEWHERE);

        assertThat(others).containsExactlyInAnyOrderElementsOf(OF_THE_PROGRAM);
    }

    @Test
    void all_that_a_distribution_refuses_has_its_key() {
        var usEast1 = new UsEast1();
        var edge = EdgeFunctionArgs.builder()
                .nodejs(Path.of("no/folder"), "index.handler")
                .memoryMb(1)
                .timeout(Duration.ofDays(1))
                .tags(Map.of("aws:x", "y"))
                .usEast1(usEast1)
                .build();
        var problems = WebSocketCdnArgs.builder()
                .origin(wrong(WebSocketOrigin.existing("http://example.com")))
                .path("/a.b", wrong(WebSocketOrigin.existing("http://example.com")))
                .headers(List.of("Host"))
                .queryStrings(QueryStrings.only(List.of("a b")))
                .edge(
                        EdgeAttachment.function(EdgeEvent.VIEWER_RESPONSE, Path.of("no.js"), Map.of("", "x")),
                        EdgeAttachment.lambda(EdgeEvent.ORIGIN_REQUEST, edge),
                        EdgeAttachment.lambda(EdgeEvent.ORIGIN_RESPONSE, "no arn"))
                .aliases(List.of("No Name"))
                .certificateArn("no arn")
                .webAclArn("no arn")
                .webAcl(ManagedWebAclArgs.builder()
                        .rateLimit(1)
                        .counted(List.of("no rule!"))
                        .logRetentionDays(2)
                        .usEast1(usEast1)
                        .build())
                .standardLogs(CdnLogs.keptForDays(2, usEast1))
                .legacyLogs("no bucket", "/x")
                .comment("x".repeat(1_000))
                .build()
                .problems("cdn");
        var root = Location.root(Settings.SHAPE, Set.of());

        assertThat(problems)
                .allSatisfy(problem -> assertThat(ComponentProblems.distributionKey(problem.path(), root))
                        .as(problem.toString())
                        .isPresent());
        assertThat(problems.stream()
                        .map(Problem::path)
                        .flatMap(path -> ComponentProblems.distributionKey(path, root).stream())
                        .map(Location::path))
                .contains(
                        "edgesocket:endpoint",
                        "edgesocket:originGuard.sentIn",
                        "edgesocket:paths[\"/a.b\"].endpoint",
                        "edgesocket:paths[\"/a.b\"].sentIn",
                        "edgesocket:cdn.readTimeout",
                        "edgesocket:cdn.webAcl.rateLimit",
                        "edgesocket:cdn.logging.prefix",
                        "edgesocket:domain.names",
                        "edgesocket:domain.certificateArn",
                        "edgesocket:edge.viewerResponse.code",
                        "edgesocket:edge.originRequest.memory",
                        "edgesocket:edge.originResponse");
    }

    @Test
    void what_is_no_key_has_none() {
        var root = Location.root(Settings.SHAPE, Set.of());

        assertThat(ComponentProblems.distributionKey(List.of("origin", "connectionTimeout"), root))
                .isEmpty();
        assertThat(ComponentProblems.ofStage(new Problem(List.of("stage", "accessLogs", "format"), "x", "y"), root))
                .isEmpty();
    }

    private static WebSocketOrigin wrong(WebSocketOrigin origin) {
        return origin.readTimeout(Duration.ZERO).keepAlive(Duration.ZERO).header("Host", Output.of("x"));
    }

    /** Each step that a component names itself; what it makes of users' keys isn't known here. */
    private static Set<String> reported() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var steps = new TreeSet<String>();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.walk(components())) {
            var task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(
                            sources.filter(file -> file.toString().endsWith(".java"))
                                    .toList()));
            for (var unit : task.parse()) {
                new Calls(steps).scan(unit, null);
            }
        }
        return steps;
    }

    private static Path components() {
        return SOURCES.stream()
                .map(sources -> sources.resolve("io/edgesocket/components"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    /** Finds {@code Property.of("stage", …)}, {@code property.then("name")}, {@code problems.add("name", …)}. */
    private static final class Calls extends TreePathScanner<Void, Void> {
        private final Set<String> steps;

        Calls(Set<String> steps) {
            this.steps = steps;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            if (call.getMethodSelect() instanceof MemberSelectTree method) {
                var name = method.getIdentifier().toString();
                var on = method.getExpression().toString();
                var arguments = call.getArguments();
                if (on.equals("Property") && name.equals("of") || name.equals("then")) {
                    arguments.forEach(this::literals);
                } else if (on.equals("problems") && name.equals("add")) {
                    literals(arguments.get(0));
                } else if (on.equals("problems") && name.equals("unless")) {
                    literals(arguments.get(1));
                }
            }
            return super.visitMethodInvocation(call, none);
        }

        private void literals(ExpressionTree argument) {
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void none) {
                    if (literal.getValue() instanceof String step) {
                        steps.add(step);
                    }
                    return null;
                }

                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                    return null;
                }
            }.scan(new com.sun.source.util.TreePath(getCurrentPath(), argument), null);
        }
    }
}

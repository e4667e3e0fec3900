package io.edgesocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code java} block compiles, as part of {@code App.java}. */
class SnippetsInPagesTest {
    private static final String PROGRAM = """
            import com.pulumi.Context;
            import com.pulumi.core.Alias;
            import com.pulumi.resources.ComponentResourceOptions;
            import io.edgesocket.components.*;
            import io.edgesocket.handlers.*;
            import io.edgesocket.settings.Settings;
            import java.nio.file.Path;
            import java.util.Optional;
            final class Snippet {
                static void stack(Context ctx, Settings settings, RouteFunction echo, WebSocketOrigin origin,
                        Optional<EdgeCertificate> certificate, UsEast1 usEast1) {
            %s
                }
            }
            """;

    static Stream<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_s_snippets_compile(Page page) {
        assertThat(page.blocks("java").flatMap(snippet -> errors(PROGRAM.formatted(snippet)))).isEmpty();
    }

    private static Stream<String> errors(String source) {
        var found = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-proc:none", "-d", System.getProperty("java.io.tmpdir"), "-implicit:none",
                "-cp", System.getProperty("java.class.path"));
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, options, null, List.of(new Source(source)))
                .call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Snippet.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}

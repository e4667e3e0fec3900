package io.edgesocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Every {@code java} block compiles, as part of {@code App.java}, with the language of the Java that the project asks for. */
class SnippetsInPagesTest {
    private static final String PROGRAM = """
            package page%s;
            import com.pulumi.Context;
            import com.pulumi.core.Alias;
            import com.pulumi.core.Output;
            import com.pulumi.resources.StackReference;
            import io.edgesocket.components.*;
            import io.edgesocket.components.api.*;
            import io.edgesocket.components.authorization.*;
            import io.edgesocket.components.cdn.*;
            import io.edgesocket.components.company.*;
            import io.edgesocket.components.connections.*;
            import io.edgesocket.components.domain.*;
            import io.edgesocket.components.functions.*;
            import io.edgesocket.components.behavior.*;
            import io.edgesocket.components.site.*;
            import io.edgesocket.components.monitoring.*;
            import io.edgesocket.components.waf.*;
            import io.edgesocket.handlers.*;
            import io.edgesocket.settings.*;
            import java.nio.file.Path;
            import java.util.List;
            import java.util.Optional;
            final class Snippet {
                static Optional<WebSocketApi> api;
                static Optional<EdgeCertificate> certificate;
                static UsEast1 usEast1;
                static void stack(Context ctx, ConfiguredStack stack, Settings settings, NewFunction echo,
                        WebSocketOrigin origin) {
            %s
                }
            }
            """;

    @Test
    void the_pages_snippets_compile() throws IOException {
        var found = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-proc:none", "--release", "17", "-cp", System.getProperty("java.class.path"));
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        found,
                        options,
                        null,
                        Page.all()
                                .filter(page -> !page.equals(TestingPageTest.PAGE)) // its snippets are tests, and run
                                .filter(page ->
                                        !page.equals(LibraryPageTest.PAGE)) // its snippet is a program, and planned
                                .filter(page -> !page.equals(EstatePageTest.PAGE)) // the same
                                .filter(page ->
                                        !page.equals(ConnectionsPageTest.PAGE)) // its snippets are tested, and played
                                .flatMap(Source::of)
                                .toList());
        task.analyze(); // all of compiling but the class files

        assertThat(found.getDiagnostics())
                .filteredOn(told -> told.getKind() == Diagnostic.Kind.ERROR)
                .isEmpty();
    }

    /** One snippet; its name, which messages begin with, is its page's. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(Page page, String snippet) {
            super(URI.create("page:/" + page), Kind.SOURCE);
            text = PROGRAM.formatted(Integer.toUnsignedString(snippet.hashCode()), snippet);
        }

        static Stream<Source> of(Page page) {
            return page.blocks("java").map(snippet -> new Source(page, snippet));
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}

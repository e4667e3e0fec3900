package io.edgesocket.components.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.pulumi.asset.Archive;
import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.FileArchive;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.internal.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaCodeTest {
    private static final String PACKAGE = "io/edgesocket/components/functions";
    private static final String CANNOT_BE_MADE =
            "a public class, not abstract, with a public constructor without parameters";

    @Test
    void the_handlers_package_and_the_staged_libraries_are_deployed_and_nothing_else() {
        assertThat(archive(FunctionCode.java(Echo.class)))
                .usingRecursiveComparison()
                .isEqualTo(new AssetArchive(Map.of(
                        PACKAGE,
                        new FileArchive("target/classes/" + PACKAGE),
                        "lib",
                        new FileArchive("target/function/lib"))));
    }

    @Test
    void a_handler_can_have_libraries_of_its_own() {
        assertThat(archive(FunctionCode.java(Echo.class, "target/function/more")))
                .usingRecursiveComparison()
                .isEqualTo(new AssetArchive(Map.of(
                        PACKAGE,
                        new FileArchive("target/classes/" + PACKAGE),
                        "lib",
                        new FileArchive("target/function/more"))));
    }

    @Test
    void a_class_that_is_not_compiled_is_refused(@TempDir Path project) throws IOException {
        Files.createDirectories(project.resolve(JavaCode.LIBRARIES));
        assertThat(problems(new JavaCode(Uncompiled.class, JavaCode.LIBRARIES, project)))
                .containsExactly("code: target/classes/" + PACKAGE
                        + "/JavaCodeTest$Uncompiled.class is missing; run ./mvnw compile in the project's folder");
    }

    @Test
    void libraries_that_are_not_staged_are_refused(@TempDir Path elsewhere) {
        assertThat(problems(new JavaCode(Echo.class, JavaCode.LIBRARIES, elsewhere)))
                .contains("code: target/function/lib is missing; run ./mvnw compile in the project's folder");
    }

    @Test
    void a_class_that_handles_nothing_is_refused() {
        assertThat(problems(FunctionCode.java(FunctionCode.class)))
                .contains("code: io.edgesocket.components.functions.FunctionCode "
                        + "is not a Lambda handler; a class that implements RequestHandler or RequestStreamHandler");
    }

    @ParameterizedTest
    @ValueSource(classes = {Hidden.class, Unfinished.class, Demanding.class, Secretive.class})
    void a_class_that_lambda_cannot_make_is_refused(Class<?> handler) {
        assertThat(problems(FunctionCode.java(handler)))
                .contains("code: Lambda can't make a " + handler.getName() + "; " + CANNOT_BE_MADE);
    }

    @Test
    void a_class_that_inherits_its_handling_is_accepted() {
        assertThat(problems(FunctionCode.java(Heir.class)))
                .noneMatch(problem -> problem.contains("not a Lambda handler"));
    }

    public static class Uncompiled implements RequestHandler<String, String> {
        @Override
        public String handleRequest(String input, Context context) {
            return input;
        }
    }

    public static final class Heir extends Uncompiled {}

    static final class Hidden extends Uncompiled {
        public Hidden() {}
    }

    public abstract static class Unfinished extends Uncompiled {}

    public static final class Demanding extends Uncompiled {
        public Demanding(String need) {}
    }

    public static final class Secretive extends Uncompiled {
        private Secretive() {}
    }

    private static List<String> problems(FunctionCode code) {
        var problems = new Problems();
        code.check(problems);
        var refusal =
                catchThrowableOfType(InvalidArgumentsException.class, () -> problems.raise("LambdaFunction", "f"));
        return refusal == null
                ? List.of()
                : refusal.problems().stream().map(Problem::toString).toList();
    }

    private static Archive archive(FunctionCode code) {
        return ((PackagedCode) code).archive();
    }
}

package io.edgesocket.components.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.FileArchive;
import com.pulumi.asset.FileAsset;
import com.pulumi.test.PulumiTest;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.ProjectFolder;
import io.edgesocket.components.internal.Problems;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltJavaCodeTest {
    private static final String HANDLER = "com.acme.Handler";
    private static final String CLASS_FILE = "com/acme/Handler.class";
    private static final String RULE = "a jar, a folder of jars or a folder of classes, which your build makes";

    @TempDir(factory = ProjectFolder.class)
    Path folder;

    @AfterEach
    void forget() {
        PulumiTest.cleanup();
    }

    @Test
    void it_runs_on_java_by_the_handler_s_name() throws IOException {
        assertThat(registered(FunctionCode.java(HANDLER, jar("handlers.jar", CLASS_FILE))))
                .contains(entry("runtime", "java21"), entry("handler", HANDLER));
    }

    @Test
    void a_jar_lies_where_lambda_looks_for_jars() throws IOException {
        var jar = jar("handlers.jar", CLASS_FILE);
        assertThat(registered(FunctionCode.java(HANDLER, jar)).get("code"))
                .usingRecursiveComparison()
                .isEqualTo(new AssetArchive(Map.of("lib/handlers.jar", new FileAsset(shown(jar)))));
    }

    @Test
    void a_folder_of_jars_lies_there_too() throws IOException {
        jar("handlers.jar", CLASS_FILE);
        jar("json.jar", "org/json/Json.class");
        assertThat(registered(FunctionCode.java(HANDLER, folder)).get("code"))
                .usingRecursiveComparison()
                .isEqualTo(new AssetArchive(Map.of("lib", new FileArchive(shown(folder)))));
    }

    @Test
    void a_folder_of_classes_is_deployed_as_it_is() throws IOException {
        write(CLASS_FILE);
        assertThat(registered(FunctionCode.java(HANDLER, folder)).get("code"))
                .usingRecursiveComparison()
                .isEqualTo(new FileArchive(shown(folder)));
    }

    @Test
    void a_folder_without_classes_may_have_the_handler_in_a_jar_in_its_lib() throws IOException {
        Files.createDirectory(folder.resolve("lib"));
        jar("lib/handlers.jar", CLASS_FILE);
        assertThat(registered(FunctionCode.java(HANDLER, folder)).get("code"))
                .usingRecursiveComparison()
                .isEqualTo(new FileArchive(shown(folder)));
    }

    @Test
    void a_plan_names_the_code_the_same_way_however_it_was_written() throws IOException {
        write(CLASS_FILE);
        assertThat(registered(FunctionCode.java(
                                HANDLER, Path.of(".").resolve(folder).resolve("com/..")))
                        .get("code"))
                .usingRecursiveComparison()
                .isEqualTo(new FileArchive(shown(folder)));
    }

    @Test
    void code_outside_of_the_project_is_accepted() throws IOException {
        var jar = jar("handlers.jar", CLASS_FILE);
        var project = Path.of("").toAbsolutePath().getFileName();
        assertThat(problems(FunctionCode.java(
                        HANDLER, Path.of("..").resolve(project).resolve(jar))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.Handler", "com.acme.Handler::handle", "com.acme.Outer$Inner"})
    void a_handler_is_a_class_or_a_method_of_one(String handler) throws IOException {
        write(handler.replaceFirst("::.*", "").replace('.', '/') + ".class");
        assertThat(problems(FunctionCode.java(handler, folder))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Handler", "com/acme/Handler", "com.acme.Handler::", "com.acme.Handler.", "com acme.Handler"
            })
    void any_other_handler_is_refused(String handler) throws IOException {
        write(CLASS_FILE);
        assertThat(problems(FunctionCode.java(handler, folder)))
                .containsExactly("code: handler \"" + handler
                        + "\"; a class with its package, and a method of it where it has none of Lambda's interfaces: "
                        + "com.acme.Handler or com.acme.Handler::handle");
    }

    @Test
    void a_handler_s_name_of_more_than_128_characters_is_refused() {
        var longest = "com.acme." + "H".repeat(119);
        assertThat(problems(FunctionCode.java(longest, folder)))
                .singleElement()
                .asString()
                .contains(" has no com/acme/HHH");
        assertThat(problems(FunctionCode.java(longest + "H", folder)))
                .singleElement()
                .asString()
                .startsWith("code: handler ");
    }

    @Test
    void code_that_is_not_built_is_refused() {
        assertThat(problems(FunctionCode.java(HANDLER, Path.of("build/libs/handlers.jar"))))
                .containsExactly("code: there is no build/libs/handlers.jar; " + RULE + ": run it first");
    }

    @Test
    void a_file_that_is_no_jar_is_refused() throws IOException {
        var file = write("handlers.txt");
        assertThat(problems(FunctionCode.java(HANDLER, file))).containsExactly("code: " + shown(file) + "; " + RULE);
    }

    @Test
    void a_jar_that_can_not_be_opened_is_refused() throws IOException {
        var broken = write("handlers.jar");
        assertThat(problems(FunctionCode.java(HANDLER, broken)))
                .singleElement()
                .asString()
                .startsWith("code: " + shown(broken) + " can't be opened: ")
                .endsWith("; a jar as your build makes it");
    }

    @Test
    void a_jar_without_the_handler_is_refused() throws IOException {
        var jar = jar("handlers.jar", "com/acme/Other.class");
        assertThat(problems(FunctionCode.java(HANDLER, jar)))
                .containsExactly("code: " + shown(jar) + " has no " + CLASS_FILE + "; where the handler's class is");
    }

    @Test
    void a_folder_of_jars_without_the_handler_is_refused() throws IOException {
        jar("json.jar", "org/json/Json.class");
        assertThat(problems(FunctionCode.java(HANDLER, folder)))
                .containsExactly("code: " + shown(folder) + " has no " + CLASS_FILE + "; where the handler's class is");
    }

    @Test
    void classes_beside_jars_are_not_found_by_lambda_and_so_refused() throws IOException {
        write(CLASS_FILE);
        jar("json.jar", "org/json/Json.class");
        assertThat(problems(FunctionCode.java(HANDLER, folder)))
                .containsExactly("code: " + shown(folder) + " has no " + CLASS_FILE + "; where the handler's class is");
    }

    @Test
    void an_absolute_path_which_no_other_machine_has_is_refused() throws IOException {
        var jar = jar("handlers.jar", CLASS_FILE).toAbsolutePath();
        assertThat(problems(FunctionCode.java(HANDLER, jar)))
                .containsExactly("code: \"" + shown(jar) + "\"; a path from the project's folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "."})
    void the_whole_project_is_refused(String path) {
        assertThat(problems(FunctionCode.java(HANDLER, Path.of(path))))
                .containsExactly("code: \"\"; a path from the project's folder");
    }

    @Test
    void more_than_250_mb_are_refused() throws IOException {
        write(CLASS_FILE);
        try (var sparse = new RandomAccessFile(folder.resolve("model.bin").toFile(), "rw")) {
            sparse.setLength((250L << 20) + 1);
        }
        assertThat(problems(FunctionCode.java(HANDLER, folder)))
                .containsExactly("code: 251 MB; at most 250 MB of files");
    }

    private Path jar(String name, String entry) throws IOException {
        var jar = folder.resolve(name);
        try (var entries = new ZipOutputStream(Files.newOutputStream(jar))) {
            entries.putNextEntry(new ZipEntry(entry));
        }
        return jar;
    }

    private Path write(String file) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        return Files.writeString(folder.resolve(file), "");
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static Map<String, Object> registered(FunctionCode code) {
        return FunctionMocks.run(ctx -> new LambdaFunction(
                        "echo", LambdaFunctionArgs.builder().code(code).build()))
                .inputs("aws:lambda/function:Function::echo");
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
}

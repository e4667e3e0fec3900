package io.edgesocket.components.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import com.pulumi.asset.FileArchive;
import com.pulumi.test.PulumiTest;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.ProjectFolder;
import io.edgesocket.components.internal.Problems;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptCodeTest {
    private static final int MB = 1 << 20;

    @TempDir(factory = ProjectFolder.class)
    Path folder;

    @AfterEach
    void forget() {
        PulumiTest.cleanup();
    }

    @Test
    void a_folder_of_javascript_runs_on_nodejs() throws IOException {
        write("index.mjs");
        assertThat(registered(FunctionCode.nodejs(folder, "index.handler")))
                .contains(entry("runtime", "nodejs22.x"), entry("handler", "index.handler"));
    }

    @Test
    void a_folder_of_python_runs_on_python() throws IOException {
        write("app.py");
        assertThat(registered(FunctionCode.python(folder, "app.handler")))
                .contains(entry("runtime", "python3.13"), entry("handler", "app.handler"));
    }

    @Test
    void the_folder_is_deployed_as_it_is() throws IOException {
        write("index.js");
        assertThat(registered(FunctionCode.nodejs(Path.of(".").resolve(folder), "index.handler"))
                        .get("code"))
                .usingRecursiveComparison()
                .isEqualTo(new FileArchive(shown(folder)));
    }

    @ParameterizedTest
    @CsvSource({
        "index.handler, index.mjs", "index.handler, index.js", "index.handler, index.cjs",
        "src/index.handler, src/index.js", "index.routes.echo, index.js", "v1.2/index.handler, v1.2/index.js"
    })
    void a_handler_of_nodejs_is_found(String handler, String file) throws IOException {
        write(file);
        assertThat(problems(FunctionCode.nodejs(folder, handler))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "app.handler, app.py",
        "app.handler, app/__init__.py",
        "src/app.handler, src/app.py",
        "src.app.handler, src/app.py"
    })
    void a_handler_of_python_is_found(String handler, String file) throws IOException {
        write(file);
        assertThat(problems(FunctionCode.python(folder, handler))).isEmpty();
    }

    @Test
    void a_handler_without_its_file_is_refused() throws IOException {
        write("other.js");
        assertThat(problems(FunctionCode.nodejs(folder, "index.handler")))
                .isEqualTo("code: " + shown(folder)
                        + " has no file for the handler index.handler; index.mjs or index.js or index.cjs");
    }

    @Test
    void a_handler_that_is_typescript_alone_is_refused_with_the_command_that_builds_it() throws IOException {
        write("index.ts");
        assertThat(problems(FunctionCode.nodejs(folder, "index.handler")))
                .isEqualTo("code: " + shown(folder)
                        + " has no file for the handler index.handler, but index.ts; index.mjs or index.js or index.cjs; "
                        + "build it, such as with npx esbuild index.ts --bundle --platform=node --sourcemap "
                        + "--outdir=dist, and name the folder that the build writes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "index", ".handler", "index.", "/index.handler", "index.js:handler", "../x.handler"})
    void a_handler_that_names_no_file_and_function_is_refused(String handler) {
        assertThat(problems(FunctionCode.nodejs(folder, handler)))
                .isEqualTo("code: handler \"" + handler
                        + "\"; a file without its ending and a name in it, such as index.handler");
    }

    @Test
    void a_folder_that_does_not_exist_is_refused() {
        assertThat(problems(FunctionCode.python(Path.of("functions/none"), "app.handler")))
                .isEqualTo("code: there is no folder functions/none; a folder inside the project, relative to it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "src/../../elsewhere"})
    void a_folder_outside_the_project_or_all_of_it_is_refused(String path) {
        assertThat(problems(FunctionCode.python(Path.of(path), "app.handler")))
                .isEqualTo("code: folder \"" + shown(Path.of(path).normalize())
                        + "\"; a folder inside the project, relative to it");
    }

    @Test
    void an_absolute_path_is_refused() {
        assertThat(problems(FunctionCode.python(folder.toAbsolutePath(), "app.handler")))
                .endsWith("; a folder inside the project, relative to it");
    }

    @Test
    void files_of_more_than_250_mb_are_refused() throws IOException {
        write("app.py");
        try (var sparse = new RandomAccessFile(folder.resolve("model.bin").toFile(), "rw")) {
            sparse.setLength(250L * MB + 1);
        }
        assertThat(problems(FunctionCode.python(folder, "app.handler")))
                .isEqualTo("code: 251 MB; at most 250 MB of files");
    }

    @Test
    void files_that_zip_to_more_than_50_mb_are_refused() throws IOException {
        write("app.py");
        var noise = new byte[50 * MB + MB / 2];
        new Random(1).nextBytes(noise);
        Files.write(folder.resolve("model.bin"), noise);
        assertThat(problems(FunctionCode.python(folder, "app.handler")))
                .isEqualTo("code: 51 MB when zipped; at most 50 MB when zipped");
    }

    @Test
    void big_files_that_zip_well_are_accepted() throws IOException {
        write("app.py");
        Files.write(folder.resolve("model.bin"), new byte[51 * MB]);
        assertThat(problems(FunctionCode.python(folder, "app.handler"))).isEmpty();
    }

    private void write(String file) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), "");
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static Map<String, Object> registered(FunctionCode code) {
        return FunctionMocks.run(ctx -> new LambdaFunction(
                        "echo", LambdaFunctionArgs.builder().code(code).build()))
                .inputs("aws:lambda/function:Function::echo");
    }

    private static String problems(FunctionCode code) {
        var problems = new Problems();
        code.check(problems);
        var refusal =
                catchThrowableOfType(InvalidArgumentsException.class, () -> problems.raise("LambdaFunction", "f"));
        return refusal == null ? "" : refusal.problems().get(0).toString();
    }
}

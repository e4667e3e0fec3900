package io.edgesocket.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.asset.FileArchive;
import com.pulumi.aws.lambda.LayerVersion;
import com.pulumi.aws.lambda.LayerVersionArgs;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunction;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.lambda.handlers.Misbehaving;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import io.edgesocket.workspace.InProject;
import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a layer of the stack holds is found as on Lambda, where it lies in {@code /opt}. */
class LayersTest {
    @TempDir(factory = InProject.class)
    Path folder;

    @Test
    @Needs("node")
    void a_package_is_found_that_a_node_js_layer_has() throws IOException {
        write("layer/nodejs/node_modules/greeting/index.js", "exports.text = 'hello';");
        write("code/index.js", "exports.handler = async () => require('greeting').text;");
        assertThat(answerOf("nodejs22.x", layer("greetings", "layer"))).isEqualTo("\"hello\"");
    }

    @Test
    @Needs("node")
    void a_package_is_found_that_is_imported() throws IOException {
        write("layer/nodejs/node22/node_modules/greeting/package.json", "{\"main\": \"main.js\"}");
        write("layer/nodejs/node22/node_modules/greeting/main.js", "exports.text = 'hello';");
        write("code/index.mjs", "import greeting from 'greeting'; export const handler = async () => greeting.text;");
        assertThat(answerOf("nodejs22.x", layer("greetings", "layer"))).isEqualTo("\"hello\"");
    }

    @Test
    @Needs("node")
    void of_a_package_in_two_layers_the_last_one_s_is_found() throws IOException {
        write("layer/nodejs/node_modules/greeting/index.js", "exports.text = 'hello';");
        write("layer2/nodejs/node_modules/greeting/index.js", "exports.text = 'good day';");
        write("code/index.js", "exports.handler = async () => require('greeting').text;");
        assertThat(answerOf("nodejs22.x", layer("greetings", "layer"), layer("others", "layer2")))
                .isEqualTo("\"good day\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "python/lib/python3.13/site-packages"})
    @Needs("python3")
    void a_module_is_found_that_a_python_layer_has(String place) throws IOException {
        write("layer/" + place + "/greeting.py", "text = 'hello'\n");
        write("code/index.py", "import greeting\ndef handler(event, context): return greeting.text\n");
        assertThat(answerOf("python3.13", layer("greetings", "layer"))).isEqualTo("\"hello\"");
    }

    @Test
    @Needs("python3")
    void a_layer_may_be_a_zip_file() throws IOException {
        try (var entries = new ZipOutputStream(Files.newOutputStream(folder.resolve("layer.zip")))) {
            entries.putNextEntry(new ZipEntry("python/greeting.py"));
            entries.write("text = 'hello'\n".getBytes());
        }
        write("code/index.py", "import greeting\ndef handler(event, context): return greeting.text\n");
        assertThat(answerOf("python3.13", layer("greetings", "layer.zip"))).isEqualTo("\"hello\"");
    }

    @Test
    void a_class_is_found_that_a_java_layer_has() throws IOException {
        var classFile = Misbehaving.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(folder.resolve("layer/java/lib"));
        Files.createDirectories(folder.resolve("code"));
        try (var entries = new ZipOutputStream(Files.newOutputStream(folder.resolve("layer/java/lib/handlers.jar")));
                var content = Misbehaving.class.getResourceAsStream("Misbehaving.class")) {
            entries.putNextEntry(new ZipEntry(classFile));
            content.transferTo(entries);
        }
        var layer = layer("handlers", "layer");
        var function = LocalFunctions.function(
                "runtime: java21",
                "handler: " + Misbehaving.class.getName(),
                "code: {$archive: code}",
                "layers: ['" + layer.word("arn") + "']");
        try (var run = LocalFunctions.of(folder, function, layer)) {
            assertThat(run.answer("{}")).hasToString("{\"calls\":1}");
        }
    }

    @Test
    @Needs("python3")
    void a_saved_file_of_a_layer_is_played_from_the_next_call_on() throws IOException {
        write("layer/python/greeting.py", "text = 'hello'\n");
        write("code/index.py", "import greeting\ndef handler(event, context): return greeting.text\n");
        var layer = layer("greetings", "layer");
        try (var run = LocalFunctions.of(folder, function("python3.13", layer), layer)) {
            run.answer("{}");
            write("layer/python/greeting.py", "text = 'good morning'\n");
            assertThat(run.answer("{}")).hasToString("\"good morning\"");
        }
    }

    @Test
    void a_layer_whose_files_are_elsewhere_is_told() throws IOException {
        write("code/index.js", "");
        var layer = LocalFunctions.layer("shared", "s3Bucket: layers", "s3Key: shared.zip");
        try (var run = LocalFunctions.of(folder, function("nodejs22.x", layer), layer)) {
            assertThat(run.function().notPlayed())
                    .containsExactly("the layer shared, whose files aren't this program's");
        }
    }

    /** As docs/functions.md shows it. */
    @Test
    @Needs("python3")
    void a_layer_that_a_program_publishes_is_found_by_its_functions() throws IOException {
        write("layer/python/greeting.py", "text = 'hello'\n");
        write("code/app.py", "import greeting\ndef handler(event, context): return greeting.text\n");
        var stack = new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of());
        var registered = Engine.run(stack, ctx -> {
            var greetings = new LayerVersion(
                    "greetings",
                    LayerVersionArgs.builder()
                            .layerName("shop-dev-greetings")
                            .code(new FileArchive(folder.resolve("layer").toString()))
                            .build());
            new LambdaFunction(
                    "count",
                    LambdaFunctionArgs.builder()
                            .code(FunctionCode.python(folder.resolve("code"), "app.handler"))
                            .layer(greetings.arn())
                            .build());
        });
        var resources = PlayedStack.of(registered).resources().toArray(PlayedResource[]::new);
        try (var run = LocalFunctions.of(Path.of(""), resources)) {
            assertThat(run.answer("{}")).hasToString("\"hello\"");
            assertThat(run.function().notPlayed()).isEmpty();
        }
    }

    private String answerOf(String runtime, PlayedResource... layers) {
        var resources = new PlayedResource[layers.length + 1];
        resources[0] = function(runtime, layers);
        System.arraycopy(layers, 0, resources, 1, layers.length);
        try (var run = LocalFunctions.of(folder, resources)) {
            return run.answer("{}").toString();
        }
    }

    private static PlayedResource function(String runtime, PlayedResource... layers) {
        var arns = new StringBuilder();
        for (var layer : layers) {
            arns.append("'").append(layer.word("arn")).append("',");
        }
        return LocalFunctions.function(
                "runtime: " + runtime, "handler: index.handler", "code: {$archive: code}", "layers: [" + arns + "]");
    }

    private static PlayedResource layer(String name, String archive) {
        return LocalFunctions.layer(name, "code: {$archive: " + archive + "}");
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}

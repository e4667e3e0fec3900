package io.edgesocket.local.lambda;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.lambda.pool.Invocation.Failed;
import io.edgesocket.local.lambda.sdk.AwsSdks;
import io.edgesocket.local.machine.SearchPath;
import io.edgesocket.workspace.Needs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers that import an SDK which Lambda's runtimes have and their folders don't; npm and pip are pretended ones. */
class AwsSdkTest {
    private static final String PATH = System.getenv().getOrDefault("PATH", "");
    private static final String CLIENT = "@aws-sdk/client-dynamodb";
    /** Tells that it was called, and installs packages that know where they are. */
    private static final String NPM = """
            #!/bin/sh
            echo "$@" >> "$HOME/called"
            for package in @aws-sdk/client-dynamodb @smithy/signature-v4; do
              mkdir -p "$3/node_modules/$package"
              echo "module.exports = { where: __filename };" > "$3/node_modules/$package/index.js"
            done
            """;
    /** Whatever this machine's Python has is not found. */
    private static final String PYTHON = """
            #!/bin/sh
            if [ "$1 $2" != "-m pip" ]; then exec %s -S "$@"; fi
            echo "$@" >> "$HOME/called"
            mkdir "$5/boto3"
            echo "where = __file__" > "$5/boto3/__init__.py"
            """;

    @TempDir
    private Path home;

    private Path folder;
    private final List<String> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void programs() throws IOException {
        folder = Files.createDirectories(home.resolve("project/function"));
        program("npm", NPM);
    }

    private void program(String name, String text) throws IOException {
        var file = Files.createDirectories(home.resolve("bin")).resolve(name);
        Files.setPosixFilePermissions(Files.writeString(file, text), fromString("rwx------"));
    }

    private void source(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String searchPath() {
        return home.resolve("bin") + File.pathSeparator + PATH;
    }

    private AwsSdks sdks() {
        return AwsSdks.of(Map.of("HOME", home.toString(), "PATH", searchPath()), told::add);
    }

    private LocalFunctions run(AwsSdks sdks, String runtime, String... more) {
        return LocalFunctions.with(
                new FunctionOptions(sdks), searchPath(), folder, LocalFunctions.script(folder, runtime, more));
    }

    private String answer(String runtime, String... more) {
        try (var run = run(sdks(), runtime, more)) {
            return run.answer("{}").asText();
        }
    }

    private static Path python() {
        return SearchPath.ofThisMachine().find("python3").orElseThrow();
    }

    private List<String> calls() throws IOException {
        var file = home.resolve("called");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private List<Path> cached() throws IOException {
        try (var files = Files.list(home.resolve(".cache/edgesocket/lambda"))) {
            return files.filter(Files::isDirectory).toList();
        }
    }

    @ParameterizedTest
    @Needs("node")
    @CsvSource(
            delimiter = '|',
            value = {
                "index.mjs    | import { where } from '@aws-sdk/client-dynamodb'; export const handler = () => where;",
                "index.js     | const { where } = require(\"@aws-sdk/client-dynamodb\"); exports.handler = async () => where;",
                "index.mjs    | export const handler = async () => (await import('@aws-sdk/client-dynamodb')).where;",
                "index.mjs    | import{where}from\"@smithy/signature-v4\";export const handler=async()=>where;"
            })
    void a_handler_in_node_js_finds_what_lambda_has(String file, String text) throws IOException {
        source(file, text.replace("= () =>", "= async () =>"));
        assertThat(answer("nodejs22.x")).startsWith(home + "/.cache/edgesocket/lambda/node-");
    }

    @Test
    @Needs("node")
    void it_is_fetched_once_and_told_once() throws IOException {
        source(
                "index.mjs",
                "import { where } from '@aws-sdk/client-dynamodb'; export const handler = async () => where;");
        answer("nodejs22.x");
        answer("nodejs22.x");
        assertThat(calls())
                .singleElement()
                .asString()
                .startsWith("install --prefix " + home)
                .endsWith(" " + CLIENT + "@3");
        assertThat(told)
                .containsExactly("fetching " + CLIENT
                        + " with npm, once: Lambda's Node.js has it, and there is none in the folder");
    }

    @Test
    @Needs("node")
    void at_the_start_it_is_said_where_it_is() throws IOException {
        source("index.mjs", "import '@aws-sdk/client-dynamodb'; export const handler = async () => 1;");
        try (var run = run(sdks(), "nodejs22.x")) {
            assertThat(run.functions.sdks()).containsExactly("for Node.js, in " + cached().get(0));
        }
    }

    @Test
    @Needs("node")
    void runs_at_the_same_time_fetch_it_once() throws IOException {
        source("index.mjs", "import '@aws-sdk/client-dynamodb'; export const handler = async () => 'here';");
        var other = CompletableFuture.supplyAsync(() -> answer("nodejs22.x"));
        assertThat(answer("nodejs22.x")).isEqualTo("here");
        assertThat(other.join()).isEqualTo("here");
        assertThat(calls()).hasSize(1);
    }

    @ParameterizedTest
    @Needs("node")
    @ValueSource(strings = {"node_modules", "../node_modules"})
    void the_handler_s_own_is_preferred_and_nothing_is_fetched(String modules) throws IOException {
        source(modules + "/" + CLIENT + "/index.js", "exports.where = 'its own';");
        source(
                "index.mjs",
                "import { where } from '@aws-sdk/client-dynamodb'; export const handler = async () => where;");
        assertThat(answer("nodejs22.x")).isEqualTo("its own");
        assertThat(calls()).isEmpty();
    }

    @Test
    @Needs("node")
    void nothing_is_fetched_for_sources_that_import_no_sdk() throws IOException {
        source("index.mjs", "const text = 'see @aws-sdk/client-dynamodb'; export const handler = async () => text;");
        source("node_modules/any/index.js", "require('@aws-sdk/client-dynamodb');");
        answer("nodejs22.x");
        assertThat(calls()).isEmpty();
    }

    @Test
    @Needs("node")
    void a_failure_is_told_with_npm_s_reason_and_leaves_nothing() throws IOException {
        program("npm", "#!/bin/sh\necho 'npm error code E404\nnpm error 404 Not Found\nnpm error 404 more'\nexit 1\n");
        source("index.mjs", "import '@aws-sdk/client-dynamodb'; export const handler = async () => 1;");
        try (var run = run(sdks(), "nodejs22.x")) {
            assertThat(run.call("{}")).isInstanceOf(Failed.class);
            assertThat(run.lines).anyMatch(line -> line.contains("npm install --prefix"));
        }
        assertThat(told).last().asString().contains("can't fetch " + CLIENT).contains(": npm error 404 Not Found.");
        assertThat(cached()).isEmpty();
    }

    @Test
    @Needs("node")
    void offline_nothing_is_fetched_and_what_was_is_used() throws IOException {
        source("index.mjs", "import '@aws-sdk/client-dynamodb'; export const handler = async () => 1;");
        try (var run = run(sdks().offline(), "nodejs22.x")) {
            assertThat(run.call("{}")).isInstanceOf(Failed.class);
        }
        answer("nodejs22.x");
        try (var run = run(sdks().offline(), "nodejs22.x")) {
            assertThat(run.answer("{}")).hasToString("1");
        }
        assertThat(calls()).hasSize(1);
    }

    @Test
    @Needs("node")
    void what_an_ended_run_left_unfinished_is_removed() throws IOException {
        Files.createDirectories(home.resolve(".cache/edgesocket/lambda/unfinished-1/node_modules/" + CLIENT));
        source("index.mjs", "import '@aws-sdk/client-dynamodb'; export const handler = async () => 1;");
        answer("nodejs22.x");
        assertThat(cached()).singleElement().asString().contains("/node-");
    }

    @Test
    @Needs("node")
    void xdg_cache_home_says_where_it_is_kept() throws IOException {
        source("index.mjs", "import '@aws-sdk/client-dynamodb'; export const handler = async () => 1;");
        var cache = home.resolve("elsewhere");
        var environment = Map.of("HOME", home.toString(), "PATH", searchPath(), "XDG_CACHE_HOME", cache.toString());
        try (var run = run(AwsSdks.of(environment, told::add), "nodejs22.x")) {
            run.answer("{}");
        }
        assertThat(cache.resolve("edgesocket/lambda")).isNotEmptyDirectory();
        assertThat(home.resolve(".cache")).doesNotExist();
    }

    @ParameterizedTest
    @Needs("python3")
    @ValueSource(strings = {"import boto3", "import json, boto3", "from boto3 import where"})
    void a_handler_in_python_finds_what_lambda_has(String statement) throws IOException {
        program("python3", PYTHON.formatted(python()));
        source("index.py", statement + "\nimport boto3\n\n\ndef handler(event, context):\n    return boto3.where\n");
        assertThat(answer("python3.13")).startsWith(home + "/.cache/edgesocket/lambda/python-3.");
        assertThat(calls())
                .singleElement()
                .asString()
                .startsWith("-m pip install --target ")
                .endsWith(" boto3");
    }

    @Test
    @Needs("python3")
    void python_s_own_is_preferred_and_nothing_is_fetched() throws IOException {
        program("python3", PYTHON.formatted(python()));
        var own = Files.createDirectories(home.resolve("own/boto3"));
        Files.writeString(own.resolve("__init__.py"), "where = 'its own'");
        source("index.py", "import boto3\n\n\ndef handler(event, context):\n    return boto3.where\n");
        assertThat(answer("python3.13", "environment: {variables: {PYTHONPATH: '" + own.getParent() + "'}}"))
                .isEqualTo("its own");
        assertThat(calls()).isEmpty();
    }
}

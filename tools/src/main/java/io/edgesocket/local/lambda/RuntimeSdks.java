package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.edgesocket.local.lambda.code.TaskFolder;
import io.edgesocket.local.lambda.sdk.AwsSdks;
import io.edgesocket.local.lambda.sdk.Imports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The AWS SDKs that a stack's functions in Node.js and Python find besides what is in their folders. First each function
 * is looked at, then all that they lack is found at once.
 */
final class RuntimeSdks {
    /** Writes Python's version to the file of answers, if there is no boto3. */
    private static final String VERSION_WITHOUT_BOTO3 = "import importlib.util, os, sys\n"
            + "if not importlib.util.find_spec('boto3'): os.write(3, b'%d.%d' % sys.version_info[:2])";

    private final AwsSdks sdks;
    private final SortedSet<String> packages = new TreeSet<>();
    private Optional<Path> python = Optional.empty();
    private String pythonVersion = "";
    private Optional<Path> nodeFolder = Optional.empty();
    private Optional<Path> pythonFolder = Optional.empty();

    RuntimeSdks(AwsSdks sdks) {
        this.sdks = sdks;
    }

    void lookAtNode(TaskFolder task) {
        if (sdks != AwsSdks.NONE) {
            packages.addAll(Imports.missingInNode(task.root()));
        }
    }

    /** @param variables that the function is started with: they may lead to boto3 */
    void lookAtPython(Path program, TaskFolder task, Map<String, String> variables) {
        if (sdks == AwsSdks.NONE || !Imports.ofBoto3(task.root())) {
            return;
        }
        var version = output(
                new ChildProcess(List.of(program.toString(), "-c", VERSION_WITHOUT_BOTO3), variables, task.root()));
        if (!version.isEmpty()) {
            python = Optional.of(program);
            pythonVersion = version;
        }
    }

    /** What it says of a Python that doesn't run is said when the function is started. */
    private static String output(ChildProcess child) {
        try {
            var process = child.builder()
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }

    /** @param npm fetches what there is not */
    void find(Optional<Path> npm) {
        nodeFolder = sdks.node(npm, packages);
        pythonFolder = python.flatMap(program -> sdks.python(program, pythonVersion));
    }

    Optional<Path> nodeFolder() {
        return nodeFolder;
    }

    Optional<Path> pythonFolder() {
        return pythonFolder;
    }

    /** What was found, a line each. */
    List<String> lines() {
        return Stream.of(
                        nodeFolder.map(folder -> "for Node.js, in " + folder),
                        pythonFolder.map(folder -> "for Python, in " + folder))
                .flatMap(Optional::stream)
                .toList();
    }
}

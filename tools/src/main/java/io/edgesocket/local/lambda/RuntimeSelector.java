package io.edgesocket.local.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.edgesocket.local.lambda.code.CodeLock;
import io.edgesocket.local.lambda.code.DeployedCode;
import io.edgesocket.local.lambda.code.NativeLibraries;
import io.edgesocket.local.lambda.code.TaskFolder;
import io.edgesocket.local.lambda.pool.Environment;
import io.edgesocket.local.machine.SearchPath;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Selects what a function is run with, or says why it can't be run. */
final class RuntimeSelector {
    private static final String PLAYED = "Java, Node.js and Python are played";
    private static final String CODE_PLAYED = "code is played that the program names by its folder or file";
    /** The part of a function's memory that Lambda gives to JavaScript's objects. */
    private static final double HEAP = 0.9;

    private final Path project;
    private final EnvironmentVariables environment;
    private final FunctionLog log;
    private final RuntimeSdks sdks;
    private final Optional<Debugger> debuggerOfJava;
    private final DebugPorts debugPorts = new DebugPorts();
    private final SearchPath programs;
    private final TempFolder temp;
    private final Duration watchPeriod;
    private final CodeLock lock = new CodeLock();
    private final Map<RegisteredFunction.Files, DeployedCode> codes = new HashMap<>();
    private final FrozenEnvironments frozen = new FrozenEnvironments();
    private int folders;

    RuntimeSelector(
            Path project,
            EnvironmentVariables environment,
            FunctionLog log,
            FunctionOptions options,
            SearchPath programs,
            TempFolder temp,
            Duration watchPeriod) {
        this.project = project;
        this.environment = environment;
        this.log = log;
        this.sdks = new RuntimeSdks(options.sdks());
        this.debuggerOfJava = options.debugged();
        this.programs = programs;
        this.temp = temp;
        this.watchPeriod = watchPeriod;
    }

    /** What all code is read with. */
    CodeLock lock() {
        return lock;
    }

    FrozenEnvironments frozen() {
        return frozen;
    }

    /**
     * What makes its environments, the name of what they run on, and where a debugger finds them.
     *
     * @param unsuitable what of its code is for another processor
     */
    record Selected(String runsOn, Optional<Debugger> debugger, Optional<String> unsuitable, Environment.Maker maker) {}

    /** @throws UnplayableException if there is no such runtime */
    Selected of(RegisteredFunction function) {
        if (function.resource().text("packageType").equals("Image")) {
            throw new UnplayableException("its code is a container image; " + PLAYED);
        }
        if (function.runtime().startsWith("java")) {
            return java(function, code(function));
        }
        if (function.runtime().startsWith("nodejs")) {
            var code = code(function);
            sdks.lookAtNode(code.folder());
            var node = program(function, "node", "Node.js");
            var debugger =
                    debuggerOfJava.map(any -> new Debugger("Node.js inspector", debugPorts.ofNode(function.urn())));
            return script(function, code, node, debugger, task -> nodeArguments(function, task, debugger));
        }
        if (function.runtime().startsWith("python")) {
            var code = code(function);
            var python = program(function, "python3", "Python 3");
            sdks.lookAtPython(python, code.folder(), withLayers(function, code));
            var debugger = debuggerOfJava.map(any -> new Debugger("debugpy", debugPorts.ofPython(function.urn())));
            return script(function, code, python, debugger, task -> pythonArguments(debugger));
        }
        throw new UnplayableException("the runtime \"" + function.runtime() + "\" is not played; " + PLAYED);
    }

    /** Once all functions are selected, what they lack is found for all of them. Returns a line for each that was. */
    List<String> findSdks() {
        sdks.find(programs.find("npm"));
        return sdks.lines();
    }

    private Selected java(RegisteredFunction function, DeployedCode code) {
        var budget = new LogBudget(function.name(), log);
        return new Selected(
                "Java " + Runtime.version().feature(),
                debuggerOfJava,
                Optional.empty(),
                new CodeMaker(
                        code,
                        owner -> new JavaEnvironment(
                                function,
                                code,
                                () -> variables(function, code),
                                environment::hosts,
                                frozen,
                                budget,
                                owner)));
    }

    private Selected script(
            RegisteredFunction function,
            DeployedCode code,
            Path program,
            Optional<Debugger> debugger,
            Function<TaskFolder, List<String>> arguments) {
        var budget = new LogBudget(function.name(), log);
        Supplier<ChildProcess> child = () -> {
            var task = code.folder();
            var command = new ArrayList<>(List.of(program.toString()));
            command.addAll(arguments.apply(task));
            debugger.ifPresent(each -> DebugPorts.awaitFree(each.port()));
            return new ChildProcess(command, variables(function, code), task.root());
        };
        return new Selected(
                program.toString(),
                debugger,
                NativeLibraries.unsuitable(code.folder().root(), function.architecture()),
                new CodeMaker(
                        code,
                        owner ->
                                new ChildEnvironment(function.name(), child, temp, function.timeout(), budget, owner)));
    }

    private Path program(RegisteredFunction function, String program, String language) {
        return programs.find(program)
                .orElseThrow(() -> new UnplayableException(
                        function.runtime() + " needs " + language + ": there is no " + program + " on the PATH"));
    }

    private List<String> nodeArguments(RegisteredFunction function, TaskFolder task, Optional<Debugger> debugger) {
        var arguments = new ArrayList<>(List.of("--max-old-space-size=" + (int) (HEAP * function.memoryMb())));
        // The second keeps Node.js from printing the address, which was told.
        debugger.ifPresent(
                each -> arguments.addAll(List.of("--inspect=127.0.0.1:" + each.port(), "--inspect-publish-uid=http")));
        if (!task.isSource()) { // it is made of links; modules must see the links, not their targets
            arguments.addAll(List.of("--preserve-symlinks", "--preserve-symlinks-main"));
        }
        arguments.addAll(List.of("--require", localHosts("local-hosts.cjs").toString()));
        if (!function.files().layers().isEmpty()) {
            temp.resource("node-path-hook.mjs");
            arguments.addAll(List.of("--require", temp.resource("node-path.cjs").toString()));
        }
        sdks.nodeFolder()
                .ifPresent(folder ->
                        arguments.addAll(List.of("--require", awsSdk(folder).toString())));
        temp.resource("channel.mjs");
        arguments.add(temp.resource("lambda.mjs").toString());
        return arguments;
    }

    private List<String> pythonArguments(Optional<Debugger> debugger) {
        localHosts("local_hosts.py");
        return List.of(
                "-u",
                temp.resource("lambda.py").toString(),
                sdks.pythonFolder().map(Path::toString).orElse(""),
                debugger.map(each -> String.valueOf(each.port())).orElse(""));
    }

    /** What has Node.js look for AWS's SDK in a folder, too. It reads which from a file beside itself. */
    private Path awsSdk(Path folder) {
        temp.file(
                "aws-sdk.json",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("folder", folder.toString())
                        .toString());
        temp.resource("aws-sdk-hook.mjs");
        return temp.resource("aws-sdk.cjs");
    }

    /** What leads names at AWS to this machine. It reads them from a file beside itself. */
    private Path localHosts(String resource) {
        var hosts = environment.hosts();
        var https = hosts.https().get();
        var names = JsonNodeFactory.instance.objectNode();
        names.put("port", https.port()).put("certificate", https.certificate());
        hosts.http().keySet().forEach(names.putArray("names")::add);
        temp.file("local-hosts.json", names.toString());
        return temp.resource(resource);
    }

    private Map<String, String> variables(RegisteredFunction function, DeployedCode code) {
        var variables = withLayers(function, code);
        if (function.runtime().startsWith("nodejs")
                && !function.sets("NODE_PATH")) { // as Lambda has it, with its folders
            sdks.nodeFolder()
                    .map(folder -> folder + "/node_modules")
                    .ifPresent(folder -> variables.merge("NODE_PATH", folder, RuntimeSelector::joined));
        }
        variables.put("LAMBDA_TASK_ROOT", code.folder().root().toAbsolutePath().toString());
        return environment.variables(variables);
    }

    /**
     * The function's variables, and those by which its language finds the layers' files: {@code /opt} itself can't be made
     * here.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html">Layer paths for each runtime</a>
     */
    private static Map<String, String> withLayers(RegisteredFunction function, DeployedCode code) {
        var variables = function.variables();
        var version = function.runtime().replaceFirst("^\\D+", "").replace(".x", "");
        for (var layer : code.layers()) {
            if (function.runtime().startsWith("nodejs") && !function.sets("NODE_PATH")) {
                var modules = layer.resolve("nodejs/node" + version + "/node_modules")
                        + File.pathSeparator
                        + layer.resolve("nodejs/node_modules");
                variables.merge("NODE_PATH", modules, RuntimeSelector::joined);
            } else if (function.runtime().startsWith("python")) {
                var packages = layer.resolve("python/lib/python" + version + "/site-packages")
                        + File.pathSeparator
                        + layer.resolve("python");
                variables.merge("PYTHONPATH", packages, RuntimeSelector::joined);
            }
        }
        return variables;
    }

    private static String joined(String first, String then) {
        return first + File.pathSeparator + then;
    }

    private DeployedCode code(RegisteredFunction function) {
        var code = function.code();
        if (code.isMissingNode()) {
            throw new UnplayableException("its code is in S3; " + CODE_PLAYED);
        }
        if (code.findValue("$remote") != null) {
            throw new UnplayableException("its code is at an address; " + CODE_PLAYED);
        }
        return codes.computeIfAbsent(
                function.files(),
                files -> new DeployedCode(
                        files.code(),
                        files.layers(),
                        project,
                        temp.folder().resolve("task" + folders++),
                        lock,
                        watchPeriod));
    }

    /** Forgets the code of all other functions; environments that still run have it. */
    void keepCodeOf(Collection<RegisteredFunction> functions) {
        codes.keySet()
                .retainAll(functions.stream().map(RegisteredFunction::files).collect(Collectors.toSet()));
    }

    /** Makes environments of code that may change. */
    private record CodeMaker(DeployedCode code, Function<Environment.Owner, Environment> making)
            implements Environment.Maker {

        @Override
        public Environment make(Environment.Owner owner) {
            return making.apply(owner);
        }

        @Override
        public boolean mayHaveChanged() {
            return code.mayHaveChanged();
        }

        @Override
        public void codeChanged() {
            code.codeChanged();
        }

        @Override
        public long version() {
            return code.version();
        }
    }
}

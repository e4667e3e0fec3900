package io.edgesocket.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workflows.Workflow.Step;
import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.Command.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs the {@code run} of a step as GitHub's runner does, with programs in the place of {@code gh} and {@code pulumi} that
 * record their calls and answer from files.
 *
 * @param project what is checked out
 * @param desk    where the programs, their answers and what was sent to GitHub are
 */
record Runner(Path project, Path desk) {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *(.*?) *}}", Pattern.DOTALL);

    /** Answers GET from {@code gh/URL}, with what is no letter, digit or dot as {@code _}; keeps what is sent. */
    private static final String GH = """
            #!/usr/bin/env bash
            set -euo pipefail
            printf '%s\\n' "gh $*" >> "$DESK/calls"
            if [[ $1 == run ]]; then
              cp -r "$DESK/artifacts/$3/$7/." "$9"
              exit
            fi
            if [[ $1 == release ]]; then exit; fi
            shift
            method=GET body=
            while (($# > 0)); do
              case $1 in
                --paginate) ;;
                --method) method=$2; shift ;;
                -F) cp "${2#body=@}" "$DESK/body"; shift ;;
                -f) printf '%s\\n' "$2" >> "$DESK/fields"; shift ;;
                *) url=$1 ;;
              esac
              shift
            done
            if [[ $method != GET ]]; then
              printf '%s\\n' "$method $url" >> "$DESK/sent"
              exit
            fi
            answer=$DESK/gh/${url//[^A-Za-z0-9.]/_}
            if [[ ! -e $answer ]]; then echo "gh: Not Found (HTTP 404): $url" >&2; exit 1; fi
            cat "$answer"
            """;

    /** Answers from {@code pulumi/COMMAND} and ends with what {@code pulumi/COMMAND.exit} says. */
    private static final String PULUMI = """
            #!/usr/bin/env bash
            printf '%s\\n' "pulumi $*" >> "$DESK/calls"
            case "$1 $2" in
              stack\\ * | config\\ *) answer=$1-$2 ;;
              *) answer=$1 ;;
            esac
            cat "$DESK/pulumi/$answer" 2> /dev/null
            cat "$DESK/pulumi/$answer.err" >&2 2> /dev/null
            exit "$(cat "$DESK/pulumi/$answer.exit" 2> /dev/null || echo 0)"
            """;

    static Runner in(Path project, Path desk) {
        var runner = new Runner(project, desk);
        runner.program("gh", GH);
        runner.program("pulumi", PULUMI);
        return runner;
    }

    private void program(String name, String text) {
        write("bin/" + name, text);
        assertThat(desk.resolve("bin").resolve(name).toFile().setExecutable(true))
                .isTrue();
    }

    /** What GitHub answers to a request of that path. */
    Runner gitHub(String path, String singleQuotedJson) {
        write("gh/" + path.replaceAll("[^A-Za-z0-9.]", "_"), singleQuotedJson.replace('\'', '"'));
        return this;
    }

    /** What Pulumi answers to {@code preview}, {@code stack-export} and so on. */
    Runner pulumi(String command, String answer, int exitCode) {
        write("pulumi/" + command, answer);
        write("pulumi/" + command + ".exit", String.valueOf(exitCode));
        return this;
    }

    /** What the launcher writes for a command, and its exit code. */
    Runner edgesocket(String command, String answer, int exitCode) {
        write("edgesocket/" + command, answer);
        write("edgesocket/" + command + ".exit", String.valueOf(exitCode));
        return this;
    }

    Runner artifact(String run, String file, String content) {
        write("artifacts/" + run + "/" + file, content);
        return this;
    }

    /**
     * Runs a step.
     *
     * @param values what GitHub would put in the place of the expressions in its environment; one that is missing is a
     *               mistake of the test
     */
    Outcome run(Step step, Map<String, String> values) {
        var environment = new HashMap<>(Map.of(
                "DESK", desk.toString(),
                "PATH", desk.resolve("bin") + ":" + System.getenv("PATH"),
                "GITHUB_REPOSITORY", "acme/chat",
                "GITHUB_OUTPUT", desk.resolve("output").toString(),
                "GITHUB_STEP_SUMMARY", desk.resolve("summary").toString(),
                "RUNNER_TEMP", desk.toString(),
                "SMOKE_PAUSE", "0",
                "HOME", System.getProperty("user.home")));
        Stream.of(step.job().content(), step.content())
                .map(level -> Workflow.map(level.get("env")))
                .forEach(env ->
                        env.forEach((name, value) -> environment.put(name, evaluated(String.valueOf(value), values))));
        var script = desk.resolve("step.sh");
        write("step.sh", step.run().orElseThrow());
        return Command.run(
                project, environment, List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString()));
    }

    private static String evaluated(String text, Map<String, String> values) {
        return EXPRESSION.matcher(text).replaceAll(found -> {
            var expression = found.group(1).replaceAll("\\s+", " ");
            if (expression.equals("github.token")) {
                return "token";
            }
            if (!values.containsKey(expression)) {
                throw new AssertionError("what is the value of " + expression + "?");
            }
            return Matcher.quoteReplacement(values.get(expression));
        });
    }

    /** Each call of {@code gh} and {@code pulumi}, in order. */
    List<String> calls() {
        return lines("calls");
    }

    /** Each request that changes something at GitHub, such as {@code POST repos/acme/chat/issues}. */
    List<String> sent() {
        return lines("sent");
    }

    List<String> lines(String file) {
        return Files.exists(desk.resolve(file)) ? read(file).lines().toList() : List.of();
    }

    String read(String file) {
        try {
            return Files.readString(desk.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String text) {
        try {
            var path = desk.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

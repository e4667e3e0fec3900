package io.edgesocket.workflows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A file of {@code .github/workflows}, as GitHub reads it. */
record Workflow(String name, Map<String, Object> content, String text) {
    static final Path FOLDER = Path.of(".github/workflows");

    static Stream<Workflow> all() {
        try (var files = Files.list(FOLDER)) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList().stream()
                    .map(Workflow::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Workflow of(String name) {
        try {
            var text = Files.readString(FOLDER.resolve(name));
            return new Workflow(name, map(new Load(LoadSettings.builder().build()).loadFromString(text)), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Job> jobs() {
        return map(content.get("jobs")).entrySet().stream().map(job -> new Job(job.getKey(), map(job.getValue())));
    }

    Job job(String name) {
        return jobs().filter(job -> job.name().equals(name)).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
        return name;
    }

    record Job(String name, Map<String, Object> content) {
        Stream<Step> steps() {
            return ((List<?>) content.get("steps")).stream().map(step -> new Step(this, map(step)));
        }

        /** The one step whose name, or id, that is. */
        Step step(String nameOrId) {
            var found = steps().filter(step -> step.isNamed(nameOrId)).toList();
            if (found.size() != 1) {
                throw new AssertionError("the job " + name + " has " + found.size() + " steps " + nameOrId);
            }
            return found.get(0);
        }
    }

    record Step(Job job, Map<String, Object> content) {
        boolean isNamed(String nameOrId) {
            return nameOrId.equals(content.get("name")) || nameOrId.equals(content.get("id"));
        }

        Optional<String> run() {
            return Optional.ofNullable((String) content.get("run"));
        }

        Optional<String> uses() {
            return Optional.ofNullable((String) content.get("uses"));
        }
    }

    @SuppressWarnings("unchecked") // keys of a workflow are texts; the engine's schema makes no other of "on"
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}

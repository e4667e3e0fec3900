package io.edgesocket.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A Pulumi project's folder: {@code Pulumi.yaml}, and one {@code Pulumi.<stack>.yaml} for each environment. */
public record Project(Path folder, String name) {

    /** @throws ProjectException if the folder holds no project, or its file can't be read */
    public static Project at(Path folder) {
        var file = folder.resolve("Pulumi.yaml");
        if (!Files.isRegularFile(file)) {
            throw new ProjectException("no Pulumi.yaml in " + folder.toAbsolutePath().normalize()
                    + ": run this in the project's folder");
        }
        var name = Yaml.read(file).get("name");
        if (!(name instanceof String text) || text.isBlank()) {
            throw new ProjectException("Pulumi.yaml: name is missing: a project needs one");
        }
        return new Project(folder, text);
    }

    /** @throws ProjectException if there is no such stack, or its file can't be read */
    public StackConfig stack(String stack) {
        var file = folder.resolve("Pulumi." + stack + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw new ProjectException("no stack \"" + stack + "\": there is no Pulumi." + stack + ".yaml; "
                    + "the stacks here are " + stacks().stream().collect(Collectors.joining(", ")));
        }
        return new StackFile(name, stack).read(Yaml.read(folder.resolve("Pulumi.yaml")), Yaml.read(file));
    }

    /** The names of all stacks that have a file here, in order. */
    public List<String> stacks() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("Pulumi\\..+\\.yaml"))
                    .map(file -> file.substring("Pulumi.".length(), file.length() - ".yaml".length()))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

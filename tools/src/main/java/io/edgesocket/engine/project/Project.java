package io.edgesocket.engine.project;

import io.edgesocket.engine.ProjectException;
import io.edgesocket.engine.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Pulumi project's folder: {@code Pulumi.yaml}, and one {@code Pulumi.<stack>.yaml} for each environment.
 *
 * @param stackFolder where the stacks' files are: the {@code stackConfigDir} of {@code Pulumi.yaml}. Default: its
 *                    folder
 * @see <a href="https://www.pulumi.com/docs/iac/concepts/projects/project-file/">The project file</a>
 */
public record Project(Path folder, String name, Path stackFolder) {
    private static final String FILE = "Pulumi.yaml";
    /** {@code stack}, {@code organization/stack} or {@code organization/project/stack}. */
    private static final Pattern STACK =
            Pattern.compile("([A-Za-z0-9_.-]+/){0,2}(?<name>[A-Za-z0-9_-][A-Za-z0-9_.-]*)");

    /** @throws ProjectException if the folder holds no project, or its file can't be read */
    public static Project at(Path folder) {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new ProjectException(
                    "no Pulumi.yaml in " + folder.toAbsolutePath().normalize() + ": "
                            + otherSpelling(file, "run this in the project's folder"));
        }
        var content = Yaml.read(file);
        if (!(content.get("name") instanceof String name) || name.isBlank()) {
            throw new ProjectException("Pulumi.yaml: name is missing: a project needs one");
        }
        var stacks = content.get("stackConfigDir");
        return new Project(folder, name, stacks == null ? folder : stackFolder(folder, stacks.toString()));
    }

    private static Path stackFolder(Path folder, String stacks) {
        try {
            var stackFolder = folder.resolve(stacks);
            if (Files.isDirectory(stackFolder)) {
                return stackFolder;
            }
        } catch (InvalidPathException e) {
            // no folder has such a name
        }
        throw new ProjectException("Pulumi.yaml: stackConfigDir: there is no folder " + stacks);
    }

    /**
     * The configuration of a stack.
     *
     * @param stack {@code stack}, {@code organization/stack} or {@code organization/project/stack}, as in Pulumi's
     *              commands
     * @throws ProjectException if there is no such stack, or its file can't be read
     */
    public StackConfig stack(String stack) {
        return stack(stack, List.of());
    }

    /**
     * The same, with what the environments of Pulumi ESC set that its file takes.
     *
     * @param opened files with what {@code pulumi env get ENVIRONMENT --value json} prints; what a later one sets holds
     */
    public StackConfig stack(String stack, List<Path> opened) {
        var file = stackFile(stack);
        return new StackFile(name, plain(stack))
                .read(
                        Yaml.read(folder.resolve(FILE)),
                        Yaml.read(file),
                        opened.stream().<Map<?, ?>>map(Yaml::read).toList());
    }

    /**
     * The file of a stack, named as for {@link #stack}.
     *
     * @throws ProjectException if there is none
     */
    public Path stackFile(String stack) {
        var file = stackFolder.resolve("Pulumi." + plain(stack) + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw noStack(stack, otherSpelling(file, "there is no " + file.getFileName() + "; " + known()));
        }
        return file;
    }

    private String plain(String stack) {
        var qualified = STACK.matcher(stack);
        if (!qualified.matches()) {
            throw noStack(stack, "a name has letters, digits, _, - and . only; " + known());
        }
        return qualified.group("name");
    }

    private static ProjectException noStack(String stack, String reason) {
        return new ProjectException("no stack \"" + stack + "\": " + reason);
    }

    private String known() {
        return stacks().isEmpty()
                ? "no stack has a file here yet"
                : "the stacks here are " + String.join(", ", stacks());
    }

    /** Where Pulumi keeps the stacks' states: {@code backend.url} of {@code Pulumi.yaml}. */
    public Optional<String> backend() {
        return Yaml.read(folder.resolve(FILE)).get("backend") instanceof Map<?, ?> backend
                ? Optional.ofNullable(backend.get("url")).map(Object::toString)
                : Optional.empty();
    }

    /** What encrypts a stack's secrets: {@code secretsprovider} of its file. */
    public Optional<String> secretsProvider(String stack) {
        return Optional.ofNullable(Yaml.read(stackFile(stack)).get("secretsprovider"))
                .map(Object::toString);
    }

    /** Pulumi also reads {@code .yml}. This tool reads {@code .yaml} only. */
    private static String otherSpelling(Path file, String otherwise) {
        var other = file.getFileName().toString().replaceFirst("yaml$", "yml");
        return Files.exists(file.resolveSibling(other))
                ? "there is a " + other + ": rename it to " + file.getFileName()
                : otherwise;
    }

    /** The names of all stacks that have a file here, in order. */
    public List<String> stacks() {
        try (var files = Files.list(stackFolder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("Pulumi\\..+\\.yaml"))
                    .map(file -> file.substring("Pulumi.".length(), file.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ProjectException("can't read the folder of the stacks' files, "
                    + stackFolder.toAbsolutePath().normalize() + ": see that you may read it");
        }
    }
}

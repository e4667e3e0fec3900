package io.edgesocket.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgesocket.engine.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made, and what is refused. That the project works is for a test that runs it. */
class NewProjectTest {
    private static final NewProject CHAT = new NewProject(new ProjectName("chat"), new PackageName("com.acme.chat"));

    @TempDir
    Path folder;

    @Test
    void a_project_has_these_files() {
        assertThat(CHAT.files().keySet())
                .filteredOn(file -> !file.startsWith(".github/"))
                .containsExactlyInAnyOrder(
                        ".gitignore",
                        ".mvn/jvm.config",
                        ".mvn/wrapper/maven-wrapper.properties",
                        "Pulumi.dev.yaml",
                        "Pulumi.prod.yaml",
                        "Pulumi.yaml",
                        "README.md",
                        "docs/settings.schema.json",
                        "edgesocket",
                        "edgesocket.cmd",
                        "mvnw",
                        "mvnw.cmd",
                        "pom.xml",
                        "src/main/edge/allow-stored-origins.js",
                        "src/main/edge/region-header/config.json",
                        "src/main/edge/region-header/index.mjs",
                        "src/main/java/com/acme/chat/App.java",
                        "src/main/java/com/acme/chat/handlers/Authorized.java",
                        "src/main/java/com/acme/chat/handlers/EchoHandler.java",
                        "src/main/java/com/acme/chat/handlers/Reply.java",
                        "src/main/java/com/acme/chat/handlers/SessionHandler.java",
                        "src/main/java/com/acme/chat/handlers/package-info.java",
                        "src/test/java/com/acme/chat/AppTest.java",
                        "src/test/java/com/acme/chat/handlers/Events.java",
                        "src/test/java/com/acme/chat/handlers/SampleHandlersTest.java");
    }

    @Test
    void its_workflows_call_only_scripts_that_it_has() {
        var files = CHAT.files();
        var called = files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(".github/"))
                .flatMap(file -> Pattern.compile("\\.github/scripts/\\w+\\.sh")
                        .matcher(file.getValue())
                        .results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        assertThat(called).contains(".github/scripts/preview.sh");
        assertThat(files).containsKeys(called.toArray(String[]::new));
    }

    @Test
    void nothing_is_left_to_be_filled_in() {
        assertThat(CHAT.files().values())
                .noneMatch(
                        text -> text.contains("PACKAGE") || text.contains("DEPENDENCIES") || text.contains("PLUGINS"));
        assertThat(CHAT.files().get("pom.xml")).doesNotContain("NAME", ".version@", "../");
    }

    @Test
    void its_stacks_are_its_own() throws IOException {
        ProjectFolder.at(folder.resolve("chat")).make(CHAT);

        var project = Project.at(folder.resolve("chat"));

        assertThat(project.name()).isEqualTo("chat");
        assertThat(project.stacks()).containsExactly("dev", "prod");
        assertThat(folder.resolve("chat/edgesocket")).isExecutable();
        assertThat(folder.resolve("chat/mvnw")).isExecutable();
        assertThat(below(folder)).allMatch(file -> !file.contains(".edgesocket-"));
    }

    @Test
    void an_empty_folder_is_filled() {
        assertThat(ProjectFolder.at(folder).make(CHAT)).isEqualTo(CHAT.files().size());

        assertThat(folder.resolve("src/main/java/com/acme/chat/App.java")).exists();
    }

    @Test
    void a_folder_that_holds_anything_is_refused_and_left_as_it_is() throws IOException {
        Files.writeString(folder.resolve(".hidden"), "mine");

        assertThatThrownBy(() -> ProjectFolder.at(folder))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessage(folder + ": the folder isn't empty; name a new or an empty one");
        assertThat(below(folder)).containsExactly(".hidden");
    }

    @Test
    void a_file_is_refused() throws IOException {
        var file = Files.writeString(folder.resolve("chat"), "mine");

        assertThatThrownBy(() -> ProjectFolder.at(file))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessage(file + ": is no folder; name a new or an empty one");
    }

    @Test
    void a_folder_in_one_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> ProjectFolder.at(folder.resolve("a/chat")))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessage(folder.resolve("a/chat") + ": there is no folder " + folder.resolve("a")
                        + " to make it in; make that first");
    }

    @Test
    void what_comes_in_between_fails_it_and_nothing_is_left() throws IOException {
        var place = ProjectFolder.at(folder.resolve("chat"));
        Files.writeString(folder.resolve("chat"), "mine");

        assertThatThrownBy(() -> place.make(CHAT)).isInstanceOf(InvalidProjectException.class);
        assertThat(below(folder)).containsExactly("chat");
        assertThat(folder.resolve("chat")).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "Chat_2.0-rc", "a", "-", "0"})
    void a_name_that_pulumi_takes_is_taken(String name) {
        assertThat(new ProjectName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "der Chat", "Chät", "a/b", "a:b", "chat\n"})
    void a_name_that_pulumi_refuses_is_refused(String name) {
        assertThatThrownBy(() -> new ProjectName(name))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessage("the project's name \"" + name
                        + "\": Pulumi takes 1 to 100 letters a-z, digits, _, - and .; give one with --name");
    }

    @Test
    void a_name_has_at_most_100_characters() {
        assertThat(new ProjectName("a".repeat(100)).text()).hasSize(100);
        assertThatThrownBy(() -> new ProjectName("a".repeat(101))).isInstanceOf(InvalidProjectException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|a part of it is empty",
                "com..chat|a part of it is empty",
                "com.acme.|a part of it is empty",
                "com.new.chat|new is a word of the Java language",
                "com.acme.true|true is a word of the Java language",
                "com.1st|\"1st\" is no name in Java",
                "com.my-chat|\"my-chat\" is no name in Java",
                "com.my chat|\"my chat\" is no name in Java",
                "com/acme|\"com/acme\" is no name in Java",
                "com.caf\u00e9|Maven takes only letters a-z, digits and _",
                "java|those in java are Java's own",
                "java.chat|those in java are Java's own"
            })
    void a_package_that_java_refuses_is_refused(String name, String reason) {
        assertThatThrownBy(() -> new PackageName(name))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessage("--package " + name + ": " + reason + "; give one such as com.acme.chat");
    }

    @Test
    void a_package_is_short_enough_for_lambda_to_name_a_handler_in_it() {
        assertThatThrownBy(() -> new PackageName("a".repeat(91)))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining("91 characters; at most 90");
    }

    @Test
    void capital_letters_in_a_package_are_seen() {
        assertThat(new PackageName("com.Acme").isLowerCase()).isFalse();
        assertThat(new PackageName("com.acme").isLowerCase()).isTrue();
    }

    private static List<String> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

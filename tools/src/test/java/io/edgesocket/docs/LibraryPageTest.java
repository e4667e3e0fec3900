package io.edgesocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.MavenRepository;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's Maven project with the pom and the program that the page shows, built with what Maven installs of ours. */
@ExtendWith(BuiltProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryPageTest {
    static final Page PAGE = new Page(Path.of("docs", "library.md"));

    private static final String PROGRAM = """
            package com.acme.front;

            import com.pulumi.Pulumi;
            import io.edgesocket.components.*;
            import io.edgesocket.components.cdn.*;
            import io.edgesocket.components.functions.*;
            import java.nio.file.Path;

            %s
            """;
    /** Around what the page shows: versions of plugins that this build has, so that nothing is downloaded. */
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.acme</groupId>
              <artifactId>front</artifactId>
              <version>1.0</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                <exec.mainClass>com.acme.front.App</exec.mainClass>
              </properties>
              %s
              <build>
                <plugins>
                  %s
                </plugins>
              </build>
            </project>
            """;

    private Project project;
    private Command.Outcome build;

    @BeforeAll
    void build(Project built, @TempDir Path folder) throws IOException {
        project = new Project(folder.resolve("front"));
        project.folder("src/main/java/com/acme/front");
        project.folder("functions/notify");
        project.write("pom.xml", POM.formatted(only("xml"), plugins()));
        project.write("src/main/java/com/acme/front/App.java", PROGRAM.formatted(only("java")));
        project.write("functions/notify/index.mjs", "export const handler = async () => ({statusCode: 200});\n");
        project.write("Pulumi.yaml", "name: front\nruntime: java\n");
        project.write("Pulumi.dev.yaml", "config:\n  aws:region: eu-west-1\n");
        var maven = built.folder().resolve("mvnw").toString();
        var command = List.of(
                maven, "-q", "-B", "compile", "dependency:build-classpath", "-Dmdep.outputFile=target/classpath");
        var repository = MavenRepository.of(built, folder.resolve("repository"));
        build = Command.run(project.folder(), repository.environment(), command);
    }

    @Test
    void it_compiles() {
        assertThat(build.succeeded()).as(build.toString()).isTrue();
    }

    @Test
    void it_is_planned() {
        var plan = Command.run(
                project.folder(),
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.edgesocket.cli.Main",
                        "plan",
                        "--stack",
                        "dev"));

        assertThat(plan.succeeded()).as(plan.toString()).isTrue();
        assertThat(plan.out())
                .startsWith("front dev\n")
                .containsPattern("front +cloudfront Distribution +a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com\n")
                .containsPattern("notify +lambda Function +nodejs22.x · index.handler\n")
                .contains("url  wss://${front.domainName}");
    }

    @Test
    void it_gets_nothing_of_the_tools() throws IOException {
        var jars = Stream.of(Files.readString(project.folder().resolve("target/classpath"))
                        .split(":"))
                .map(jar -> jar.replaceFirst(".*/repository/(?=com/|io/|org/|software/|net/|info/)", ""));

        assertThat(jars.toList())
                .anyMatch(jar -> jar.contains("edgesocket-library"))
                .noneMatch(jar -> Pattern.compile("jetty|picocli|velocity|awssdk|amazonaws|edgesocket-(users|tools)")
                        .matcher(jar)
                        .find());
    }

    private static String only(String language) {
        var blocks = PAGE.blocks(language).toList();
        assertThat(blocks).hasSize(1);
        return blocks.get(0);
    }

    private static String plugins() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        return Stream.of("compiler", "resources", "dependency")
                .map(plugin -> {
                    var version = Pattern.compile("<" + plugin + "-plugin.version>([^<]+)<")
                            .matcher(pom);
                    assertThat(version.find()).isTrue();
                    return "<plugin><artifactId>maven-" + plugin + "-plugin</artifactId><version>" + version.group(1)
                            + "</version></plugin>";
                })
                .reduce("", String::concat);
    }
}

package io.edgesocket.cli.rehearsal;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.edgesocket.engine.Program;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.project.Project;
import java.io.IOException;
import java.nio.file.Files;

/**
 * A project of this tool, in a folder of its own, with which a command is rehearsed from its files on. The user's own stack
 * must not be run without a request: it may call other services.
 */
public final class RehearsalProject {
    private static final String PROJECT = "name: rehearsal\nruntime: java\n";

    /** With a value of each form, as the text that is read decides what is loaded. */
    private static final String STACK = """
            # A comment.
            config:
              aws:region: us-east-1
              edgesocket:stage:
                name: live
                description: The rehearsal
                throttling: {burst: 50, rate: 100}
              edgesocket:functions: {memory: 512MB, timeout: 10s, environment: {LOG_LEVEL: debug}, logRetention: 30d}
              edgesocket:cdn:
                priceClass: PriceClass_100
                headers: [Origin]
                ipv6: true
              edgesocket:tags: {team: chat}
            """;

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
                <properties><main>%s</main></properties>
                <build><plugins><plugin>
                    <artifactId>exec-maven-plugin</artifactId>
                    <configuration><mainClass>${main}</mainClass></configuration>
                </plugin></plugins></build>
            </project>
            """.formatted(RehearsalStack.class.getName());

    private RehearsalProject() {}

    /** What its program registers. */
    public static Registrations registrations() throws IOException {
        var folder = Files.createTempDirectory("edgesocket-rehearsal");
        try {
            Files.writeString(folder.resolve("Pulumi.yaml"), PROJECT);
            Files.writeString(folder.resolve("Pulumi.rehearsal.yaml"), STACK);
            Files.writeString(folder.resolve("pom.xml"), POM);
            return Program.of(folder).run(Project.at(folder).stack("rehearsal"));
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }
}

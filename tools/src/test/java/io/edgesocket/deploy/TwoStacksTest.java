package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.Pulumi.Step;
import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two stacks in one account and region, where AWS allows many a name only once. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoStacksTest {
    private Step first;
    private List<String> ofTheFirst;
    private Step second;
    private Step destruction;
    private List<String> left;

    @BeforeAll
    void live(Project built, @TempDir Path folder) throws IOException {
        var project = built.copyTo(folder);
        project.write("Pulumi.prod2.yaml", secondOf(Files.readString(folder.resolve("Pulumi.prod.yaml"))));
        try (var aws = StandInAws.start()) {
            first = Pulumi.of(project, aws)
                    .withStack("prod")
                    .withSetting(key(RotationTest.BLUE))
                    .step("up", "--yes", "--skip-preview");
            ofTheFirst = aws.cloud().resources();
            var pulumi = Pulumi.of(project, aws).withStack("prod2").withSetting(key(RotationTest.GREEN));
            second = pulumi.step("up", "--yes", "--skip-preview");
            destruction = pulumi.step("destroy", "--yes", "--skip-preview");
            left = aws.cloud().resources();
        }
    }

    @Test
    void the_second_goes_up_beside_the_first() {
        assertThat(first.outcome().succeeded()).as(first.outcome().toString()).isTrue();
        assertThat(second.outcome().succeeded()).as(second.outcome().toString()).isTrue();
    }

    @Test
    void the_second_has_everything_that_the_first_has_but_for_the_account_s_own() {
        assertThat(second.operations()).hasSize((int) ofTheFirst.stream()
                .filter(resource -> !resource.contains(" account"))
                .count());
    }

    @Test
    void when_the_second_goes_the_first_is_left_as_it_was() {
        assertThat(destruction.outcome().succeeded())
                .as(destruction.outcome().toString())
                .isTrue();
        assertThat(left.subList(0, ofTheFirst.size())).isEqualTo(ofTheFirst);
    }

    @Test
    void of_the_second_only_the_function_is_left_that_has_replicas_at_the_edge() {
        assertThat(left.subList(ofTheFirst.size(), left.size()))
                .isNotEmpty()
                .allMatch(resource -> resource.contains("cdn-origin-request"));
    }

    private static String[] key(String value) {
        return new String[] {"--secret", "--path", "edgesocket:originGuard.keys.blue", value};
    }

    /** The same, with names of its own in DNS. The account's role for logs is there already, and nothing is kept. */
    private static String secondOf(String prod) {
        return prod.replace("[chat.example.com, chat.example.org]", "[talk.example.com, talk.example.org]")
                .replace("logRole: true", "logRole: false")
                .replace("edgesocket:protect: true", "edgesocket:protect: false");
    }
}

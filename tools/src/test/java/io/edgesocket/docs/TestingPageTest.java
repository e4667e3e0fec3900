package io.edgesocket.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import io.edgesocket.App;
import io.edgesocket.testing.StackTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The page about tests shows tests that run, and messages that are given. */
class TestingPageTest {
    static final Page PAGE = new Page(Path.of("docs", "testing.md"));
    private static final Path TEST = Path.of("src", "test", "java", "io", "edgesocket", "AppTest.java");

    @Test
    void each_snippet_stands_in_the_test_that_the_page_is_about() throws IOException {
        var test = withoutSpace(Files.readString(TEST));

        assertThat(PAGE.blocks("java").map(TestingPageTest::withoutSpace))
                .hasSizeGreaterThan(5)
                .allSatisfy(snippet -> assertThat(test).contains(snippet));
    }

    /** Where the formatter breaks a line depends on how far it stands to the right. */
    private static String withoutSpace(String code) {
        return code.replaceAll("\\s", "");
    }

    @Test
    void what_can_go_wrong_is_said_in_these_words() {
        var dev = StackTest.of("dev");

        assertToldOnThePage(() -> StackTest.of("stage"));
        assertToldOnThePage(() -> dev.run(App::stack).resource(Distribution.class, "edge"));
        assertToldOnThePage(() -> dev.withMocks(mock(Mocks.class)).run(App::stack));
    }

    /** The page leaves out which resource it was: the first of several that are registered at once. */
    private static void assertToldOnThePage(ThrowingCallable mistake) {
        assertThatThrownBy(mistake)
                .satisfies(told -> assertThat(text())
                        .contains("| `" + told.getMessage().replaceFirst("asked for .*?: tell", "asked for …: tell")
                                + "` |"));
    }

    @Test
    void pulumi_s_own_test_gives_a_program_no_settings() {
        try {
            var result = PulumiTest.withMocks(inputs()).runTest(App::stack);

            assertThat(result.exceptions())
                    .first()
                    .extracting(Throwable::getMessage)
                    .asString()
                    .contains("aws:region: missing; ");
        } finally {
            PulumiTest.cleanup();
        }
    }

    @Test
    void under_the_mocks_of_pulumi_s_guide_an_output_s_name_stands_for_it() {
        var stack = StackTest.of("dev").withMocks(inputs()).run(App::stack);

        assertThat(text()).contains("`" + stack.output("url") + "`");
    }

    private static Mocks inputs() {
        return resource -> CompletableFuture.completedFuture(
                Mocks.ResourceResult.of(Optional.of(resource.name + "_id"), resource.inputs));
    }

    private static String text() {
        try {
            return Files.readString(PAGE.file());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

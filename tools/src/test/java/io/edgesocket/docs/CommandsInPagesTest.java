package io.edgesocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.docs.Page.Dialogue;
import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of a {@code console} block prints what the page says, in a clone where it comes after those before it. */
@ExtendWith(BuiltProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsInPagesTest {
    private Project project;

    @BeforeAll
    void a_built_project(Project built, @TempDir Path folder) {
        project = built.copyTo(folder);
    }

    static Stream<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_s_commands_print_what_it_says(Page page) {
        assertThat(page.dialogues().map(this::played))
                .containsExactlyElementsOf(page.dialogues().toList());
    }

    private Dialogue played(Dialogue expected) {
        var outcome = project.run("bash", "-c", expected.command());
        return new Dialogue(expected.command(), outcome.out() + outcome.err());
    }
}

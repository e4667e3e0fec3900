package io.edgesocket.docs;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.edgesocket.engine.project.Project;
import io.edgesocket.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code yaml} block with settings is accepted as a stack's file, in the region of {@code dev} if it names none. */
class SettingsInPagesTest {
    @TempDir
    Path folder;

    static Stream<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_s_settings_are_accepted(Page page) {
        page.blocks("yaml")
                .filter(block -> block.contains("edgesocket:"))
                .forEach(block -> assertThatCode(() -> parse(block)).as(block).doesNotThrowAnyException());
    }

    private void parse(String block) throws IOException {
        Files.writeString(folder.resolve("Pulumi.yaml"), "name: edgesocket\nruntime: java\n");
        Files.writeString(folder.resolve("Pulumi.page.yaml"), whole(block));
        var stack = Project.at(folder).stack("page");
        Settings.parse(stack.values(), stack.secretKeys());
    }

    private static String whole(String block) {
        var file = block.startsWith("config:\n") ? block : "config:\n" + block;
        return file.contains("  aws:region: ") ? file : file + "  aws:region: eu-west-1\n";
    }
}

package io.edgesocket.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What starts may ask for a file when all has ended already. */
class TempFolderTest {
    @Test
    void nothing_is_made_in_it_after_its_end() {
        var temp = new TempFolder();
        var folder = temp.folder();
        temp.close();
        assertThat(folder).doesNotExist();
        assertThatThrownBy(() -> temp.resource("lambda.py")).hasMessage("the local run has ended");
    }

    @Test
    void nothing_is_made_in_it_after_its_end_though_nothing_was_before() {
        var temp = new TempFolder();
        temp.close();
        assertThatThrownBy(() -> temp.newFile("recall")).hasMessage("the local run has ended");
    }
}

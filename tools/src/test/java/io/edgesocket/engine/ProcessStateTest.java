package io.edgesocket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it sets what all threads read")
class ProcessStateTest {
    @TempDir
    Path folder;

    @Test
    void what_it_sets_for_its_process_is_put_back() {
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        var logger = Logger.getLogger("com.acme.of.this.process");
        logger.setLevel(Level.SEVERE);
        var handlers = Logger.getLogger("").getHandlers().length;
        CompiledProgram.ofMain(folder, """
                System.setProperty("com.acme.set", "x");
                System.clearProperty("user.home");
                Locale.setDefault(Locale.forLanguageTag("tr"));
                java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Asia/Kathmandu"));
                java.util.logging.LogManager.getLogManager().reset();
                Pulumi.run(ctx -> { });""").run();
        assertThat(System.getProperty("com.acme.set")).isNull();
        assertThat(System.getProperty("user.home")).isNotNull();
        assertThat(Locale.getDefault()).isEqualTo(locale);
        assertThat(TimeZone.getDefault()).isEqualTo(zone);
        assertThat(Logger.getLogger("").getHandlers()).hasSize(handlers);
        assertThat(logger.getLevel()).isEqualTo(Level.SEVERE);
    }
}

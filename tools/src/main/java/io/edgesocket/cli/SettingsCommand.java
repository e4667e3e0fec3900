package io.edgesocket.cli;

import io.edgesocket.cli.call.DebugOption;
import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.Output;
import io.edgesocket.settings.SettingsListing;
import io.edgesocket.settings.SettingsSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Lists every key of a Pulumi.<stack>.yaml, with type, default, limits and meaning.")
final class SettingsCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private DebugOption debug;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "${COMPLETION-CANDIDATES}. Default: text. The schema is what editors complete and check with.")
    private Format format;

    enum Format {
        text,
        markdown,
        schema
    }

    @Override
    public Integer call() {
        output.print(
                switch (format) {
                    case text -> SettingsListing.text();
                    case markdown -> SettingsListing.markdown();
                    case schema -> SettingsSchema.json();
                });
        return ExitCode.DONE;
    }
}

package io.edgesocket.cli;

import io.edgesocket.cli.call.DebugOption;
import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.Output;
import io.edgesocket.plan.preview.Previews;
import io.edgesocket.plan.render.PreviewsJson;
import io.edgesocket.plan.render.PreviewsMarkdown;
import io.edgesocket.plan.render.PreviewsText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description =
                "Shows what Pulumi wrote: pulumi preview --stack dev --refresh --json > dev.json, or, for what was "
                        + "changed outside of Pulumi alone, pulumi refresh --preview-only --stack dev --json > dev.json.")
final class PreviewCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "STACK.json, as Pulumi wrote it. What Pulumi wrote to standard error may be in STACK.log.")
    private List<String> files;

    @Mixin
    private Output output;

    @Mixin
    private FoldOption fold;

    @Mixin
    private DebugOption debug;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: text.")
    private Format format;

    @Option(names = "--exit-code", description = "Exit with 1 if there is anything to do, or was changed outside.")
    private boolean exitCode;

    enum Format {
        text,
        json,
        markdown
    }

    @Override
    public Integer call() {
        var previews = new Previews(files.stream().map(PreviewFiles::read).toList());
        output.print(render(previews));
        if (previews.hasFailed()) {
            return ExitCode.USAGE;
        }
        return exitCode && !previews.areQuiet() ? ExitCode.FOUND : ExitCode.DONE;
    }

    private String render(Previews previews) {
        return switch (format) {
            case text -> PreviewsText.render(previews, output.screen(), fold.siblings());
            case json -> PreviewsJson.render(previews);
            case markdown ->
                PreviewsMarkdown.render(previews, PlanAgainst.project().name());
        };
    }
}

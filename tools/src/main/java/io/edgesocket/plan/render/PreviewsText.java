package io.edgesocket.plan.render;

import io.edgesocket.plan.diff.Effect;
import io.edgesocket.plan.diff.Effects;
import io.edgesocket.plan.preview.Previews;
import io.edgesocket.plan.preview.StackPreview;
import io.edgesocket.plan.preview.StackPreview.Failed;
import io.edgesocket.plan.preview.StackPreview.Previewed;
import java.util.ArrayList;
import java.util.List;

/** What Pulumi's previews say, as text: a row for each stack, then the details. */
public final class PreviewsText {
    private static final String INDENT = "    ";

    private PreviewsText() {}

    /** @param siblings whether long runs of similar changes are folded */
    public static String render(Previews previews, Screen screen, Folding siblings) {
        var lines = new ArrayList<Line>();
        for (var preview : previews.stacks()) {
            lines.add(Line.of(TextStyle.NAME, preview.stack())
                    .and(TextStyle.PLAIN, "  ")
                    .and(style(preview), PreviewSummary.of(preview).counts()));
            effects(preview).forEach(effect -> lines.add(effect(effect)));
            lines.addAll(notes(PreviewSummary.of(preview)));
        }
        return screen.draw(lines) + details(previews, screen, siblings);
    }

    static Line effect(Effect effect) {
        return Line.of(TextStyle.WARNING, INDENT + effect.kind().word() + ": ")
                .and(TextStyle.PLAIN, effect.resource() + " " + effect.reason());
    }

    static List<Line> notes(PreviewSummary summary) {
        return summary.notes().stream()
                .map(note -> Line.of(TextStyle.WARNING, INDENT + note.word() + ": ")
                        .and(TextStyle.PLAIN, String.join("; ", note.things()) + note.rest()))
                .toList();
    }

    static TextStyle style(StackPreview preview) {
        return preview instanceof Failed ? TextStyle.DELETED : TextStyle.PLAIN;
    }

    /** What the previews do and found, and the ends of the logs of those that failed. */
    static String details(Previews previews, Screen screen, Folding siblings) {
        var text = new StringBuilder();
        for (var preview : previews.stacks()) {
            if (preview instanceof Failed failed && !failed.log().isEmpty()) {
                var lines = new ArrayList<Line>();
                lines.add(Line.empty());
                lines.add(Line.of(TextStyle.HEADING, "The end of Pulumi's log of " + failed.stack()));
                failed.log().forEach(line -> lines.add(Line.of(TextStyle.QUIET, INDENT + line)));
                text.append(screen.draw(lines));
            }
            if (preview instanceof Previewed previewed) {
                text.append(details(previewed, screen, siblings));
            }
        }
        return text.toString();
    }

    private static String details(Previewed preview, Screen screen, Folding siblings) {
        var text = new StringBuilder();
        if (!preview.change().isEmpty()) {
            text.append(screen.draw(List.of(Line.empty(), Line.of(TextStyle.HEADING, "On AWS, as Pulumi previews it"))))
                    .append(DiffText.render(preview.change(), screen, siblings));
        }
        if (!preview.drift().isEmpty()) {
            text.append(screen.draw(List.of(Line.empty(), Line.of(TextStyle.HEADING, "Changed outside of Pulumi"))))
                    .append(DiffText.render(preview.drift(), screen, siblings));
        }
        return text.toString();
    }

    static List<Effect> effects(StackPreview preview) {
        return preview instanceof Previewed previewed ? Effects.of(previewed.change()) : List.of();
    }
}

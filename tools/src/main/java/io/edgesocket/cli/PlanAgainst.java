package io.edgesocket.cli;

import io.edgesocket.cli.call.Failures;
import io.edgesocket.cli.call.StackOption;
import io.edgesocket.cli.call.UsageException;
import io.edgesocket.engine.project.Project;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.diff.AllStacksDiff;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.diff.StackDiff;
import io.edgesocket.plan.diff.StackDiff.Compared;
import io.edgesocket.plan.diff.StackDiff.Failed;
import io.edgesocket.plan.diff.StackDiff.Gone;
import io.edgesocket.plan.diff.StackDiff.New;
import io.edgesocket.revision.Git;
import io.edgesocket.revision.RevisionPlans;
import io.edgesocket.revision.RevisionRange;
import io.edgesocket.revision.Worktree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Plans all stacks, or one, at a commit and now, or at another commit, and compares them. */
final class PlanAgainst {
    private static final String NOW = "the working tree";

    private final RevisionRange range;
    private final Optional<String> only;
    private final CommandSpec command;
    private final Git git = Git.in(StackOption.FOLDER);

    /** @param command what takes long, and the program's warnings, go to its standard error */
    PlanAgainst(String range, Optional<String> only, CommandSpec command) {
        this.range = RevisionRange.of(range);
        this.only = only;
        this.command = command;
    }

    /** One side's stacks: each with its plan, or why there is none. */
    private record Side(String label, String project, Map<String, Planned> stacks) {}

    private sealed interface Planned {}

    private record Ready(Plan plan) implements Planned {}

    private record Refused(String reason) implements Planned {}

    static Project project() {
        return Project.at(StackOption.FOLDER);
    }

    /** @throws io.edgesocket.revision.RevisionException if a commit can't be had or built */
    AllStacksDiff diff() {
        var before = range.before(git);
        var after = range.after(git);
        try (var earlier = Worktree.of(StackOption.FOLDER, before)) {
            say(before.toString());
            var first = CompletableFuture.supplyAsync(() -> side(earlier));
            var second = after.isEmpty() ? now() : at(Worktree.of(StackOption.FOLDER, after.get()));
            return compare(first.join(), second);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Side at(Worktree worktree) {
        try (worktree) {
            say(worktree.revision().toString());
            return side(worktree);
        }
    }

    private void say(String revision) {
        command.commandLine().getErr().println("building and planning " + revision + " in a temporary worktree");
        command.commandLine().getErr().flush();
    }

    private Side side(Worktree worktree) {
        var plans = new RevisionPlans(worktree);
        return side(worktree.revision().toString(), plans.projectName(), plans.stacks(), plans::plan);
    }

    private Side now() {
        var uncommitted = git.uncommitted();
        var label = uncommitted == 0
                ? NOW
                : NOW + ", with " + uncommitted + (uncommitted == 1 ? " file that isn't" : " files that aren't")
                        + " committed";
        return side(label, project().name(), project().stacks(), stack -> StackOption.plan(stack, command));
    }

    private Side side(String label, String project, List<String> stacks, Function<String, Plan> plan) {
        var planned = new TreeMap<String, Planned>();
        stacks.stream()
                .filter(stack -> only.isEmpty() || only.get().equals(stack))
                .forEach(stack -> planned.put(stack, planned(stack, plan)));
        return new Side(label, project, planned);
    }

    private static Planned planned(String stack, Function<String, Plan> plan) {
        try {
            return new Ready(plan.apply(stack));
        } catch (RuntimeException e) {
            return new Refused(Failures.mistake(e));
        }
    }

    private AllStacksDiff compare(Side before, Side after) {
        var names = new TreeSet<>(before.stacks().keySet());
        names.addAll(after.stacks().keySet());
        if (names.isEmpty()) {
            throw new UsageException(only.map(name -> "no stack \"" + name + "\": neither " + before.label() + " nor "
                            + after.label() + " has a Pulumi." + name + ".yaml")
                    .orElse("neither " + before.label() + " nor " + after.label() + " has a file of a stack, such as "
                            + "Pulumi.dev.yaml"));
        }
        return new AllStacksDiff(
                before.label(),
                after.label(),
                notes(before, after),
                names.stream().map(name -> compare(name, before, after)).toList());
    }

    private static List<String> notes(Side before, Side after) {
        return before.project().equals(after.project())
                ? List.of()
                : List.of("The project is named " + after.project() + ", and was " + before.project()
                        + ": to Pulumi that is another project, in which nothing is deployed yet.");
    }

    private static StackDiff compare(String name, Side before, Side after) {
        var earlier = Optional.ofNullable(before.stacks().get(name));
        var later = Optional.ofNullable(after.stacks().get(name));
        var refusals = Stream.of(earlier, later)
                .flatMap(Optional::stream)
                .filter(Refused.class::isInstance)
                .map(refused -> ((Refused) refused).reason())
                .distinct()
                .toList();
        if (!refusals.isEmpty()) {
            return new Failed(name, String.join("\n", refusals));
        }
        if (later.isEmpty()) {
            return new Gone(name);
        }
        var plan = plan(later.get());
        return earlier.<StackDiff>map(planned -> new Compared(PlanDiff.between(plan(planned), plan)))
                .orElseGet(() -> new New(name, (int) plan.resources().stream()
                        .filter(PlannedResource::custom)
                        .count()));
    }

    private static Plan plan(Planned planned) {
        return ((Ready) planned).plan();
    }
}

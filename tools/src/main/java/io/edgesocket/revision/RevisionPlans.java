package io.edgesocket.revision;

import io.edgesocket.engine.ProjectException;
import io.edgesocket.engine.project.Project;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.PlanJson;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Plans the stacks of a commit by its own launcher, so that its own build, libraries and level of Java hold. */
public final class RevisionPlans {
    private static final String LAUNCHER = "edgesocket";
    /** Of what a build said. */
    private static final int LINES_MAX = 12;

    private final Worktree worktree;
    private final Project project;

    /** @throws RevisionException if the commit has no project here, or one that can't be read or built */
    public RevisionPlans(Worktree worktree) {
        this.worktree = worktree;
        if (!Files.isExecutable(worktree.project().resolve(LAUNCHER))) {
            throw new RevisionException(
                    worktree.revision() + " has no ./" + LAUNCHER + ", by which it could be planned");
        }
        run("doesn't build", List.of("--version")); // which builds all that is needed
        project = project(worktree);
    }

    private static Project project(Worktree worktree) {
        try {
            return Project.at(worktree.project());
        } catch (ProjectException e) {
            throw new RevisionException(worktree.revision() + ": " + e.getMessage());
        }
    }

    /** The stacks that have a file. */
    public List<String> stacks() {
        return project.stacks();
    }

    public String projectName() {
        return project.name();
    }

    /** @throws RevisionException if it can't be planned */
    public Plan plan(String stack) {
        var json = run("can't be planned", List.of("plan", "--stack", stack, "--format", "json"));
        try {
            return PlanJson.read(json);
        } catch (IllegalArgumentException e) {
            throw new RevisionException(worktree.revision() + ": its plan can't be read: " + e.getMessage());
        }
    }

    private String run(String failure, List<String> arguments) {
        var command =
                new ArrayList<>(List.of(worktree.project().resolve(LAUNCHER).toString()));
        command.addAll(arguments);
        var ended = worktree.run(command);
        if (!ended.succeeded()) {
            throw new RevisionException(worktree.revision() + " " + failure + ":\n" + reason(ended));
        }
        return ended.out();
    }

    /** The errors in what it said, else its last lines; with paths as they are in the repository. */
    private String reason(Children.Ended ended) {
        var said = ended.err()
                .lines()
                .map(line -> line.replace(worktree.project() + "/", ""))
                .filter(line -> !line.isBlank())
                .toList();
        var errors = said.stream()
                .filter(line -> line.startsWith("error: ") || line.matches("\\[ERROR\\] .*\\S.*"))
                .map(line -> line.replaceFirst("^(error:|\\[ERROR\\]) ", ""))
                .distinct()
                .toList();
        var lines = errors.isEmpty() ? said.subList(Math.max(0, said.size() - LINES_MAX), said.size()) : errors;
        return String.join(
                "\n",
                lines.size() <= LINES_MAX
                        ? lines
                        : Stream.concat(
                                        lines.stream().limit(LINES_MAX),
                                        Stream.of("… " + (lines.size() - LINES_MAX) + " more lines"))
                                .toList());
    }
}

import io.edgesocket.App;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.project.Project;
import io.edgesocket.estate.Estate;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.plan.Planner;
import java.nio.file.Path;

/** Plans {@code prod}, or with {@code estate} the stack of docs/estate.md, which has everything. */
public final class Estates {
    private static final Path HERE = Path.of("");

    private Estates() {}

    public static void main(String[] args) {
        var stack = args[0].equals("estate")
                ? Estate.registrations()
                : Engine.run(Project.at(HERE).stack(args[0]), App::stack);
        System.out.print(PlanJson.write(Planner.plan(stack, HERE)));
        System.exit(0);
    }
}

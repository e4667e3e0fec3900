package io.edgesocket.cli;

import io.edgesocket.plan.Plan;
import io.edgesocket.plan.PlanJson;
import java.io.IOException;
import java.nio.file.Files;

/** A plan in a file. */
final class PlanFile {
    private PlanFile() {}

    static Plan read(String name) {
        var file = UserFolder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("\"" + name
                    + "\" is neither a plan file nor a stack: there is no such file and no Pulumi." + name + ".yaml");
        }
        try {
            return PlanJson.read(Files.readString(file));
        } catch (IOException e) {
            throw new UsageException(
                    "can't read " + name + ": it is not a text file, or you have no permission to read it");
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + ": " + e.getMessage());
        }
    }
}

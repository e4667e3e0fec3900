package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.engine.project.StackFileValues;
import io.edgesocket.workspace.Needs;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of values that our engine is held to is what the Pulumi CLI makes of a stack's file. */
@Tag("real-engine")
@Needs("pulumi")
class StackFileTest {
    @Test
    void the_real_engine_hands_over_the_same_values(@TempDir Path folder) throws Exception {
        var project = new Project(folder);
        project.write("Pulumi.yaml", "name: shop\nruntime: java\n");
        try (var aws = StandInAws.start()) {
            var pulumi = Pulumi.of(project, aws).withStack("dev");
            project.write("Pulumi.dev.yaml", StackFileValues.asStackFile());
            StackFileValues.assertAreThoseOfTheTable(
                    values(pulumi.step("config", "--json").outcome().out()));
        }
    }

    private static Map<String, String> values(String json) throws Exception {
        var values = new HashMap<String, String>();
        new ObjectMapper()
                .readTree(json)
                .properties()
                .forEach(key ->
                        values.put(key.getKey(), key.getValue().get("value").asText()));
        assertThat(values).as(json).isNotEmpty();
        return values;
    }
}

package io.edgesocket.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudwatch.LogGroup;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.StackConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlayedStackTest {

    @Test
    void in_whichever_order_resources_were_registered_they_are_played_by_name() {
        var registered = Engine.run(new StackConfig("shop", "dev", Map.of(), Set.of()), ctx -> {
            new LogGroup("b");
            new LogGroup("a");
            new LogGroup("c");
        });
        assertThat(names(registered)).containsExactly("a", "b", "c").isEqualTo(names(reversed(registered)));
    }

    private static Registrations reversed(Registrations registered) {
        var reversed = new ArrayList<>(registered.resources());
        Collections.reverse(reversed);
        return new Registrations(
                registered.project(), registered.stack(), reversed, registered.outputs(), registered.warnings());
    }

    private static List<String> names(Registrations registered) {
        return PlayedStack.of(registered).resources().stream()
                .map(PlayedResource::name)
                .toList();
    }
}

package io.edgesocket.local.lambda;

import io.edgesocket.workspace.Needs;
import java.nio.file.Path;

@Needs("node")
class NodeOutputTest extends ProcessOutputTest {
    @Override
    LocalFunctions run() {
        return LocalFunctions.node(Path.of("tools/src/test/resources/functions/misbehaving"));
    }
}

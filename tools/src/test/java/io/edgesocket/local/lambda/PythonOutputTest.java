package io.edgesocket.local.lambda;

import io.edgesocket.workspace.Needs;
import java.nio.file.Path;

@Needs("python3")
class PythonOutputTest extends ProcessOutputTest {
    @Override
    LocalFunctions run() {
        return LocalFunctions.python(Path.of("tools/src/test/resources/functions/misbehaving"));
    }
}

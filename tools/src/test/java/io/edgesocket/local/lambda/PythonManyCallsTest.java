package io.edgesocket.local.lambda;

import io.edgesocket.workspace.Needs;

@Needs("python3")
class PythonManyCallsTest extends ManyCallsTest {
    @Override
    String runtime() {
        return "python3.13";
    }
}

package io.edgesocket.local.lambda;

import io.edgesocket.workspace.Needs;

@Needs("node")
class NodeManyCallsTest extends ManyCallsTest {
    @Override
    String runtime() {
        return "nodejs22.x";
    }
}

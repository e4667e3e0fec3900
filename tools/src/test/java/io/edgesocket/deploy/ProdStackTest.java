package io.edgesocket.deploy;

class ProdStackTest extends DeployedStackTest {
    ProdStackTest() {
        super("prod");
    }
}

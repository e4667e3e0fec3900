package io.edgesocket.deploy;

class DevStackTest extends DeployedStackTest {
    DevStackTest() {
        super("dev");
    }
}

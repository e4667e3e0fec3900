package io.edgesocket.deploy;

import java.util.List;

class HeaderRotationTest extends RotationTest {
    HeaderRotationTest() {
        super("header");
    }

    @Override
    List<String> whenAKeyComes() {
        return List.of("update lambda.Function guard-function");
    }

    @Override
    List<String> whenAKeyGoes() {
        return List.of("update lambda.Function guard-function");
    }
}

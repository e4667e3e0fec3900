package io.edgesocket.deploy;

import java.util.List;

class ApiKeyRotationTest extends RotationTest {
    ApiKeyRotationTest() {
        super("apiKey");
    }

    @Override
    List<String> whenAKeyComes() {
        return List.of("create apigateway.ApiKey guard-green", "create apigateway.UsagePlanKey chat-guard-plan-green");
    }

    @Override
    List<String> whenAKeyGoes() {
        return List.of("delete apigateway.UsagePlanKey chat-guard-plan-blue", "delete apigateway.ApiKey guard-blue");
    }
}

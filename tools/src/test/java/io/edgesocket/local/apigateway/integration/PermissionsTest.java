package io.edgesocket.local.apigateway.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.handlers.EchoHandler;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may call a function of a program: the function itself, or its alias. */
class PermissionsTest {

    @Test
    void a_function_is_called_with_a_permission_of_its_own() {
        assertThat(allows(stack(false), stack(false))).isTrue();
    }

    @Test
    void an_alias_is_called_with_a_permission_of_its_own() {
        assertThat(allows(stack(true), stack(true))).isTrue();
    }

    @Test
    void a_permission_for_the_function_is_none_for_its_alias() {
        assertThat(allows(stack(true), stack(false))).isFalse();
    }

    @Test
    void a_permission_for_the_alias_is_none_for_its_function() {
        assertThat(allows(stack(false), stack(true))).isFalse();
    }

    /** Whether the one stack's integration may call, with the permissions that the other has. */
    private static boolean allows(PlayedStack calling, PlayedStack permitting) {
        var resources = new ArrayList<>(calling.resources());
        resources.removeIf(resource -> resource.type().endsWith(":Permission"));
        permitting.ofType("aws:lambda/permission:Permission").forEach(resources::add);
        var stack = new PlayedStack("shop", "dev", resources);
        var function = only(stack, "aws:lambda/function:Function");
        var uri = only(stack, "aws:apigatewayv2/integration:Integration").text("integrationUri");
        return Permissions.of(stack)
                .allows(
                        function.urn(),
                        uri,
                        only(permitting, "aws:lambda/permission:Permission").text("sourceArn"));
    }

    private static PlayedResource only(PlayedStack stack, String type) {
        return stack.ofType(type).findFirst().orElseThrow();
    }

    private static PlayedStack stack(boolean snapStart) {
        var echo = new NewFunction(
                "echo",
                LambdaFunctionArgs.builder()
                        .code(FunctionCode.java(EchoHandler.class))
                        .snapStart(snapStart)
                        .build());
        return PlayedStack.of(Engine.run(
                new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of()),
                ctx -> new WebSocketApi(
                        "chat",
                        WebSocketApiArgs.builder()
                                .route("$default", Route.to(echo))
                                .build())));
    }
}

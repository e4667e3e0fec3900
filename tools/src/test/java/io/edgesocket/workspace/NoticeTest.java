package io.edgesocket.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.cli.Main;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.users.JwtAuthorizerHandler;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {
    @ParameterizedTest
    @ValueSource(classes = {WebSocketApi.class, JwtAuthorizerHandler.class, Main.class})
    void each_module_brings_its_licence_and_whose_work_goes_with_it(Class<?> ofModule)
            throws IOException, URISyntaxException {
        URI classes =
                ofModule.getProtectionDomain().getCodeSource().getLocation().toURI();
        try (var module = new URLClassLoader(new URL[] {classes.toURL()}, null)) {
            for (var name : new String[] {"LICENSE", "NOTICE"}) {
                try (var file = module.getResourceAsStream("META-INF/" + name)) {
                    assertThat(file).as(name + " in " + classes).isNotNull();
                    assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo(Files.readString(Path.of(name)));
                }
            }
        }
    }
}

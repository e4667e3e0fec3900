package io.edgesocket.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which class a project's {@code pom.xml} says is run. */
class PomTest {
    private static final String EXEC = """
            <plugins><plugin><artifactId>other</artifactId><configuration><mainClass>no.Other</mainClass></configuration>
            </plugin><plugin><groupId>org.codehaus.mojo</groupId><artifactId>exec-maven-plugin</artifactId>
            <configuration><mainClass> %s </mainClass></configuration></plugin></plugins>""";

    @TempDir
    Path folder;

    @Test
    void it_is_what_exec_maven_plugin_is_configured_with() {
        pom(build(EXEC.formatted("com.acme.App")));
        assertThat(mainClass()).isEqualTo("com.acme.App");
    }

    @Test
    void a_managed_plugin_s_configuration_holds_too() {
        pom(build("<pluginManagement>" + EXEC.formatted("com.acme.App") + "</pluginManagement>"));
        assertThat(mainClass()).isEqualTo("com.acme.App");
    }

    @Test
    void the_plugin_s_own_property_holds_where_it_is_not_configured() {
        pom("<properties><exec.mainClass>com.acme.App</exec.mainClass></properties>");
        assertThat(mainClass()).isEqualTo("com.acme.App");
    }

    @Test
    void properties_are_followed() {
        pom("<groupId>com.acme</groupId><properties><mainClass>${base}.App</mainClass>"
                + "<base>${project.groupId}.chat</base></properties>" + build(EXEC.formatted("${mainClass}")));
        assertThat(mainClass()).isEqualTo("com.acme.chat.App");
    }

    @Test
    void a_parent_s_are_inherited() throws IOException {
        Files.createDirectory(folder.resolve("chat"));
        pom(build(EXEC.formatted("${mainClass}")));
        write(
                "chat/pom.xml",
                "<parent><relativePath>../pom.xml</relativePath></parent>"
                        + "<properties><mainClass>com.acme.Chat</mainClass></properties>");
        assertThat(Program.of(folder.resolve("chat")).mainClass()).isEqualTo("com.acme.Chat");
    }

    @Test
    void a_project_without_a_pom_is_refused() {
        refused().hasMessage("no pom.xml in " + folder + ": it names the class whose main runs");
    }

    @Test
    void a_pom_without_a_main_class_is_refused() {
        pom("<properties><mainClass>com.acme.App</mainClass></properties>");
        refused()
                .hasMessage("pom.xml: no main class: configure exec-maven-plugin with a <mainClass>, which Pulumi runs "
                        + "too");
    }

    @Test
    void a_property_that_is_not_set_is_named() {
        pom(build(EXEC.formatted("${mainClass}")));
        refused()
                .hasMessage("pom.xml: the main class is ${mainClass}, and the property mainClass isn't set: add it to "
                        + "<properties>");
    }

    @Test
    void properties_that_name_each_other_are_refused() {
        pom("<properties><a>${b}</a><b>${a}</b></properties>" + build(EXEC.formatted("${a}")));
        refused().hasMessageStartingWith("pom.xml: the main class is ${a}");
    }

    @Test
    void a_mistake_in_xml_is_given_with_line_and_column() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "<project>\n  <build>\n</project>");
        refused().hasMessageStartingWith("pom.xml:3:3: ");
    }

    @Test
    void no_file_is_read_into_it() throws IOException {
        Files.writeString(
                folder.resolve("pom.xml"),
                "<!DOCTYPE project [<!ENTITY x SYSTEM \"Pulumi.yaml\">]>\n<project>&x;</project>");
        refused().hasMessageStartingWith("pom.xml:1:");
    }

    private static String build(String content) {
        return "<build>" + content + "</build>";
    }

    private void pom(String content) {
        write("pom.xml", content);
    }

    private void write(String file, String content) {
        try {
            Files.writeString(
                    folder.resolve(file),
                    "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">" + content + "</project>");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String mainClass() {
        return Program.of(folder).mainClass();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused() {
        return assertThatThrownBy(this::mainClass).isInstanceOf(ProjectException.class);
    }
}

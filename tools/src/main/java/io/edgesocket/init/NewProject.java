package io.edgesocket.init;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A project to be made: this repository's program, with two of its functions, under a name and a package of its own. */
public record NewProject(ProjectName name, PackageName packageName) {
    private static final String OUR_FOLDER = "io/edgesocket";
    /** Run by people, or by the Pulumi host. */
    static final Set<String> EXECUTABLE = Set.of("edgesocket", "mvnw");

    /** What GitHub runs for it. Releases are EdgeSocket's own. */
    private static final List<String> WORKFLOWS =
            List.of("ci.yml", "deploy.yml", "drift.yml", "pr-environment.yml", "preview.yml", "probe.yml");

    /** What these run. */
    private static final List<String> SCRIPTS = List.of(
            "comment.sh",
            "compare.sh",
            "drift.sh",
            "environment.sh",
            "failure.sh",
            "fingerprint.sh",
            "issue.sh",
            "own.sh",
            "preview.sh",
            "probe.sh",
            "report.sh",
            "reviewed.sh",
            "smoke.sh",
            "stacks.sh");

    /** What its files hold, by their paths, each with {@code /}. */
    Map<String, String> files() {
        var files = new TreeMap<String, String>();
        files.put("README.md", readme());
        files.put(".gitignore", SourceText.ofProject("gitignore").text());
        files.put("pom.xml", pom());
        files.put(
                "Pulumi.yaml",
                repository("Pulumi.yaml")
                        .replace("name: edgesocket", "name: " + name)
                        .text());
        files.put("Pulumi.dev.yaml", stack("Pulumi.dev.yaml"));
        files.put("Pulumi.prod.yaml", stack("Pulumi.prod.yaml"));
        WORKFLOWS.forEach(name -> files.put(".github/workflows/" + name, workflow(".github/workflows/" + name)));
        SCRIPTS.forEach(name -> putAsTheyAre(files, ".github/scripts/" + name));
        putAsTheyAre(
                files,
                ".github/actionlint.yaml",
                ".github/dependabot.yml",
                ".mvn/jvm.config",
                ".mvn/wrapper/maven-wrapper.properties",
                "edgesocket",
                "edgesocket.cmd",
                "mvnw",
                "mvnw.cmd",
                "docs/settings.schema.json",
                "src/main/edge/allow-stored-origins.js",
                "src/main/edge/region-header/config.json",
                "src/main/edge/region-header/index.mjs");
        putJava(files, "src/main/java/", "App.java", program());
        for (var file : Set.of(
                "Authorized.java", "EchoHandler.java", "Reply.java", "SessionHandler.java", "package-info.java")) {
            putJava(files, "src/main/java/", "handlers/" + file, java("src/main/java/", "handlers/" + file));
        }
        putJava(files, "src/test/java/", "AppTest.java", programTest());
        putJava(files, "src/test/java/", "handlers/Events.java", java("src/test/java/", "handlers/Events.java"));
        putJava(files, "src/test/java/", "handlers/SampleHandlersTest.java", handlersTest());
        return files;
    }

    private String readme() {
        return SourceText.ofProject("README.md")
                .replace("NAME", name.text())
                .replace("PACKAGE_FOLDER", packageName.folder())
                .text();
    }

    /** Dependencies and what is staged for functions are this repository's program's; all else a project has by itself. */
    private String pom() {
        var ours = repository("program/pom.xml")
                .replaceAll(
                        "(?s) *<dependency>\\s*(<!--[^>]*-->\\s*)?<groupId>com.amazonaws</groupId>\\s*"
                                + "<artifactId>aws-lambda-java-serialization</artifactId>.*?</dependency>\n",
                        "");
        return SourceText.ofProject("pom.xml")
                .replace("NAME", name.text())
                .replace("PACKAGE", packageName.text())
                .replace(
                        "DEPENDENCIES",
                        "  <dependencies>" + ours.between("  <dependencies>", "</dependencies>") + "</dependencies>")
                .replace("PLUGINS", "    <plugins>" + ours.between("    <plugins>", "</plugins>") + "</plugins>")
                .text();
    }

    private static String workflow(String file) {
        return repository(file).text().replace("docs/pull-requests.md", "docs/pull-requests.md of EdgeSocket");
    }

    private String stack(String file) {
        return repository(file)
                .replaceAll("(comment|description): EdgeSocket", "$1: " + name)
                .replaceAll(" send: \\{", " \\$default: {")
                .replaceAll("docs/([a-z-]+\\.md)", "docs/$1 of EdgeSocket")
                .text();
    }

    private SourceText program() {
        return java("src/main/java/", "App.java")
                .remove("import \\S+\\.handlers\\.(SendHandler|WhoAmIHandler);\n")
                .remove("(?m)^ *var (send|whoAmI) = .*\n")
                .withoutRoute("send")
                .withoutRoute("whoami");
    }

    private SourceText programTest() {
        return java("src/test/java/", "AppTest.java")
                .replace("chat-send-permission", "chat-default-permission")
                .replace("/live/send", "/live/$default")
                // Whoever adds a route need not change a test for that.
                .replaceAll(
                        "\\.hasMessage\\((\"edgesocket:stage\\.routes\\.sendd: no such route; \")\\s*\\+ \"[^\"]*\"\\)",
                        ".hasMessageStartingWith($1)")
                .replace("docs/testing.md leads", "docs/testing.md of EdgeSocket leads");
    }

    private SourceText handlersTest() {
        return java("src/test/java/", "handlers/SampleHandlersTest.java")
                .remove("(?s)\n    @Test\n    void whoami\\w+\\(\\) \\{\n.*?\n    }\n");
    }

    /** A class of this repository, in the package of the project. What it uses of the library stays there. */
    private SourceText java(String sources, String file) {
        var text = repository(sources + OUR_FOLDER + "/" + file)
                .replaceAll("(?m)^package io\\.edgesocket\\b", "package " + packageName);
        return new SourceText(
                        file,
                        text.text().replace("import io.edgesocket.handlers.", "import " + packageName + ".handlers."))
                .withSortedImports();
    }

    private void putJava(Map<String, String> files, String sources, String file, SourceText text) {
        files.put(sources + packageName.folder() + "/" + file, text.text());
    }

    private static void putAsTheyAre(Map<String, String> files, String... names) {
        for (var file : names) {
            files.put(file, repository(file).text());
        }
    }

    private static SourceText repository(String file) {
        return SourceText.ofRepository(file);
    }
}

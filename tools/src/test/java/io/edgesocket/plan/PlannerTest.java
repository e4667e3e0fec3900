package io.edgesocket.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.Context;
import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.FileArchive;
import com.pulumi.asset.FileAsset;
import com.pulumi.asset.RemoteAsset;
import com.pulumi.asset.StringAsset;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.aws.apigatewayv2.StageArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.s3.BucketObject;
import com.pulumi.aws.s3.BucketObjectArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.ProgramException;
import io.edgesocket.engine.StackConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {
    private static final String SHA256_OF_HI = "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4";

    @TempDir
    Path folder;

    @Test
    void the_format_is_that_of_version_1() {
        assertThat(json(ctx -> ctx.export("url", chat().apiEndpoint()))).isEqualTo("""
                {
                  "version": 1,
                  "project": "shop",
                  "stack": "dev",
                  "resources": [
                    {
                      "urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                      "type": "pulumi:pulumi:Stack",
                      "name": "shop-dev",
                      "custom": false,
                      "protect": false,
                      "retainOnDelete": false,
                      "deleteBeforeReplace": false,
                      "aliases": [],
                      "ignoreChanges": [],
                      "dependsOn": [],
                      "inputs": {}
                    },
                    {
                      "urn": "urn:pulumi:dev::shop::aws:apigatewayv2/api:Api::chat",
                      "type": "aws:apigatewayv2/api:Api",
                      "name": "chat",
                      "custom": true,
                      "parent": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                      "provider": "aws",
                      "protect": false,
                      "retainOnDelete": false,
                      "deleteBeforeReplace": false,
                      "aliases": [],
                      "ignoreChanges": [],
                      "dependsOn": [],
                      "inputs": {
                        "protocolType": "WEBSOCKET"
                      }
                    }
                  ],
                  "outputs": {
                    "url": "${chat.apiEndpoint}"
                  }
                }
                """);
    }

    @Test
    void the_same_program_gives_the_same_bytes() {
        Consumer<Context> program = ctx -> {
            for (var name : new String[] {"c", "a", "b"}) {
                new Stage(
                        name,
                        StageArgs.builder()
                                .apiId(new Api(name + "-api", websocket()).id())
                                .build());
            }
        };
        assertThat(json(program)).isEqualTo(json(program));
    }

    @Test
    void resources_are_in_order_of_type_and_name_after_their_parent() {
        var plan = plan(ctx -> {
            var api = chat();
            new Stage("b", StageArgs.builder().apiId(api.id()).build());
            new Stage("a", StageArgs.builder().apiId(api.id()).build());
        });
        assertThat(plan.resources())
                .extracting(Plan.PlannedResource::name)
                .containsExactly("shop-dev", "chat", "a", "b");
    }

    @Test
    void a_reference_names_the_type_too_where_the_name_is_not_unique() {
        var plan = plan(
                ctx -> new Stage("chat", StageArgs.builder().apiId(chat().id()).build()));
        assertThat(input(plan, "aws:apigatewayv2/stage:Stage", "apiId"))
                .isEqualTo("${aws:apigatewayv2/api:Api::chat.id}");
    }

    @Test
    void a_reference_names_the_parents_types_too_where_type_and_name_are_not_unique() {
        var plan = plan(ctx -> {
            var child = CustomResourceOptions.builder()
                    .parent(new Api("other", websocket()))
                    .build();
            new Stage(
                    "live",
                    StageArgs.builder()
                            .apiId(new Api("chat", websocket(), child).id())
                            .build());
            chat();
        });
        assertThat(input(plan, "aws:apigatewayv2/stage:Stage", "apiId"))
                .isEqualTo("${aws:apigatewayv2/api:Api$aws:apigatewayv2/api:Api::chat.id}");
    }

    @Test
    void an_explicit_provider_is_named_as_in_references() {
        var plan = plan(ctx -> {
            var virginia = new Provider(
                    "chat", ProviderArgs.builder().region("us-east-1").build());
            new Api(
                    "chat",
                    websocket(),
                    CustomResourceOptions.builder().provider(virginia).build());
        });
        assertThat(plan.resources().stream()
                        .filter(r -> r.type().equals("aws:apigatewayv2/api:Api"))
                        .findFirst()
                        .flatMap(Plan.PlannedResource::provider))
                .contains("pulumi:providers:aws::chat");
    }

    @Test
    void a_part_of_an_output_is_marked() {
        var plan = plan(ctx -> new Stage(
                "live",
                StageArgs.builder()
                        .apiId(chat().arn().applyValue(arn -> arn.substring(arn.lastIndexOf(':') + 1)))
                        .build()));
        assertThat(input(plan, "aws:apigatewayv2/stage:Stage", "apiId")).isEqualTo("${chat.arn*}");
    }

    @Test
    void a_literal_that_looks_like_a_reference_is_escaped() {
        var plan = plan(ctx -> new Api(
                "chat",
                ApiArgs.builder()
                        .protocolType("WEBSOCKET")
                        .routeSelectionExpression("${request.body.a}")
                        .build()));
        assertThat(input(plan, "aws:apigatewayv2/api:Api", "routeSelectionExpression"))
                .isEqualTo("$${request.body.a}");
    }

    @Test
    void a_secret_is_hidden() {
        var plan = plan(ctx -> new Api(
                "chat",
                ApiArgs.builder()
                        .protocolType("WEBSOCKET")
                        .description(Output.ofSecret("hunter2"))
                        .build()));
        assertThat(input(plan, "aws:apigatewayv2/api:Api", "description")).isEqualTo("[secret]");
    }

    @Test
    void a_file_is_shown_by_its_path_and_hash() throws Exception {
        Files.writeString(folder.resolve("page.html"), "hi");
        var source = objectWith(new FileAsset("page.html"));
        assertThat(source).isEqualTo("{\"$asset\":\"page.html\",\"sha256\":\"" + SHA256_OF_HI + "\"}");
    }

    @Test
    void a_file_by_its_absolute_path_is_shown_from_the_project_s_folder() throws Exception {
        Files.writeString(folder.resolve("page.html"), "hi");
        assertThat(objectWith(new FileAsset(folder.resolve("page.html").toString())))
                .startsWith("{\"$asset\":\"page.html\"");
    }

    @Test
    void content_in_the_program_is_shown_by_its_hash() {
        assertThat(objectWith(new StringAsset("hi")))
                .isEqualTo("{\"$asset\":\"inline\",\"sha256\":\"" + SHA256_OF_HI + "\"}");
    }

    @Test
    void a_file_elsewhere_is_shown_by_its_address_alone() {
        assertThat(objectWith(new RemoteAsset("https://example.com/page.html?X-Amz-Signature=secret")))
                .isEqualTo("{\"$asset\":\"https://example.com/page.html\"}");
    }

    @Test
    void a_file_that_is_not_there_is_told_with_its_resource() {
        assertThatThrownBy(() -> objectWith(new FileAsset("page.html")))
                .isInstanceOf(ProgramException.class)
                .hasMessage("o: there is no file or folder " + folder.resolve("page.html"));
    }

    @Test
    void a_folder_s_hash_changes_with_a_file_in_it() throws Exception {
        var file = Files.createDirectory(folder.resolve("code")).resolve("index.mjs");
        Files.writeString(file, "one");
        var before = functionCode();
        Files.writeString(file, "two");
        assertThat(functionCode()).isNotEqualTo(before);
    }

    @Test
    void an_archive_put_together_shows_what_is_in_it() throws Exception {
        Files.writeString(folder.resolve("page.html"), "hi");
        var plan = plan(ctx -> new Function(
                "f",
                FunctionArgs.builder()
                        .role("arn:aws:iam::1:role/r")
                        .code(new AssetArchive(Map.of("index.html", new FileAsset("page.html"))))
                        .build()));
        assertThat(plan.resources()
                        .get(1)
                        .inputs()
                        .at("/code/$asset/index.html/$asset")
                        .asText())
                .isEqualTo("page.html");
    }

    @Test
    void a_plan_read_back_equals_the_plan_written() {
        var plan = plan(ctx -> ctx.export("url", chat().apiEndpoint()));
        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
    }

    @Test
    void a_plan_of_another_version_is_refused() {
        assertThatThrownBy(() -> PlanJson.read("{\"version\": 2}"))
                .hasMessage("it is no plan of version 1; write one with: ./edgesocket plan --format json");
    }

    @Test
    void what_is_not_json_is_refused_with_its_place() {
        assertThatThrownBy(() -> PlanJson.read("{\n  version")).hasMessageContaining("line 2, column");
    }

    private String functionCode() {
        var plan = plan(ctx -> new Function(
                "f",
                FunctionArgs.builder()
                        .role("arn:aws:iam::1:role/r")
                        .code(new FileArchive("code"))
                        .build()));
        return plan.resources().get(1).inputs().get("code").toString();
    }

    private String objectWith(com.pulumi.asset.AssetOrArchive source) {
        var plan = plan(ctx -> new BucketObject(
                "o", BucketObjectArgs.builder().bucket("b").source(source).build()));
        return plan.resources().get(1).inputs().get("source").toString();
    }

    private static String input(Plan plan, String type, String input) {
        return plan.resources().stream()
                .filter(r -> r.type().equals(type))
                .findFirst()
                .orElseThrow()
                .inputs()
                .get(input)
                .asText();
    }

    private String json(Consumer<Context> program) {
        return PlanJson.write(plan(program));
    }

    private Plan plan(Consumer<Context> program) {
        return Planner.plan(Engine.run(new StackConfig("shop", "dev", Map.of(), Set.of()), program), folder);
    }

    private static Api chat() {
        return new Api("chat", websocket());
    }

    private static ApiArgs websocket() {
        return ApiArgs.builder().protocolType("WEBSOCKET").build();
    }
}

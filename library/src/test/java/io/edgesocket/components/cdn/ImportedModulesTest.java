package io.edgesocket.components.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportedModulesTest {

    @Test
    void imports_come_out_and_the_rest_stays() {
        var script = "// a note\nimport cf from 'cloudfront';\nimport crypto from \"crypto\"\nconst kvs = cf.kvs();\n";

        assertThat(ImportedModules.of(script))
                .isEqualTo(new ImportedModules(
                        "import cf from 'cloudfront';\nimport crypto from \"crypto\"\n",
                        "// a note\n\n\nconst kvs = cf.kvs();\n"));
    }

    @Test
    void an_import_may_be_on_several_lines() {
        assertThat(ImportedModules.of("import cf\n  from 'cloudfront'").rest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/*\nimport cf from 'cloudfront';\n*/",
                "// import cf from 'cloudfront';",
                "const page = `\nimport cf from 'cloudfront';\n`;",
                "const page = `\\`\nimport cf from 'cloudfront';\n`;",
                "const quote = \"'\"; const page = `\nimport cf from 'cloudfront';\n`;",
                "const important = from;",
                "const cf = require('cloudfront');"
            })
    void what_only_looks_like_an_import_stays(String script) {
        assertThat(ImportedModules.of(script)).isEqualTo(new ImportedModules("", script));
    }

    @Test
    void a_quote_in_a_regular_expression_hides_no_import() {
        assertThat(ImportedModules.of("const quote = /'/;\nimport cf from 'cloudfront';")
                        .imports())
                .isEqualTo("import cf from 'cloudfront';\n");
    }
}

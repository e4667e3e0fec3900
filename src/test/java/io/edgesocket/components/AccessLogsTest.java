package io.edgesocket.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class AccessLogsTest {

    @Test
    void a_line_is_json_though_an_error_s_message_has_quotes_in_it() throws JsonProcessingException {
        var line = AccessLogs.JSON
                .replace("$context.error.messageString", "\"no \\\"action\\\" in it\"")
                .replaceAll("\\$context\\.[A-Za-z.]+", "-");

        assertThat(new ObjectMapper().readTree(line).get("error.message").textValue()).isEqualTo("no \"action\" in it");
    }
}

package io.edgesocket.components.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class AccessLogsTest {

    @Test
    void a_line_is_json_where_nothing_has_a_value() throws JsonProcessingException {
        var line = AccessLogs.JSON.replaceAll("\\$context\\.[A-Za-z.]+", "-");
        assertThat(new ObjectMapper().readTree(line).get("error.message").textValue())
                .isEqualTo("-");
    }
}

package io.edgesocket.components.waf;

import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterConditionActionConditionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterConditionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldQueryStringArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs;
import java.util.List;
import java.util.stream.Stream;

/** Which requests a web ACL logs, and without which of their fields. */
final class WebAclLog {
    private WebAclLog() {}

    static WebAclLoggingConfigurationLoggingFilterArgs refusedAndCounted() {
        return WebAclLoggingConfigurationLoggingFilterArgs.builder()
                .defaultBehavior("DROP")
                .filters(WebAclLoggingConfigurationLoggingFilterFilterArgs.builder()
                        .behavior("KEEP")
                        .requirement("MEETS_ANY")
                        .conditions(Stream.of("BLOCK", "COUNT")
                                .map(WebAclLog::action)
                                .toList())
                        .build())
                .build();
    }

    /** Browsers can't set headers on a WebSocket: a token is in the query string, or in the list of subprotocols. */
    static List<WebAclLoggingConfigurationRedactedFieldArgs> whereTokensTravel() {
        var queryString = WebAclLoggingConfigurationRedactedFieldArgs.builder()
                .queryString(WebAclLoggingConfigurationRedactedFieldQueryStringArgs.builder()
                        .build())
                .build();
        var headers =
                Stream.of("authorization", "cookie", "sec-websocket-protocol").map(WebAclLog::header);
        return Stream.concat(Stream.of(queryString), headers).toList();
    }

    private static WebAclLoggingConfigurationRedactedFieldArgs header(String name) {
        return WebAclLoggingConfigurationRedactedFieldArgs.builder()
                .singleHeader(WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs.builder()
                        .name(name)
                        .build())
                .build();
    }

    private static WebAclLoggingConfigurationLoggingFilterFilterConditionArgs action(String taken) {
        return WebAclLoggingConfigurationLoggingFilterFilterConditionArgs.builder()
                .actionCondition(WebAclLoggingConfigurationLoggingFilterFilterConditionActionConditionArgs.builder()
                        .action(taken)
                        .build())
                .build();
    }
}

package io.edgesocket.components.waf;

import com.pulumi.aws.wafv2.inputs.WebAclRuleActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionNoneArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleVisibilityConfigArgs;
import java.util.ArrayList;
import java.util.List;

/** The rules of a web ACL, each asked before the next. */
final class WebAclRules {
    private final List<WebAclRuleArgs> rules = new ArrayList<>();

    /** Refuses an address that sends too many requests, until it sends fewer. */
    WebAclRules refuseAbove(int limit) {
        return add(
                "rate-per-address",
                WebAclRuleStatementArgs.builder()
                        .rateBasedStatement(WebAclRuleStatementRateBasedStatementArgs.builder()
                                .aggregateKeyType("IP")
                                .limit(limit)
                                .evaluationWindowSec(WafLimits.RATE_WINDOW_SECONDS)
                                .build())
                        .build(),
                WebAclRuleArgs.builder()
                        .action(WebAclRuleActionArgs.builder()
                                .block(WebAclRuleActionBlockArgs.builder().build())
                                .build()));
    }

    /**
     * Asks AWS's rule group of that name, whose rules decide.
     *
     * @param counted rules of it that count what they would refuse, and let it pass
     */
    WebAclRules askAws(String name, List<String> counted) {
        var group = WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
                .vendorName("AWS")
                .name(name);
        if (!counted.isEmpty()) {
            group.ruleActionOverrides(
                    counted.stream().map(WebAclRules::counting).toList());
        }
        return add(
                name,
                WebAclRuleStatementArgs.builder()
                        .managedRuleGroupStatement(group.build())
                        .build(),
                WebAclRuleArgs.builder()
                        .overrideAction(WebAclRuleOverrideActionArgs.builder()
                                .none(WebAclRuleOverrideActionNoneArgs.builder().build())
                                .build()));
    }

    List<WebAclRuleArgs> all() {
        return List.copyOf(rules);
    }

    /** A sample of requests would show their query strings in the console, where tokens are. */
    private WebAclRules add(String name, WebAclRuleStatementArgs statement, WebAclRuleArgs.Builder rule) {
        rules.add(rule.name(name)
                .priority(rules.size())
                .statement(statement)
                .visibilityConfig(WebAclRuleVisibilityConfigArgs.builder()
                        .metricName(name)
                        .cloudwatchMetricsEnabled(true)
                        .sampledRequestsEnabled(false)
                        .build())
                .build());
        return this;
    }

    private static WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs counting(String rule) {
        var count = WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs.builder()
                .build();
        return WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs.builder()
                .name(rule)
                .actionToUse(WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs.builder()
                        .count(count)
                        .build())
                .build();
    }
}

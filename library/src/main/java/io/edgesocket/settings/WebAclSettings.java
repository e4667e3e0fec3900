package io.edgesocket.settings;

import static io.edgesocket.settings.schema.ChoiceShape.days;
import static io.edgesocket.settings.schema.ChoiceShape.oneOf;
import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.ListShape.listOf;
import static io.edgesocket.settings.schema.NumberShape.integer;

import io.edgesocket.components.LogRetention;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.waf.ManagedWebAclArgs;
import io.edgesocket.components.waf.WafLimits;
import io.edgesocket.settings.schema.ChoiceShape;
import io.edgesocket.settings.schema.GroupShape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A web ACL that the stack makes.
 *
 * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html">AWS WAF: managed
 *     rule groups</a>
 */
public record WebAclSettings(int rateLimit, List<String> counted, Optional<Duration> logRetention) {

    private static final ChoiceShape RULE = oneOf(WafLimits.CORE_RULES.toArray(String[]::new), rule -> rule);

    static final GroupShape SHAPE = group(
            WebAclSettings.class,
            key(
                            "rateLimit",
                            integer(WafLimits.RATE_MIN, WafLimits.RATE_MAX),
                            "How many handshakes of one address pass in 5 minutes. Many users may share one.")
                    .or(String.valueOf(WafLimits.RATE_DEFAULT)),
            key(
                            "counted",
                            listOf(RULE, 0, WafLimits.CORE_RULES.size()),
                            "Rules of AWSManagedRulesCommonRuleSet that count what they would refuse, and let it pass. The default "
                                    + "are those that refuse programs without a User-Agent, and tokens of more than 2,048 bytes.")
                    .or(ManagedWebAclArgs.COUNTED.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"))),
            optional(
                    "logRetention",
                    days(LogRetention.DAYS),
                    "How long CloudWatch Logs keeps what was refused or counted. Without it, there is no such log."));

    ManagedWebAclArgs.Builder toWebAcl(UsEast1 usEast1) {
        var webAcl = ManagedWebAclArgs.builder()
                .rateLimit(rateLimit)
                .counted(counted)
                .usEast1(usEast1);
        logRetention.ifPresent(kept -> webAcl.logRetentionDays((int) kept.toDays()));
        return webAcl;
    }
}

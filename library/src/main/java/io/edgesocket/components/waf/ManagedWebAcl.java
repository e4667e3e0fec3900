package io.edgesocket.components.waf;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.WebAclLoggingConfiguration;
import com.pulumi.aws.wafv2.WebAclLoggingConfigurationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Placeholder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A web ACL for a distribution in front of WebSocket APIs: a limit of handshakes for each address, and three of AWS's own
 * rule groups. It sees handshakes, never messages.
 * <p>
 * It takes 927 of the 1,500 capacity units that are in the price: 700 of {@code AWSManagedRulesCommonRuleSet}, 200 of
 * {@code AWSManagedRulesKnownBadInputsRuleSet}, 25 of {@code AWSManagedRulesAmazonIpReputationList}, 2 of the limit. AWS
 * charges for the web ACL, for each of its four rules, and for requests.
 *
 * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html">AWS Managed Rules
 *      rule groups list</a>
 */
public final class ManagedWebAcl extends ComponentResource {
    static final String TYPE = "edgesocket:aws:ManagedWebAcl";

    private final String name;
    private final ManagedWebAclArgs args;
    private final Children children;
    private final CustomResourceOptions inUsEast1;
    private final WebAcl webAcl;
    private final Optional<LogGroup> logGroup;

    /** @throws InvalidArgumentsException with everything that AWS would refuse; nothing is registered then */
    public ManagedWebAcl(String name, ManagedWebAclArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    /** @throws InvalidArgumentsException with everything that AWS would refuse; nothing is registered then */
    public ManagedWebAcl(String name, ManagedWebAclArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args.checked(name), options);
        this.name = name;
        this.args = args;
        this.children = new Children(this, name, args.transform);
        this.inUsEast1 = args.usEast1.orElseThrow().options();

        this.webAcl = webAcl();
        this.logGroup = args.logRetentionDays.map(this::logGroup);
        logGroup.ifPresent(this::log);
        registerOutputs(Map.of("arn", arn()));
    }

    /** What a distribution takes. */
    public Output<String> arn() {
        return Placeholder.ifAbsent(webAcl.arn(), webAcl, "arn");
    }

    public WebAcl resource() {
        return webAcl;
    }

    /** Where it logs what it refused and counted, if it does. */
    public Optional<LogGroup> logGroup() {
        return logGroup;
    }

    private WebAcl webAcl() {
        var rules = new WebAclRules()
                .refuseAbove(args.rateLimit)
                .askAws("AWSManagedRulesAmazonIpReputationList", List.of())
                .askAws("AWSManagedRulesKnownBadInputsRuleSet", List.of())
                .askAws("AWSManagedRulesCommonRuleSet", args.counted);
        return children.add(
                WebAcl::new,
                "",
                WebAclArgs.builder()
                        .scope("CLOUDFRONT")
                        .description("Handshakes of WebSockets")
                        .defaultAction(WebAclDefaultActionArgs.builder()
                                .allow(WebAclDefaultActionAllowArgs.builder().build())
                                .build())
                        .rules(rules.all())
                        .visibilityConfig(WebAclVisibilityConfigArgs.builder()
                                .metricName(name)
                                .cloudwatchMetricsEnabled(true)
                                .sampledRequestsEnabled(false)
                                .build())
                        .tags(args.tags.orElse(Map.of()))
                        .build(),
                inUsEast1);
    }

    /** AWS WAF logs to groups of that beginning alone. */
    private LogGroup logGroup(int retentionDays) {
        return children.addLogGroup("logs", "aws-waf-logs-", retentionDays, args.tags.orElse(Map.of()), inUsEast1);
    }

    /** A web ACL has one: were the new one made before the old one goes, the old one would take it along. */
    private void log(LogGroup group) {
        children.add(
                WebAclLoggingConfiguration::new,
                "logging",
                WebAclLoggingConfigurationArgs.builder()
                        .resourceArn(webAcl.arn())
                        .logDestinationConfigs(
                                Placeholder.ifAbsent(group.arn(), group, "arn").applyValue(List::of))
                        .loggingFilter(WebAclLog.refusedAndCounted())
                        .redactedFields(WebAclLog.whereTokensTravel())
                        .build(),
                CustomResourceOptions.merge(
                        inUsEast1,
                        CustomResourceOptions.builder()
                                .deleteBeforeReplace(true)
                                .build()));
    }
}

package io.edgesocket.components.waf;

import static io.edgesocket.components.waf.WafLimits.RATE_DEFAULT;
import static io.edgesocket.components.waf.WafLimits.RATE_MAX;
import static io.edgesocket.components.waf.WafLimits.RATE_MIN;

import io.edgesocket.components.LogRetention;
import io.edgesocket.components.Transform;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.TaggedArgs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a {@link ManagedWebAcl} is made of. All of it is checked when the component is made, at once. */
public final class ManagedWebAclArgs extends TaggedArgs {
    /**
     * Rules of the core rule set that would refuse clients that mean no harm: programs, which send no {@code User-Agent}
     * on a WebSocket, and browsers with a token of more than 2,048 bytes in the query string.
     *
     * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html">Core rule
     *      set</a>
     */
    public static final List<String> COUNTED = List.of("NoUserAgent_HEADER", "SizeRestrictions_QUERYSTRING");

    final int rateLimit;
    final List<String> counted;
    final Optional<Integer> logRetentionDays;
    final Optional<UsEast1> usEast1;

    private ManagedWebAclArgs(Builder from) {
        super("ManagedWebAcl", from);
        rateLimit = from.rateLimit;
        counted = from.counted;
        logRetentionDays = from.logRetentionDays;
        usEast1 = from.usEast1;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** These arguments, with a further transform, which sees each resource after their own. */
    public ManagedWebAclArgs seenBy(Transform other) {
        var builder = builder()
                .rateLimit(rateLimit)
                .counted(counted)
                .tags(tags.orElse(Map.of()))
                .transform(child -> other.apply(transform.apply(child)));
        logRetentionDays.ifPresent(builder::logRetentionDays);
        usEast1.ifPresent(builder::usEast1);
        return builder.build();
    }

    @Override
    protected void check(Problems problems, String name) {
        problems.unless(
                rateLimit >= RATE_MIN && rateLimit <= RATE_MAX,
                "rateLimit",
                String.valueOf(rateLimit),
                RATE_MIN + " to " + RATE_MAX + " handshakes in 5 minutes");
        problems.unless(
                Set.copyOf(counted).size() == counted.size(), "counted", "a rule given twice", "give each once");
        counted.forEach(rule -> problems.unless(
                WafLimits.CORE_RULES.contains(rule),
                "counted",
                '"' + rule + '"',
                "a rule of AWSManagedRulesCommonRuleSet: " + String.join(", ", WafLimits.CORE_RULES)));
        logRetentionDays.ifPresent(days -> problems.unless(
                LogRetention.DAYS.contains(days), "logRetention", days + " days", "one of " + LogRetention.DAYS));
        problems.unless(usEast1.isPresent(), "usEast1", "none", "the program's provider of us-east-1");
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends TaggedArgs.Builder<Builder> {
        private int rateLimit = RATE_DEFAULT;
        private List<String> counted = COUNTED;
        private Optional<Integer> logRetentionDays = Optional.empty();
        private Optional<UsEast1> usEast1 = Optional.empty();

        private Builder() {}

        /**
         * How many handshakes of one address pass in 5 minutes, {@value WafLimits#RATE_MIN} to
         * {@value WafLimits#RATE_MAX}; those above are answered 403. Many users may share an address, and all of them come
         * back at once after a fault. Default: {@value WafLimits#RATE_DEFAULT}.
         */
        public Builder rateLimit(int handshakes) {
            this.rateLimit = handshakes;
            return this;
        }

        /**
         * Rules of {@code AWSManagedRulesCommonRuleSet} that only count what they would refuse. Default: {@link #COUNTED}.
         */
        public Builder counted(List<String> rules) {
            this.counted = List.copyOf(rules);
            return this;
        }

        /**
         * Logs what was refused and counted, without query strings, for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365,
         * 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days. Default: no log.
         */
        public Builder logRetentionDays(int days) {
            this.logRetentionDays = Optional.of(days);
            return this;
        }

        /** Where CloudFront's web ACLs are. Required. */
        public Builder usEast1(UsEast1 usEast1) {
            this.usEast1 = Optional.of(usEast1);
            return this;
        }

        public ManagedWebAclArgs build() {
            return new ManagedWebAclArgs(this);
        }
    }
}

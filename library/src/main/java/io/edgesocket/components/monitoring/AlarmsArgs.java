package io.edgesocket.components.monitoring;

import com.pulumi.core.Output;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import io.edgesocket.components.internal.TaggedArgs;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@link Alarms} are made of. All of it is checked when the component is made, at once. */
public final class AlarmsArgs extends TaggedArgs {
    private static final Pattern EMAIL = Pattern.compile(SnsPatterns.EMAIL);
    private static final Pattern TOPIC_ARN = Pattern.compile(SnsPatterns.TOPIC_ARN);
    private static final Pattern EDGE_TOPIC_ARN = Pattern.compile(SnsPatterns.EDGE_TOPIC_ARN);

    final Optional<WebSocketApi> api;
    final Optional<WebSocketCdn> cdn;
    final Optional<UsEast1> usEast1;
    final List<String> emails;
    final Optional<Input> topicArn;
    final Optional<Input> edgeTopicArn;
    final AlarmThresholds thresholds;

    private AlarmsArgs(Builder from) {
        super("Alarms", from);
        api = from.api;
        cdn = from.cdn;
        usEast1 = from.usEast1;
        emails = from.emails;
        topicArn = from.topicArn;
        edgeTopicArn = from.edgeTopicArn;
        thresholds = from.thresholds;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void check(Problems problems, String name) {
        problems.unless(api.isPresent() || cdn.isPresent(), "api", "neither api nor cdn is given", "give at least one");
        problems.unless(
                cdn.isEmpty() || usEast1.isPresent(),
                "usEast1",
                "none",
                "the program's provider of us-east-1: CloudFront's metrics are there");
        whoIsTold(problems);
        thresholds.check(problems);
    }

    private void whoIsTold(Problems problems) {
        problems.unless(
                emails.isEmpty() == edgeTopicArn.isPresent(),
                "emails",
                emails.isEmpty() ? "neither emails nor topics are given" : "given together with topics",
                "give one of them: addresses, for which the component makes a topic, or topics that exist");
        problems.unless(
                api.isEmpty() || edgeTopicArn.isEmpty() || topicArn.isPresent(),
                Property.of("topics", "regional"),
                "none",
                "a topic in the region of the API, for its alarms");
        emails.forEach(email -> problems.unless(
                EMAIL.matcher(email).matches(), "emails", '"' + email + '"', "an address such as ops@example.com"));
        topicArn.flatMap(Input::known)
                .ifPresent(arn -> problems.unless(
                        TOPIC_ARN.matcher(arn).matches(),
                        Property.of("topics", "regional"),
                        '"' + arn + '"',
                        "an SNS topic's ARN, as in arn:aws:sns:eu-central-1:123456789012:alarms"));
        edgeTopicArn
                .flatMap(Input::known)
                .ifPresent(arn -> problems.unless(
                        EDGE_TOPIC_ARN.matcher(arn).matches(),
                        Property.of("topics", "edge"),
                        '"' + arn + '"',
                        "an SNS topic's ARN in us-east-1: an alarm can send to topics of its own region only"));
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends TaggedArgs.Builder<Builder> {
        private Optional<WebSocketApi> api = Optional.empty();
        private Optional<WebSocketCdn> cdn = Optional.empty();
        private Optional<UsEast1> usEast1 = Optional.empty();
        private List<String> emails = List.of();
        private Optional<Input> topicArn = Optional.empty();
        private Optional<Input> edgeTopicArn = Optional.empty();
        private AlarmThresholds thresholds = AlarmThresholds.DEFAULT;

        private Builder() {}

        /** The API to watch, with the functions that it made and its guard's. Default: none. */
        public Builder api(WebSocketApi api) {
            this.api = Optional.of(api);
            return this;
        }

        /** The distribution to watch. Default: none. */
        public Builder cdn(WebSocketCdn cdn, UsEast1 usEast1) {
            this.cdn = Optional.of(cdn);
            this.usEast1 = Optional.of(usEast1);
            return this;
        }

        /**
         * Who is told, by topics that the component makes. AWS asks each address to confirm, once for each region, and
         * sends nothing before. Required, unless there are {@link #topics}.
         */
        public Builder emails(List<String> emails) {
            this.emails = List.copyOf(emails);
            return this;
        }

        /**
         * Topics that exist, instead of {@link #emails}. Their policies, and their keys', must let CloudWatch publish.
         *
         * @param arn     in the region of the API
         * @param edgeArn in us-east-1, where the distribution's alarms are
         */
        public Builder topics(String arn, String edgeArn) {
            this.topicArn = Optional.of(Input.now(arn));
            this.edgeTopicArn = Optional.of(Input.now(edgeArn));
            return this;
        }

        /** As {@link #topics(String, String)}, of topics that the same program makes. */
        public Builder topics(Output<String> arn, Output<String> edgeArn) {
            this.topicArn = Optional.of(Input.later(arn));
            this.edgeTopicArn = Optional.of(Input.later(edgeArn));
            return this;
        }

        /** As {@link #topics(String, String)}, where there is no API to watch. */
        public Builder edgeTopic(String arn) {
            edgeTopicArn = Optional.of(Input.now(arn));
            return this;
        }

        /** The values from which on there is an alarm. Default: {@link AlarmThresholds#DEFAULT}. */
        public Builder thresholds(AlarmThresholds thresholds) {
            this.thresholds = thresholds;
            return this;
        }

        public AlarmsArgs build() {
            return new AlarmsArgs(this);
        }
    }
}

package io.edgesocket.components.monitoring;

import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.kms.KeyPolicy;
import com.pulumi.aws.kms.KeyPolicyArgs;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Placeholder;
import java.util.List;
import java.util.Map;

/**
 * A topic that alarms of its region and account publish to, and nobody else, encrypted with a key of its own: the key that
 * AWS would give it for nothing lets CloudWatch publish nothing.
 *
 * @see <a href="https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns">An alarm with an encrypted topic</a>
 */
final class AlarmTopic {
    private final Children children;
    private final String suffix;
    private final Map<String, String> tags;
    private final CustomResourceOptions inRegion;
    private final Topic topic;

    AlarmTopic(
            Children children,
            String suffix,
            List<String> emails,
            Map<String, String> tags,
            CustomResourceOptions inRegion) {
        this.children = children;
        this.suffix = suffix;
        this.tags = tags;
        this.inRegion = inRegion;
        this.topic = topic(key());
        children.add(
                TopicPolicy::new,
                suffix + "-policy",
                TopicPolicyArgs.builder()
                        .arn(topic.arn())
                        .policy(arn().applyValue(AlarmPolicies::ofTopic))
                        .build(),
                inRegion);
        emails.forEach(this::tell);
    }

    Output<String> arn() {
        return Placeholder.ifAbsent(topic.arn(), topic, "arn");
    }

    private Key key() {
        var key = children.add(
                Key::new,
                suffix + "-key",
                KeyArgs.builder()
                        .description("Alarms of " + children.parentName())
                        .enableKeyRotation(true)
                        .tags(tags)
                        .build(),
                inRegion);
        children.add(
                KeyPolicy::new,
                suffix + "-key-policy",
                KeyPolicyArgs.builder()
                        .keyId(key.id())
                        .policy(Placeholder.ifAbsent(key.arn(), key, "arn").applyValue(AlarmPolicies::ofKey))
                        .build(),
                inRegion);
        return key;
    }

    private Topic topic(Key key) {
        return children.add(
                Topic::new,
                suffix,
                TopicArgs.builder().kmsMasterKeyId(key.arn()).tags(tags).build(),
                inRegion);
    }

    private void tell(String email) {
        children.add(
                TopicSubscription::new,
                suffix + "-" + email,
                TopicSubscriptionArgs.builder()
                        .topic(topic.arn())
                        .protocol("email")
                        .endpoint(email)
                        .build(),
                inRegion);
    }
}

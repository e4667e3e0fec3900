package io.edgesocket.components.monitoring;

import com.google.gson.JsonObject;
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
import io.edgesocket.components.internal.Arn;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Placeholder;
import io.edgesocket.components.internal.PolicyStatement;
import java.util.List;
import java.util.Map;

/**
 * A topic to which only alarms of its region and account can publish. It is encrypted with a key of its own, as CloudWatch
 * can't publish to a topic that has AWS's free key.
 *
 * @see <a href="https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns">An alarm with an encrypted topic</a>
 */
final class AlarmTopic {
    private static final String CLOUDWATCH = "cloudwatch.amazonaws.com";

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
                        .policy(arn().applyValue(AlarmTopic::topicPolicy))
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
                        .policy(Placeholder.ifAbsent(key.arn(), key, "arn").applyValue(AlarmTopic::keyPolicy))
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

    /** Alarms of the topic's own account and region alone. Whoever has rights in the account has them as before. */
    static String topicPolicy(String topicArn) {
        var condition = new JsonObject();
        condition.add("ArnLike", alarmsBeside(topicArn));
        var statement = PolicyStatement.allowing("Service", CLOUDWATCH, List.of("sns:Publish"), topicArn);
        statement.add("Condition", condition);
        return PolicyStatement.document(statement);
    }

    /**
     * In a key's policy {@code *} is that key. CloudWatch may use it for alarms of the key's own account and region alone.
     *
     * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html">SNS: encrypted topics and event
     *     sources</a>
     */
    static String keyPolicy(String keyArn) {
        var account = new JsonObject();
        account.addProperty("aws:SourceAccount", Arn.account(keyArn));
        var condition = new JsonObject();
        condition.add("StringEquals", account);
        condition.add("ArnLike", alarmsBeside(keyArn));
        var alarms =
                PolicyStatement.allowing("Service", CLOUDWATCH, List.of("kms:Decrypt", "kms:GenerateDataKey*"), "*");
        alarms.add("Condition", condition);
        return PolicyStatement.document(
                PolicyStatement.allowing("AWS", "arn:aws:iam::" + Arn.account(keyArn) + ":root", List.of("kms:*"), "*"),
                alarms);
    }

    private static JsonObject alarmsBeside(String arn) {
        var alarms = new JsonObject();
        alarms.addProperty(
                "aws:SourceArn", "arn:aws:cloudwatch:" + Arn.region(arn) + ":" + Arn.account(arn) + ":alarm:*");
        return alarms;
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

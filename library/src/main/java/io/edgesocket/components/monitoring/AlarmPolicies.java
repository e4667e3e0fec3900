package io.edgesocket.components.monitoring;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.edgesocket.components.internal.Arn;
import java.util.List;

/** What lets CloudWatch's alarms publish to a topic and use its key. Both are told by an ARN, which has the account in it. */
final class AlarmPolicies {
    private static final String CLOUDWATCH = "cloudwatch.amazonaws.com";

    private AlarmPolicies() {}

    /** Alarms of the topic's own account and region alone. Whoever has rights in the account has them as before. */
    static String ofTopic(String arn) {
        var statement = allowing("Service", CLOUDWATCH, List.of("sns:Publish"), arn);
        var alarms = new JsonObject();
        alarms.addProperty(
                "aws:SourceArn", "arn:aws:cloudwatch:" + Arn.region(arn) + ":" + Arn.account(arn) + ":alarm:*");
        var condition = new JsonObject();
        condition.add("ArnLike", alarms);
        statement.add("Condition", condition);
        return document(statement);
    }

    /** In a key's policy {@code *} is that key. It encrypts nothing but the topic, whose policy says which alarms. */
    static String ofKey(String arn) {
        return document(
                allowing("AWS", "arn:aws:iam::" + Arn.account(arn) + ":root", List.of("kms:*"), "*"),
                allowing("Service", CLOUDWATCH, List.of("kms:Decrypt", "kms:GenerateDataKey*"), "*"));
    }

    private static JsonObject allowing(String kind, String who, List<String> actions, String resource) {
        var principal = new JsonObject();
        principal.addProperty(kind, who);
        var names = new JsonArray();
        actions.forEach(names::add);
        var statement = new JsonObject();
        statement.addProperty("Effect", "Allow");
        statement.add("Principal", principal);
        statement.add("Action", names);
        statement.addProperty("Resource", resource);
        return statement;
    }

    private static String document(JsonObject... statements) {
        var all = new JsonArray();
        List.of(statements).forEach(all::add);
        var document = new JsonObject();
        document.addProperty("Version", "2012-10-17");
        document.add("Statement", all);
        return document.toString();
    }
}

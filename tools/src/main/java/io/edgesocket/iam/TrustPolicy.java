package io.edgesocket.iam;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.edgesocket.plan.PlanJson;
import java.util.List;
import java.util.Map;

/**
 * Who may take a role: whom an issuer of tokens says that it is.
 *
 * @param issuer    without {@code https://}: an identity provider of that name must be in the account
 * @param conditions claims, each with what it may be
 */
public record TrustPolicy(String account, String issuer, Map<String, List<String>> conditions) {
    /** Ends with a line feed. */
    public String json() {
        var document = JsonNodeFactory.instance.objectNode().put("Version", Policy.VERSION);
        var statement = document.putArray("Statement").addObject().put("Effect", "Allow");
        statement.putObject("Principal").put("Federated", "arn:aws:iam::" + account + ":oidc-provider/" + issuer);
        statement
                .put("Action", "sts:AssumeRoleWithWebIdentity")
                .set("Condition", Policy.condition(Map.of("StringEquals", conditions)));
        return PlanJson.pretty(document);
    }
}

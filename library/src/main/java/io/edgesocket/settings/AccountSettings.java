package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.FlagShape.flag;
import static io.edgesocket.settings.schema.GroupShape.group;

import io.edgesocket.components.api.ApiGatewayAccountArgs;
import io.edgesocket.settings.schema.GroupShape;
import java.util.Map;
import java.util.Optional;

/**
 * API Gateway's settings of the account.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html">API Gateway:
 *     permissions for CloudWatch logging</a>
 */
public record AccountSettings(boolean logRole, Optional<String> role) {

    static final GroupShape SHAPE = group(
            AccountSettings.class,
            key(
                            "logRole",
                            flag(),
                            "Whether this stack makes the role that API Gateway logs with. There is one for all APIs of an "
                                    + "account in a region: this one takes the place of any other, and stays when the stack "
                                    + "goes. So say true in one stack of an account and region, or in none.")
                    .or("false"),
            optional(
                    "role",
                    CompanySettings.ROLE,
                    "A role that exists, which API Gateway logs with instead of one that the stack makes."));

    /** Whether this stack says with which role API Gateway logs. */
    boolean isSet() {
        return logRole || role.isPresent();
    }

    ApiGatewayAccountArgs toAccount(Map<String, String> tags) {
        var account = ApiGatewayAccountArgs.builder().tags(tags);
        role.ifPresent(account::role);
        return account.build();
    }
}

package io.edgesocket.components.connections;

import com.pulumi.core.Output;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.KmsKey;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import io.edgesocket.components.internal.TaggedArgs;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a {@link ConnectionTable} is made of. All of it is checked when the component is made, at once.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">DynamoDB's
 *      naming rules</a>
 */
public final class ConnectionTableArgs extends TaggedArgs {
    /** Characters of a table's name. */
    private static final int NAME_MAX = 255;
    /** A hyphen and seven characters that Pulumi adds to a name, so that it is the only one in AWS. */
    private static final int AUTO_NAMING_LENGTH = 8;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
    /** Stands for the handler's name, which has the API's in it, and is for the API to check. */
    private static final String ANY_NAME = "connections";

    final LambdaFunctionArgs handler;
    final boolean pointInTimeRecovery;
    final Optional<Input> kmsKey;

    private ConnectionTableArgs(Builder from) {
        super("ConnectionTable", from);
        handler = from.handler;
        pointInTimeRecovery = from.pointInTimeRecovery;
        kmsKey = from.kmsKey;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void check(Problems problems, String name) {
        var longest = NAME_MAX - AUTO_NAMING_LENGTH;
        problems.unless(
                NAME.matcher(name).matches() && name.length() <= longest,
                "name",
                '"' + name + '"',
                "1 to " + longest + " letters, digits, - and _");
        kmsKey.flatMap(Input::known).ifPresent(arn -> KmsKey.check(problems, Property.of("kmsKey"), arn));
        problems.addAll(Property.of("handler"), handler.problems(ANY_NAME));
        ConnectionTable.checkVariable(problems, Property.of("handler", "environment"), handler);
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends TaggedArgs.Builder<Builder> {
        private LambdaFunctionArgs handler =
                LambdaFunctionArgs.builder().code(ConnectionTable.HANDLER).build();
        private boolean pointInTimeRecovery;
        private Optional<Input> kmsKey = Optional.empty();

        private Builder() {}

        /**
         * The function behind {@code $connect} and {@code $disconnect}. It is told the table's name, as
         * {@value ConnectionTable#TABLE_VARIABLE}, and may put and delete items, and nothing else. Default:
         * {@link ConnectionTable#HANDLER} with a {@link io.edgesocket.components.functions.LambdaFunction}'s defaults. With a
         * stack's settings: {@code settings.functions().toFunction(ConnectionTable.HANDLER)}.
         */
        public Builder handler(LambdaFunctionArgs handler) {
            this.handler = handler;
            return this;
        }

        /**
         * Whether the table can be brought back to what it was at any time of the last 35 days, which costs by its size. Who
         * is connected changes within hours, so there is seldom a use for it. Default: false.
         *
         * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html">Point-in-time
         *     recovery</a>
         */
        public Builder pointInTimeRecovery(boolean pointInTimeRecovery) {
            this.pointInTimeRecovery = pointInTimeRecovery;
            return this;
        }

        /**
         * The key that the table is encrypted with: a KMS key's ARN in the table's region. The functions that use the table
         * may then use the key. Its own policy has to let the account's roles do so, and whoever deploys. Default: DynamoDB's
         * own key, which costs nothing.
         *
         * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html">Encryption
         *     at rest</a>
         */
        public Builder kmsKey(String arn) {
            kmsKey = Optional.of(Input.now(arn));
            return this;
        }

        /** As {@link #kmsKey(String)}, of a key of this program. */
        public Builder kmsKey(Output<String> arn) {
            kmsKey = Optional.of(Input.later(arn));
            return this;
        }

        public ConnectionTableArgs build() {
            return new ConnectionTableArgs(this);
        }
    }
}

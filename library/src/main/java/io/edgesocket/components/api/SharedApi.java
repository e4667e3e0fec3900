package io.edgesocket.components.api;

import com.pulumi.core.Output;
import com.pulumi.resources.StackReference;
import java.util.Map;
import java.util.Set;

/**
 * An API as another stack sees it that adds routes to it. The owner exports {@link WebSocketApi#shared()}; the other stack
 * reads it:
 * <pre>{@code
 * ctx.export("api", api.shared());                                             // in the owner's program
 * var api = SharedApi.of(new StackReference("acme/chat/prod"), "api");         // in the guest's
 * }</pre>
 *
 * @see <a href="https://www.pulumi.com/docs/iac/concepts/stacks/#stackreferences">Stack references</a>
 */
public final class SharedApi {
    private static final String ID = "id";
    private static final String EXECUTION_ARN = "executionArn";
    private static final String STAGE = "stage";
    private static final String MANAGEMENT_ENDPOINT = "managementEndpoint";

    private final Output<String> id;
    private final Output<String> executionArn;
    private final Output<String> stageName;
    private final Output<String> managementEndpoint;

    SharedApi(
            Output<String> id,
            Output<String> executionArn,
            Output<String> stageName,
            Output<String> managementEndpoint) {
        this.id = id;
        this.executionArn = executionArn;
        this.stageName = stageName;
        this.managementEndpoint = managementEndpoint;
    }

    /**
     * The API that a stack shares. If that stack has no such output yet, the program fails before it makes anything for the
     * API, and says so.
     *
     * @param owner  the stack that has the API
     * @param output under which name it exports {@link WebSocketApi#shared()}
     */
    public static SharedApi of(StackReference owner, String output) {
        var shared = Output.tuple(owner.name(), owner.output(output))
                .applyValue(both -> Exported.of(both.t1, output, both.t2));
        return new SharedApi(
                shared.applyValue(exported -> exported.text(ID)),
                shared.applyValue(exported -> exported.text(EXECUTION_ARN)),
                shared.applyValue(exported -> exported.text(STAGE)),
                shared.applyValue(exported -> exported.text(MANAGEMENT_ENDPOINT)));
    }

    Output<String> id() {
        return id;
    }

    /** Begins the ARN of everything that is called through the API. */
    Output<String> executionArn() {
        return executionArn;
    }

    /** Begins the ARN of everything that is called through the stage. */
    Output<String> stageArn() {
        return Output.tuple(executionArn, stageName).applyValue(both -> both.t1 + "/" + both.t2);
    }

    Output<String> managementEndpoint() {
        return managementEndpoint;
    }

    /** What the owner exports: what {@link #of} reads. */
    Output<Map<String, String>> exported() {
        return Output.<String>mapBuilder()
                .put(ID, id)
                .put(EXECUTION_ARN, executionArn)
                .put(STAGE, stageName)
                .put(MANAGEMENT_ENDPOINT, managementEndpoint)
                .build();
    }

    /** What the owner exports, if it is what {@link #exported} gives. */
    private record Exported(Map<?, ?> shared) {
        private static final Set<String> PROPERTIES = Set.of(ID, EXECUTION_ARN, STAGE, MANAGEMENT_ENDPOINT);

        static Exported of(String stack, String output, Object value) {
            if (value == null) {
                throw new IllegalArgumentException("stack " + stack + " has no output \"" + output
                        + "\": its program has to export WebSocketApi.shared() by that name, and be deployed first");
            }
            if (value instanceof Map<?, ?> shared
                    && PROPERTIES.stream().allMatch(property -> shared.get(property) instanceof String)) {
                return new Exported(shared);
            }
            throw new IllegalArgumentException("output \"" + output + "\" of stack " + stack
                    + ": something else than WebSocketApi.shared(), which its program has to export by that name");
        }

        String text(String property) {
            return (String) shared.get(property);
        }
    }
}

package io.edgesocket.components.functions;

import com.pulumi.resources.ResourceArgs;
import io.edgesocket.components.Transform;
import io.edgesocket.components.UsEast1;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What an {@link EdgeFunction} is made of. Values are checked when the component is made, all at once.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html">
 *      Restrictions on Lambda@Edge</a>
 */
public final class EdgeFunctionArgs extends ResourceArgs {
    final Optional<ScriptCode> code;
    final Map<String, String> configuration;
    final Optional<String> description;
    final int memoryMb;
    final Duration timeout;
    final Optional<UsEast1> usEast1;
    public final Optional<Map<String, String>> tags;
    public final Transform transform;

    private EdgeFunctionArgs(Builder from) {
        code = from.code;
        configuration = from.configuration;
        description = from.description;
        memoryMb = from.memoryMb;
        timeout = from.timeout;
        usEast1 = from.usEast1;
        tags = from.tags;
        transform = from.transform;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with these arguments. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder {
        private Optional<ScriptCode> code = Optional.empty();
        private Map<String, String> configuration = Map.of();
        private Optional<String> description = Optional.empty();
        private int memoryMb = EdgeFunctionLimits.MEMORY_DEFAULT;
        private Duration timeout = Duration.ofSeconds(EdgeFunctionLimits.TIMEOUT_DEFAULT);
        private Optional<UsEast1> usEast1 = Optional.empty();
        private Optional<Map<String, String>> tags = Optional.empty();
        private Transform transform = Transform.NONE;

        private Builder() {}

        private Builder(EdgeFunctionArgs from) {
            code = from.code;
            configuration = from.configuration;
            description = from.description;
            memoryMb = from.memoryMb;
            timeout = from.timeout;
            usEast1 = from.usEast1;
            tags = from.tags;
            transform = from.transform;
        }

        /**
         * Runs a folder of JavaScript on {@code nodejs22.x}. This or {@link #python} is required.
         *
         * @param folder  in the project, relative to it
         * @param handler file without its ending, and exported name: {@code index.handler}
         */
        public Builder nodejs(Path folder, String handler) {
            return code(ScriptLanguage.NODEJS, folder, handler);
        }

        /**
         * Runs a folder of Python on {@code python3.13}. This or {@link #nodejs} is required.
         *
         * @param folder  in the project, relative to it
         * @param handler module and function: {@code index.handler}
         */
        public Builder python(Path folder, String handler) {
            return code(ScriptLanguage.PYTHON, folder, handler);
        }

        private Builder code(ScriptLanguage language, Path folder, String handler) {
            this.code = Optional.of(new ScriptCode(language, folder, handler));
            return this;
        }

        /**
         * Values that the handler reads from {@value EdgeFunction#CONFIGURATION_FILE}, which is packed into the root of the
         * archive, in the place of the folder's own. Lambda@Edge has no environment variables. Who may read the function's
         * code may read them: no secrets. Default: none, and nothing is packed.
         */
        public Builder configuration(Map<String, String> configuration) {
            this.configuration = Map.copyOf(configuration);
            return this;
        }

        /** Shown in the console. At most {@value LambdaLimits#DESCRIPTION_MAX} characters. Default: none. */
        public Builder description(String description) {
            this.description = Optional.of(description);
            return this;
        }

        /**
         * Memory in MB, from {@value LambdaLimits#MEMORY_MIN} to {@value LambdaLimits#MEMORY_MAX}. At viewer events
         * {@value EdgeFunctionLimits#MEMORY_BEFORE} was the most once: more makes a warning.
         * Default: {@value EdgeFunctionLimits#MEMORY_DEFAULT}.
         *
         * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html">Quotas
         *      on Lambda@Edge</a>
         */
        public Builder memoryMb(int memoryMb) {
            this.memoryMb = memoryMb;
            return this;
        }

        /**
         * How long one call may run, in whole seconds up to {@value EdgeFunctionLimits#TIMEOUT_MAX}. At viewer events
         * {@value EdgeFunctionLimits#TIMEOUT_BEFORE} was the most once: more makes a warning. A client waits for its
         * handshake as long. Default: {@value EdgeFunctionLimits#TIMEOUT_DEFAULT} seconds.
         */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /** Where Lambda@Edge is deployed, whatever the stack's own region is. Required. */
        public Builder usEast1(UsEast1 usEast1) {
            this.usEast1 = Optional.of(usEast1);
            return this;
        }

        /** Tags of the function and its role. Default: none; the distribution's, below a {@code WebSocketCdn}. */
        public Builder tags(Map<String, String> tags) {
            this.tags = Optional.of(Map.copyOf(tags));
            return this;
        }

        /** Sees and may change each resource just before it is registered. Default: {@link Transform#NONE}. */
        public Builder transform(Transform transform) {
            this.transform = transform;
            return this;
        }

        public EdgeFunctionArgs build() {
            return new EdgeFunctionArgs(this);
        }
    }
}

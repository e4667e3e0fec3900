package io.edgesocket.engine;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.context.internal.ConfigContextInternal;
import com.pulumi.context.internal.ContextInternal;
import com.pulumi.context.internal.LoggingContextInternal;
import com.pulumi.context.internal.OutputContextInternal;
import com.pulumi.core.internal.OutputFactory;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInstanceInternal;
import com.pulumi.deployment.internal.Monitor;
import com.pulumi.internal.PulumiInternal;
import com.pulumi.resources.StackOptions;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The only class that uses the SDK's internals to start a program. It gives the SDK our monitor instead of a gRPC
 * client: both take the same messages, and ours needs no socket.
 */
final class SdkProgram extends PulumiInternal {
    /** It has no name, so a program that resets logging or sets log levels can't change it. */
    private static final Logger SILENT = Logger.getAnonymousLogger();

    static {
        SILENT.setLevel(Level.OFF); // the SDK logs whole requests, secrets included
    }

    private SdkProgram(DeploymentImpl deployment, Context context) {
        super(deployment.getRunner(), (ContextInternal) context);
    }

    /** Runs the program to its end and returns its failures. */
    static List<Exception> run(
            StackConfig stack,
            StackOptions options,
            Monitor monitor,
            com.pulumi.deployment.internal.Engine engine,
            Messages messages,
            Consumer<Context> program) {
        var config =
                new DeploymentImpl.Config(ImmutableMap.copyOf(stack.values()), ImmutableSet.copyOf(stack.secretKeys()));
        var deployment = deployment(stack, config, monitor, engine, messages);
        DeploymentInstanceHolder.setInstance(new DeploymentInstanceInternal(deployment));
        try {
            var result = new SdkProgram(deployment, context(stack, options, config, deployment))
                    .runAsyncResult(program)
                    .join();
            return result.exceptions();
        } finally {
            DeploymentInstanceHolder.internalUnsafeDestroyInstance();
        }
    }

    private static DeploymentImpl deployment(
            StackConfig stack,
            DeploymentImpl.Config config,
            Monitor monitor,
            com.pulumi.deployment.internal.Engine engine,
            Messages messages) {
        var preview = false; // as in a deployment: all outputs are known, an optional one may be empty
        var state = new DeploymentImpl.DeploymentState(
                config, SILENT, "organization", stack.project(), stack.stack(), "", preview, engine, monitor);
        state.runner = new TaskRunner();
        state.logger = messages;
        return new DeploymentImpl(state);
    }

    private static Context context(
            StackConfig stack, StackOptions options, DeploymentImpl.Config config, DeploymentImpl deployment) {
        return new ContextInternal(
                "organization",
                stack.project(),
                stack.stack(),
                new LoggingContextInternal(deployment.getLog()),
                new ConfigContextInternal(stack.project(), name -> new Config(config, name)),
                new OutputContextInternal(new OutputFactory(deployment.getRunner())),
                options.resourceTransformations());
    }
}

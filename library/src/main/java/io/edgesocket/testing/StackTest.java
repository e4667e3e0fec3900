package io.edgesocket.testing;

import com.pulumi.Context;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.ResourceTransformation;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import com.pulumi.test.internal.PulumiTestInternal;
import io.edgesocket.components.PulumiRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A test of a stack's program: {@link PulumiTest} with a stack's configuration, which that has none of
 * (<a href="https://github.com/pulumi/pulumi-java/issues/1333">pulumi-java issue 1333</a>). Immutable: each setting gives
 * a changed copy.
 *
 * <pre>{@code
 * var stack = StackTest.of("prod")                          // Pulumi.prod.yaml
 *         .set("edgesocket:cdn.priceClass", "PriceClass_100")
 *         .run(App::stack);
 * }</pre>
 *
 * <p>Tests may run at the same time. Each run takes a worker of the common pool while it lasts; with JDK 25 on one or two
 * processors the pool has one worker, and the SDK would wait for itself for ever. This class asks for four, where nothing
 * did before; if the pool was already in use by then, {@link #run} says what to set.
 */
public final class StackTest {
    private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";
    private static final int COMMON_POOL_ALWAYS_USED_SINCE = 25;
    private static final Logger SILENT = PulumiRuntime.sdkLogger(StackTest.class.getName());

    static {
        SILENT.setLevel(Level.OFF); // the SDK prints a failed program's stack trace, which the exception has too
        if (System.getProperty(PARALLELISM) == null) {
            System.setProperty(PARALLELISM, "4");
        }
    }

    private final StackConfiguration configuration;
    private final Mocks mocks;
    private final boolean preview;

    private StackTest(StackConfiguration configuration, Mocks mocks, boolean preview) {
        this.configuration = configuration;
        this.mocks = mocks;
        this.preview = preview;
    }

    /**
     * A stack of the project in the working directory, which Maven and Gradle set to the project's folder.
     *
     * @param stack its name, as in {@code Pulumi.<stack>.yaml}
     * @throws IllegalArgumentException as {@link #of(Path, String)} does
     */
    public static StackTest of(String stack) {
        return of(Path.of(""), stack);
    }

    /**
     * A stack of the project in a folder: its name, and the configuration that {@code Pulumi.yaml} and
     * {@code Pulumi.<stack>.yaml} give it. A secret in them, {@code secure: …}, becomes a placeholder of 38 letters and
     * digits, another one for each key: nothing is decrypted, so no passphrase is needed. {@link #setSecret} gives a value
     * of one's own.
     *
     * @throws IllegalArgumentException if there is no such project or stack, or a file of it can't be read
     */
    public static StackTest of(Path folder, String stack) {
        return new StackTest(StackFile.read(folder, stack), new AwsMocks(), false);
    }

    /**
     * A stack without files: {@code stack} of the project {@code project}, as in Pulumi's own tests.
     *
     * @param configuration by full key, such as {@code aws:region}; objects and lists as JSON
     */
    public static StackTest withConfiguration(Map<String, String> configuration) {
        return new StackTest(StackConfiguration.of("project", "stack", configuration), new AwsMocks(), false);
    }

    /**
     * Sets a key as {@code pulumi config set --path} does, over what the file says.
     *
     * @param key   its full key, such as {@code edgesocket:protect}; within an object, the way to it with dots between, as
     *              in {@code edgesocket:stage.throttling.rate}
     * @param value a text, number or boolean, or a list or map of such
     * @throws IllegalArgumentException if the key has no namespace, or leads through what is no object
     */
    public StackTest set(String key, Object value) {
        return new StackTest(configuration.with(key, value), mocks, preview);
    }

    /** As {@link #set}, as a secret: as {@code pulumi config set --secret --path} does. */
    public StackTest setSecret(String key, String value) {
        return new StackTest(configuration.withSecret(key, value), mocks, preview);
    }

    /** Leaves a key out, with all that is below it. */
    public StackTest without(String key) {
        return new StackTest(configuration.without(key), mocks, preview);
    }

    /**
     * Takes these mocks, and nothing but what they answer. To have them completed with what AWS would answer, give
     * {@link AwsMocks#completing AwsMocks.completing(mocks)}. Default: {@link AwsMocks}.
     */
    public StackTest withMocks(Mocks mocks) {
        return new StackTest(configuration, mocks, preview);
    }

    /**
     * Runs as {@code pulumi preview}: outputs that mocks don't give aren't known, and nothing is computed from them.
     * Default: as {@code pulumi up}, where such an output is there and empty.
     */
    public StackTest preview() {
        return new StackTest(configuration, mocks, true);
    }

    /**
     * Runs the program to its end.
     *
     * @throws RuntimeException what the program threw, itself; a {@link RunException} if that was no
     *                          {@code RuntimeException}, or if the program logged an error and went on
     */
    public TestedStack run(Consumer<Context> program) {
        requireWorkers();
        var recorded = new RecordingMocks(mocks);
        var registered = new ConcurrentLinkedQueue<ResourceTransformation.Args>();
        try {
            var result = PulumiTestInternal.builder()
                    .mocks(recorded)
                    .options(options(registered))
                    .config(configuration.values(), configuration.secretKeys())
                    .standardLogger(SILENT)
                    .build()
                    .runTest(program);
            raise(result);
            return new TestedStack(result, recorded.registered(), List.copyOf(registered));
        } finally {
            PulumiTest.cleanup();
        }
    }

    /** Otherwise the test would hang, and say nothing. */
    private static void requireWorkers() {
        if (Runtime.version().feature() >= COMMON_POOL_ALWAYS_USED_SINCE
                && ForkJoinPool.commonPool().getParallelism() < 2) {
            throw new IllegalStateException(
                    "the common pool has one worker, and the Pulumi SDK needs two: run the tests with -D" + PARALLELISM
                            + "=4 (Surefire: <argLine>, Gradle: jvmArgs)");
        }
    }

    private TestOptions options(ConcurrentLinkedQueue<ResourceTransformation.Args> registered) {
        return TestOptions.builder()
                .projectName(configuration.project())
                .stackName(configuration.stack())
                .preview(preview)
                .resourceTransformations(List.of(resource -> {
                    registered.add(resource);
                    return Optional.empty();
                }))
                .build();
    }

    private static void raise(TestResult result) {
        if (!result.exceptions().isEmpty()) {
            var thrown = carried(result.exceptions().get(0));
            throw thrown instanceof RuntimeException own ? own : new RunException(thrown.getMessage(), thrown);
        }
        if (!result.errors().isEmpty()) {
            throw new RunException(String.join("\n", result.errors()));
        }
    }

    /** The program's own exception, without the future or the SDK's step that carried it. */
    private static Throwable carried(Throwable failure) {
        var carrier = failure instanceof CompletionException
                || failure instanceof ExecutionException
                || failure.getClass().getName().startsWith("com.pulumi.serialization.");
        return carrier && failure.getCause() != null ? carried(failure.getCause()) : failure;
    }
}

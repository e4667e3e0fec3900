package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.lambda.pool.Pool;
import io.edgesocket.local.lambda.pool.PoolLimits;
import io.edgesocket.local.lambda.pool.Ticker;
import io.edgesocket.local.machine.SearchPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * JavaScript as CloudFront Functions runs it: a plain script with a {@code handler(event)}, which has the language, a
 * console, {@code Buffer} and the modules {@code crypto}, {@code querystring} and {@code cloudfront}, of which the key
 * value store is played. Not played: the limits on time and memory.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html">The runtime</a>
 */
public final class CloudFrontFunction implements AutoCloseable {
    /** A script that runs longer is ended. AWS allows less than a millisecond of computing. */
    public static final Duration TIMEOUT = Duration.ofSeconds(1);

    private static final int CONCURRENCY = 10_000;

    private final TempFolder temp = new TempFolder();
    private final Pool pool;
    private final Ticker ticker;

    private CloudFrontFunction(String name, String code, Optional<JsonNode> store, FunctionLog log, Path node) {
        var command = List.of(node.toString(), runner().toString());
        var variables = new HashMap<>(
                Map.of("_HANDLER", file("function.js", code).toString(), "AWS_LAMBDA_FUNCTION_NAME", name));
        store.ifPresent(entries -> variables.put(
                "KEY_VALUE_STORE", file("store.json", entries.toString()).toString()));
        var child = new ChildProcess(command, variables, temp.folder());
        var budget = new LogBudget(name, log);
        var processors = Runtime.getRuntime().availableProcessors();
        pool = new Pool(
                new PoolLimits(TIMEOUT, CONCURRENCY, processors, PoolLimits.AHEAD),
                owner -> new ChildEnvironment(name, () -> child, temp, TIMEOUT, budget, owner),
                Pool.Reports.NONE);
        ticker = Ticker.of(List.of(pool));
    }

    /**
     * @param name  for the log
     * @param code  the script itself
     * @param store what its key value store holds, texts by key; empty if it has none
     * @throws UnplayableException if there is no Node.js here
     */
    public static CloudFrontFunction of(String name, String code, Optional<JsonNode> store, FunctionLog log) {
        return of(name, code, store, log, SearchPath.ofThisMachine());
    }

    static CloudFrontFunction of(
            String name, String code, Optional<JsonNode> store, FunctionLog log, SearchPath programs) {
        return new CloudFrontFunction(
                name,
                code,
                store,
                log,
                programs.find("node")
                        .orElseThrow(() -> new UnplayableException(
                                "CloudFront Functions need Node.js: there is no node on the PATH")));
    }

    /** Starts it ahead of the first call, without waiting. */
    public void warmUp() {
        pool.warmUp();
    }

    /**
     * Fails with a {@link FunctionFailedException} if the script does; the message is the script's own.
     *
     * @param printed takes each line that the script prints meanwhile, on any thread, before the call ends
     */
    public CompletableFuture<JsonNode> handle(JsonNode event, Consumer<String> printed) {
        return pool.invoke(event.toString().getBytes(UTF_8), printed)
                .thenApply(invocation -> invocation.answered().json());
    }

    /** Ends its processes; calls under way fail. */
    @Override
    public void close() {
        ticker.close();
        pool.close();
        temp.close();
    }

    private Path runner() {
        temp.resource("channel.mjs");
        temp.resource("cloudfront-module.mjs");
        return temp.resource("cloudfront.mjs");
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(temp.folder().resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.edgesocket.local.cloudfront;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.faults.Fault;
import io.edgesocket.local.faults.Faults;
import io.edgesocket.local.lambda.CloudFrontFunction;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.local.lambda.UnplayableException;
import io.edgesocket.local.lambda.pool.FunctionFailedException;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jetty.util.ExceptionUtil.MultiException;

/** The stack's own code at the edge: CloudFront Functions on Node.js, Lambda@Edge as the stack's Lambda functions. */
public final class StackCode implements EdgeFunctions, AutoCloseable {
    private final Map<Script, CloudFrontFunction> scripts = new HashMap<>();
    private final KeyValueStores stores;
    private final Function<String, Optional<LocalFunction>> lambdas;
    private final FunctionLog log;
    private final Faults faults;
    /** Those of the stack as it was before, until this takes its place: what stays as it was goes on. */
    private Map<Script, CloudFrontFunction> former;
    /** Those that are gone from the stack, and may still have calls under way. */
    private final Set<CloudFrontFunction> leaving;

    private final Set<String> lambdaNames = new ConcurrentSkipListSet<>();

    /** What a process is started with. */
    private record Script(String name, String code, Optional<JsonNode> store) {}

    /**
     * @param lambdas finds a Lambda function by its ARN; they stay the caller's to close
     * @param log     takes what CloudFront Functions print
     * @param faults  says when Lambda@Edge throws
     */
    public StackCode(
            PlayedStack stack, Function<String, Optional<LocalFunction>> lambdas, FunctionLog log, Faults faults) {
        this(stack, lambdas, log, faults, Map.of(), ConcurrentHashMap.newKeySet());
    }

    /** All goes well. */
    public StackCode(PlayedStack stack, Function<String, Optional<LocalFunction>> lambdas, FunctionLog log) {
        this(stack, lambdas, log, new Faults(List.of()));
    }

    private StackCode(
            PlayedStack stack,
            Function<String, Optional<LocalFunction>> lambdas,
            FunctionLog log,
            Faults faults,
            Map<Script, CloudFrontFunction> former,
            Set<CloudFrontFunction> leaving) {
        this.stores = new KeyValueStores(stack);
        this.lambdas = lambdas;
        this.log = log;
        this.faults = faults;
        this.former = former;
        this.leaving = leaving;
    }

    /** That of the stack after a change; it is to be taken or discarded. */
    public StackCode next(PlayedStack stack, Function<String, Optional<LocalFunction>> nextLambdas) {
        return new StackCode(stack, nextLambdas, log, faults, Map.copyOf(scripts), leaving);
    }

    /** It is called from now on. What it doesn't have of the former ends when its last call could have ended. */
    public void take() {
        without(former, scripts).forEach(this::leave);
        former = Map.of();
    }

    /** It is called never. */
    public void discard() {
        without(scripts, former).forEach(CloudFrontFunction::close);
    }

    private static Stream<CloudFrontFunction> without(
            Map<Script, CloudFrontFunction> functions, Map<Script, CloudFrontFunction> others) {
        return functions.entrySet().stream()
                .filter(each -> !others.containsKey(each.getKey()))
                .map(Map.Entry::getValue);
    }

    private void leave(CloudFrontFunction function) {
        leaving.add(function);
        CompletableFuture.delayedExecutor(2 * CloudFrontFunction.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    function.close();
                    leaving.remove(function);
                });
    }

    /** The Lambda functions that are at the edge, by their names in the program. */
    public List<String> lambdaNames() {
        return List.copyOf(lambdaNames);
    }

    @Override
    public Code code(PlayedResource function) {
        return function.type().startsWith("aws:cloudfront/") ? ofCloudFront(function) : ofLambda(function);
    }

    private Code ofCloudFront(PlayedResource function) {
        try {
            var associated = function.inputs().path("keyValueStoreAssociations");
            var store = associated.isEmpty()
                    ? Optional.<JsonNode>empty()
                    : stores.read(associated.path(0).asText());
            if (store.isEmpty() && !associated.isEmpty()) {
                return new CannotRun("its key value store is not of this stack");
            }
            return (Runner) running(new Script(function.name(), function.text("code"), store))::handle;
        } catch (UnplayableException missing) {
            return new CannotRun(missing.getMessage());
        }
    }

    private CloudFrontFunction running(Script script) {
        var same = Optional.ofNullable(scripts.get(script)).or(() -> Optional.ofNullable(former.get(script)));
        var function = same.orElseGet(() -> started(script));
        scripts.put(script, function);
        return function;
    }

    private CloudFrontFunction started(Script script) {
        var function = CloudFrontFunction.of(script.name(), script.code(), script.store(), log);
        function.warmUp();
        return function;
    }

    private Code ofLambda(PlayedResource function) {
        var lambda = lambdas.apply(function.word("arn"));
        var missing = lambda.flatMap(LocalFunction::unplayable);
        lambda.map(LocalFunction::name).ifPresent(lambdaNames::add);
        return lambda.isEmpty() || missing.isPresent()
                ? new CannotRun(missing.orElse("it is no function that is played"))
                : (Runner) (event, printed) -> faults.take(
                                Fault.Kind.EDGE_THROWS, lambda.get().name())
                        .map(StackCode::thrown)
                        .orElseGet(() -> lambda.get()
                                .invoke(event.toString().getBytes(UTF_8), printed)
                                .thenApply(invocation -> invocation.answered().json()));
    }

    private static CompletableFuture<JsonNode> thrown(Fault fault) {
        return CompletableFuture.failedFuture(new FunctionFailedException("the fault " + fault + " is set"));
    }

    /** Ends the CloudFront Functions. */
    @Override
    public void close() {
        var failures = new MultiException();
        Stream.concat(scripts.values().stream(), leaving.stream())
                .forEach(function -> failures.callAndCatch(function::close));
        failures.ifExceptionThrowRuntime();
    }
}

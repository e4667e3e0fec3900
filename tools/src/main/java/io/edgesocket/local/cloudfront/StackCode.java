package io.edgesocket.local.cloudfront;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.lambda.CloudFrontFunction;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.local.lambda.Functions;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.local.lambda.UnplayableException;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.util.ExceptionUtil.MultiException;

/** The stack's own code at the edge: CloudFront Functions on Node.js, Lambda@Edge as the stack's Lambda functions. */
public final class StackCode implements EdgeFunctions, AutoCloseable {
    private final List<CloudFrontFunction> started = new CopyOnWriteArrayList<>();
    private final KeyValueStores stores;
    private final Functions lambdas;
    private final FunctionLog log;

    /**
     * @param lambdas the stack's Lambda functions; they stay the caller's to close
     * @param log     takes what CloudFront Functions print
     */
    public StackCode(PlayedStack stack, Functions lambdas, FunctionLog log) {
        this.stores = new KeyValueStores(stack);
        this.lambdas = lambdas;
        this.log = log;
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
            var code = CloudFrontFunction.of(function.name(), function.text("code"), store, log);
            started.add(code);
            code.warmUp();
            return (Runner) code::handle;
        } catch (UnplayableException missing) {
            return new CannotRun(missing.getMessage());
        }
    }

    private Code ofLambda(PlayedResource function) {
        var lambda = lambdas.byArn(function.word("arn"));
        var missing = lambda.flatMap(LocalFunction::unplayable);
        return lambda.isEmpty() || missing.isPresent()
                ? new CannotRun(missing.orElse("it is no function that is played"))
                : (Runner) event -> lambda.get()
                        .invoke(event.toString().getBytes(UTF_8))
                        .thenApply(invocation -> invocation.answered().json());
    }

    /** Ends the CloudFront Functions. */
    @Override
    public void close() {
        var failures = new MultiException();
        started.forEach(function -> failures.callAndCatch(function::close));
        failures.ifExceptionThrowRuntime();
    }
}

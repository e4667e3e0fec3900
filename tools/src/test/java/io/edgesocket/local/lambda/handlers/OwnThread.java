package io.edgesocket.local.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Counts its calls by thread. */
public final class OwnThread implements RequestHandler<Object, Integer> {
    private static final ThreadLocal<Integer> CALLS = ThreadLocal.withInitial(() -> 0);

    @Override
    public Integer handleRequest(Object event, Context context) {
        CALLS.set(CALLS.get() + 1);
        return CALLS.get();
    }
}

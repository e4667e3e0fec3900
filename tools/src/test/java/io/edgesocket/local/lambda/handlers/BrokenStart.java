package io.edgesocket.local.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Can't be made. */
public final class BrokenStart implements RequestHandler<Object, Object> {
    public BrokenStart() {
        throw new IllegalStateException("TABLE is not set");
    }

    @Override
    public Object handleRequest(Object event, Context context) {
        return event;
    }
}

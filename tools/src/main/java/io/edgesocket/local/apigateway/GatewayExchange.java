package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.ConnectAnswer.Refused;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Ids;
import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request at the gateway's own port, and the means to answer it, whatever happens. */
record GatewayExchange(Request request, Response response, Callback callback, Services services) {

    /** Does a step, on whichever thread it is. If it fails, the client gets an answer all the same. */
    void attempt(Runnable step) {
        try {
            step.run();
        } catch (Throwable mistake) { // every error: nobody else would answer
            fail(mistake);
        }
    }

    void send(Refused answer) {
        response.setStatus(answer.status());
        answer.headers().forEach(header -> response.getHeaders().add(header.name(), header.value()));
        response.write(true, ByteBuffer.wrap(answer.bytes()), callback);
    }

    void refuse(GatewayErrorException denied) {
        var requestId = Ids.next();
        denied.tell(trace(requestId));
        send(Handshake.refusal(denied, requestId));
    }

    private void fail(Throwable mistake) {
        var error = GatewayError.BAD_INTEGRATION;
        var requestId = Ids.next();
        trace(requestId).refused(Step.ANSWER, () -> Refusal.ofMistake(error.status(), mistake));
        if (response.isCommitted()) {
            callback.failed(mistake);
        } else {
            response.reset();
            send(Handshake.refusal(new GatewayErrorException(error, ""), requestId));
        }
    }

    private Trace trace(String requestId) {
        return new Trace(services.journal(), services.clock(), requestId);
    }
}

package io.edgesocket.cli.rehearsal;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/** Answers with the message. */
public final class EchoHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        var body = event.get("body"); // there is none when somebody connects
        return body == null ? Map.of("statusCode", 200) : Map.of("statusCode", 200, "body", body);
    }
}

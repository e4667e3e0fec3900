package io.edgesocket.local.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Tells what it sees around it. */
public final class Surroundings implements RequestHandler<Map<String, String>, Map<String, String>> {
    private static final UnaryOperator<String> BY_REFERENCE = System::getenv;

    @Override
    public Map<String, String> handleRequest(Map<String, String> event, Context context) {
        context.getLogger().log("called");
        var seen = new TreeMap<String, String>();
        seen.put("getenv", String.valueOf(System.getenv("GREETING")));
        seen.put("all", String.valueOf(System.getenv().get("GREETING")));
        seen.put("byReference", String.valueOf(BY_REFERENCE.apply("GREETING")));
        seen.put("path", String.valueOf(System.getenv("PATH")));
        seen.put("function", context.getFunctionName());
        seen.put("memory", String.valueOf(context.getMemoryLimitInMB()));
        seen.put("inTime", String.valueOf(context.getRemainingTimeInMillis() > 0));
        seen.put("requestId", context.getAwsRequestId());
        seen.put("resource", String.valueOf(getClass().getResource("Surroundings.class")));
        seen.put("tool", String.valueOf(classThere("io.edgesocket.local.lambda.Functions")));
        seen.put("jackson", String.valueOf(classThere("com.fasterxml.jackson.databind.ObjectMapper")));
        return seen;
    }

    private static boolean classThere(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}

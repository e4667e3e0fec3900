package io.edgesocket.local.lambda;

import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The regions of a stack's functions, read from the ARNs under which other resources name them. */
record FunctionRegions(Map<String, String> byWord) {
    private static final Pattern ARN = Pattern.compile("arn:aws:lambda:([a-z0-9-]+):\\d*:(\\w+)");
    /** For a function that no other resource names: nothing calls it. */
    private static final String DEFAULT = "us-east-1";

    static FunctionRegions of(PlayedStack stack) {
        var regions = new HashMap<String, String>();
        stack.resources()
                .forEach(resource -> ARN.matcher(resource.inputs().toString())
                        .results()
                        .forEach(arn -> regions.put(arn.group(2), arn.group(1))));
        return new FunctionRegions(regions);
    }

    String of(PlayedResource function) {
        return byWord.getOrDefault(function.word("arn"), DEFAULT);
    }
}

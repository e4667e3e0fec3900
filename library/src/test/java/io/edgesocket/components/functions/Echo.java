package io.edgesocket.components.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.net.URI;
import java.nio.file.Path;

/** A handler to register functions with. */
public final class Echo implements RequestHandler<String, String> {
    public static final String NAME = Echo.class.getName();

    @Override
    public String handleRequest(String input, Context context) {
        return input;
    }

    /** As the build of the tests made it. */
    public static FunctionCode code() {
        var classes = Echo.class.getProtectionDomain().getCodeSource().getLocation();
        return FunctionCode.java(
                NAME, Path.of("").toAbsolutePath().relativize(Path.of(URI.create(classes.toString()))));
    }
}

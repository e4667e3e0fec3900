package io.edgesocket.components;

import static io.edgesocket.components.CloudFrontLimits.FUNCTION_CODE_BYTES_MAX;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A CloudFront Function, at a viewer event. */
final class FunctionAttachment extends EdgeAttachment {
    private final String property;
    private final String shown;
    private final Code code;

    /** What may fail to be read. */
    @FunctionalInterface
    interface Code {
        String read() throws IOException;
    }

    /** @param shown where the code comes from, for messages */
    FunctionAttachment(EdgeEvent event, String shown, Code code) {
        this(event, event.property() + ".code", shown, code);
    }

    private FunctionAttachment(EdgeEvent event, String property, String shown, Code code) {
        super(event);
        this.property = property;
        this.shown = shown;
        this.code = code;
    }

    /** The one that takes the prefixes of these paths off. */
    static FunctionAttachment of(PathOrigins paths) {
        return new FunctionAttachment(EdgeEvent.VIEWER_REQUEST, "paths", "the function that takes their prefixes off",
                () -> PathFunction.code(paths));
    }

    boolean isViewerRequest() {
        return event() == EdgeEvent.VIEWER_REQUEST;
    }

    String code() {
        try {
            return code.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void check(Problems problems) {
        problems.unless(event().isViewer(), event().property(), "a CloudFront Function",
                "at an origin event CloudFront runs Lambda@Edge only");
        try {
            checkCode(problems, code.read());
        } catch (CharacterCodingException e) {
            problems.add(property, shown + " is not UTF-8", "a text file of JavaScript");
        } catch (IOException e) {
            problems.add(property, shown + " can't be read",
                    "a file of JavaScript; a relative path starts at the project's folder");
        }
    }

    private void checkCode(Problems problems, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8).length;
        problems.unless(!text.isBlank(), property, shown + " is empty", "JavaScript with a function named handler");
        problems.unless(bytes <= FUNCTION_CODE_BYTES_MAX, property, shown + " is " + bytes + " bytes",
                "at most " + FUNCTION_CODE_BYTES_MAX);
    }
}

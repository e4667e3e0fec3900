package io.edgesocket.components.cdn;

import com.pulumi.core.Output;
import io.edgesocket.components.functions.EdgeFunction;
import io.edgesocket.components.functions.EdgeFunctionArgs;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Code that CloudFront runs on every handshake, at one {@link EdgeEvent}. Frames never reach it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html">
 *      Restrictions on all edge functions</a>
 */
public abstract sealed class EdgeAttachment permits CloudFrontFunctionCode, NewEdgeFunction, ExistingEdgeFunction {
    private final EdgeEvent event;

    EdgeAttachment(EdgeEvent event) {
        this.event = event;
    }

    /**
     * A CloudFront Function of this file, for runtime {@code cloudfront-js-2.0}.
     *
     * @param event a viewer event
     * @param code  a file of at most {@value CloudFrontLimits#FUNCTION_CODE_BYTES_MAX} bytes; a relative path starts at
     *              the folder that the program runs in, which is the project's
     */
    public static EdgeAttachment function(EdgeEvent event, Path code) {
        return new CloudFrontFunctionCode(event, code.toString(), () -> Files.readString(code), Optional.empty());
    }

    /**
     * As {@link #function(EdgeEvent, Path)}, with a key value store, which the code reads with {@code cf.kvs()}.
     *
     * @param entries what it holds by key: keys of at most {@value CloudFrontLimits#STORE_KEY_BYTES_MAX} bytes, values of
     *                at most {@value CloudFrontLimits#STORE_VALUE_BYTES_MAX}. Other entries of the store are removed; if none
     *                are given here, the store is left as it is, for others to fill
     */
    public static EdgeAttachment function(EdgeEvent event, Path code, Map<String, String> entries) {
        return new CloudFrontFunctionCode(
                event, code.toString(), () -> Files.readString(code), Optional.of(new KeyValueEntries(entries)));
    }

    /** As {@link #function(EdgeEvent, Path)}, of this text. */
    public static EdgeAttachment inlineFunction(EdgeEvent event, String code) {
        return new CloudFrontFunctionCode(event, "inline code", () -> code, Optional.empty());
    }

    /** As {@link #function(EdgeEvent, Path, Map)}, of this text. */
    public static EdgeAttachment inlineFunction(EdgeEvent event, String code, Map<String, String> entries) {
        return new CloudFrontFunctionCode(event, "inline code", () -> code, Optional.of(new KeyValueEntries(entries)));
    }

    /**
     * A Lambda@Edge function that the distribution makes, as an {@link EdgeFunction} below it. It does not get the
     * request's body: a handshake has none.
     */
    public static EdgeAttachment lambda(EdgeEvent event, EdgeFunctionArgs function) {
        return new NewEdgeFunction(event, function);
    }

    /**
     * A version of a Lambda@Edge function that exists. It does not get the request's body: a handshake has none.
     *
     * @param versionArn a numbered version in us-east-1, such as
     *                   {@code arn:aws:lambda:us-east-1:123456789012:function:guard:3}
     */
    public static EdgeAttachment lambda(EdgeEvent event, String versionArn) {
        return new ExistingEdgeFunction(event, Input.now(versionArn));
    }

    /** As {@link #lambda(EdgeEvent, String)}, of a function that the same program deploys. It can't be checked. */
    public static EdgeAttachment lambda(EdgeEvent event, Output<String> versionArn) {
        return new ExistingEdgeFunction(event, Input.later(versionArn));
    }

    EdgeEvent event() {
        return event;
    }

    abstract void check(Problems problems);
}

package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.FUNCTION_CODE_BYTES_MAX;

import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** A CloudFront Function, at a viewer event. */
final class CloudFrontFunctionCode extends EdgeAttachment {
    private static final Pattern HANDLER = Pattern.compile("\\bhandler\\s*[(=]");
    private static final Pattern READS_STORE = Pattern.compile("\\.kvs\\s*\\(");

    private final Property property;
    private final String shown;
    private final Code code;
    private final Optional<KeyValueEntries> store;
    private final PathOrigins paths;

    /** What may fail to be read. */
    @FunctionalInterface
    interface Code {
        String read() throws IOException;
    }

    /** @param shown where the code comes from, for messages */
    CloudFrontFunctionCode(EdgeEvent event, String shown, Code code, Optional<KeyValueEntries> store) {
        this(event, event.property().then("code"), shown, code, store, PathOrigins.NONE);
    }

    private CloudFrontFunctionCode(
            EdgeEvent event,
            Property property,
            String shown,
            Code code,
            Optional<KeyValueEntries> store,
            PathOrigins paths) {
        super(event);
        this.property = property;
        this.shown = shown;
        this.code = code;
        this.store = store;
        this.paths = paths;
    }

    /** The one that takes the prefixes of these paths off. */
    static CloudFrontFunctionCode of(PathOrigins paths) {
        return new CloudFrontFunctionCode(
                EdgeEvent.VIEWER_REQUEST,
                Property.of("paths"),
                "the function that takes their prefixes off",
                () -> PathFunction.code(paths),
                Optional.empty(),
                PathOrigins.NONE);
    }

    /** This one, and after it what takes the prefixes of these paths off. */
    CloudFrontFunctionCode before(PathOrigins paths) {
        return new CloudFrontFunctionCode(event(), property, shown, code, store, paths);
    }

    boolean isViewerRequest() {
        return event() == EdgeEvent.VIEWER_REQUEST;
    }

    /** What the key value store holds that the function reads, if it has one. */
    Optional<KeyValueEntries> store() {
        return store;
    }

    String code() {
        try {
            return deployed(code.read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String deployed(String own) {
        return paths.areAny() ? PathFunction.codeAfter(own, paths) : own;
    }

    @Override
    void check(Problems problems) {
        problems.unless(
                event().isViewer(),
                event().property(),
                "a CloudFront Function",
                "at an origin event CloudFront runs Lambda@Edge only");
        try {
            checkCode(problems, code.read());
        } catch (CharacterCodingException e) {
            problems.add(property, shown + " is not UTF-8", "a text file of JavaScript");
        } catch (IOException e) {
            problems.add(
                    property,
                    shown + " can't be read",
                    "a file of JavaScript; a relative path starts at the project's folder");
        }
        store.ifPresent(entries -> entries.check(problems, event().property().then("keyValueStore", "entries")));
    }

    private void checkCode(Problems problems, String own) {
        if (own.isBlank()) {
            problems.add(property, shown + " is empty", "JavaScript with a function named handler");
            return;
        }
        problems.unless(
                HANDLER.matcher(own).find(),
                property,
                shown + " has no handler",
                "JavaScript with a function named handler");
        problems.unless(
                store.isPresent() || !READS_STORE.matcher(own).find(),
                property,
                shown + " reads a key value store and has none",
                "give it a keyValueStore: cf.kvs() fails without one");
        var bytes = bytes(own);
        var all = bytes(deployed(own));
        problems.unless(
                all <= FUNCTION_CODE_BYTES_MAX,
                property,
                shown + " is " + bytes + " bytes"
                        + (paths.areAny() ? ", and what takes the prefixes of paths off is " + (all - bytes) : ""),
                "at most " + FUNCTION_CODE_BYTES_MAX + (paths.areAny() ? " together" : ""));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

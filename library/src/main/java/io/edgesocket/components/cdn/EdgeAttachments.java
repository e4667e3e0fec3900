package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.FUNCTION_NAME_MAX;

import io.edgesocket.components.functions.EdgeFunctionArgs;
import io.edgesocket.components.internal.Problems;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All the code of one distribution: what the user attached, and the function that paths need. */
record EdgeAttachments(List<EdgeAttachment> attached, PathOrigins paths) {
    private static final Pattern FUNCTION_NAME = Pattern.compile("[A-Za-z0-9_-]+");
    /** A hyphen and seven characters that Pulumi adds to a name, so that it is the only one in the account. */
    private static final int AUTO_NAMING_LENGTH = 8;

    /** At viewer-request, where paths need one, the user's own comes first and is one with it. */
    List<CloudFrontFunctionCode> functions() {
        var own = only(CloudFrontFunctionCode.class)
                .map(function -> function.isViewerRequest() ? function.before(paths) : function)
                .toList();
        return !paths.areAny() || own.stream().anyMatch(CloudFrontFunctionCode::isViewerRequest)
                ? own
                : Stream.concat(Stream.of(CloudFrontFunctionCode.of(paths)), own.stream())
                        .toList();
    }

    /** Those that exist already. */
    List<ExistingEdgeFunction> existing() {
        return only(ExistingEdgeFunction.class).toList();
    }

    /** Those that the distribution makes. */
    List<NewEdgeFunction> built() {
        return only(NewEdgeFunction.class).toList();
    }

    private List<EdgeAttachment> lambdas() {
        return attached.stream()
                .filter(attachment -> !(attachment instanceof CloudFrontFunctionCode))
                .toList();
    }

    /** What is allowed, but may not work everywhere. */
    List<String> warnings() {
        return built().stream()
                .flatMap(lambda ->
                        lambda.warnings().stream().map(text -> lambda.event().property() + ": " + text))
                .toList();
    }

    /** Whether code runs after the policies did: it may send whatever the origin asks for. */
    boolean changesOriginRequest() {
        return lambdas().stream().anyMatch(lambda -> lambda.event() == EdgeEvent.ORIGIN_REQUEST);
    }

    /** @param component the component's name: its functions are named after it */
    void check(Problems problems, String component) {
        checkOnePerEvent(problems);
        checkNotMixed(problems);
        Stream.concat(functions().stream(), lambdas().stream()).forEach(attachment -> attachment.check(problems));
        functions()
                .forEach(function -> checkName(
                        problems,
                        "CloudFront Function",
                        component + "-" + function.event().value()));
        functions().stream()
                .filter(function -> function.store().isPresent())
                .forEach(function -> checkName(
                        problems,
                        "key value store",
                        component + "-" + function.event().value() + EdgeCode.STORE_SUFFIX));
        built().forEach(lambda -> EdgeFunctionArgs.checkName(
                problems, component + "-" + lambda.event().value()));
    }

    private void checkOnePerEvent(Problems problems) {
        var seen = EnumSet.noneOf(EdgeEvent.class);
        for (var attachment : attached) {
            problems.unless(
                    seen.add(attachment.event()),
                    attachment.event().property(),
                    "more than one attachment",
                    "one for each event");
        }
    }

    private void checkNotMixed(Problems problems) {
        if (functions().isEmpty()) {
            return;
        }
        lambdas().stream()
                .map(EdgeAttachment::event)
                .filter(EdgeEvent::isViewer)
                .forEach(event -> problems.add(
                        event.property(),
                        "a Lambda@Edge beside a CloudFront Function" + (paths.areAny() ? ", which paths need" : ""),
                        "CloudFront takes one kind at viewer events: attach the Lambda@Edge to an origin event"));
    }

    /** Checks what Pulumi makes a name in AWS of. */
    static void checkName(Problems problems, String what, String name) {
        var max = FUNCTION_NAME_MAX - AUTO_NAMING_LENGTH;
        problems.unless(
                FUNCTION_NAME.matcher(name).matches() && name.length() <= max,
                "name",
                "a " + what + " would be named \"" + name + "\"",
                "at most " + max + " letters, digits, _ and -: name the component differently");
    }

    private <A extends EdgeAttachment> Stream<A> only(Class<A> kind) {
        return attached.stream().filter(kind::isInstance).map(kind::cast);
    }
}

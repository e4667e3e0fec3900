package io.edgesocket.components;

import static io.edgesocket.components.CloudFrontLimits.FUNCTION_NAME_MAX;

import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All the code of one distribution: what the user attached, and the function that paths need. */
record EdgeAttachments(List<EdgeAttachment> attached, PathOrigins paths) {
    private static final Pattern FUNCTION_NAME = Pattern.compile("[A-Za-z0-9_-]+");
    /** A hyphen and seven characters that Pulumi adds to a name, so that it is the only one in the account. */
    private static final int AUTO_NAMING_LENGTH = 8;

    List<FunctionAttachment> functions() {
        var generated = paths.areAny() ? Stream.of(FunctionAttachment.of(paths)) : Stream.<FunctionAttachment>empty();
        return Stream.concat(generated, only(FunctionAttachment.class)).toList();
    }

    List<LambdaAttachment> lambdas() {
        return only(LambdaAttachment.class).toList();
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
        functions().forEach(function -> checkName(problems, component + "-" + function.event().value()));
    }

    private void checkOnePerEvent(Problems problems) {
        var seen = EnumSet.noneOf(EdgeEvent.class);
        for (var attachment : attached) {
            problems.unless(seen.add(attachment.event()), attachment.event().property(), "more than one attachment",
                    "one for each event");
        }
        var taken = paths.areAny() && only(FunctionAttachment.class).anyMatch(FunctionAttachment::isViewerRequest);
        problems.unless(!taken, EdgeEvent.VIEWER_REQUEST.property(), "a CloudFront Function together with paths",
                "paths have a function of their own there, and an event takes one: attach a Lambda@Edge to "
                        + EdgeEvent.ORIGIN_REQUEST.property() + " instead, or leave the paths out");
    }

    private void checkNotMixed(Problems problems) {
        if (functions().isEmpty()) {
            return;
        }
        lambdas().stream().map(EdgeAttachment::event).filter(EdgeEvent::isViewer).forEach(event ->
                problems.add(event.property(), "a Lambda@Edge beside a CloudFront Function"
                                + (paths.areAny() ? ", which paths need" : ""),
                        "CloudFront takes one kind at viewer events: attach the Lambda@Edge to an origin event"));
    }

    private static void checkName(Problems problems, String function) {
        var max = FUNCTION_NAME_MAX - AUTO_NAMING_LENGTH;
        problems.unless(FUNCTION_NAME.matcher(function).matches() && function.length() <= max, "name",
                "a CloudFront Function would be named \"" + function + "\"",
                "at most " + max + " letters, digits, _ and -: name the component differently");
    }

    private <A extends EdgeAttachment> Stream<A> only(Class<A> kind) {
        return attached.stream().filter(kind::isInstance).map(kind::cast);
    }
}

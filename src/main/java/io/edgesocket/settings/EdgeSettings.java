package io.edgesocket.settings;

import static io.edgesocket.settings.Field.optional;
import static io.edgesocket.settings.GroupShape.group;

import io.edgesocket.components.EdgeAttachment;
import io.edgesocket.components.EdgeEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Code that CloudFront runs, one piece for each event type.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html">CloudFront:
 *     restrictions on edge functions</a>
 */
public record EdgeSettings(
        Optional<ViewerCode> viewerRequest,
        Optional<ViewerCode> viewerResponse,
        Optional<OriginCode> originRequest,
        Optional<OriginCode> originResponse) implements Checked {

    static final GroupShape SHAPE = group(EdgeSettings.class,
            optional("viewerRequest", ViewerCode.SHAPE, "Runs when a handshake arrives."),
            optional("viewerResponse", ViewerCode.SHAPE, "Runs before a handshake is answered."),
            optional("originRequest", OriginCode.SHAPE, "Runs before a handshake goes to the origin."),
            optional("originResponse", OriginCode.SHAPE, "Runs when the origin has answered."));

    /** What the distribution attaches. */
    public List<EdgeAttachment> attachments() {
        return Stream.of(
                        viewerRequest.map(code -> code.at(EdgeEvent.VIEWER_REQUEST)),
                        viewerResponse.map(code -> code.at(EdgeEvent.VIEWER_RESPONSE)),
                        originRequest.map(code -> code.at(EdgeEvent.ORIGIN_REQUEST)),
                        originResponse.map(code -> code.at(EdgeEvent.ORIGIN_RESPONSE)))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void check(Place place) {
        refuseBeside(viewerRequest, viewerResponse, place.key("viewerRequest"));
        refuseBeside(viewerResponse, viewerRequest, place.key("viewerResponse"));
    }

    /** Paths have a CloudFront Function of their own at viewer-request. */
    void checkBesidePaths(Place place) {
        if (viewerRequest.isPresent()) {
            place.key("viewerRequest").add("given together with edgesocket:paths",
                    "paths have code of their own there: use originRequest, or leave the paths out");
        }
        if (viewerResponse.flatMap(ViewerCode::functionArn).isPresent()) {
            place.key("viewerResponse").key("functionArn").add("a Lambda@Edge function",
                    "can't run where edgesocket:paths have a CloudFront Function: use code, or leave the paths out");
        }
    }

    private static void refuseBeside(Optional<ViewerCode> one, Optional<ViewerCode> other, Place place) {
        if (one.flatMap(ViewerCode::functionArn).isPresent() && other.flatMap(ViewerCode::code).isPresent()) {
            place.key("functionArn").add("a Lambda@Edge function",
                    "can't run where the other viewer event has a CloudFront Function: use the same kind for both");
        }
    }
}

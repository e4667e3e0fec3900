package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.GroupShape.group;

import io.edgesocket.components.UsEast1;
import io.edgesocket.components.cdn.EdgeAttachment;
import io.edgesocket.components.cdn.EdgeEvent;
import io.edgesocket.settings.schema.GroupShape;
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
        Optional<OriginCode> originResponse,
        Optional<String> role) {

    static final GroupShape SHAPE = group(
            EdgeSettings.class,
            optional("viewerRequest", ViewerCode.SHAPE, "Runs when a handshake arrives."),
            optional("viewerResponse", ViewerCode.SHAPE, "Runs before a handshake is answered."),
            optional("originRequest", OriginCode.SHAPE, "Runs before a handshake goes to the origin."),
            optional("originResponse", OriginCode.SHAPE, "Runs when the origin has answered."),
            optional(
                    "role",
                    CompanySettings.ROLE,
                    "A role that exists, which all Lambda@Edge functions of the stack have instead of one each."));

    /** What the distribution attaches. */
    public List<EdgeAttachment> attachments(UsEast1 usEast1) {
        return Stream.of(
                        viewerRequest.flatMap(code -> code.at(EdgeEvent.VIEWER_REQUEST, usEast1, role)),
                        viewerResponse.flatMap(code -> code.at(EdgeEvent.VIEWER_RESPONSE, usEast1, role)),
                        originRequest.flatMap(code -> code.at(EdgeEvent.ORIGIN_REQUEST, usEast1, role)),
                        originResponse.flatMap(code -> code.at(EdgeEvent.ORIGIN_RESPONSE, usEast1, role)))
                .flatMap(Optional::stream)
                .toList();
    }
}

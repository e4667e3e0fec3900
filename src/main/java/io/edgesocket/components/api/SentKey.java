package io.edgesocket.components.api;

import com.pulumi.resources.Resource;
import io.edgesocket.components.cdn.OriginHeader;
import java.util.List;

/**
 * The key that CloudFront sends to an API.
 *
 * @param accepted what must be there before: a key that the API doesn't know yet would keep everybody out
 */
public record SentKey(OriginHeader header, List<Resource> accepted) {}

package io.edgesocket.components.authorization;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.List;

/**
 * The key that CloudFront sends to an API.
 *
 * @param header   the header in which it is sent
 * @param key      a secret
 * @param accepted what must be there before: a key that the API doesn't know yet would keep everybody out
 */
public record OriginCredential(String header, Output<String> key, List<Resource> accepted) {}

package io.edgesocket.local.cloudfront;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What is answered to a viewer without TLS. A connection to localhost counts as one with TLS. To see the answer to a
 * viewer without TLS, send {@code X-Forwarded-Proto: http}: CloudFront ignores this header and forwards it to no
 * origin.
 */
enum ViewerProtocolPolicy {
    ALLOW_ALL {
        @Override
        Optional<Answer> refusal(EdgeRequest request) {
            return Optional.empty();
        }
    },
    REDIRECT_TO_HTTPS {
        @Override
        Optional<Answer> refusal(EdgeRequest request) {
            return isPlain(request) ? Optional.of(redirect(request)) : Optional.empty();
        }
    },
    HTTPS_ONLY {
        @Override
        Optional<Answer> refusal(EdgeRequest request) {
            return isPlain(request)
                    ? Optional.of(CloudFrontPage.of(request.viewer(), 403, "Bad request."))
                    : Optional.empty();
        }
    };

    /** Empty for a word that AWS doesn't know. */
    static Optional<ViewerProtocolPolicy> of(String word) {
        return Arrays.stream(values())
                .filter(policy -> policy.word().equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ViewerProtocolPolicy::word).toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    abstract Optional<Answer> refusal(EdgeRequest request);

    private static boolean isPlain(EdgeRequest request) {
        return "http".equalsIgnoreCase(request.headers().get(HttpHeader.X_FORWARDED_PROTO));
    }

    private static Answer redirect(EdgeRequest request) {
        var location = "https://" + request.headers().get(HttpHeader.HOST) + request.target();
        return CloudFrontPage.of(
                request.viewer(),
                isRead(request) ? 301 : 307,
                "The address has moved to " + location,
                HttpFields.build().put(HttpHeader.LOCATION, location));
    }

    private static boolean isRead(EdgeRequest request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }
}

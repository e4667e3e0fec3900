package io.edgesocket.settings;

import static io.edgesocket.settings.QueryStringsShape.allNoneOrNames;
import static io.edgesocket.settings.schema.Alternatives.atMostOne;
import static io.edgesocket.settings.schema.ChoiceShape.oneOf;
import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.FlagShape.flag;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.ListShape.listOf;
import static io.edgesocket.settings.schema.QuantityShape.seconds;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.UsEast1;
import io.edgesocket.components.cdn.CloudFrontLimits;
import io.edgesocket.components.cdn.HttpVersion;
import io.edgesocket.components.cdn.PriceClass;
import io.edgesocket.components.cdn.QueryStrings;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.TextShape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The CloudFront distribution.
 *
 * @see <a href="https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html">CloudFront:
 *     DistributionConfig</a>
 */
public record CdnSettings(
        Optional<String> comment,
        PriceClass priceClass,
        HttpVersion httpVersion,
        boolean ipv6,
        List<String> headers,
        QueryStrings queryStrings,
        Optional<String> webAclArn,
        Optional<WebAclSettings> webAcl,
        Optional<CdnLogSettings> logging,
        Duration readTimeout,
        Duration keepAlive) {

    private static final TextShape HEADER = text(
            CloudFrontLimits.FORWARDED_HEADER,
            "a header name, other than Host (API Gateway refuses a viewer's), Authorization and Accept-Encoding "
                    + "(CloudFront refuses them), Cookie (never forwarded), Connection, Upgrade, Content-Length, "
                    + "Transfer-Encoding and X-Amz-Cf-… (CloudFront writes them), Expect, TE, Trailer, X-Real-IP, "
                    + "X-Forwarded-Proto, Proxy-… and X-Edge-… (CloudFront removes them) and Sec-WebSocket-… (forwarded "
                    + "always)");
    private static final TextShape WEB_ACL = text(
            CloudFrontLimits.WEB_ACL_ARN,
            "the ARN of a WAFv2 web ACL for CloudFront: arn:aws:wafv2:us-east-1:123456789012:global/webacl/NAME/ID");

    static final GroupShape SHAPE = group(
                    CdnSettings.class,
                    optional(
                            "comment",
                            text("[^\\u0000-\\u001f]*", "one line of text", CloudFrontLimits.COMMENT_MAX),
                            "Shown in the console. Without it, the component's name."),
                    key(
                                    "priceClass",
                                    oneOf(PriceClass.values(), PriceClass::value),
                                    "Which of CloudFront's locations serve: 100 is North America and Europe, All is everywhere.")
                            .or(PriceClass.ALL.value()),
                    key(
                                    "httpVersion",
                                    oneOf(HttpVersion.values(), HttpVersion::value),
                                    "What viewers may speak to the distribution. A WebSocket itself is HTTP/1.1 always.")
                            .or(HttpVersion.HTTP2_AND_3.value()),
                    key("ipv6", flag(), "Whether the distribution answers over IPv6 too.")
                            .or("true"),
                    key(
                            "headers",
                            listOf(HEADER, 0, CloudFrontLimits.ADDED_HEADERS_MAX),
                            "Headers of the handshake that $connect needs besides the WebSocket's own; Origin, for example."),
                    key(
                                    "queryStrings",
                                    allNoneOrNames(CloudFrontLimits.POLICY_QUERY_STRINGS_MAX),
                                    "Which query strings reach $connect. Browsers can set no header there: their tokens travel here.")
                            .or("all"),
                    optional("webAclArn", WEB_ACL, "A web ACL that exists, and looks at each handshake."),
                    optional(
                            "webAcl",
                            WebAclSettings.SHAPE,
                            "A web ACL that the stack makes: a limit for each address, and AWS's own rules. {} takes the defaults."),
                    optional(
                            "logging",
                            CdnLogSettings.SHAPE,
                            "A line for each handshake, without its query string. {} takes the defaults."),
                    key(
                                    "readTimeout",
                                    seconds(1, CloudFrontLimits.READ_TIMEOUT_MAX),
                                    "How long CloudFront waits for an origin to answer a handshake.")
                            .or(CloudFrontLimits.READ_TIMEOUT_DEFAULT + "s"),
                    key(
                                    "keepAlive",
                                    seconds(1, CloudFrontLimits.KEEP_ALIVE_MAX),
                                    "How long CloudFront keeps an idle connection to an origin.")
                            .or(CloudFrontLimits.KEEP_ALIVE_DEFAULT + "s"))
            .with(atMostOne("webAclArn", "webAcl"));

    WebSocketCdnArgs.Builder toCdn(WebSocketOrigin origin, Map<String, String> tags, UsEast1 usEast1) {
        var builder = WebSocketCdnArgs.builder()
                .origin(patient(origin))
                .headers(headers)
                .queryStrings(queryStrings)
                .priceClass(priceClass)
                .httpVersion(httpVersion)
                .ipv6(ipv6)
                .tags(tags);
        comment.ifPresent(builder::comment);
        webAclArn.ifPresentOrElse(
                builder::webAclArn,
                () -> webAcl.ifPresent(
                        acl -> builder.webAcl(acl.toWebAcl(usEast1).tags(tags).build())));
        logging.ifPresent(logs -> logs.addTo(builder, usEast1));
        return builder;
    }

    /** The origin as the settings say how long to wait for it; they say it of every origin. */
    WebSocketOrigin patient(WebSocketOrigin origin) {
        return origin.readTimeout(readTimeout).keepAlive(keepAlive);
    }

    /** Whether there are log groups of it, or of its web ACL. */
    boolean hasLogGroups() {
        return logging.filter(CdnLogSettings::isLogGroup).isPresent()
                || webAcl.flatMap(WebAclSettings::logRetention).isPresent();
    }
}

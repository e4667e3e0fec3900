package io.edgesocket.local.cloudfront;

import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import io.edgesocket.local.s3.Bucket;
import io.edgesocket.local.s3.Bucket.Access;
import io.edgesocket.local.s3.StoredFile;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;

/**
 * A private bucket as origin: S3's own answers to CloudFront's signed requests. A {@code Range} is passed over, and answered
 * with the whole file (RFC 9110, section 14.2).
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses</a>
 */
record BucketOrigin(Bucket bucket) {
    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>%s</Code><Message>%s</Message>%s<RequestId>%s</RequestId></Error>""";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    Answer answer(EdgeRequest request, Trace trace) {
        var key = key(request);
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return denied(request, trace, request.method() + " of " + key, "a site's files are read, by GET and HEAD");
        }
        if (bucket.access() == Access.NONE) {
            return denied(
                    request,
                    trace,
                    "no policy of the bucket " + bucket.name() + " lets this distribution read",
                    "allow cloudfront.amazonaws.com s3:GetObject for the distribution's ARN (SiteOrigin does)");
        }
        return bucket.find(key)
                .flatMap(file -> file.state().map(state -> found(request, file, state)))
                .orElseGet(() -> missing(request, trace, key));
    }

    /** What follows the host, decoded: {@code /a%20b} is the key {@code a b}. */
    private static String key(EdgeRequest request) {
        var path = (request.origin().path() + request.path()).substring(1);
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEncoding) {
            return path;
        }
    }

    private static Answer found(EdgeRequest request, StoredFile file, StoredFile.State state) {
        var headers = HttpFields.build()
                .put(HttpHeader.ETAG, state.etag())
                .put(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(state.modified()))
                .put(HttpHeader.SERVER, "AmazonS3");
        file.headers().forEach(headers::put);
        if (isUnchanged(request.headers(), state)) {
            return new Answer.Page(304, headers.remove(HttpHeader.CONTENT_TYPE).asImmutable(), nothing());
        }
        headers.put(HttpHeader.CONTENT_LENGTH, state.length());
        var content = request.method().equals("HEAD") ? nothing() : file.content();
        return new Answer.Page(200, headers.asImmutable(), content);
    }

    /** RFC 9110, section 13.2.2: the date counts where there is no tag. */
    private static boolean isUnchanged(HttpFields headers, StoredFile.State state) {
        var tags = headers.getCSV(HttpHeader.IF_NONE_MATCH, true);
        if (!tags.isEmpty()) {
            return tags.stream()
                    .anyMatch(tag ->
                            tag.equals("*") || tag.replaceFirst("^W/", "").equals(state.etag()));
        }
        return Optional.ofNullable(headers.get(HttpHeader.IF_MODIFIED_SINCE))
                .flatMap(BucketOrigin::date)
                .filter(since ->
                        !state.modified().truncatedTo(ChronoUnit.SECONDS).isAfter(since))
                .isPresent();
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(HTTP_DATE.withZone(ZoneOffset.UTC).parse(text)));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private Answer missing(EdgeRequest request, Trace trace, String key) {
        if (bucket.files().isEmpty()) {
            return denied(
                    request,
                    trace,
                    "the files of the bucket " + bucket.name() + " aren't known here",
                    "give the folder: --site " + bucket.name() + "=FOLDER");
        }
        var because = "the bucket " + bucket.name() + " has no file " + (key.isEmpty() ? "without a name" : key);
        if (bucket.access() != Access.READ_AND_LIST) {
            return denied(
                    request,
                    trace,
                    because,
                    "S3 answers 403 to who may not list the bucket; SiteOrigin.notFoundAs404(true) makes it a 404");
        }
        refused(trace, 404, because, "put it there, or correct the path");
        var escaped = key.replace("&", "&amp;").replace("<", "&lt;");
        return error(request, 404, "NoSuchKey", "The specified key does not exist.", "<Key>" + escaped + "</Key>");
    }

    private static Answer denied(EdgeRequest request, Trace trace, String because, String fix) {
        refused(trace, 403, because, fix);
        return error(request, 403, "AccessDenied", "Access Denied", "");
    }

    private static void refused(Trace trace, int status, String because, String fix) {
        trace.refused(
                Step.ORIGIN_REQUEST,
                () -> new Refusal(
                        status, because, fix, CloudFrontGuide.page("private-content-restricting-access-to-s3")));
    }

    private static Answer error(EdgeRequest request, int status, String code, String message, String more) {
        var bytes =
                XML.formatted(code, message, more, request.viewer().requestId()).getBytes(StandardCharsets.UTF_8);
        var headers = HttpFields.build()
                .put(HttpHeader.CONTENT_TYPE, "application/xml")
                .put(HttpHeader.CONTENT_LENGTH, bytes.length)
                .put(HttpHeader.SERVER, "AmazonS3");
        var body = request.method().equals("HEAD") ? nothing() : Content.Source.from(ByteBuffer.wrap(bytes));
        return new Answer.Page(status, headers.asImmutable(), body);
    }

    private static Content.Source nothing() {
        return Content.Source.from();
    }
}

package io.edgesocket.local.s3;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The objects that a stack puts into a bucket. A file is read when it is asked for, so what is saved is shown at once. */
record RegisteredFiles(Map<String, StoredFile> all) implements Bucket.Files {
    static final Set<String> TYPES = Set.of("aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/bucketObject:BucketObject");

    private static final String UNKNOWN = "binary/octet-stream";
    private static final Map<String, String> HEADERS = Map.of(
            "contentType", "Content-Type",
            "cacheControl", "Cache-Control",
            "contentEncoding", "Content-Encoding",
            "contentLanguage", "Content-Language",
            "contentDisposition", "Content-Disposition");

    /** @param projectFolder where the paths of files start */
    static RegisteredFiles of(PlayedStack stack, PlayedResource bucket, Path projectFolder) {
        var started = Instant.now();
        return new RegisteredFiles(stack.resources().stream()
                .filter(resource -> isIn(resource, bucket))
                .flatMap(object -> body(object.inputs(), projectFolder, started)
                        .map(body -> Map.entry(key(object), new StoredFile(body, headers(object))))
                        .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> second)));
    }

    static boolean isIn(PlayedResource resource, PlayedResource bucket) {
        return TYPES.contains(resource.type()) && resource.text("bucket").equals(bucket.id());
    }

    private static String key(PlayedResource object) {
        return object.inputs().path("key").asText(object.name()).replaceFirst("^/+", "");
    }

    private static Optional<StoredFile.Body> body(JsonNode object, Path projectFolder, Instant started) {
        var source = object.path("source");
        if (source.hasNonNull("$file")) {
            return Optional.of(new StoredFile.OnDisk(
                    projectFolder.resolve(source.path("$file").asText())));
        }
        var text = source.hasNonNull("$text") ? source.path("$text") : object.path("content");
        if (text.isTextual()) {
            return Optional.of(new StoredFile.InProgram(text.asText().getBytes(StandardCharsets.UTF_8), started));
        }
        var base64 = object.path("contentBase64");
        return base64.isTextual()
                ? Optional.of(new StoredFile.InProgram(Base64.getMimeDecoder().decode(base64.asText()), started))
                : Optional.empty();
    }

    private static Map<String, String> headers(PlayedResource object) {
        var headers = new HashMap<String, String>();
        HEADERS.forEach((input, header) -> {
            if (object.inputs().hasNonNull(input)) {
                headers.put(header, object.text(input));
            }
        });
        headers.putIfAbsent("Content-Type", UNKNOWN);
        return headers;
    }

    @Override
    public Optional<StoredFile> find(String key) {
        return Optional.ofNullable(all.get(key));
    }
}

package io.edgesocket.local.s3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.local.s3.Bucket.Access;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the policies of a stack's buckets let a distribution do. Of conditions, {@code AWS:SourceArn} alone is looked at; a
 * {@code Deny} isn't.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html">
 *      Restrict access to an Amazon S3 origin</a>
 */
record BucketPolicies(PlayedStack stack) {
    static final String TYPE = "aws:s3/bucketPolicy:BucketPolicy";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLOUDFRONT = "cloudfront.amazonaws.com";

    Access access(PlayedResource bucket, PlayedResource distribution) {
        var statements = stack.ofType(TYPE)
                .filter(policy -> policy.text("bucket").equals(bucket.id()))
                .flatMap(policy -> statements(policy.inputs().path("policy")))
                .filter(statement -> isFor(statement, distribution))
                .toList();
        if (!allows(statements, "s3:GetObject")) {
            return Access.NONE;
        }
        return allows(statements, "s3:ListBucket") ? Access.READ_AND_LIST : Access.READ;
    }

    /** A policy is a text of JSON, or the JSON itself. */
    private static Stream<JsonNode> statements(JsonNode policy) {
        try {
            var document = policy.isTextual() ? JSON.readTree(policy.asText()) : policy;
            return each(document.path("Statement"));
        } catch (JsonProcessingException noPolicy) {
            return Stream.empty();
        }
    }

    private static boolean isFor(JsonNode statement, PlayedResource distribution) {
        var sources = statement.path("Condition").properties().stream()
                .flatMap(operator -> operator.getValue().properties().stream())
                .filter(key -> key.getKey().equalsIgnoreCase("AWS:SourceArn"))
                .flatMap(key -> each(key.getValue()))
                .map(JsonNode::asText)
                .toList();
        return statement.path("Effect").asText().equals("Allow")
                && each(statement.path("Principal").path("Service"))
                        .anyMatch(name -> name.asText().equals(CLOUDFRONT))
                && (sources.isEmpty() || sources.stream().anyMatch(arn -> arn.contains(distribution.word("arn"))));
    }

    private static boolean allows(List<JsonNode> statements, String action) {
        return statements.stream()
                .flatMap(statement -> each(statement.path("Action")))
                .map(JsonNode::asText)
                .anyMatch(allowed -> allowed.equals(action) || allowed.equals("s3:*") || allowed.equals("*"));
    }

    private static Stream<JsonNode> each(JsonNode oneOrMore) {
        if (oneOrMore.isMissingNode()) {
            return Stream.empty();
        }
        return oneOrMore.isArray() ? StreamSupport.stream(oneOrMore.spliterator(), false) : Stream.of(oneOrMore);
    }
}

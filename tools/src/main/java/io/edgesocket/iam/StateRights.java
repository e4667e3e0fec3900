package io.edgesocket.iam;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What it takes to read and keep a stack's state in a bucket, and to decrypt its secrets with a key of KMS.
 *
 * @see <a href="https://www.pulumi.com/docs/iac/concepts/state-and-backends/">State and backends</a>
 */
public record StateRights(String project, String stack, String account) {
    private static final List<String> ALL = List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject");
    private static final String BACKENDS = "https://www.pulumi.com/docs/iac/concepts/state-and-backends/";
    private static final String SECRETS = "https://www.pulumi.com/docs/iac/concepts/secrets/";

    /**
     * @param backend {@code s3://bucket/folder}; any other is no matter of IAM
     * @return nothing for another backend
     */
    public List<Granted> ofBackend(String backend) {
        if (!backend.startsWith("s3://")) {
            return List.of();
        }
        var address =
                backend.substring("s3://".length()).replaceFirst("\\?.*$", "").replaceFirst("/+$", "");
        var bucket = "arn:aws:s3:::" + address.replaceFirst("/.*$", "");
        var folder = "arn:aws:s3:::" + address + "/.pulumi/";
        var state = List.of(folder + "meta.yaml", folder + "stacks/" + project + "/" + stack + ".json*");
        var kept = Stream.of("history/", "backups/").map(kind -> folder + kind + project + "/" + stack + "/*");
        var lock = List.of(folder + "locks/organization/" + project + "/" + stack + "/*");
        return List.of(
                granted(
                        "StateBucket",
                        "finding the stack's state",
                        List.of(bucket),
                        List.of("s3:ListBucket"),
                        List.of()),
                granted("State", "reading the stack's state", state, List.of("s3:GetObject"), List.of()),
                granted("StateLock", "locking the stack, which looking for drift does too", lock, ALL, List.of()),
                granted(
                        "ChangeState",
                        "keeping the stack's state and its history",
                        Stream.concat(state.stream(), kept).toList(),
                        List.of(),
                        ALL));
    }

    private static Granted granted(
            String name, String purpose, List<String> resources, List<String> read, List<String> write) {
        return new Granted(name, purpose, resources, Map.of(), read, write, BACKENDS);
    }

    /**
     * @param provider {@code awskms://alias/name?region=…}, or with a key's id or ARN; any other is no matter of IAM
     * @return nothing for another provider
     */
    public Optional<Granted> ofSecrets(String provider) {
        if (!provider.startsWith("awskms://")) {
            return Optional.empty();
        }
        var key = provider.substring("awskms://".length())
                .replaceFirst("\\?.*$", "")
                .replaceFirst("^/", "");
        var region = region(provider);
        var keys = "arn:aws:kms:" + region + ":" + account + ":key/";
        return Optional.of(
                key.startsWith("alias/")
                        ? ofKey(
                                keys + "*",
                                Map.of("ForAnyValue:StringEquals", Map.of("kms:ResourceAliases", List.of(key))))
                        : ofKey(key.startsWith("arn:") ? key : keys + key, Map.of()));
    }

    private static String region(String provider) {
        var query = Optional.ofNullable(URI.create(provider).getQuery()).orElse("");
        return Stream.of(query.split("&"))
                .filter(parameter -> parameter.startsWith("region="))
                .map(parameter -> parameter.substring("region=".length()))
                .findFirst()
                .orElse("*");
    }

    private static Granted ofKey(String key, Map<String, Map<String, List<String>>> condition) {
        return new Granted(
                "StackSecrets",
                "decrypting the stack's secrets, and encrypting new ones",
                List.of(key),
                condition,
                List.of("kms:Decrypt"),
                List.of("kms:Encrypt"),
                SECRETS);
    }
}

package io.edgesocket.local.s3;

import io.edgesocket.local.s3.Bucket.Access;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The buckets that the distributions of one stack have as origins, found by their domain names. */
public final class Buckets {
    private static final Set<String> TYPES = Set.of("aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket");
    /** An address of S3's REST API. The endpoints of static websites are HTTP servers like any other. */
    private static final Pattern DOMAIN_NAME =
            Pattern.compile("(?<name>.+)\\.s3(\\.dualstack)?([.-][a-z]{2}(-[a-z]+)+-[0-9])?\\.amazonaws\\.com(\\.cn)?");

    private static final List<String> DOMAIN_OUTPUTS = List.of("bucketRegionalDomainName", "bucketDomainName");

    private final PlayedStack stack;
    private final Path projectFolder;
    private final Map<String, Path> folders;
    private final Set<String> found = new TreeSet<>();
    private final Set<String> played = new HashSet<>();

    /**
     * @param projectFolder where the paths of the stack's files start
     * @param folders       where the files of a bucket are instead, by its name or its resource's
     */
    public Buckets(PlayedStack stack, Path projectFolder, Map<String, Path> folders) {
        this.stack = stack;
        this.projectFolder = projectFolder;
        this.folders = Map.copyOf(folders);
    }

    /** The bucket of this domain name, as the distribution may read it; empty if it is no bucket's. */
    public Optional<Bucket> of(String domainName, PlayedResource distribution) {
        var ofStack = stack.resources().stream()
                .filter(resource -> TYPES.contains(resource.type()))
                .filter(bucket -> DOMAIN_OUTPUTS.stream().anyMatch(output -> domainName.contains(bucket.word(output)))
                        || domainName.startsWith(bucket.id() + ".s3"))
                .findFirst();
        return ofStack.map(bucket -> ofStack(bucket, distribution)).or(() -> existing(domainName));
    }

    private Bucket ofStack(PlayedResource bucket, PlayedResource distribution) {
        found.add(bucket.name());
        stack.resources().stream()
                .filter(resource -> resource.equals(bucket)
                        || resource.type().startsWith("aws:s3/")
                                && resource.text("bucket").equals(bucket.id()))
                .forEach(resource -> played.add(resource.urn()));
        var access = new BucketPolicies(stack).access(bucket, distribution);
        return new Bucket(bucket.name(), access, folder(bucket.name()).or(() -> registered(bucket)));
    }

    private Optional<Bucket.Files> folder(String name) {
        return Optional.ofNullable(folders.get(name)).map(FolderFiles::new);
    }

    private Optional<Bucket.Files> registered(PlayedResource bucket) {
        return Optional.of(RegisteredFiles.of(stack, bucket, projectFolder))
                .filter(files -> !files.all().isEmpty())
                .map(files -> files);
    }

    /** Whose policy isn't known: it is taken to let the distribution read. */
    private Optional<Bucket> existing(String domainName) {
        var parts = DOMAIN_NAME.matcher(domainName);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var name = parts.group("name");
        found.add(name);
        return Optional.of(new Bucket(name, Access.READ, folder(name)));
    }

    /** Those that were found so far. */
    public Set<String> names() {
        return Set.copyOf(found);
    }

    /** The folders whose bucket no distribution has as an origin. */
    public Set<String> withoutBucket() {
        var names = new TreeSet<>(folders.keySet());
        names.removeAll(found);
        return names;
    }

    /** Whether a resource is a bucket that was found, or belongs to one. */
    public boolean plays(PlayedResource resource) {
        return played.contains(resource.urn());
    }
}

package io.edgesocket.components.site;

import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import io.edgesocket.components.internal.TaggedArgs;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a {@link SiteBucket} is made of. All of it is checked when the component is made, at once.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">General purpose bucket naming
 *      rules</a>
 */
public final class SiteBucketArgs extends TaggedArgs {
    /** Characters of a bucket's name. */
    public static final int NAME_MAX = 63;

    /** What a browser does with a file that no {@link Builder#cacheControl} is for: it asks whether there is a newer one. */
    public static final String CACHE_CONTROL_DEFAULT = "no-cache";

    /** A hyphen and seven characters that Pulumi adds to a name, so that it is the only one in AWS. */
    private static final int AUTO_NAMING_LENGTH = 8;

    private static final Pattern NAME = Pattern.compile(
            "(?!([0-9]{1,3}\\.){3}[0-9]{1,3}$)(?!.*\\.\\.)(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9][a-z0-9.-]*[a-z0-9]");
    private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    final Optional<Path> folder;
    final Optional<String> bucketName;
    final boolean forceDestroy;
    private final Map<String, String> cacheControl;

    private SiteBucketArgs(Builder from) {
        super("SiteBucket", from);
        folder = from.folder;
        bucketName = from.bucketName;
        forceDestroy = from.forceDestroy;
        cacheControl = Map.copyOf(from.cacheControl);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void check(Problems problems, String name) {
        bucketName.ifPresentOrElse(
                given -> problems.unless(isName(given, NAME_MAX), "bucketName", '"' + given + '"', nameRule(NAME_MAX)),
                () -> problems.unless(
                        isName(name, NAME_MAX - AUTO_NAMING_LENGTH),
                        "name",
                        "a bucket would be named \"" + name + "\"",
                        nameRule(NAME_MAX - AUTO_NAMING_LENGTH)
                                + ": name the component differently, or give bucketName"));
        folder.ifPresent(given -> SiteFiles.check(problems, given));
        cacheControl.forEach((below, value) -> checkCacheControl(problems, below, value));
    }

    private static boolean isName(String name, int longest) {
        return name.length() >= 3
                && name.length() <= longest
                && NAME.matcher(name).matches();
    }

    private static String nameRule(int longest) {
        return "3 to " + longest + " lower-case letters, digits, - and ., as buckets of all accounts share their names";
    }

    private void checkCacheControl(Problems problems, String below, String value) {
        var property = Property.of("cacheControl", below);
        problems.unless(
                VALUE.matcher(value).matches(),
                property,
                '"' + value + '"',
                "a Cache-Control header of one line, such as public, max-age=31536000, immutable");
        if (folder.filter(SiteFiles::isReadable).isPresent()) {
            problems.unless(
                    SiteFiles.of(folder.get()).all().keySet().stream().anyMatch(key -> isBelow(key, below)),
                    property,
                    "no file is there",
                    "a folder of the site, such as assets, or a file");
        }
    }

    /** The header of a file: what is said of the longest path that holds it. */
    String cacheControl(String key) {
        return cacheControl.entrySet().stream()
                .filter(entry -> isBelow(key, entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(CACHE_CONTROL_DEFAULT);
    }

    private static boolean isBelow(String key, String place) {
        return key.equals(place) || key.startsWith(place + "/");
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends TaggedArgs.Builder<Builder> {
        private Optional<Path> folder = Optional.empty();
        private Optional<String> bucketName = Optional.empty();
        private boolean forceDestroy;
        private final Map<String, String> cacheControl = new LinkedHashMap<>();

        private Builder() {}

        /**
         * The folder whose files are put into the bucket, each by its path there; relative to the project's folder. A file
         * whose name begins with a dot is refused, unless it is below {@code .well-known}: it is seldom meant to be read
         * by everybody; {@code .DS_Store} is left out. So is a link that leads to a folder, or out of this one. Default:
         * none, others fill the bucket.
         */
        public Builder folder(Path folder) {
            this.folder = Optional.of(folder);
            return this;
        }

        /**
         * The header {@code Cache-Control} of what is below a folder of the site, or of one file. Browsers and CloudFront
         * go by it. Default: {@value SiteBucketArgs#CACHE_CONTROL_DEFAULT}, so that what is deployed is seen at once. Files
         * whose names change with their content may stay: {@code public, max-age=31536000, immutable}.
         *
         * @param below such as {@code assets}, without a slash before or after it
         */
        public Builder cacheControl(String below, String value) {
            cacheControl.put(below, value);
            return this;
        }

        /** The bucket's name in AWS; another name is another bucket. Default: Pulumi makes one of the component's. */
        public Builder bucketName(String name) {
            this.bucketName = Optional.of(name);
            return this;
        }

        /**
         * Whether the bucket is deleted with files in it that Pulumi didn't put there. Default: false, S3 refuses to
         * delete it then.
         */
        public Builder forceDestroy(boolean forceDestroy) {
            this.forceDestroy = forceDestroy;
            return this;
        }

        public SiteBucketArgs build() {
            return new SiteBucketArgs(this);
        }
    }
}

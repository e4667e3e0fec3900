package io.edgesocket.components.site;

import com.pulumi.asset.FileAsset;
import com.pulumi.aws.s3.BucketObjectv2;
import com.pulumi.aws.s3.BucketObjectv2Args;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.internal.Children;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A private S3 bucket, and the files of a folder in it. Nobody may read it until a distribution is let in: a {@code
 * SiteOrigin} of the bucket does that. S3 encrypts what is in it with a key of its own.
 * <pre>{@code
 * var site = new SiteBucket("site", SiteBucketArgs.builder().folder(Path.of("site")).build());
 * WebSocketCdnArgs.builder().origin(SiteOrigin.of(site.bucket()))…
 * }</pre>
 * Each file is a resource, which a preview names when it changes. For a folder of thousands leave {@code folder} out, and
 * copy the files after {@code pulumi up}, by {@code aws s3 sync}.
 */
public final class SiteBucket extends ComponentResource {
    static final String TYPE = "edgesocket:aws:SiteBucket";

    private final SiteBucketArgs args;
    private final Children children;
    private final BucketV2 bucket;
    private final Map<String, BucketObjectv2> objects;

    /** @throws InvalidArgumentsException with everything that is wrong; nothing is registered then */
    public SiteBucket(String name, SiteBucketArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    /** @throws InvalidArgumentsException with everything that is wrong; nothing is registered then */
    public SiteBucket(String name, SiteBucketArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args.checked(name), options);
        this.args = args;
        this.children = new Children(this, name, args.transform);
        this.bucket = make();
        keepPrivate();
        this.objects = args.folder.map(SiteFiles::of).map(this::objects).orElse(Map.of());
        registerOutputs(Map.of("bucketName", bucketName()));
    }

    public BucketV2 bucket() {
        return bucket;
    }

    /** The bucket's name in AWS, for {@code aws s3 sync}. */
    public Output<String> bucketName() {
        return bucket.id();
    }

    /** The files, by their keys. */
    public Map<String, BucketObjectv2> objects() {
        return objects;
    }

    private BucketV2 make() {
        var bucket = BucketV2Args.builder().forceDestroy(args.forceDestroy);
        args.bucketName.ifPresent(bucket::bucket);
        args.tags.ifPresent(bucket::tags);
        return children.add(BucketV2::new, "", bucket.build());
    }

    private Map<String, BucketObjectv2> objects(SiteFiles files) {
        var made = new LinkedHashMap<String, BucketObjectv2>();
        files.all()
                .forEach((key, file) -> made.put(
                        key,
                        children.add(
                                BucketObjectv2::new,
                                key,
                                BucketObjectv2Args.builder()
                                        .bucket(bucket.id())
                                        .key(key)
                                        .source(new FileAsset(file))
                                        .contentType(ContentTypes.of(key))
                                        .cacheControl(args.cacheControl(key))
                                        .build())));
        return Collections.unmodifiableMap(made);
    }

    private void keepPrivate() {
        children.add(
                BucketPublicAccessBlock::new,
                "private",
                BucketPublicAccessBlockArgs.builder()
                        .bucket(bucket.id())
                        .blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build());
    }
}

package io.edgesocket.local.s3;

import java.util.Optional;

/**
 * A bucket, as CloudFront may read it.
 *
 * @param name   the bucket's in AWS, or its resource's
 * @param access what its policy lets the distribution do
 * @param files  where its files are; empty if that isn't known here
 */
public record Bucket(String name, Access access, Optional<Files> files) {

    /** What the bucket's policy allows. */
    public enum Access {
        /** Nothing: S3 answers 403 to everything. */
        NONE,
        /** To read files: S3 answers 403 for one that isn't there. */
        READ,
        /** To list files too: S3 answers 404 for one that isn't there. */
        READ_AND_LIST
    }

    /** Files by their keys. */
    @FunctionalInterface
    interface Files {
        Optional<StoredFile> find(String key);
    }

    /** @param key without a slash at its start */
    public Optional<StoredFile> find(String key) {
        return files.flatMap(known -> known.find(key));
    }
}

/** The buckets of S3 that distributions read: their files, from what the stack registers or from folders of this machine. */
package io.edgesocket.local.s3;

package io.edgesocket.local.cloudfront;

/** How a distribution is called in what functions get to see. */
record DistributionNames(String id, String domainName) {}

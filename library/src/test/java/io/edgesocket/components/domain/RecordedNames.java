package io.edgesocket.components.domain;

import com.google.common.collect.ImmutableMap;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import io.edgesocket.components.internal.HostName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Certificates and records registered against mocks.
 *
 * @param lookedUp the hosted zones that were looked up, in order
 */
record RecordedNames(List<Mocks.ResourceArgs> resources, List<Map<String, Object>> lookedUp) {
    static final String CERTIFICATE = "aws:acm/certificate:Certificate";
    static final String VALIDATION = "aws:acm/certificateValidation:CertificateValidation";
    static final String RECORD = "aws:route53/record:Record";

    static RecordedNames of(Runnable program) {
        var cloud = new Cloud(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
        PulumiTest.withMocks(cloud).runTest(ctx -> program.run()).throwOnError();
        return new RecordedNames(List.copyOf(cloud.registered), List.copyOf(cloud.lookedUp));
    }

    Map<String, Object> certificate() {
        return only(CERTIFICATE).inputs;
    }

    Mocks.ResourceArgs only(String type) {
        return ofType(type).findFirst().orElseThrow();
    }

    Stream<Mocks.ResourceArgs> ofType(String type) {
        return resources.stream().filter(resource -> resource.type.equals(type));
    }

    Map<String, Object> record(String name) {
        return ofType(RECORD)
                .filter(record -> record.name.equals(name))
                .findFirst()
                .orElseThrow()
                .inputs;
    }

    List<String> recordNames() {
        return ofType(RECORD).map(record -> record.name).sorted().toList();
    }

    private record Cloud(
            ConcurrentLinkedQueue<Mocks.ResourceArgs> registered, ConcurrentLinkedQueue<Map<String, Object>> lookedUp)
            implements Mocks {
        @Override
        public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs resource) {
            registered.add(resource);
            var state = new HashMap<>(resource.inputs);
            state.put("arn", "arn:" + resource.name);
            state.putIfAbsent("domainName", "d111111abcdef8.cloudfront.net");
            state.put("hostedZoneId", "Z2FDTNDATAQYW2");
            state.put("fqdn", resource.inputs.getOrDefault("name", ""));
            state.put("domainValidationOptions", options(resource.inputs));
            return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(resource.name + "-id"), state));
        }

        /** In another order than the names: the provider's is no order at all. */
        private static List<Map<String, String>> options(Map<String, Object> certificate) {
            var others = ((List<?>) certificate.getOrDefault("subjectAlternativeNames", List.of())).stream();
            return Stream.concat(others, Stream.ofNullable(certificate.get("domainName")))
                    .map(Object::toString)
                    .map(name -> Map.of(
                            "domainName",
                            name,
                            "resourceRecordType",
                            "CNAME",
                            "resourceRecordName",
                            "_1." + HostName.withoutWildcard(name) + ".",
                            "resourceRecordValue",
                            "_2." + HostName.withoutWildcard(name) + ".acm-validations.aws."))
                    .toList();
        }

        @Override
        public CompletableFuture<Map<String, Object>> callAsync(CallArgs call) {
            lookedUp.add(call.args);
            var id = String.valueOf(call.args.get("zoneId"));
            var zone = call.args.getOrDefault("name", id.equals("ZOFORG") ? "example.org" : "example.com.");
            return CompletableFuture.completedFuture(ImmutableMap.<String, Object>builder()
                    .put("privateZone", id.equals("ZPRIVATE"))
                    .put("id", "zone of " + zone)
                    .put("zoneId", "zone of " + zone)
                    .put("name", zone)
                    .put("arn", "")
                    .put("callerReference", "")
                    .put("comment", "")
                    .put("linkedServiceDescription", "")
                    .put("linkedServicePrincipal", "")
                    .put("nameServers", List.of())
                    .put("primaryNameServer", "")
                    .put("resourceRecordSetCount", 2)
                    .put("tags", Map.of())
                    .put("vpcId", "")
                    .build());
        }
    }
}

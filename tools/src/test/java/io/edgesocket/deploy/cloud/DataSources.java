package io.edgesocket.deploy.cloud;

import com.google.protobuf.Struct;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The look-ups that a program may make. Every hosted zone that is asked for is there; an id is example.com's. */
final class DataSources {
    private DataSources() {}

    static Struct invoke(String token, Struct args, String region) {
        return struct(
                switch (token) {
                    case "aws:index/getRegion:getRegion" ->
                        Map.of(
                                "id",
                                region,
                                "name",
                                region,
                                "description",
                                region,
                                "endpoint",
                                "ec2." + region + ".amazonaws.com");
                    case "aws:index/getCallerIdentity:getCallerIdentity" ->
                        Map.of(
                                "id",
                                Template.ACCOUNT,
                                "accountId",
                                Template.ACCOUNT,
                                "userId",
                                "AIDAEXAMPLE",
                                "arn",
                                "arn:aws:iam::" + Template.ACCOUNT + ":user/deployer");
                    case "aws:index/getPartition:getPartition" ->
                        Map.of(
                                "id",
                                "aws",
                                "partition",
                                "aws",
                                "dnsSuffix",
                                "amazonaws.com",
                                "reverseDnsPrefix",
                                "com.amazonaws");
                    case "aws:route53/getZone:getZone" ->
                        Values.text(args, "zoneId")
                                .map(id -> zone(id, "example.com"))
                                .orElseGet(() -> zone(Values.text(args, "name").orElseThrow()));
                    default -> throw new Refusal("The stand-in cloud has no " + token + ": add it to DataSources");
                });
    }

    private static Map<String, String> zone(String name) {
        var id = "Z" + Integer.toHexString(name.hashCode()).toUpperCase(Locale.ROOT);
        return zone(id, name);
    }

    private static Map<String, String> zone(String id, String name) {
        return Map.of("id", id, "zoneId", id, "name", name, "arn", "arn:aws:route53:::hostedzone/" + id);
    }

    private static Struct struct(Map<String, String> values) {
        return Struct.newBuilder()
                .putAllFields(values.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, value -> Values.of(value.getValue()))))
                .build();
    }
}

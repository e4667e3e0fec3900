package io.edgesocket.deploy.cloud;

import com.google.protobuf.Struct;
import java.util.Map;
import java.util.stream.Collectors;

/** The look-ups that a program may make: the answers that don't depend on what exists. */
final class DataSources {
    private DataSources() {}

    static Struct invoke(String token, String region) {
        return struct(switch (token) {
            case "aws:index/getRegion:getRegion" -> Map.of("id", region, "name", region,
                    "description", region, "endpoint", "ec2." + region + ".amazonaws.com");
            case "aws:index/getCallerIdentity:getCallerIdentity" -> Map.of("id", Template.ACCOUNT,
                    "accountId", Template.ACCOUNT, "userId", "AIDAEXAMPLE",
                    "arn", "arn:aws:iam::" + Template.ACCOUNT + ":user/deployer");
            case "aws:index/getPartition:getPartition" -> Map.of("id", "aws", "partition", "aws",
                    "dnsSuffix", "amazonaws.com", "reverseDnsPrefix", "com.amazonaws");
            default -> throw new Refusal("The stand-in cloud has no " + token + ": add it to DataSources");
        });
    }

    private static Struct struct(Map<String, String> values) {
        return Struct.newBuilder().putAllFields(values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> Values.of(value.getValue())))).build();
    }
}

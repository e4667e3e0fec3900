package io.edgesocket.engine;

import com.google.protobuf.Struct;
import java.util.Map;

/** Answers the provider functions that need no AWS. A stand-in takes the place of what only AWS knows. */
record Invocations(String region, References references) {

    Struct answer(String function, Struct args) {
        return switch (function) {
            case "aws:index/getRegion:getRegion" ->
                struct(Map.of(
                        "id",
                        region,
                        "name",
                        region,
                        "region", // what it is called from major version 7 of the provider on
                        region,
                        "description",
                        region,
                        "endpoint",
                        "ec2." + region + ".amazonaws.com"));
            case "aws:index/getCallerIdentity:getCallerIdentity" ->
                struct(Map.of(
                        "id",
                        Shapes.ACCOUNT,
                        "accountId",
                        Shapes.ACCOUNT,
                        "userId",
                        "plan",
                        "arn",
                        "arn:aws:iam::" + Shapes.ACCOUNT + ":user/plan"));
            case "aws:index/getPartition:getPartition" ->
                struct(Map.of(
                        "id",
                        "aws",
                        "partition",
                        "aws",
                        "dnsSuffix",
                        "amazonaws.com",
                        "reverseDnsPrefix",
                        "com.amazonaws"));
            case "aws:route53/getZone:getZone" ->
                ZoneLookUp.of(args, references).answer();
            default ->
                throw new ProgramException(
                        "asks AWS through " + function
                                + ", which a plan without an account can't answer; take the value from the stack's settings instead");
        };
    }

    private static Struct struct(Map<String, String> fields) {
        var struct = Struct.newBuilder();
        fields.forEach((name, text) -> struct.putFields(
                name,
                com.google.protobuf.Value.newBuilder().setStringValue(text).build()));
        return struct.build();
    }
}

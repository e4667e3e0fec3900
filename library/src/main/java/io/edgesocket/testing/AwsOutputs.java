package io.edgesocket.testing;

import com.pulumi.test.Mocks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What AWS answers to one registration: the inputs, and what only AWS knows.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">The
 *      forms of ARNs, service by service</a>
 */
final class AwsOutputs {
    private static final String ACCOUNT = AwsMocks.ACCOUNT;
    /** That of every distribution. */
    private static final String CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2";

    private final String name;
    private final String id;
    private final String region;
    private final Map<String, Object> outputs;

    private AwsOutputs(Mocks.ResourceArgs resource, String id, String region) {
        this.name = resource.name;
        this.id = id;
        this.region = region;
        this.outputs = new HashMap<>(resource.inputs);
        outputs.putIfAbsent("name", name + "-1a2b3c4"); // as Pulumi does where the program gives none
    }

    static Map<String, Object> of(Mocks.ResourceArgs resource, String id, String region) {
        var made = new AwsOutputs(resource, id, region);
        made.add(resource.type);
        return Map.copyOf(made.outputs);
    }

    private void add(String type) {
        switch (type) {
            case "aws:apigatewayv2/api:Api" -> {
                put("apiEndpoint", "wss://" + host(id));
                put("executionArn", arn("execute-api", id));
                put("arn", "arn:aws:apigateway:" + region + "::/apis/" + id);
            }
            case "aws:apigatewayv2/stage:Stage" -> {
                put("invokeUrl", "wss://" + host(text("apiId")) + "/" + text("name"));
                put("executionArn", arn("execute-api", text("apiId") + "/" + text("name")));
                put("arn", "arn:aws:apigateway:" + region + "::/apis/" + text("apiId") + "/stages/" + text("name"));
            }
            case "aws:apigatewayv2/domainName:DomainName" ->
                put("arn", apiGateway("domainnames/" + text("domainName")));
            case "aws:lambda/function:Function" -> {
                put("arn", arn("lambda", "function:" + text("name")));
                put("version", Boolean.TRUE.equals(outputs.get("publish")) ? "1" : "$LATEST");
                put("qualifiedArn", text("arn") + ":" + text("version"));
                put("invokeArn", invoking(text("arn")));
            }
            case "aws:lambda/alias:Alias" -> {
                put("arn", arn("lambda", "function:" + text("functionName") + ":" + text("name")));
                put("invokeArn", invoking(text("arn")));
            }
            case "aws:lambda/layerVersion:LayerVersion" -> {
                put("layerArn", arn("lambda", "layer:" + text("layerName")));
                put("version", "1");
                put("arn", text("layerArn") + ":" + text("version"));
            }
            case "aws:cloudfront/distribution:Distribution" -> {
                put("domainName", id + ".cloudfront.net");
                put("hostedZoneId", CLOUDFRONT_ZONE);
                put("arn", "arn:aws:cloudfront::" + ACCOUNT + ":distribution/" + id);
                put("status", "Deployed");
            }
            case "aws:cloudfront/function:Function" ->
                put("arn", "arn:aws:cloudfront::" + ACCOUNT + ":function/" + text("name"));
            case "aws:cloudfront/keyValueStore:KeyValueStore" ->
                put("arn", "arn:aws:cloudfront::" + ACCOUNT + ":key-value-store/" + id);
            case "aws:s3/bucketV2:BucketV2" -> {
                put("bucket", id);
                put("arn", "arn:aws:s3:::" + text("bucket"));
                put("bucketDomainName", text("bucket") + ".s3.amazonaws.com");
                put("bucketRegionalDomainName", text("bucket") + ".s3." + region + ".amazonaws.com");
            }
            case "aws:dynamodb/table:Table" -> put("arn", arn("dynamodb", "table/" + text("name")));
            case "aws:acm/certificate:Certificate" -> {
                put("arn", arn("acm", "certificate/" + id));
                put("domainValidationOptions", validationOptions());
            }
            case "aws:route53/record:Record" -> put("fqdn", text("name"));
            case "aws:iam/role:Role" -> put("arn", "arn:aws:iam::" + ACCOUNT + ":role/" + text("name"));
            case "aws:cloudwatch/logGroup:LogGroup" -> put("arn", arn("logs", "log-group:" + text("name")));
            case "aws:cloudwatch/metricAlarm:MetricAlarm" -> put("arn", arn("cloudwatch", "alarm:" + text("name")));
            case "aws:kms/key:Key" -> {
                put("keyId", id);
                put("arn", arn("kms", "key/" + id));
            }
            case "aws:wafv2/webAcl:WebAcl" -> {
                var scope = "CLOUDFRONT".equals(outputs.get("scope")) ? "global" : "regional";
                put("arn", arn("wafv2", scope + "/webacl/" + text("name") + "/" + id));
            }
            default -> put("arn", arn(type.replaceFirst("^[^:]*:([^/:]*).*$", "$1"), text("name")));
        }
    }

    /** A certificate has one for each of its names. */
    private List<Map<String, String>> validationOptions() {
        var others = outputs.get("subjectAlternativeNames") instanceof List<?> names ? names : List.of();
        return Stream.concat(Stream.of(text("domainName")), others.stream().map(Object::toString))
                .distinct()
                .map(host -> Map.of(
                        "domainName",
                        host,
                        "resourceRecordName",
                        "_validation." + host.replaceFirst("^\\*\\.", "") + ".",
                        "resourceRecordType",
                        "CNAME",
                        "resourceRecordValue",
                        "_" + id + ".acm-validations.aws."))
                .toList();
    }

    private String host(String api) {
        return api + ".execute-api." + region + ".amazonaws.com";
    }

    private String invoking(String function) {
        return "arn:aws:apigateway:" + region + ":lambda:path/2015-03-31/functions/" + function + "/invocations";
    }

    private String apiGateway(String resource) {
        return "arn:aws:apigateway:" + region + "::/" + resource;
    }

    private String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + ACCOUNT + ":" + resource;
    }

    private String text(String output) {
        return String.valueOf(outputs.getOrDefault(output, ""));
    }

    /** What the program gives, AWS gives back. */
    private void put(String output, Object value) {
        outputs.putIfAbsent(output, value);
    }

    /** What a function that asks AWS answers. */
    static Map<String, Object> of(Mocks.CallArgs call, String region) {
        var answer = new HashMap<String, Object>(call.args);
        switch (call.token) {
            case "aws:route53/getZone:getZone" -> {
                var zone = "zone-of-" + call.args.getOrDefault("name", call.args.get("zoneId"));
                answer.putIfAbsent("zoneId", zone);
                answer.put("id", zone);
                answer.put("arn", "arn:aws:route53:::hostedzone/" + zone);
                answer.put("nameServers", List.of("ns-1.awsdns-01.org"));
            }
            case "aws:index/getRegion:getRegion" -> {
                answer.putIfAbsent("name", region);
                answer.putIfAbsent("region", region); // what it is called from major version 7 of the provider on
                answer.put("id", region);
                answer.put("endpoint", "ec2." + region + ".amazonaws.com");
            }
            case "aws:index/getCallerIdentity:getCallerIdentity" -> {
                answer.put("id", ACCOUNT);
                answer.put("accountId", ACCOUNT);
                answer.put("userId", "test");
                answer.put("arn", "arn:aws:iam::" + ACCOUNT + ":user/test");
            }
            case "aws:index/getPartition:getPartition" -> {
                answer.put("id", "aws");
                answer.put("partition", "aws");
                answer.put("dnsSuffix", "amazonaws.com");
                answer.put("reverseDnsPrefix", "com.amazonaws");
            }
            default -> {}
        }
        return Map.copyOf(answer);
    }
}

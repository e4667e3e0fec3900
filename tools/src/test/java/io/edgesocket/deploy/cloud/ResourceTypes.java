package io.edgesocket.deploy.cloud;

import static io.edgesocket.deploy.cloud.ResourceType.type;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The types that the stand-in cloud knows: what replaces them as the Terraform AWS provider 5.100, which
 * {@code com.pulumi:aws} 6.83 wraps, has it ({@code ForceNew}); their automatic names as Pulumi adds them.
 */
final class ResourceTypes {
    private static final Map<String, ResourceType> BY_TOKEN = byToken(
            type("apigatewayv2.Api")
                    .autoNamed("name")
                    .replacedBy("protocolType")
                    .gives("arn", "arn:aws:apigateway:{region}::/apis/{id}")
                    .gives("apiEndpoint", "wss://{id}.execute-api.{region}.amazonaws.com")
                    .gives("executionArn", "arn:aws:execute-api:{region}:{account}:{id}"),
            type("apigatewayv2.Integration")
                    .replacedBy("apiId", "integrationType", "integrationSubtype")
                    .needs("apiId", "apigatewayv2.Api")
                    .needs("connectionId", "apigateway.VpcLink")
                    .needs("credentialsArn", "iam.Role"),
            type("apigatewayv2.IntegrationResponse")
                    .replacedBy("apiId", "integrationId")
                    .needs("apiId", "apigatewayv2.Api")
                    .needs("integrationId", "apigatewayv2.Integration"),
            type("apigatewayv2.Route")
                    .replacedBy("apiId")
                    .needs("apiId", "apigatewayv2.Api")
                    .needs("target", "apigatewayv2.Integration")
                    .needs("authorizerId", "apigatewayv2.Authorizer"),
            type("apigatewayv2.RouteResponse")
                    .replacedBy("apiId", "routeId")
                    .needs("apiId", "apigatewayv2.Api")
                    .needs("routeId", "apigatewayv2.Route"),
            type("apigatewayv2.Authorizer")
                    .autoNamed("name")
                    .replacedBy("apiId")
                    .needs("apiId", "apigatewayv2.Api"),
            type("apigatewayv2.Model").autoNamed("name").replacedBy("apiId").needs("apiId", "apigatewayv2.Api"),
            type("apigatewayv2.Deployment").replacedBy("apiId", "triggers").needs("apiId", "apigatewayv2.Api"),
            type("apigatewayv2.Stage")
                    .autoNamed("name")
                    .id("{name}")
                    .replacedBy("apiId", "name")
                    .needs("apiId", "apigatewayv2.Api")
                    .needs("deploymentId", "apigatewayv2.Deployment")
                    .gives("arn", "arn:aws:apigateway:{region}::/apis/{apiId}/stages/{name}")
                    .gives("executionArn", "arn:aws:execute-api:{region}:{account}:{apiId}/{name}")
                    .gives("invokeUrl", "wss://{apiId}.execute-api.{region}.amazonaws.com/{name}"),
            type("apigatewayv2.DomainName")
                    .id("{domainName}")
                    .unique("domainName")
                    .replacedBy("domainName")
                    .needs("certificateArn", "acm.Certificate")
                    .gives("arn", "arn:aws:apigateway:{region}::/domainnames/{domainName}"),
            type("apigatewayv2.ApiMapping")
                    .replacedBy("domainName")
                    .needs("apiId", "apigatewayv2.Api")
                    .needs("domainName", "apigatewayv2.DomainName")
                    .needs("stage", "apigatewayv2.Stage"),
            type("apigateway.Account").id("api-gateway-account").needs("cloudwatchRoleArn", "iam.Role"),
            type("apigateway.ApiKey")
                    .autoNamed("name")
                    .unique("value")
                    .replacedBy("name", "value")
                    .gives("arn", "arn:aws:apigateway:{region}::/apikeys/{id}"),
            type("apigateway.VpcLink")
                    .autoNamed("name")
                    .replacedBy("targetArn")
                    .gives("arn", "arn:aws:apigateway:{region}::/vpclinks/{id}"),
            type("apigateway.UsagePlan")
                    .autoNamed("name")
                    .needs("apiId", "apigatewayv2.Api")
                    .needs("stage", "apigatewayv2.Stage")
                    .gives("arn", "arn:aws:apigateway:{region}::/usageplans/{id}"),
            type("apigateway.UsagePlanKey")
                    .id("{keyId}")
                    .replacedByAnything()
                    .needs("keyId", "apigateway.ApiKey")
                    .needs("usagePlanId", "apigateway.UsagePlan"),
            type("lambda.Function")
                    .autoNamed("name")
                    .id("{name}")
                    .replacedBy("name", "packageType")
                    .needs("role", "iam.Role")
                    .gives("arn", "arn:aws:lambda:{region}:{account}:function:{name}")
                    .gives(
                            "invokeArn",
                            "arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/"
                                    + "arn:aws:lambda:{region}:{account}:function:{name}/invocations")
                    .gives("version", "$LATEST")
                    .gives("qualifiedArn", "arn:aws:lambda:{region}:{account}:function:{name}:$LATEST"),
            type("lambda.Alias")
                    .autoNamed("name")
                    .replacedBy("name", "functionName")
                    .id("arn:aws:lambda:{region}:{account}:function:{functionName}:{name}")
                    .needs("functionName", "lambda.Function")
                    .gives("arn", "arn:aws:lambda:{region}:{account}:function:{functionName}:{name}")
                    .gives(
                            "invokeArn",
                            "arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/"
                                    + "arn:aws:lambda:{region}:{account}:function:{functionName}:{name}/invocations"),
            type("lambda.ProvisionedConcurrencyConfig")
                    .id("{functionName},{qualifier}")
                    .replacedBy("functionName", "qualifier")
                    .needs("functionName", "lambda.Function"),
            type("lambda.LayerVersion")
                    .replacedByAnything()
                    .gives("layerArn", "arn:aws:lambda:{region}:{account}:layer:{layerName}")
                    .gives("version", "1")
                    .gives("arn", "arn:aws:lambda:{region}:{account}:layer:{layerName}:1"),
            type("lambda.Permission")
                    .autoNamed("statementId")
                    .id("{statementId}")
                    .replacedByAnything()
                    .needs("function", "lambda.Function"),
            type("iam.Role")
                    .autoNamed("name")
                    .id("{name}")
                    .replacedBy("name", "namePrefix", "path")
                    .gives("arn", "arn:aws:iam::{account}:role/{name}"),
            type("iam.RolePolicy")
                    .autoNamed("name")
                    .id("{role}:{name}")
                    .replacedBy("name", "namePrefix", "role")
                    .needs("role", "iam.Role"),
            type("iam.RolePolicyAttachment").replacedByAnything().needs("role", "iam.Role"),
            type("cloudwatch.LogGroup")
                    .autoNamed("name")
                    .id("{name}")
                    .replacedBy("name", "namePrefix", "logGroupClass")
                    .gives("arn", "arn:aws:logs:{region}:{account}:log-group:{name}"),
            type("cloudwatch.LogDeliverySource")
                    .autoNamed("name")
                    .id("{name}")
                    .replacedBy("name", "logType", "resourceArn")
                    .needs("resourceArn", "cloudfront.Distribution")
                    .gives("arn", "arn:aws:logs:{region}:{account}:delivery-source:{name}"),
            type("cloudwatch.LogDeliveryDestination")
                    .autoNamed("name")
                    .id("{name}")
                    .replacedBy("name", "outputFormat")
                    .needs("destinationResourceArn", "cloudwatch.LogGroup")
                    .gives("arn", "arn:aws:logs:{region}:{account}:delivery-destination:{name}"),
            type("cloudwatch.LogDelivery")
                    .replacedBy("deliverySourceName", "deliveryDestinationArn")
                    .needs("deliverySourceName", "cloudwatch.LogDeliverySource")
                    .needs("deliveryDestinationArn", "cloudwatch.LogDeliveryDestination")
                    .gives("arn", "arn:aws:logs:{region}:{account}:delivery:{id}"),
            type("cloudwatch.MetricAlarm")
                    .autoNamed("name")
                    .id("{name}")
                    .replacedBy("name")
                    .needs("alarmActions", "sns.Topic")
                    .needs("okActions", "sns.Topic")
                    .needs("DistributionId", "cloudfront.Distribution")
                    .gives("arn", "arn:aws:cloudwatch:{region}:{account}:alarm:{name}"),
            type("cloudwatch.Dashboard")
                    .id("{dashboardName}")
                    .replacedBy("dashboardName")
                    .gives("dashboardArn", "arn:aws:cloudwatch::{account}:dashboard/{dashboardName}"),
            type("sns.Topic")
                    .autoNamed("name")
                    .id("arn:aws:sns:{region}:{account}:{name}")
                    .replacedBy("name", "namePrefix", "fifoTopic")
                    .needs("kmsMasterKeyId", "kms.Key")
                    .gives("arn", "arn:aws:sns:{region}:{account}:{name}"),
            type("sns.TopicPolicy").id("{arn}").replacedBy("arn").needs("arn", "sns.Topic"),
            type("sns.TopicSubscription")
                    .replacedBy("topic", "protocol", "endpoint")
                    .needs("topic", "sns.Topic")
                    .gives("arn", "arn:aws:sns:{region}:{account}:{id}"),
            type("sqs.Queue")
                    .autoNamed("name")
                    .id("https://sqs.{region}.amazonaws.com/{account}/{name}")
                    .replacedBy("name", "namePrefix", "fifoQueue")
                    .gives("arn", "arn:aws:sqs:{region}:{account}:{name}"),
            type("cloudwatch.EventBus")
                    .autoNamed("name")
                    .id("{name}")
                    .replacedBy("name")
                    .gives("arn", "arn:aws:events:{region}:{account}:event-bus/{name}"),
            type("dynamodb.Table")
                    .autoNamed("name")
                    .id("{name}")
                    .replacedBy("name", "hashKey", "rangeKey")
                    .gives("arn", "arn:aws:dynamodb:{region}:{account}:table/{name}"),
            type("sfn.StateMachine")
                    .autoNamed("name")
                    .id("arn:aws:states:{region}:{account}:stateMachine:{name}")
                    .replacedBy("name", "type")
                    .gives("arn", "arn:aws:states:{region}:{account}:stateMachine:{name}"),
            type("kms.Key")
                    .replacedBy("customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId")
                    .gives("arn", "arn:aws:kms:{region}:{account}:key/{id}")
                    .gives("keyId", "{id}"),
            type("kms.KeyPolicy").id("{keyId}").replacedBy("keyId").needs("keyId", "kms.Key"),
            type("wafv2.WebAcl")
                    .autoNamed("name")
                    .unique("name")
                    .replacedBy("name", "namePrefix", "scope")
                    .gives("arn", "arn:aws:wafv2:{region}:{account}:global/webacl/{name}/{id}"),
            type("wafv2.WebAclLoggingConfiguration")
                    .id("{resourceArn}")
                    .replacedBy("resourceArn", "logDestinationConfigs")
                    .needs("resourceArn", "wafv2.WebAcl")
                    .needs("logDestinationConfigs", "cloudwatch.LogGroup"),
            type("cloudfront.OriginRequestPolicy")
                    .autoNamed("name")
                    .unique("name")
                    .gives("arn", "arn:aws:cloudfront::{account}:origin-request-policy/{id}")
                    .gives("etag", "E{id}"),
            type("cloudfront.KeyValueStore")
                    .autoNamed("name")
                    .replacedBy("name")
                    .gives("arn", "arn:aws:cloudfront::{account}:key-value-store/{id}")
                    .gives("etag", "E{id}"),
            type("cloudfront.KeyvaluestoreKeysExclusive")
                    .id("{keyValueStoreArn}")
                    .replacedBy("keyValueStoreArn")
                    .needs("keyValueStoreArn", "cloudfront.KeyValueStore"),
            type("cloudfront.Function")
                    .autoNamed("name")
                    .id("{name}")
                    .replacedBy("name")
                    .needs("keyValueStoreAssociations", "cloudfront.KeyValueStore")
                    .gives("arn", "arn:aws:cloudfront::{account}:function/{name}")
                    .gives("etag", "E{name}")
                    .gives("status", "UNASSOCIATED"),
            type("cloudfront.OriginAccessControl")
                    .autoNamed("name")
                    .unique("name")
                    .replacedBy("originAccessControlOriginType")
                    .gives("arn", "arn:aws:cloudfront::{account}:origin-access-control/{id}")
                    .gives("etag", "E{id}"),
            type("s3.BucketV2")
                    .autoNamed("bucket")
                    .id("{bucket}")
                    .replacedBy("bucket", "bucketPrefix")
                    .gives("arn", "arn:aws:s3:::{bucket}")
                    .gives("bucketDomainName", "{bucket}.s3.amazonaws.com")
                    .gives("bucketRegionalDomainName", "{bucket}.s3.{region}.amazonaws.com"),
            type("s3.BucketPublicAccessBlock")
                    .id("{bucket}")
                    .replacedBy("bucket")
                    .needs("bucket", "s3.BucketV2"),
            type("s3.BucketPolicy").id("{bucket}").replacedBy("bucket").needs("bucket", "s3.BucketV2"),
            type("s3.BucketObjectv2")
                    .id("{bucket}/{key}")
                    .replacedBy("bucket", "key")
                    .needs("bucket", "s3.BucketV2")
                    .gives("arn", "arn:aws:s3:::{bucket}/{key}"),
            type("cloudfront.Distribution")
                    .needs("originAccessControlId", "cloudfront.OriginAccessControl")
                    .needs("originRequestPolicyId", "cloudfront.OriginRequestPolicy")
                    .needs("functionArn", "cloudfront.Function")
                    .needs("acmCertificateArn", "acm.Certificate")
                    .needs("webAclId", "wafv2.WebAcl")
                    .needs("lambdaArn", "lambda.Function")
                    .gives("arn", "arn:aws:cloudfront::{account}:distribution/{id}")
                    .gives("domainName", "d{id}.cloudfront.net")
                    .gives("hostedZoneId", "Z2FDTNDATAQYW2")
                    .gives("etag", "E{id}")
                    .gives("status", "Deployed"),
            type("acm.Certificate")
                    .replacedBy(
                            "certificateAuthorityArn",
                            "domainName",
                            "keyAlgorithm",
                            "subjectAlternativeNames",
                            "validationMethod",
                            "validationOptions")
                    .gives("arn", "arn:aws:acm:{region}:{account}:certificate/{id}")
                    .gives("domainValidationOptions", new ValidationOptions()),
            type("acm.CertificateValidation").replacedByAnything().needs("certificateArn", "acm.Certificate"),
            type("route53.Record")
                    .id("{zoneId}_{name}_{type}")
                    .replacedBy("name", "zoneId")
                    .gives("fqdn", "{name}"));

    private ResourceTypes() {}

    /** @param token such as {@code aws:apigatewayv2/stage:Stage} */
    static ResourceType of(String token) {
        var type = BY_TOKEN.get(token);
        if (type == null) {
            throw new Refusal("The stand-in cloud has no " + token + ": add a line to ResourceTypes");
        }
        return type;
    }

    private static Map<String, ResourceType> byToken(ResourceType... types) {
        return Arrays.stream(types).collect(Collectors.toMap(type -> token(type.name()), Function.identity()));
    }

    private static String token(String name) {
        var dot = name.indexOf('.') + 1;
        var type = name.substring(dot);
        var file = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        return "aws:" + name.substring(0, dot - 1) + "/" + file + ":" + type;
    }
}

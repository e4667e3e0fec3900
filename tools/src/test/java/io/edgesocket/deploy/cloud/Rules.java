package io.edgesocket.deploy.cloud;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What AWS refuses because of what exists, or doesn't exist yet.
 *
 * @param existing   every resource there is
 * @param replicated the Lambda function versions that CloudFront has copied to the edge; it takes hours to let go of one
 */
record Rules(List<Resource> existing, Set<String> replicated) {
    /** AllViewer and AllViewerExceptHostHeader: policies that are there without being made. */
    private static final Set<String> MANAGED_POLICIES =
            Set.of("216adef6-5c7f-47e4-b989-5492eafa07d3", "b689b0a8-53d0-40ab-baf2-68738e2966ac");

    private static final Pattern LAMBDA_AT_EDGE = Pattern.compile("arn:aws:lambda:us-east-1:\\d+:function:[^:]+:\\d+");

    void creating(Resource created) {
        refuseIf(
                !mayOverwrite(created)
                        && existing.stream().anyMatch(other -> other.key().equals(created.key())),
                "ConflictException: " + created.type().name() + " " + created.id() + " already exists");
        refuseIf(
                created.isA("apigatewayv2.Deployment")
                        && routes(created).findAny().isEmpty(),
                "BadRequestException: At least one route is required before deploying the Api.");
        updating(created);
    }

    void updating(Resource updated) {
        updated.type()
                .needs()
                .forEach((input, type) ->
                        updated.inputsNamed(input).forEach(reference -> existsFor(updated, type, reference)));
        updated.type().unique().forEach(input -> isFree(updated, input));
        switch (updated.type().name()) {
            case "apigatewayv2.Route" -> keyIsFree(updated);
            case "apigatewayv2.Stage" -> settingsAreForRoutes(updated);
            case "lambda.Alias" -> isNotForLatest(updated);
            case "cloudfront.Distribution" -> {
                originsAreHosts(updated);
                new NameRules(existing).distributionHasItsNames(updated);
                lambdasAreVersions(updated);
            }
            case "acm.CertificateValidation" -> new NameRules(existing).namesAreProved(updated);
            default -> {}
        }
    }

    void deleting(Resource deleted) {
        refuseIf(
                deleted.isA("lambda.Function") && replicated.stream().anyMatch(deleted::isMeantBy),
                "InvalidParameterValueException: Lambda was unable to delete " + deleted.id()
                        + " because it is a replicated function.");
        existing.stream()
                .filter(other -> other.needs(deleted) && !isRoleOfFunction(deleted, other))
                .forEach(other -> {
                    throw new Refusal("ConflictException: Unable to delete "
                            + deleted.type().name() + " " + deleted.id() + " because it is referenced by " + other);
                });
    }

    private static boolean mayOverwrite(Resource created) {
        return created.inputs()
                .getFieldsOrDefault("allowOverwrite", Values.NOTHING)
                .getBoolValue();
    }

    /** IAM lets a role go, whoever would still take it. */
    private static boolean isRoleOfFunction(Resource deleted, Resource other) {
        return deleted.isA("iam.Role") && other.isA("lambda.Function");
    }

    private void existsFor(Resource asking, String type, String reference) {
        refuseIf(
                !MANAGED_POLICIES.contains(reference)
                        && existing.stream().noneMatch(other -> other.isA(type) && other.isMeantBy(reference)),
                "NotFoundException: Unable to find " + type + " " + reference + ", which " + asking + " names");
    }

    private void isFree(Resource resource, String input) {
        var taken = existing.stream()
                .filter(other ->
                        other.isA(resource.type().name()) && other.region().equals(resource.region()))
                .filter(other -> !other.key().equals(resource.key()))
                .flatMap(other -> Values.text(other.inputs(), input).stream())
                .toList();
        Values.text(resource.inputs(), input)
                .ifPresent(value -> refuseIf(
                        taken.contains(value),
                        "ConflictException: " + resource.type().name() + " with " + input + " " + value
                                + " already exists"));
    }

    private void keyIsFree(Resource route) {
        refuseIf(
                routes(route).anyMatch(other -> other.routeKey().equals(route.routeKey())),
                "ConflictException: Route with key " + route.routeKey() + " already exists for this API");
    }

    private void settingsAreForRoutes(Resource stage) {
        var keys = routes(stage).map(Resource::routeKey).toList();
        stage.inputsNamed("routeKey")
                .forEach(key -> refuseIf(
                        !keys.contains(key),
                        "NotFoundException: Unable to find Route by key " + key
                                + " within the provided RouteSettings"));
    }

    private void isNotForLatest(Resource alias) {
        refuseIf(
                alias.inputsNamed("functionVersion").anyMatch("$LATEST"::equals),
                "an alias of $LATEST never starts from a snapshot: publish the function");
    }

    private void originsAreHosts(Resource distribution) {
        distribution
                .inputsNamed("domainName")
                .forEach(host -> refuseIf(
                        host.contains(":") || host.contains("/"),
                        "InvalidArgument: The parameter origin name cannot contain a colon or a slash: " + host));
    }

    private void lambdasAreVersions(Resource distribution) {
        distribution
                .inputsNamed("lambdaArn")
                .forEach(arn -> refuseIf(
                        !LAMBDA_AT_EDGE.matcher(arn).matches(),
                        "InvalidLambdaFunctionAssociation: The function must be a numbered version in us-east-1: "
                                + arn));
    }

    /** The other routes of the API that a resource belongs to. */
    private Stream<Resource> routes(Resource ofTheSameApi) {
        return existing.stream()
                .filter(other -> other.isA("apigatewayv2.Route"))
                .filter(other -> other.key().apiId().equals(ofTheSameApi.key().apiId()))
                .filter(other -> !other.key().equals(ofTheSameApi.key()));
    }

    static void refuseIf(boolean wrong, String message) {
        if (wrong) {
            throw new Refusal(message);
        }
    }
}

package io.edgesocket.iam;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.edgesocket.engine.Registration;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.StackConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the roles that deploy and preview one stack must be allowed. */
public final class StackRights {
    private static final List<Grant> GRANTS = GrantFile.read();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z.:]+)}");
    private static final String ANY = "*";
    private static final String BUCKET = "bucket:";
    private static final String REPOSITORY = "repository:";

    private final AssumedRoles others;
    private final List<Registration> resources;
    private final NamesInAws names;
    private final Regions regions;
    private final Components components;
    private final String account;

    private StackRights(Registrations stack, StackConfig config, String account) {
        others = AssumedRoles.of(stack.resources(), config.value("aws:assumeRole"));
        resources = stack.resources().stream()
                .filter(StackRights::isOfAws)
                .filter(resource -> !others.make(resource))
                .toList();
        names = new NamesInAws(
                stack.resources(), config.value("pulumi:autonaming").isPresent());
        regions = new Regions(stack.resources(), config.value("aws:region").orElse(ANY));
        components = new Components(stack.resources());
        this.account = account;
    }

    /**
     * In the order of {@code grants.yaml}; last the roles that the stack's acts as.
     *
     * @param config  says the region of the stack's default provider, and how it names resources
     * @param account the account's number, or {@code *}
     */
    public static List<Granted> of(Registrations stack, StackConfig config, String account) {
        var rights = new StackRights(stack, config, account);
        return Stream.concat(GRANTS.stream().flatMap(rights::granted), rights.others.granted())
                .toList();
    }

    /** The types of AWS in a stack that no grant speaks of. */
    public static List<String> unknownTypes(Registrations stack) {
        var known = GRANTS.stream().flatMap(grant -> grant.types().stream()).collect(toSet());
        return stack.resources().stream()
                .filter(StackRights::isOfAws)
                .map(Registration::type)
                .filter(type -> !known.contains(type))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isOfAws(Registration resource) {
        return resource.custom() && resource.type().startsWith("aws:");
    }

    private Stream<Granted> granted(Grant grant) {
        var concerned = resources.stream()
                .filter(resource -> grant.types().contains(resource.type()))
                .filter(resource -> grant.when().stream()
                        .allMatch(path -> names.at(resource, path).anyMatch(value -> value.startsWith(grant.begins()))))
                .toList();
        if (concerned.isEmpty()) {
            return Stream.empty();
        }
        Function<List<String>, List<String>> filled = patterns -> filled(patterns, concerned);
        return Stream.of(new Granted(
                grant.name(),
                grant.purpose(),
                filled.apply(grant.resources()),
                condition(grant.condition(), filled),
                grant.read(),
                grant.write(),
                grant.source()));
    }

    private static Map<String, Map<String, List<String>>> condition(
            Map<String, Map<String, List<String>>> condition, Function<List<String>, List<String>> filled) {
        return values(condition, keys -> values(keys, filled));
    }

    private static <A, B> Map<String, B> values(Map<String, A> map, Function<A, B> value) {
        return map.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> value.apply(entry.getValue()), (a, b) -> b, TreeMap::new));
    }

    private List<String> filled(List<String> patterns, List<Registration> concerned) {
        return Arn.folded(patterns.stream()
                .flatMap(pattern -> concerned.stream()
                        .flatMap(resource ->
                                filled("", pattern, resource).map(text -> new Arn(components.of(resource), text)))));
    }

    /** An ARN that the program was given takes the place of the whole pattern. */
    private Stream<String> filled(String done, String rest, Registration resource) {
        var placeholder = PLACEHOLDER.matcher(rest);
        if (!placeholder.find()) {
            return Stream.of(done + rest);
        }
        var before = done + rest.substring(0, placeholder.start());
        var behind = rest.substring(placeholder.end());
        return values(placeholder.group(1), resource)
                .flatMap(value ->
                        value.startsWith("arn:") ? Stream.of(value) : filled(before + value, behind, resource));
    }

    private Stream<String> values(String placeholder, Registration resource) {
        return switch (placeholder) {
            case "account" -> Stream.of(account);
            case "region" -> Stream.of(regions.of(resource));
            case "record:name" -> Stream.of(names.ofRecord(resource));
            default -> named(placeholder, resource);
        };
    }

    private Stream<String> named(String placeholder, Registration resource) {
        if (placeholder.startsWith(BUCKET)) {
            return names.at(resource, placeholder.substring(BUCKET.length())).map(StackRights::bucket);
        }
        return placeholder.startsWith(REPOSITORY)
                ? names.at(resource, placeholder.substring(REPOSITORY.length())).map(StackRights::repository)
                : names.at(resource, placeholder);
    }

    /** An image that is written out says the account and region of its repository too. */
    private static String repository(String image) {
        var name = image.replaceFirst("@.*$", "").replaceFirst(":[^:/]*$", "");
        return name.replaceFirst("^(\\d{12})\\.dkr[.-]ecr\\.([a-z0-9-]+)\\.[a-z.]+/", "arn:aws:ecr:$2:$1:repository/");
    }

    /** A bucket is written as its ARN, with a prefix behind it, or as its domain name. */
    private static String bucket(String written) {
        return written.replaceFirst("^arn:aws:s3:::", "")
                .replaceFirst("/.*$", "")
                .replaceFirst("\\.s3[.-].*$", "");
    }
}

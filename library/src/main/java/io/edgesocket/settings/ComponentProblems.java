package io.edgesocket.settings;

import static io.edgesocket.settings.Settings.NAMESPACE;

import io.edgesocket.components.Problem;
import io.edgesocket.settings.schema.Field;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.Location;
import io.edgesocket.settings.schema.MapShape;
import io.edgesocket.settings.schema.Shape;
import io.edgesocket.settings.schema.ShorthandShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a component refuses, told by the keys that its arguments come from. The arguments are named as the keys are; the
 * few that can't be stand in a list here.
 */
final class ComponentProblems {
    private static final String CDN = NAMESPACE + ":cdn";
    private static final String DOMAIN = NAMESPACE + ":domain";
    private static final String PATHS = NAMESPACE + ":paths";

    /** Arguments of the distribution that are a group of their own in the settings, or an origin's and set for all. */
    private static final List<Elsewhere> ELSEWHERE = List.of(
            new Elsewhere(List.of("aliases"), List.of(DOMAIN, "names")),
            new Elsewhere(List.of("certificateArn"), List.of(DOMAIN, "certificateArn")),
            new Elsewhere(List.of("minimumTls"), List.of(DOMAIN, "minimumTls")),
            new Elsewhere(List.of("edge", "*", "tags"), List.of(NAMESPACE + ":tags")),
            new Elsewhere(List.of("edge", "*", "tags", "*"), List.of(NAMESPACE + ":tags")),
            new Elsewhere(List.of("edge", "*", "role"), List.of(NAMESPACE + ":edge", "role")),
            new Elsewhere(List.of("origin", "endpoint"), List.of(NAMESPACE + ":endpoint")),
            new Elsewhere(List.of("origin", "stage"), List.of(NAMESPACE + ":stage", "name")),
            new Elsewhere(List.of("origin", "readTimeout"), List.of(CDN, "readTimeout")),
            new Elsewhere(List.of("origin", "keepAlive"), List.of(CDN, "keepAlive")),
            new Elsewhere(List.of("origin", "header", "*"), List.of(NAMESPACE + ":originGuard", "sentIn")),
            new Elsewhere(List.of("paths", "*", "readTimeout"), List.of(CDN, "readTimeout")),
            new Elsewhere(List.of("paths", "*", "keepAlive"), List.of(CDN, "keepAlive")),
            new Elsewhere(List.of("paths", "*", "header", "*"), List.of(PATHS, "*", "sentIn")));

    /**
     * An argument whose key has another name or place.
     *
     * @param argument its path; {@code *} is any step, one that users name
     * @param key      the path in the settings; {@code *} is the argument's step at that place
     */
    private record Elsewhere(List<String> argument, List<String> key) {

        boolean isOf(List<String> path) {
            return path.size() == argument.size()
                    && Stream.iterate(0, at -> at < path.size(), at -> at + 1)
                            .allMatch(at -> argument.get(at).equals("*")
                                    || argument.get(at).equals(path.get(at)));
        }

        List<String> keyOf(List<String> path) {
            var steps = new ArrayList<>(key);
            steps.replaceAll(step -> step.equals("*") ? path.get(key.indexOf(step)) : step);
            return steps;
        }
    }

    private ComponentProblems() {}

    /** Reports what a distribution refuses: its arguments stand in {@code edgesocket:cdn}, or beside it. */
    static void ofDistribution(List<Problem> problems, Location root) {
        problems.forEach(problem -> report(problem, distributionKey(problem.path(), root), root.key(CDN)));
    }

    /** Reports what a component of one group refuses: its arguments are the keys there. */
    static void ofGroup(GroupShape group, List<Problem> problems, Location place) {
        problems.forEach(problem -> report(problem, key(group, problem.path(), place), place));
    }

    /** The same problem, told by the key, if it is one of an API's stage. */
    static Optional<Problem> ofStage(Problem problem, Location root) {
        return Optional.of(problem.path())
                .filter(path -> path.get(0).equals("stage"))
                .flatMap(path -> key(Settings.SHAPE, beside(path), root))
                .map(place -> new Problem(place.path(), problem.given(), problem.allowed()));
    }

    static Optional<Location> distributionKey(List<String> path, Location root) {
        return ELSEWHERE.stream()
                .filter(elsewhere -> elsewhere.isOf(path))
                .map(elsewhere -> elsewhere.keyOf(path))
                .findFirst()
                .flatMap(steps -> key(Settings.SHAPE, steps, root))
                .or(() -> key(CdnSettings.SHAPE, path, root.key(CDN)))
                .or(() -> key(Settings.SHAPE, beside(path), root));
    }

    private static List<String> beside(List<String> path) {
        return Stream.concat(
                        Stream.of(NAMESPACE + ":" + path.get(0)), path.stream().skip(1))
                .toList();
    }

    /** Where the path leads below a place of this shape; nothing if a step is no key there. */
    static Optional<Location> key(Shape shape, List<String> path, Location place) {
        if (path.isEmpty()) {
            return Optional.of(place);
        }
        var step = path.get(0);
        var below = path.subList(1, path.size());
        if (shape instanceof GroupShape group) {
            return group.field(step).map(Field::shape).flatMap(found -> key(found, below, place.key(step)));
        }
        if (shape instanceof ShorthandShape either) {
            return key(either.group(), path, place);
        }
        return shape instanceof MapShape map ? key(map.value(), below, place.usersKey(step)) : Optional.empty();
    }

    /** Where there is no key, only the first step of the argument is named: the others may be parts of a secret. */
    private static void report(Problem problem, Optional<Location> key, Location nearest) {
        key.ifPresentOrElse(
                place -> place.add(problem.given(), problem.allowed()),
                () -> nearest.add(problem.path().get(0) + ": " + problem.given(), problem.allowed()));
    }
}

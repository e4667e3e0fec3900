package io.edgesocket.local.lambda.sdk;

import io.edgesocket.local.machine.CacheFolder;
import io.edgesocket.local.machine.ProgramRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the AWS SDKs that Lambda's own runtimes have, in a cache of this machine. What the cache doesn't have is fetched
 * once, by the developer's own npm or pip, as these are configured.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html#nodejs-sdk-included">The SDK in Lambda's
 *     Node.js runtimes</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-python.html#python-sdk-included">The SDK in Lambda's
 *     Python runtimes</a>
 */
public final class AwsSdks {
    /** Finds nothing: handlers have what they find by themselves. */
    public static final AwsSdks NONE = new AwsSdks(Optional.empty(), new ProgramRunner(Map.of()), false, line -> {});

    private final Optional<CacheFolder> cache;
    private final ProgramRunner fetcher;
    private final boolean fetching;
    private final Consumer<String> told;

    private AwsSdks(Optional<CacheFolder> cache, ProgramRunner fetcher, boolean fetching, Consumer<String> told) {
        this.cache = cache;
        this.fetcher = fetcher;
        this.fetching = fetching;
        this.told = told;
    }

    /**
     * @param environment the developer's variables: {@code XDG_CACHE_HOME} or {@code HOME} say where the cache is, and npm
     *                    and pip are given all of them
     * @param told        takes a line for a person when something is fetched, and when that fails
     */
    public static AwsSdks of(Map<String, String> environment, Consumer<String> told) {
        return new AwsSdks(CacheFolder.of(environment, "lambda"), new ProgramRunner(environment), true, told);
    }

    /** The same, but nothing is fetched: what the cache has is found. */
    public AwsSdks offline() {
        return new AwsSdks(cache, fetcher, false, told);
    }

    /**
     * @param npm      fetches them; empty if there is none
     * @param packages such as {@code @aws-sdk/client-dynamodb}
     * @return a folder whose {@code node_modules} has all of them; empty if they can't be had, or none is asked for
     */
    public Optional<Path> node(Optional<Path> npm, SortedSet<String> packages) {
        if (packages.isEmpty()) {
            return Optional.empty();
        }
        return get(
                "node-",
                Integer.toHexString(packages.hashCode()),
                folder -> packages.stream().allMatch(name -> Files.isDirectory(folder.resolve("node_modules/" + name))),
                String.join(", ", packages),
                "with npm, once: Lambda's Node.js has it, and there is none in the folder",
                npm.map(program -> folder -> npmCommand(program, folder, packages)),
                "there is no npm on the PATH");
    }

    private static List<String> npmCommand(Path npm, Path folder, SortedSet<String> packages) {
        var options = Stream.of(
                npm.toString(),
                "install",
                "--prefix",
                folder.toString(),
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--no-package-lock",
                "--loglevel=error",
                "--fetch-retries=1",
                "--fetch-retry-mintimeout=1000");
        return Stream.concat(options, packages.stream().map(AwsSdks::versioned)).toList();
    }

    /** Lambda has version 3. What it is made of has versions of its own. */
    private static String versioned(String name) {
        return name.startsWith("@aws-sdk/") ? name + "@3" : name;
    }

    /**
     * @param python  fetches it with its pip
     * @param version of Python, such as 3.13: boto3's newest version is not for every one
     * @return a folder that has boto3 and what it needs; empty if it can't be had
     */
    public Optional<Path> python(Path python, String version) {
        return get(
                "python-" + version + "-",
                "boto3",
                folder -> Files.isRegularFile(folder.resolve("boto3/__init__.py")),
                "boto3",
                "with pip, once: Lambda's Python has it, and Python " + version + " here has none",
                Optional.of(folder -> pipCommand(python, folder)),
                "");
    }

    private static List<String> pipCommand(Path python, Path folder) {
        return List.of(
                python.toString(),
                "-m",
                "pip",
                "install",
                "--target",
                folder.toString(),
                "--quiet",
                "--no-input",
                "--disable-pip-version-check",
                "--retries=1",
                "boto3");
    }

    private Optional<Path> get(
            String kind,
            String name,
            Predicate<Path> complete,
            String what,
            String how,
            Optional<Function<Path, List<String>>> command,
            String noCommand) {
        var found = cache.flatMap(there -> there.find(kind, complete));
        if (found.isPresent() || cache.isEmpty() || !fetching) {
            return found;
        }
        if (command.isEmpty()) {
            tellFailure(what, noCommand);
            return Optional.empty();
        }
        told.accept("fetching " + what + " " + how);
        try {
            var fetch = command.get();
            return Optional.of(
                    cache.get().make(kind, name, complete, folder -> fetcher.run(fetch.apply(folder), folder)));
        } catch (IOException e) {
            tellFailure(what, e.getMessage());
            return Optional.empty();
        }
    }

    private void tellFailure(String what, String why) {
        told.accept("can't fetch " + what + ": " + why
                + ". A handler that imports it fails, and then says how to install it");
    }
}

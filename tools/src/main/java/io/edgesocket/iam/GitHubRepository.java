package io.edgesocket.iam;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A repository on GitHub, whose workflows may take a role without a key, by the token that GitHub signs for them. With its
 * numbers it is known by them too: they stay when it is renamed, and nobody who takes the old name has them.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">OpenID Connect in GitHub Actions</a>
 */
public record GitHubRepository(String owner, String name, Optional<String> ownerId, Optional<String> id) {
    private static final String ISSUER = "token.actions.githubusercontent.com";
    private static final Pattern WRITTEN =
            Pattern.compile("(?<owner>[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?)(?:@(?<ownerId>\\d+))?"
                    + "/(?<name>[A-Za-z0-9._-]{1,100})(?:@(?<id>\\d+))?");

    /**
     * @param written {@code acme/chat}, or with the numbers of owner and repository {@code acme@1234/chat@5678}
     * @return nothing if it is neither
     */
    public static Optional<GitHubRepository> of(String written) {
        var repository = WRITTEN.matcher(written);
        if (!repository.matches()) {
            return Optional.empty();
        }
        var ownerId = Optional.ofNullable(repository.group("ownerId"));
        var id = Optional.ofNullable(repository.group("id"));
        return ownerId.isPresent() == id.isPresent()
                ? Optional.of(new GitHubRepository(repository.group("owner"), repository.group("name"), ownerId, id))
                : Optional.empty();
    }

    /** The role's trust policy: jobs of this repository that run in one of its environments, and nothing else, may take it. */
    public TrustPolicy trust(String account, String environment) {
        var conditions = new TreeMap<String, List<String>>(Map.of(
                ISSUER + ":aud", List.of("sts.amazonaws.com"),
                ISSUER + ":sub", subjects(environment)));
        return new TrustPolicy(account, ISSUER, conditions);
    }

    private List<String> subjects(String environment) {
        var plain = Stream.of(subject(owner, name, environment));
        var numbered = ownerId.stream()
                .flatMap(of -> id.stream().map(number -> subject(owner + "@" + of, name + "@" + number, environment)));
        return Stream.concat(plain, numbered).toList();
    }

    /** GitHub writes a colon in a name as {@code %3A}. */
    private static String subject(String owner, String name, String environment) {
        return "repo:" + owner + "/" + name + ":environment:" + environment.replace(":", "%3A");
    }
}

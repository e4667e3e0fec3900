package io.edgesocket.components.authorization;

import com.pulumi.core.Output;
import io.edgesocket.components.Problem;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Placeholder;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys of an {@link OriginGuard}, one or two, each under a name of the user's. Two are good at once while one takes
 * the other's place; CloudFront sends one of them. Immutable. Every key is a secret, whatever it is given as.
 * <pre>{@code
 * GuardKeys.of("blue", config.requireSecret("blue")).and("green", config.requireSecret("green")).sending("blue")
 * }</pre>
 */
public final class GuardKeys {
    /** How many are good at once. */
    public static final int MAX = 2;
    /** Characters of a key: 64 hexadecimal digits, say, are 256 bits. AWS itself takes 20 of them. */
    public static final int LENGTH_MIN = 32;
    /** Characters of a key, which is what API Gateway takes. */
    public static final int LENGTH_MAX = 128;
    /** A key, as an expression that Java and ECMAScript share: editors read it too. */
    public static final String KEY = "[A-Za-z0-9]{" + LENGTH_MIN + "," + LENGTH_MAX + "}";
    /** What {@link #KEY} means. */
    public static final String KEY_MEANS =
            LENGTH_MIN + " to " + LENGTH_MAX + " letters and digits, made up by a machine: " + "openssl rand -hex 32";
    /** A key's name: a part of names in AWS. */
    public static final String NAME = "[A-Za-z0-9_-]+";
    /** Characters of a key's name. */
    public static final int NAME_MAX = 20;

    private static final Pattern IS_NAME = Pattern.compile(NAME);
    private static final Pattern IS_KEY = Pattern.compile(KEY);

    private final List<Key> all;
    private final Optional<String> sending;

    record Key(String name, Input value) {}

    private GuardKeys(List<Key> all, Optional<String> sending) {
        this.all = all;
        this.sending = sending;
    }

    /** No key yet, which no guard takes. */
    public static GuardKeys none() {
        return new GuardKeys(List.of(), Optional.empty());
    }

    /** As {@link #of(String, Output)}, with a key that is known and so can be checked. */
    public static GuardKeys of(String name, String key) {
        return none().and(name, key);
    }

    /**
     * One key.
     *
     * @param name at most {@value #NAME_MAX} letters, digits, {@code -} and {@code _}; names what is made of the key
     * @param key  {@value #LENGTH_MIN} to {@value #LENGTH_MAX} letters and digits; in an account and a
     *             region no other API key may have this value
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html">API Gateway: CreateApiKey</a>
     */
    public static GuardKeys of(String name, Output<String> key) {
        return none().and(name, key);
    }

    /** These and a further one. */
    public GuardKeys and(String name, String key) {
        return and(new Key(name, Input.secret(key)));
    }

    /** These and a further one. */
    public GuardKeys and(String name, Output<String> key) {
        return and(new Key(name, Input.later(key.asSecret())));
    }

    private GuardKeys and(Key key) {
        return new GuardKeys(Stream.concat(all.stream(), Stream.of(key)).toList(), sending);
    }

    /** Which of them CloudFront sends. Default: the only one. */
    public GuardKeys sending(String name) {
        return new GuardKeys(all, Optional.of(name));
    }

    List<Key> all() {
        return all;
    }

    /** What CloudFront sends, a secret. */
    public Output<String> sent() {
        return all.stream()
                .filter(key -> sending.isEmpty() || sending.get().equals(key.name()))
                .map(key -> key.value().output())
                .findFirst()
                .orElseThrow();
    }

    /** All of them, a secret, with commas between: what a function gets that tells them from others. */
    Output<String> listed() {
        return Output.all(all.stream().map(key -> key.value().output()).toList())
                .applyValue(values -> values.stream()
                        .map(value -> Placeholder.ifAbsent(value, "key"))
                        .collect(Collectors.joining(",")));
    }

    /** What an {@link OriginGuard} would refuse of them; nothing if they are fine. */
    public List<Problem> problems() {
        var problems = new Problems();
        check(problems);
        return problems.found();
    }

    void check(Problems problems) {
        problems.unless(
                !all.isEmpty() && all.size() <= MAX,
                "keys",
                all.size() + " keys",
                "one, or two while one takes the other's place");
        var names = new HashSet<String>();
        var values = new HashSet<String>();
        for (var key : all) {
            problems.unless(
                    IS_NAME.matcher(key.name()).matches() && key.name().length() <= NAME_MAX,
                    "keys",
                    '"' + key.name() + '"',
                    "a name of 1 to " + NAME_MAX + " letters, digits, - and _");
            problems.unless(
                    names.add(key.name()), Property.of("keys", key.name()), "given twice", "a name has one key");
            key.value().known().ifPresent(value -> {
                checkValue(problems, Property.of("keys", key.name()), value);
                problems.unless(
                        values.add(value),
                        Property.of("keys", key.name()),
                        "the same key as under another name",
                        "a key of its own, or a rotation would change nothing");
            });
        }
        checkSending(problems);
    }

    /** Says nothing of the key but what is wrong with it. */
    private static void checkValue(Problems problems, Property property, String value) {
        if (!IS_KEY.matcher(value).matches()) {
            problems.add(property, value.length() + " characters", KEY_MEANS);
        } else {
            KeyStrength.weakness(value).ifPresent(weakness -> problems.add(property, weakness, KEY_MEANS));
        }
    }

    private void checkSending(Problems problems) {
        sending.ifPresentOrElse(
                name -> problems.unless(
                        all.stream().anyMatch(key -> key.name().equals(name)),
                        "sends",
                        "no key of that name",
                        "the name of the key that CloudFront sends"),
                () -> problems.unless(
                        all.size() <= 1,
                        "sends",
                        "missing",
                        "with two keys, the name of the key that CloudFront sends"));
    }
}

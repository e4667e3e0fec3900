package io.edgesocket.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TagsTest {
    @Property
    void without_those_that_differ_by_case_alone_all_keys_differ_to_IAM_too(@ForAll("keys") Set<String> keys) {
        var same = Tags.sameButForCase(keys);
        var left = keys.stream().filter(key -> !same.containsKey(key)).toList();
        assertThat(left.stream().map(key -> key.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()))
                .hasSameSizeAs(left);
        assertThat(same)
                .allSatisfy((key, other) ->
                        assertThat(key).isEqualToIgnoringCase(other).isNotEqualTo(other));
    }

    /** Of few letters, so that many meet. */
    @Provide
    Arbitrary<Set<String>> keys() {
        return Arbitraries.strings()
                .withChars("aAbBé")
                .ofMinLength(1)
                .ofMaxLength(3)
                .set()
                .ofMaxSize(8);
    }
}

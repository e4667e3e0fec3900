package io.edgesocket.plan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TruncationTest {

    @Test
    void what_fits_is_whole() {
        assertThat(cut(List.of("aa", "bb", "cc"), 6)).isEqualTo("aabbcc");
    }

    @Test
    void what_does_not_fit_is_cut_in_the_middle_and_says_how_much() {
        assertThat(cut(List.of("aa", "bb", "cc", "dd", "ee"), 8)).isEqualTo("aa<3>ee");
    }

    @Test
    void a_limit_shorter_than_the_note_gives_nothing() {
        assertThat(cut(List.of("aaaa", "bbbb"), 2)).isEmpty();
    }

    @Test
    void who_needs_less_than_a_share_leaves_the_rest_to_the_others() {
        assertThat(Truncation.shares(List.of(100, 10, 70), 150)).containsExactly(70, 10, 70);
    }

    @Property
    void the_limit_is_kept(@ForAll @Size(max = 30) List<String> blocks, @ForAll @IntRange(max = 300) int limit) {
        assertThat(cut(blocks, limit).length()).isLessThanOrEqualTo(limit);
    }

    private static String cut(List<String> blocks, int limit) {
        return Truncation.cut(blocks, limit, count -> "<" + count + ">");
    }
}

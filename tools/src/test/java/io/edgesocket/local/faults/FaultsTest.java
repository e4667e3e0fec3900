package io.edgesocket.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.edgesocket.local.faults.Fault.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"delay:send=3000", "delay:$default=1*2", "fail:send", "throttle:a=b:c*3", "edge-throws:cdn-code"
            })
    void a_fault_is_read_as_it_is_written(String written) {
        assertThat(Fault.parse(written)).hasToString(written);
    }

    @Test
    void a_fault_has_its_kind_name_delay_and_times() {
        assertThat(Fault.parse("delay:send=3000*2")).isEqualTo(new Fault(Kind.DELAY, "send", Duration.ofSeconds(3), 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "send", "explode:send", "delay:", "fail", "Fail:send"})
    void what_is_none_is_told_with_what_is_allowed(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse(written))
                .withMessageStartingWith("\"" + written + "\" is no fault: write delay:ROUTE=MILLISECONDS");
    }

    @Test
    void a_delay_without_a_time_is_told() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse("delay:send"))
                .withMessage("\"delay:send\": a delay needs milliseconds: delay:send=3000");
    }

    @Test
    void a_time_for_what_is_no_delay_is_told() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse("fail:send=3000"))
                .withMessage("\"fail:send=3000\": only a delay has milliseconds: leave =3000 out");
    }

    @ParameterizedTest
    @CsvSource({
        "delay:send=60000*1000000,",
        "delay:send=60001, a delay of 60001 milliseconds: give 1 to 60000",
        "delay:send=999999999, a delay of 999999999 milliseconds: give 1 to 60000",
        "'fail:send*1000001', '1000001 times: give 1 to 1000000, or 0 for always'"
    })
    void a_number_that_is_too_high_is_told_with_the_highest(String written, String told) {
        if (told == null) {
            assertThat(Fault.parse(written)).hasToString(written);
            return;
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse(written))
                .withMessage("\"" + written + "\": " + told);
    }

    @Test
    void a_fault_is_there_as_often_as_it_says() {
        var faults = new Faults(List.of(Fault.parse("fail:send*2")));
        assertThat(faults.take(Kind.FAIL, "send")).isPresent();
        assertThat(faults.take(Kind.FAIL, "send")).isPresent();
        assertThat(faults.take(Kind.FAIL, "send")).isEmpty();
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void a_fault_without_a_number_stays_until_it_is_cleared() {
        var faults = new Faults(List.of(Fault.parse("fail:send")));
        assertThat(faults.take(Kind.FAIL, "send")).isPresent();
        assertThat(faults.take(Kind.FAIL, "send")).isPresent();
        faults.clear();
        assertThat(faults.take(Kind.FAIL, "send")).isEmpty();
    }

    @Test
    void a_fault_is_for_its_own_route_and_kind_alone() {
        var faults = new Faults(List.of(Fault.parse("fail:send")));
        assertThat(faults.take(Kind.FAIL, "ping")).isEmpty();
        assertThat(faults.take(Kind.THROTTLE, "send")).isEmpty();
    }

    @Test
    void a_fault_takes_the_place_of_one_of_its_kind_and_name() {
        var faults = new Faults(List.of(Fault.parse("delay:send=1"), Fault.parse("fail:send")));
        faults.set(Fault.parse("delay:send=2"));
        assertThat(faults.all()).extracting(Fault::toString).containsExactly("fail:send", "delay:send=2");
    }
}

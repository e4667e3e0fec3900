package io.edgesocket.local.lambda.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.lambda.pool.Environment.Owner;
import io.edgesocket.local.lambda.pool.Invocation.TimedOut;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has a time limit keeps it. */
class TickerTest {
    private static final Duration TIMEOUT = Duration.ofMillis(1);

    /** It starts at once, and never answers. */
    private record Silent(Owner owner, Runnable onEnd) implements Environment {
        @Override
        public void start() {
            owner.ready(this, "");
        }

        @Override
        public void begin(Call call, List<CallFrame> frames) {}

        @Override
        public void end() {
            onEnd.run();
        }
    }

    private static Pool pool(Runnable onEnd) {
        return new Pool(new PoolLimits(TIMEOUT, 1, 1, 0), owner -> new Silent(owner, onEnd), Pool.Reports.NONE);
    }

    private static void fail() {
        throw new OutOfMemoryError("unable to create native thread (as this test has it)");
    }

    @Test
    void calls_of_other_functions_time_out_though_something_goes_wrong_with_one() {
        var failing = pool(TickerTest::fail);
        var other = pool(() -> {});
        try (var ticker = Ticker.of(List.of(failing, other))) {
            failing.invoke(new byte[0], Call.UNHEARD);
            assertThat(other.invoke(new byte[0], Call.UNHEARD))
                    .as("%s", ticker)
                    .succeedsWithin(Duration.ofSeconds(20))
                    .isEqualTo(new TimedOut(TIMEOUT));
        }
    }
}

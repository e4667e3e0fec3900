package io.edgesocket.local.lambda;

import java.time.Duration;

/** Is told what a pool does besides answering. */
interface PoolReports {
    /** Tells nobody. */
    PoolReports NONE = new PoolReports() {
        @Override
        public void started(Duration taken, String details) {}

        @Override
        public void ended(String why) {}

        @Override
        public void changed() {}
    };

    /** A cold start. */
    void started(Duration taken, String details);

    void ended(String why);

    /** The code on disk is another; environments of the former code end. */
    void changed();
}

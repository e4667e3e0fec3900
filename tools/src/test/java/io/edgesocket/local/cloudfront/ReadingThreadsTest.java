package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.apigateway.ConnectAnswer;
import io.edgesocket.local.lambda.LentThread;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A handler runs on the thread that reads all sockets; if it takes long, another thread reads on. */
@Timeout(60)
class ReadingThreadsTest {
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void a_handler_that_blocks_keeps_nobody_else_waiting() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            edge.apis.answer(frames(new Blocking()));
            try (var blocking = EdgeClient.connect(edge.uri("/"))) {
                edge.apis.answer(frames(new EchoFrames()));
                try (var other = EdgeClient.connect(edge.uri("/"))) {
                    blocking.send("block");
                    for (var times = 0; times < 3; times++) {
                        other.send("hello");
                        assertThat(other.next()).isEqualTo("hello");
                    }
                    release.countDown();
                    assertThat(blocking.next()).isEqualTo("block");
                }
            }
        }
    }

    private static ConnectAnswer frames(EchoFrames frames) {
        return new ConnectAnswer.Accepted(List.of(), Optional.empty(), frames, limits -> {});
    }

    /** Echoes what a handler gave back that waits for its release. */
    private final class Blocking extends EchoFrames {
        @Override
        public void onFrame(Frame frame, Callback callback) {
            if (!frame.isDataFrame()) {
                super.onFrame(frame, callback);
                return;
            }
            var copy = Frame.copy(frame);
            callback.succeeded();
            if (!LentThread.take(() -> echo(copy))) { // as the thread that reads had no pause
                new Thread(() -> echo(copy)).start();
            }
        }

        private void echo(Frame frame) {
            try {
                if (!release.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody else was read");
                }
                super.onFrame(frame, Callback.NOOP);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

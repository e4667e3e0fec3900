package io.edgesocket.local.cloudfront;

import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * One end of a tunnel: what arrives at its socket is written to the other's, and nothing more is read until that is
 * done. The bytes are not looked at, as in CloudFront.
 */
final class Pipe extends AbstractConnection implements Connection.UpgradeTo {
    private static final int BUFFER = 16 * 1024;

    private final Flow flow = new Flow();
    private final ByteBufferPool buffers;
    private ByteBuffer early = BufferUtil.EMPTY_BUFFER;
    private Pipe other = this;
    private volatile long bytesOut;

    /** The origin's end. It starts when it is {@link #joined} and the viewer's socket is ready. */
    Pipe(EndPoint origin, Executor executor, ByteBufferPool buffers) {
        super(origin, executor);
        this.buffers = buffers;
    }

    /** The viewer's end, which starts both when it is opened. */
    Pipe joined(EndPoint viewer) {
        var viewers = new Pipe(viewer, getExecutor(), buffers);
        viewers.other = this;
        other = viewers;
        return viewers;
    }

    @Override
    public void onUpgradeTo(ByteBuffer alreadyRead) {
        early = BufferUtil.copy(alreadyRead);
    }

    @Override
    public void onOpen() {
        super.onOpen();
        getEndPoint().setIdleTimeout(0);
        if (other != this) {
            other.flow.iterate();
            flow.iterate();
        }
    }

    @Override
    public void onFillable() {
        flow.iterate();
    }

    @Override
    public void onFillInterestedFailed(Throwable cause) {
        flow.abort(cause);
    }

    /** What was written to this socket. */
    @Override
    public long getBytesOut() {
        return bytesOut;
    }

    /** From this socket to the other. */
    private final class Flow extends IteratingCallback {
        private RetainableByteBuffer.Mutable buffer;

        @Override
        protected Action process() throws Throwable {
            if (early.hasRemaining()) {
                var first = early;
                early = BufferUtil.EMPTY_BUFFER;
                return write(first);
            }
            buffer = buffers.acquire(BUFFER, true);
            var read = getEndPoint().fill(buffer.getByteBuffer());
            if (read > 0) {
                return write(buffer.getByteBuffer());
            }
            release();
            if (read == 0) {
                fillInterested();
                return Action.IDLE;
            }
            return Action.SUCCEEDED;
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time writes to a side
        private Action write(ByteBuffer bytes) {
            other.bytesOut += bytes.remaining();
            other.getEndPoint().write(this, bytes);
            return Action.SCHEDULED;
        }

        @Override
        protected void onSuccess() {
            release();
        }

        /** This side sends no more; the other side may still send. */
        @Override
        protected void onCompleteSuccess() {
            other.getEndPoint().shutdownOutput();
            if (other.flow.isSucceeded()) {
                closeBoth(null);
            }
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            release();
            closeBoth(cause);
        }

        private void release() {
            if (buffer != null) {
                buffer.release();
                buffer = null;
            }
        }
    }

    private void closeBoth(Throwable cause) {
        getEndPoint().close(cause);
        other.getEndPoint().close(cause);
    }
}

package io.edgesocket.local.cloudfront;

import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;

/** Sends every data frame back; reads the next when that is done. */
class EchoFrames implements FrameHandler {
    private CoreSession session;

    @Override
    public void onOpen(CoreSession session, Callback callback) {
        this.session = session;
        session.setMaxFrameSize(0);
        session.setAutoFragment(false);
        callback.succeeded();
        session.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        if (frame.isDataFrame()) {
            session.sendFrame(unmasked(frame), Callback.from(session::demand, failure -> {}), false);
        } else {
            session.demand();
        }
        callback.succeeded();
    }

    private static Frame unmasked(Frame frame) {
        return Frame.copy(frame).setMask(null);
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        callback.succeeded();
    }
}

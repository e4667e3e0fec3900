package io.edgesocket.console;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The open pages. One thread looks for what is new for each of them; while there is none, it does nothing. */
final class Pages implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Pages.class.getName());
    /** More would only be more work: each page is a browser's. */
    static final int MAX = 16;

    private static final long LOOK_MILLIS = 50;

    private final Events events;
    private final List<EventStream> open = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "console");
        daemon.setDaemon(true);
        return daemon;
    });
    private boolean looking;

    Pages(Events events) {
        this.events = events;
    }

    /** @return false if there are too many */
    synchronized boolean add(EventStream page) {
        if (open.size() >= MAX) {
            return false;
        }
        open.add(page);
        events.read(true);
        if (!looking) {
            looking = true;
            thread.execute(this::look);
        }
        return true;
    }

    private void look() {
        open.forEach(this::serve);
        synchronized (this) {
            if (open.removeIf(EventStream::isEnded)) {
                events.read(!open.isEmpty());
            }
            looking = !open.isEmpty() && !thread.isShutdown();
            if (looking) {
                thread.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void serve(EventStream page) {
        try {
            page.look();
        } catch (RuntimeException mistake) { // the other pages go on
            LOG.log(Level.WARNING, "a page of the console is not served any more", mistake);
            page.end(mistake);
        }
    }

    @Override
    public synchronized void close() {
        thread.shutdownNow();
    }
}

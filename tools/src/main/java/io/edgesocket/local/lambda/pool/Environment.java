package io.edgesocket.local.lambda.pool;

import java.util.List;

/**
 * What Lambda calls an execution environment: one instance of the function's code, for one call at a time. It reports
 * to its owner, on any thread.
 *
 * <p>Further calls may be sent to it ahead, so that it begins the next without waiting. On Lambda none waits for another, so what
 * takes longer than a moment gets them taken from behind it.
 */
public interface Environment {

    /** Loads the code, on a thread of its own; ends with {@link Owner#ready} or {@link Owner#lost}. */
    void start();

    /**
     * Begins a call, without waiting for its end; ends with {@link Owner#finished} or {@link Owner#lost}.
     *
     * @param frames what is to be sent for it: the call, unless it was sent ahead, and what is sent ahead behind it
     */
    void begin(Call call, List<CallFrame> frames);

    /** Bytes that can be sent ahead now without waiting; none if it takes one call at a time. */
    default int room() {
        return 0;
    }

    /**
     * Calls that were sent ahead are not begun any more, up to a number, unless they are already. It must be quick.
     *
     * @return the number of the last that is begun
     */
    default long recall(long last) {
        return last;
    }

    /** Ends it, even during a call. The owner gets no more reports of it. */
    void end();

    /** Has the environments of a function. */
    interface Owner {
        /** @param details of what it runs on, for the journal */
        void ready(Environment environment, String details);

        void finished(Environment environment, Call call, Invocation outcome);

        /** It has not begun a call that was sent ahead, and won't: that was recalled. */
        void dropped(Environment environment, CallFrame frame);

        /**
         * It has answered, and had work left to do, as far as it knows.
         *
         * @param what for a person
         */
        void leftRunning(Environment environment, String what);

        /** It can run no more calls. */
        void lost(Environment environment, Invocation.Failed why);
    }

    /** Makes environments of the code as it is now. */
    interface Maker {
        /** Makes one that is not started yet. It must be quick. */
        Environment make(Owner owner);

        /** Whether it is time to ask for the version. It is asked at each call, so it must be quick. */
        default boolean mayHaveChanged() {
            return false;
        }

        /** The code on disk has changed: it is time to ask for the version. */
        default void codeChanged() {}

        /** Another number after each change of the code on disk. May look at many files. */
        default long version() {
            return 0;
        }
    }
}

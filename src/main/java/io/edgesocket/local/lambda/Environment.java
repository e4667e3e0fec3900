package io.edgesocket.local.lambda;

/**
 * What Lambda calls an execution environment: one instance of the function's code, for one call at a time. It tells its
 * owner what becomes of it, on whichever thread finds out.
 */
interface Environment {

    /** Loads the code, on a thread of its own; ends with {@link Owner#ready} or {@link Owner#lost}. */
    void start();

    /** Begins a call, without waiting for its end; ends with {@link Owner#finished} or {@link Owner#lost}. */
    void begin(Call call);

    /** Ends it, whatever it does. The owner hears no more of it. */
    void end();

    /** Who keeps the environments of a function. */
    interface Owner {
        /** @param details of what it runs on, for the journal */
        void ready(Environment environment, String details);

        void finished(Environment environment, Call call, Invocation outcome);

        /** It can't go on. */
        void lost(Environment environment, Invocation.Failed why);
    }

    /** Makes environments of the code as it is now. */
    interface Maker {
        /** Makes one that is still to be started; does nothing that takes time. */
        Environment make(Owner owner);

        /** Changes whenever the code on disk does; cheap enough to be asked at each call. */
        default long version() {
            return 0;
        }
    }
}

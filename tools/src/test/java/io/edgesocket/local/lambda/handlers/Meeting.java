package io.edgesocket.local.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.concurrent.Phaser;

/** Ends a call once as many are under way as the event says. */
public final class Meeting implements RequestHandler<Integer, String> {
    @Override
    public String handleRequest(Integer parties, Context context) {
        // The properties are the one thing that all environments here share.
        var place = "meeting-" + parties;
        var phaser = (Phaser) System.getProperties().computeIfAbsent(place, any -> new Phaser(parties) {
            @Override
            protected boolean onAdvance(int phase, int registered) {
                System.getProperties().remove(place);
                return true;
            }
        });
        phaser.arriveAndAwaitAdvance();
        return "met";
    }
}

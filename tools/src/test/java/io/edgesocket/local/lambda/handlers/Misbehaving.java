package io.edgesocket.local.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/** Does what its event's {@code "do"} says; whatever it does, it is not to harm others. */
public final class Misbehaving implements RequestHandler<Map<String, String>, Object> {
    private int calls;

    @Override
    public Object handleRequest(Map<String, String> event, Context context) {
        calls++;
        return switch (event.getOrDefault("do", "")) {
            case "throw" -> throw new IllegalStateException("no luck");
            case "overflow" -> handleRequest(event, context);
            case "exit" -> exit();
            case "hang" -> hang();
            case "spin" -> spin();
            case "flood" -> flood();
            case "huge" -> "x".repeat(7 << 20);
            case "print" -> print();
            default -> Map.of("calls", calls);
        };
    }

    private static Object exit() {
        System.exit(3);
        return "not ended";
    }

    private static Object hang() {
        try {
            Thread.sleep(3_600_000);
        } catch (InterruptedException e) {
            return "interrupted";
        }
        return "slept";
    }

    /** Heeds nothing. Ends, if long after the test. */
    private static Object spin() {
        var end = System.nanoTime() + 3_000_000_000L;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        return "spun";
    }

    private static Object flood() {
        for (var i = 0; i < 100_000; i++) {
            System.out.println("line " + i);
        }
        return "flooded";
    }

    private static Object print() {
        System.out.println("to out");
        System.err.println("to err");
        System.out.print("no end of line");
        return "printed";
    }
}

package shop;

import com.pulumi.Context;
import com.pulumi.aws.cloudwatch.LogGroup;

/** Programs that a user might have written; the tests know their line numbers. */
public final class FailingPrograms {
    private FailingPrograms() {}

    /** Fails as it runs. */
    public static void outright(Context ctx) {
        throw new IllegalStateException("no luck");
    }

    /** Fails in what it does with an output. */
    public static void inAnApply(Context ctx) {
        ctx.export("x", new LogGroup("logs").id().applyValue(id -> {
                    throw new IllegalStateException("no luck today");
                }));
    }
}

package io.edgesocket.probe;

import java.io.IOException;
import java.util.List;

/** Whether only clients with the token are let in. */
record TokenChecks(Observed observed) {

    static List<Check> of(Observed observed) {
        var checks = new TokenChecks(observed);
        return List.of(
                new Check("token.with", "a client with the token is let in", Pages.AG_AUTHORIZERS, checks::with),
                new Check(
                        "token.without",
                        "a client without a token is refused",
                        Pages.AG_AUTHORIZERS,
                        () -> checks.refused(observed.target().offer().withoutToken())),
                new Check("token.wrong", "a wrong token is refused", Pages.AG_AUTHORIZERS, checks::wrong));
    }

    private Outcome with() throws IOException {
        return ifToken(() -> observed.ifAnswered(answered -> answered.isConnected()
                ? Outcome.passed("101")
                : new Outcome.Failed(
                        RefusedHandshake.seen(answered.answer()),
                        RefusedHandshake.diagnosis(answered.answer(), observed.target()))));
    }

    private Outcome wrong() throws IOException {
        var offer = observed.target().offer();
        return refused(new Offer(
                offer.headers(),
                offer.subprotocols(),
                offer.token().map(token -> new Token(token.place(), token.name(), "edgesocket-probe-wrong-token"))));
    }

    private Outcome refused(Offer offer) throws IOException {
        return ifToken(() -> {
            var answer = observed.answer(observed.target().address(), offer);
            return switch (answer.status()) {
                case 401, 403 -> Outcome.passed(String.valueOf(answer.status()));
                case 101 ->
                    Outcome.failed(
                            "101",
                            "$connect has no authorizer, or the stage wasn't deployed since it has one",
                            "give $connect an authorizer, as edgesocket:users does, and deploy");
                default ->
                    Outcome.failed(
                            RefusedHandshake.seen(answer),
                            "the authorizer failed instead of refusing: it threw an exception, or may not be called",
                            "look at its log; it must answer with a Deny policy or throw \"Unauthorized\"");
            };
        });
    }

    private Outcome ifToken(Check.Examination examination) throws IOException {
        return observed.target().offer().token().isEmpty()
                ? Outcome.skipped("--token-env gives none")
                : examination.examine();
    }
}

package io.edgesocket.components.cdn;

/** A version of a Lambda@Edge function, at any event. */
abstract sealed class LambdaAttachment extends EdgeAttachment permits ExistingLambda, BuiltLambda {
    LambdaAttachment(EdgeEvent event) {
        super(event);
    }
}

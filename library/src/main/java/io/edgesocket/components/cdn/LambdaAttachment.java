package io.edgesocket.components.cdn;

/** A version of a Lambda@Edge function, at any event. */
abstract sealed class LambdaAttachment extends EdgeAttachment permits ExistingEdgeFunction, NewEdgeFunction {
    LambdaAttachment(EdgeEvent event) {
        super(event);
    }
}

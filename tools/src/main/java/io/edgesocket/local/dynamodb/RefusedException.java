package io.edgesocket.local.dynamodb;

/** A request that DynamoDB refuses, or that isn't played. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String error;

    private RefusedException(String error, String message) {
        super(message, null, false, false);
        this.error = error;
    }

    /** What SDKs know it by. */
    String error() {
        return error;
    }

    static RefusedException of(String error, String message) {
        return new RefusedException("com.amazonaws.dynamodb.v20120810#" + error, message);
    }

    static RefusedException invalid(String message) {
        return new RefusedException("com.amazon.coral.validate#ValidationException", message);
    }

    /** @param what such as {@code UpdateItem}, or {@code ConditionExpression of PutItem} */
    static RefusedException notPlayed(String what) {
        return invalid(what + " is not played on localhost; start DynamoDB Local and give its address: "
                + "--service dynamodb=http://127.0.0.1:8000");
    }
}

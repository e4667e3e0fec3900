package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.edgesocket.local.lambda.pool.Call;
import java.io.PrintStream;
import java.util.Map;

/** What a Java handler is told about its call. */
final class JavaContext implements Context {
    private final Call call;
    private final RegisteredFunction function;
    private final Map<String, String> variables;
    private final PrintStream log;

    JavaContext(Call call, RegisteredFunction function, Map<String, String> variables, PrintStream log) {
        this.call = call;
        this.function = function;
        this.variables = variables;
        this.log = log;
    }

    @Override
    public String getAwsRequestId() {
        return call.requestId();
    }

    @Override
    public String getLogGroupName() {
        return variables.get("AWS_LAMBDA_LOG_GROUP_NAME");
    }

    @Override
    public String getLogStreamName() {
        return variables.get("AWS_LAMBDA_LOG_STREAM_NAME");
    }

    @Override
    public String getFunctionName() {
        return variables.get("AWS_LAMBDA_FUNCTION_NAME");
    }

    @Override
    public String getFunctionVersion() {
        return variables.get("AWS_LAMBDA_FUNCTION_VERSION");
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:" + function.region() + ":000000000000:function:" + getFunctionName();
    }

    @Override
    public CognitoIdentity getIdentity() {
        return null; // as in AWS, unless a mobile application calls
    }

    @Override
    public ClientContext getClientContext() {
        return null; // as above
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) Math.max(
                0, function.timeout().minus(call.taken(System.nanoTime())).toMillis());
    }

    @Override
    public int getMemoryLimitInMB() {
        return function.memoryMb();
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                log(String.valueOf(message).getBytes(UTF_8));
            }

            @Override
            public void log(byte[] message) {
                log.write(message, 0, message.length);
            }
        };
    }
}

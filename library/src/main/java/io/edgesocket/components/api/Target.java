package io.edgesocket.components.api;

import com.pulumi.core.Output;
import io.edgesocket.components.functions.FunctionTarget;
import io.edgesocket.components.internal.Input;

/** What stands behind a route. */
sealed interface Target {

    /** API Gateway's name for this kind of integration. */
    String integrationType();

    /** Whether requests and answers pass as they are, without templates. */
    boolean isProxy();

    record Function(FunctionTarget function) implements Target {
        @Override
        public String integrationType() {
            return "AWS_PROXY";
        }

        @Override
        public boolean isProxy() {
            return true;
        }
    }

    record Http(String method, Input uri, boolean isProxy) implements Target {
        @Override
        public String integrationType() {
            return isProxy ? "HTTP_PROXY" : "HTTP";
        }
    }

    record Aws(Input uri, Output<String> credentialsArn) implements Target {
        @Override
        public String integrationType() {
            return "AWS";
        }

        @Override
        public boolean isProxy() {
            return false;
        }
    }

    record Service(ServiceTarget service) implements Target {
        @Override
        public String integrationType() {
            return "AWS";
        }

        @Override
        public boolean isProxy() {
            return false;
        }
    }

    record Mock() implements Target {
        @Override
        public String integrationType() {
            return "MOCK";
        }

        @Override
        public boolean isProxy() {
            return false;
        }
    }
}

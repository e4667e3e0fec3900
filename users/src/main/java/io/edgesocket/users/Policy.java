package io.edgesocket.users;

import static com.amazonaws.services.lambda.runtime.events.IamPolicyResponse.VERSION_2012_10_17;

import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse.PolicyDocument;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse.Statement;
import java.util.List;
import java.util.Map;

/** An authorizer's answer. It allows or denies the requested route and nothing else. */
final class Policy {
    private Policy() {}

    static IamPolicyResponse allowing(String methodArn, String user, Map<String, Object> context) {
        return answer(IamPolicyResponse.allowStatement(methodArn), user, context);
    }

    static IamPolicyResponse denying(String methodArn, String user) {
        return answer(IamPolicyResponse.denyStatement(methodArn), user, Map.of());
    }

    private static IamPolicyResponse answer(Statement statement, String user, Map<String, Object> context) {
        return IamPolicyResponse.builder()
                .withPrincipalId(user)
                .withPolicyDocument(PolicyDocument.builder()
                        .withVersion(VERSION_2012_10_17)
                        .withStatement(List.of(statement))
                        .build())
                .withContext(context)
                .build();
    }
}

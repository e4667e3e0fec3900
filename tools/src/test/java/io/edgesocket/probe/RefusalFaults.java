package io.edgesocket.probe;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Handshakes that get no 101. */
final class RefusalFaults {
    private RefusalFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                refused(
                        "Host is forwarded",
                        TestServer.refusal(403, "ForbiddenException", "Forbidden"),
                        "viewer's Host",
                        "AllViewerExceptHostHeader"),
                refused(
                        "no token",
                        TestServer.refusal(401, "UnauthorizedException", "Unauthorized"),
                        "no token was sent",
                        "--token-env"),
                refused(
                        "wss:// in the origin's domain",
                        TestServer.page(502, Map.of("Server", "CloudFront"), "<H1>502 ERROR</H1>"),
                        "can't connect to the origin",
                        "without a scheme"),
                refused(
                        "edge code refuses",
                        TestServer.page(403, Map.of("X-Cache", "FunctionGeneratedResponse from cloudfront"), ""),
                        "edge code answered",
                        "viewer-request"),
                refused(
                        "a web ACL refuses",
                        TestServer.page(403, Map.of("Server", "CloudFront"), "<H1>403 ERROR</H1> Request blocked."),
                        "web ACL",
                        "web ACL's log"),
                refused(
                        "the handshake's headers are dropped",
                        TestServer.refusal(400, "BadRequestException", "Bad Request"),
                        "drops them",
                        "Sec-WebSocket-Key"),
                refused("a page answers", TestServer.page(200, Map.of(), "<p>hello</p>"), "another origin", "order"),
                refused(
                        "it is moved",
                        TestServer.page(301, Map.of("Location", "https://other.example/"), ""),
                        "leads on to https://other.example/",
                        "wss://"),
                refused(
                        "the function of $connect fails",
                        TestServer.refusal(502, "BadGatewayException", "Internal server error"),
                        "function of $connect threw",
                        "log"),
                refused(
                        "throttled",
                        TestServer.refusal(429, "LimitExceededException", "Too Many"),
                        "throttling",
                        "quota"),
                Fault.served(
                        "an answer that is no HTTP",
                        () -> new TestServer() {
                            @Override
                            String answer(Call call) {
                                return call.isHandshake() ? "SSH-2.0-OpenSSH_9.6\r\n" : super.answer(call);
                            }
                        },
                        List.of("handshake.101"),
                        "begins with \"SSH-2.0"));
    }

    private static Fault refused(String name, String answer, String... says) {
        return Fault.served(
                name,
                () -> new TestServer() {
                    @Override
                    String answer(Call call) {
                        return call.isHandshake() ? answer : super.answer(call);
                    }
                },
                List.of("handshake.101"),
                says);
    }
}

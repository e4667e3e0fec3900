package io.edgesocket.components.api;

import com.pulumi.aws.apigateway.VpcLink;
import com.pulumi.core.Output;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.authorization.RouteAuthorization;
import io.edgesocket.components.functions.FunctionTarget;
import io.edgesocket.components.internal.Input;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What happens to the messages of one route key. Immutable: each setting gives a changed copy. It is checked when a
 * {@link WebSocketApi} is made of it.
 * <pre>{@code
 * Route.to(chat).requiring(RequestAuthorizer.of("users", users, "route.request.querystring.token"))
 * Route.httpProxy("POST", "https://example.com/in")
 *         .requestParameter("integration.request.header.connection", "context.connectionId")
 *         .timeout(Duration.ofSeconds(5))
 * Route.to(ServiceTarget.queue(orders)).replying()
 * Route.mock("{\"pong\":true}")
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html">Routes</a>
 */
public final class Route {
    final Target target;
    final RequestMapping mapping;
    final Reply reply;
    final RouteAuthorization access;
    final Validation validation;
    final Optional<Input> vpcLink;

    /**
     * What is sent back to the client as a message.
     *
     * @param templates make the message of the answer of an integration that is no proxy; without them it is sent as it is
     */
    record Reply(boolean isSent, Templates templates) {
        static final Reply NONE = new Reply(false, Templates.NONE);
        static final Reply AS_IT_IS = new Reply(true, Templates.NONE);

        static Reply of(String template) {
            return new Reply(true, Templates.of(template));
        }
    }

    private Route(
            Target target,
            RequestMapping mapping,
            Reply reply,
            RouteAuthorization access,
            Validation validation,
            Optional<Input> vpcLink) {
        this.target = target;
        this.mapping = mapping;
        this.reply = reply;
        this.access = access;
        this.validation = validation;
        this.vpcLink = vpcLink;
    }

    private static Route to(Target target) {
        return new Route(
                target, RequestMapping.NONE, Reply.NONE, RouteAuthorization.OPEN, Validation.NONE, Optional.empty());
    }

    /** Calls a Lambda function with the message and what is known of its connection. */
    public static Route to(FunctionTarget function) {
        return to(new Target.Function(function));
    }

    /** Sends the message on by HTTP as it is. */
    public static Route httpProxy(String method, String uri) {
        return to(new Target.Http(method, Input.now(uri), true));
    }

    /** As {@link #httpProxy(String, String)}, to a place that another resource gives. */
    public static Route httpProxy(String method, Output<String> uri) {
        return to(new Target.Http(method, Input.later(uri), true));
    }

    /**
     * Sends what a template makes of the message by HTTP.
     *
     * @param method {@code POST}, {@code GET}, … or {@code ANY}
     * @param uri    begins with {@code https://} or {@code http://}; at most {@value ApiGatewayLimits#URI_MAX}
     *               characters
     */
    public static Route http(String method, String uri) {
        return to(new Target.Http(method, Input.now(uri), false));
    }

    /** As {@link #http(String, String)}, to a place that another resource gives. */
    public static Route http(String method, Output<String> uri) {
        return to(new Target.Http(method, Input.later(uri), false));
    }

    /**
     * Calls any AWS service, as a template says. For those of {@link ServiceTarget} see {@link #to(ServiceTarget)}.
     *
     * @param uri            {@code arn:aws:apigateway:{region}:{service}:action/{action}} or {@code …:path/{path}}
     * @param credentialsArn the role that API Gateway takes on for it
     */
    public static Route aws(String uri, Output<String> credentialsArn) {
        return to(new Target.Aws(Input.now(uri), credentialsArn));
    }

    /** As {@link #aws(String, Output)}, with a URI that is known after deployment. */
    public static Route aws(Output<String> uri, Output<String> credentialsArn) {
        return to(new Target.Aws(Input.later(uri), credentialsArn));
    }

    /**
     * Sends the message and what is known of its connection to a queue, topic, event bus, table or state machine, without a
     * function. A {@link #requestTemplate} takes the place of what is sent. If the route {@linkplain #replying() replies},
     * the client gets {@code {"sent":true}} once the service has it, and "Internal server error" if it refuses.
     */
    public static Route to(ServiceTarget service) {
        return to(new Target.Service(service));
    }

    /** Accepts and does nothing, without any backend. */
    public static Route mock() {
        return to(new Target.Mock());
    }

    /** Answers with what the template makes, without any backend. */
    public static Route mock(String responseTemplate) {
        return mock().replying(responseTemplate);
    }

    /**
     * Sends what goes by HTTP into a VPC, through a VPC link of API Gateway's first kind, which leads to a Network Load
     * Balancer: WebSocket APIs take no other. The URI's host is the load balancer's, or a name in its certificate. Default: by
     * the internet.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/vpc-links-v1.html">VPC links V1</a>
     */
    public Route through(VpcLink link) {
        return through(Input.later(link.id()));
    }

    /**
     * As {@link #through(VpcLink)}, of a link that exists.
     *
     * @param vpcLinkId such as {@code a1b2c3}
     */
    public Route through(String vpcLinkId) {
        return through(Input.now(vpcLinkId));
    }

    private Route through(Input link) {
        return new Route(target, mapping, reply, access, validation, Optional.of(link));
    }

    /**
     * How long API Gateway waits, from {@value ApiGatewayLimits#TIMEOUT_MIN_MILLIS} to
     * {@value ApiGatewayLimits#TIMEOUT_MAX_MILLIS} milliseconds. Default: the longest.
     */
    public Route timeout(Duration timeout) {
        return with(mapping.withTimeout(timeout));
    }

    /**
     * Sets a part of the request to the backend. Default: none.
     *
     * @param key   {@code integration.request.header.X}, {@code integration.request.querystring.X} or
     *              {@code integration.request.path.X}
     * @param value {@code route.request.body.x.y}, {@code context.x}, {@code stageVariables.x} or {@code 'a text'} in
     *              single quotes, and at {@code $connect}, where alone there are any, {@code route.request.header.X}
     *              and {@code route.request.querystring.X}; at most {@value ApiGatewayLimits#PARAMETER_MAX} characters.
     *              For a secret, name a stage variable.
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-mapping.html">Data
     *      mapping</a>
     */
    public Route requestParameter(String key, String value) {
        return with(mapping.withParameter(key, value));
    }

    /**
     * Makes every request to a backend that is no proxy; at most {@value ApiGatewayLimits#TEMPLATE_MAX} characters.
     * Default: the message is sent as it is.
     */
    public Route requestTemplate(String template) {
        return with(mapping.with(Templates.of(template)));
    }

    /** As {@link #requestTemplate}, with a template chosen by a selection expression such as {@code $request.body.kind}. */
    public Route requestTemplates(String selectionExpression, Map<String, String> templates) {
        return with(mapping.with(new Templates(selectionExpression, templates)));
    }

    /** Sends the backend's answer back to the client as a message. Default: clients are sent nothing. */
    public Route replying() {
        return with(Reply.AS_IT_IS);
    }

    /** As {@link #replying()}, with what a template makes of the answer of a backend that is no proxy. */
    public Route replying(String responseTemplate) {
        return with(Reply.of(responseTemplate));
    }

    /** Asks an authorizer before a client connects; at {@code $connect} only. Default: everybody may connect. */
    public Route requiring(RequestAuthorizer authorizer) {
        return with(access.requiring(authorizer));
    }

    /** As {@link #requiring(RequestAuthorizer)}, if there is one. */
    public Route requiring(Optional<RequestAuthorizer> authorizer) {
        return authorizer.map(this::requiring).orElse(this);
    }

    /** Lets clients connect that sign as an AWS principal with {@code execute-api:Invoke}; at {@code $connect} only. */
    public Route requiringIam() {
        return with(access.requiringIam());
    }

    /** Lets clients connect that send an API key of a usage plan; at {@code $connect} only. Default: none is asked for. */
    public Route requiringApiKey() {
        return with(access.requiringApiKey());
    }

    /** Refuses messages that don't match a model. Default: every message is taken. */
    public Route validating(RequestModel model) {
        return with(Validation.of(model));
    }

    /** As {@link #validating(RequestModel)}, with a model chosen by a selection expression; other messages are refused. */
    public Route validating(String selectionExpression, Map<String, RequestModel> models) {
        return with(new Validation(selectionExpression, models));
    }

    private Route with(RequestMapping changed) {
        return new Route(target, changed, reply, access, validation, vpcLink);
    }

    private Route with(Reply changed) {
        return new Route(target, mapping, changed, access, validation, vpcLink);
    }

    private Route with(RouteAuthorization changed) {
        return new Route(target, mapping, reply, changed, validation, vpcLink);
    }

    private Route with(Validation changed) {
        return new Route(target, mapping, reply, access, changed, vpcLink);
    }
}

package io.edgesocket.components.api;

import com.pulumi.aws.cloudwatch.EventBus;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.core.Output;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Placeholder;
import java.util.Optional;

/**
 * A queue, topic, event bus, table or state machine that gets the messages of a route from API Gateway itself, without a
 * function. All get the same, each in its own form:
 * <pre>{@code
 * {"connectionId": "…", "requestId": "…", "requestTimeEpoch": 1700000000000, "routeKey": "orders",
 *  "eventType": "MESSAGE", "domainName": "….execute-api.eu-west-1.amazonaws.com", "stage": "live", "body": "…"}
 * }</pre>
 * {@code body} is the message as a text, whatever it holds; {@code $connect} and {@code $disconnect} have none.
 * {@code https://{domainName}/{stage}} is where the connection can be answered. API Gateway calls the service with a role of
 * the route's own, which may do that with that one resource and nothing else. Immutable.
 * <pre>{@code
 * Route.to(ServiceTarget.queue(orders)).replying()
 * }</pre>
 */
public final class ServiceTarget {
    final AwsService service;
    final Input arn;
    final String source;
    final Optional<Input> role;
    private final Output<Boolean> isFifo;

    private ServiceTarget(AwsService service, Input arn, Output<Boolean> isFifo, String source, Optional<Input> role) {
        this.service = service;
        this.arn = arn;
        this.isFifo = isFifo;
        this.source = source;
        this.role = role;
    }

    private static ServiceTarget of(AwsService service, Input arn) {
        return of(service, arn, "");
    }

    private static ServiceTarget of(AwsService service, Input arn, String source) {
        return new ServiceTarget(service, arn, Output.of(false), source, Optional.empty());
    }

    private ServiceTarget with(Output<Optional<Boolean>> fifo) {
        return new ServiceTarget(service, arn, fifo.applyValue(given -> given.orElse(false)), source, role);
    }

    /**
     * A queue of SQS. The message's body is the JSON object. A FIFO queue gets the connection as the message group, and the
     * request as the deduplication id.
     */
    public static ServiceTarget queue(Queue queue) {
        return queue(queue.arn()).with(queue.fifoQueue());
    }

    /** As {@link #queue(Queue)}, by its ARN. */
    public static ServiceTarget queue(Output<String> arn) {
        return of(AwsService.SQS, Input.later(arn));
    }

    /** As {@link #queue(Queue)}, of a queue that exists: {@code arn:aws:sqs:{region}:{account}:{name}}. */
    public static ServiceTarget queue(String arn) {
        return of(AwsService.SQS, Input.now(arn));
    }

    /** A topic of SNS. The message is the JSON object. FIFO topics are as FIFO queues. */
    public static ServiceTarget topic(Topic topic) {
        return topic(topic.arn()).with(topic.fifoTopic());
    }

    /** As {@link #topic(Topic)}, by its ARN. */
    public static ServiceTarget topic(Output<String> arn) {
        return of(AwsService.SNS, Input.later(arn));
    }

    /** As {@link #topic(Topic)}, of a topic that exists: {@code arn:aws:sns:{region}:{account}:{name}}. */
    public static ServiceTarget topic(String arn) {
        return of(AwsService.SNS, Input.now(arn));
    }

    /**
     * A bus of EventBridge. The event's detail is the JSON object, its detail type the route key.
     *
     * @param source whom rules know the events by: at most {@value ApiGatewayLimits#EVENT_SOURCE_MAX} letters, digits and
     *               {@code . _ / -}, not beginning with {@code aws.}
     */
    public static ServiceTarget eventBus(EventBus bus, String source) {
        return eventBus(bus.arn(), source);
    }

    /** As {@link #eventBus(EventBus, String)}, by its ARN. */
    public static ServiceTarget eventBus(Output<String> arn, String source) {
        return of(AwsService.EVENTS, Input.later(arn), source);
    }

    /**
     * As {@link #eventBus(EventBus, String)}, of a bus that exists, such as the account's own:
     * {@code arn:aws:events:{region}:{account}:event-bus/default}.
     */
    public static ServiceTarget eventBus(String arn, String source) {
        return of(AwsService.EVENTS, Input.now(arn), source);
    }

    /**
     * A table of DynamoDB. The item's attributes are the object's fields, {@code requestTimeEpoch} a number and all others
     * texts; so the table's key has to be of them, such as {@code connectionId}, with {@code requestId} as the sort key to
     * keep every message.
     */
    public static ServiceTarget table(Table table) {
        return table(table.arn());
    }

    /** As {@link #table(Table)}, by its ARN. */
    public static ServiceTarget table(Output<String> arn) {
        return of(AwsService.DYNAMODB, Input.later(arn));
    }

    /** As {@link #table(Table)}, of a table that exists: {@code arn:aws:dynamodb:{region}:{account}:table/{name}}. */
    public static ServiceTarget table(String arn) {
        return of(AwsService.DYNAMODB, Input.now(arn));
    }

    /**
     * A state machine of Step Functions, standard or express. An execution is started with the JSON object as its input;
     * nobody waits for its end.
     */
    public static ServiceTarget stateMachine(StateMachine stateMachine) {
        return stateMachine(stateMachine.arn());
    }

    /** As {@link #stateMachine(StateMachine)}, by its ARN. */
    public static ServiceTarget stateMachine(Output<String> arn) {
        return of(AwsService.STATES, Input.later(arn));
    }

    /**
     * As {@link #stateMachine(StateMachine)}, of one that exists, or of an alias or version of it:
     * {@code arn:aws:states:{region}:{account}:stateMachine:{name}}.
     */
    public static ServiceTarget stateMachine(String arn) {
        return of(AwsService.STATES, Input.now(arn));
    }

    /**
     * The role that API Gateway takes on, instead of one that is made: {@code apigateway.amazonaws.com} may assume it, and
     * it may do what the service needs. Default: a role of the route's own.
     */
    public ServiceTarget role(String arn) {
        return new ServiceTarget(service, this.arn, isFifo, source, Optional.of(Input.now(arn)));
    }

    /** As {@link #role(String)}, of a role that another resource gives. */
    public ServiceTarget role(Output<String> arn) {
        return new ServiceTarget(service, this.arn, isFifo, source, Optional.of(Input.later(arn)));
    }

    /** Its ARN and what else a request depends on; the name of a FIFO queue or topic ends with {@code .fifo}. */
    Output<AwsService.Receiver> receiver() {
        return Output.tuple(arn(), isFifo)
                .applyValue(both -> new AwsService.Receiver(both.t1, both.t2 || both.t1.endsWith(".fifo"), source));
    }

    Output<String> arn() {
        return arn.output().applyValue(known -> Placeholder.ifAbsent(known, service.property + ".arn"));
    }
}

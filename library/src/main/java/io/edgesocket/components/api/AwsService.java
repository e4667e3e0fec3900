package io.edgesocket.components.api;

import static io.edgesocket.components.api.MessageFields.escaped;

import io.edgesocket.components.internal.Arn;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The services of AWS that a route can lead to: where API Gateway calls each, the one right that this takes, and the
 * request in the service's own form.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html">Integration
 *      requests</a>
 */
enum AwsService {
    SQS("queue", "sqs", "[A-Za-z0-9_-]{1,80}(\\.fifo)?", "{name}", "sqs:SendMessage", Forms.HEADERS) {
        @Override
        String called(String queue) {
            return "path/" + Arn.account(queue) + "/" + Arn.resource(queue);
        }

        @Override
        String request(Receiver queue, MessageFields fields) {
            return "Action=SendMessage&MessageBody=" + fields.urlEncoded() + queue.order();
        }
    },
    SNS("topic", "sns", "[A-Za-z0-9_-]{1,256}(\\.fifo)?", "{name}", "sns:Publish", Forms.HEADERS) {
        @Override
        String called(String topic) {
            return "path//";
        }

        @Override
        String request(Receiver topic, MessageFields fields) {
            return "Action=Publish&TopicArn=" + topic.arn() + "&Message=" + fields.urlEncoded() + topic.order();
        }
    },
    EVENTS(
            "eventBus",
            "events",
            "event-bus/[A-Za-z0-9._/-]{1,256}",
            "event-bus/{name}",
            "events:PutEvents",
            Map.of("Content-Type", "'application/x-amz-json-1.1'", "X-Amz-Target", "'AWSEvents.PutEvents'")) {
        @Override
        String called(String bus) {
            return "action/PutEvents";
        }

        @Override
        String request(Receiver bus, MessageFields fields) {
            return "{\"Entries\":[{\"EventBusName\":\"" + bus.arn() + "\",\"Source\":\"" + bus.source()
                    + "\",\"DetailType\":\"" + escaped("$context.routeKey", 1) + "\",\"Detail\":\""
                    + fields.jsonInText() + "\"}]}";
        }

        /** It answers 200 also if it hasn't taken the event. */
        @Override
        String reply(String sent, String failed) {
            return "#if($input.path('$.FailedEntryCount') == 0)" + sent + "#else" + failed + "#end";
        }
    },
    DYNAMODB("table", "dynamodb", "table/[A-Za-z0-9_.-]{3,255}", "table/{name}", "dynamodb:PutItem", Map.of()) {
        @Override
        String called(String table) {
            return "action/PutItem";
        }

        @Override
        String request(Receiver table, MessageFields fields) {
            var name = Arn.resource(table.arn()).replaceFirst("^table/", "");
            return "{\"TableName\":\"" + name + "\",\"Item\":" + fields.item() + "}";
        }
    },
    STATES(
            "stateMachine",
            "states",
            "stateMachine:[^\\s:\"#%\\\\^|~`$&,;/]{1,80}(:[^\\s:\"#%\\\\^|~`$&,;/]{1,80})?",
            "stateMachine:{name}",
            "states:StartExecution",
            Map.of()) {
        @Override
        String called(String stateMachine) {
            return "action/StartExecution";
        }

        @Override
        String request(Receiver stateMachine, MessageFields fields) {
            return "{\"stateMachineArn\":\"" + stateMachine.arn() + "\",\"input\":\"" + fields.jsonInText() + "\"}";
        }
    };

    /** What the services of AWS's query protocol want. */
    private static final class Forms {
        static final Map<String, String> HEADERS = Map.of("Content-Type", "'application/x-www-form-urlencoded'");
    }

    /**
     * What gets the messages.
     *
     * @param isFifo whether it wants to know what is in order with what, and what is the same message sent again
     * @param source of an event
     */
    record Receiver(String arn, boolean isFifo, String source) {
        private String order() {
            return isFifo
                    ? "&MessageGroupId=$util.urlEncode($context.connectionId)"
                            + "&MessageDeduplicationId=$util.urlEncode($context.requestId)"
                    : "";
        }
    }

    /** What a route's problem calls the resource. */
    final String property;

    /** The one action that API Gateway's role may take. */
    final String right;

    private final String namespace;
    private final Pattern arn;
    private final String example;
    private final Map<String, String> headers;

    AwsService(
            String property,
            String namespace,
            String resource,
            String named,
            String right,
            Map<String, String> headers) {
        this.property = property;
        this.namespace = namespace;
        this.right = right;
        arn = Pattern.compile("arn:aws[a-z-]*:" + namespace + ":[a-z0-9-]+:\\d{12}:" + resource);
        example = "arn:aws:" + namespace + ":{region}:{account}:" + named;
        this.headers = headers;
    }

    abstract String called(String arn);

    /** The request template for messages with these fields. */
    abstract String request(Receiver receiver, MessageFields fields);

    /** The template of a reply that says how it went, after an answer with a status of success. */
    String reply(String sent, String failed) {
        return sent;
    }

    /** {@code arn:aws:apigateway:{region}:{service}:…}, in the resource's own region. */
    String uri(String arn) {
        return "arn:" + Arn.partition(arn) + ":apigateway:" + Arn.region(arn) + ":" + namespace + ":" + called(arn);
    }

    boolean isArn(String text) {
        return arn.matcher(text).matches();
    }

    String example() {
        return example;
    }

    /** The headers that the service needs, as an integration's request parameters. */
    Map<String, String> parameters() {
        return headers.entrySet().stream()
                .collect(Collectors.toMap(
                        header -> "integration.request.header." + header.getKey(), Map.Entry::getValue));
    }
}

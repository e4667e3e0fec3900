package io.edgesocket.local.apigateway.integration;

import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.List;
import java.util.Map;

/**
 * The names that a stack's queues, topics, buses, tables and state machines have here. Only AWS knows their ARNs, so what the
 * program made of those holds placeholders; a person and an emulator want names.
 */
record ReceiverNames(List<PlayedResource> receivers) {
    /** By type: what its ARN is made of before the name. */
    private static final Map<String, String> TYPES = Map.of(
            "aws:sqs/queue:Queue", "sqs:%s:%s:",
            "aws:sns/topic:Topic", "sns:%s:%s:",
            "aws:cloudwatch/eventBus:EventBus", "events:%s:%s:event-bus/",
            "aws:dynamodb/table:Table", "dynamodb:%s:%s:table/",
            "aws:sfn/stateMachine:StateMachine", "states:%s:%s:stateMachine:");

    static ReceiverNames of(PlayedStack stack) {
        return new ReceiverNames(stack.resources().stream()
                .filter(resource -> TYPES.containsKey(resource.type()))
                .toList());
    }

    /** The text with ARNs and names in the place of placeholders. */
    String in(String text) {
        var named = text;
        for (var receiver : receivers) {
            named = named(named, receiver);
        }
        return named;
    }

    private static String named(String text, PlayedResource receiver) {
        var word = receiver.word("arn");
        if (!text.contains(word)) {
            return text;
        }
        var given = receiver.text("name");
        var name = given.isEmpty() ? receiver.name() : given;
        var arn = "arn:$1:" + TYPES.get(receiver.type()).formatted("$2", "$3") + name;
        return text.replaceAll("arn:([a-z-]+):[a-z]+:([a-z0-9-]+):(\\d+):" + word, arn)
                .replace(word, name);
    }
}

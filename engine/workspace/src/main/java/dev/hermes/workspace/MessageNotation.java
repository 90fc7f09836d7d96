package dev.hermes.workspace;

import dev.hermes.model.Message;
import dev.hermes.model.Message.Argument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * How the workspace keeps what it says to people, so that it can be said in any language: a list in JSON of the pattern
 * and its arguments, of which messages are lists too. Where a text is kept that is no such list, these are its words:
 * that is how it was before. Stateless.
 */
public final class MessageNotation {

    private static final JsonMapper JSON = JsonMapper.shared();

    private MessageNotation() {}

    /** The message as it is kept; empty for an empty one. */
    public static String write(Message message) {
        return message.equals(Message.EMPTY) ? "" : JSON.writeValueAsString(list(message));
    }

    private static ArrayNode list(Message message) {
        ArrayNode list = JSON.createArrayNode().add(message.pattern());
        for (Argument argument : message.arguments()) {
            switch (argument) {
                case Argument.Fixed fixed -> list.add(fixed.text());
                case Argument.Said said -> list.add(list(said.message()));
            }
        }
        return list;
    }

    /** The message that is kept as this text. */
    public static Message read(String text) {
        if (text.startsWith("[")) {
            try {
                Message message = message(JSON.readTree(text));
                if (message != null) {
                    return message;
                }
            } catch (JacksonException before) {
                // Words that begin like a list.
            }
        }
        return Message.verbatim(text);
    }

    private static @Nullable Message message(JsonNode list) {
        if (!list.isArray() || list.isEmpty() || !list.get(0).isString()) {
            return null;
        }
        List<Argument> arguments = new ArrayList<>();
        for (int i = 1; i < list.size(); i++) {
            Argument argument = argument(list.get(i));
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
        }
        return new Message(list.get(0).stringValue(), arguments);
    }

    private static @Nullable Argument argument(JsonNode node) {
        if (node.isString()) {
            return new Argument.Fixed(node.stringValue());
        }
        Message message = message(node);
        return message == null ? null : new Argument.Said(message);
    }
}

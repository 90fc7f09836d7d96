package dev.hermes.document.internal;

import dev.hermes.document.internal.Content.Entries;
import dev.hermes.document.internal.Content.Items;
import dev.hermes.document.internal.Content.Scalar;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Content as JSON without white space. The same content gives the same text. */
public final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** The content in one line, without a line end. */
    public static String of(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(content, json);
        }
        return text.toString();
    }

    private static void write(Content content, JsonGenerator json) {
        switch (content) {
            case Scalar scalar -> {
                switch (scalar.kind()) {
                    case TEXT, DECIMAL -> json.writeString(scalar.text());
                    case INTEGER -> json.writeNumber(Integer.parseInt(scalar.text()));
                    case BOOLEAN -> json.writeBoolean(Boolean.parseBoolean(scalar.text()));
                }
            }
            case Items items -> {
                json.writeStartArray();
                items.contents().forEach(item -> write(item, json));
                json.writeEndArray();
            }
            case Entries entries -> {
                json.writeStartObject();
                entries.byName().forEach((name, value) -> {
                    json.writeName(name);
                    write(value, json);
                });
                json.writeEndObject();
            }
        }
    }
}

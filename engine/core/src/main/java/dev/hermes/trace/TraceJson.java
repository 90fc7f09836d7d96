package dev.hermes.trace;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a trace as JSON. */
final class TraceJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<SourceRow, Origin> origins;

    TraceJson(Map<SourceRow, Origin> origins) {
        this.origins = origins;
    }

    String write(TraceNode root) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(root, json);
        }
        return text.toString();
    }

    private void write(TraceNode node, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("kind", node.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("label", node.label());
        if (!node.value().isEmpty()) {
            json.writeStringProperty("value", node.value());
        }
        if (!node.detail().isEmpty()) {
            json.writeStringProperty("detail", node.detail());
        }
        Origin origin = node.source() == null ? null : origins.get(node.source());
        if (origin != null) {
            json.writeObjectPropertyStart("origin");
            json.writeStringProperty("mapping", origin.mapping());
            json.writeStringProperty("file", origin.file());
            json.writeNumberProperty("line", origin.line());
            json.writeEndObject();
        }
        if (!node.children().isEmpty()) {
            json.writeArrayPropertyStart("children");
            for (TraceNode child : node.children()) {
                write(child, json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}

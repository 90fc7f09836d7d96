package dev.hermes.app.data;

import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Mapping.Format.Adapter;
import dev.hermes.spi.AdapterOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** What a mapping says about a format that a plugin reads: what its options are, the plugin says. */
final class OptionsForm {

    private static final int LINES = 5;

    private final MappingModel model;
    private final Texts texts;
    private final Label caption = Words.label("", "caption");
    private final VBox lines = new VBox();
    private final VBox view = new VBox(4, caption, lines);
    private final Map<String, TextInputControl> fields = new LinkedHashMap<>();
    private List<Shape> shown = List.of();

    /** A field that is there: an option of one format, of one line or of several. */
    private record Shape(String source, String format, AdapterOption option, boolean isLong) {}

    OptionsForm(MappingModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        lines.getStyleClass().add("field-terms");
        view.setId("format-options");
    }

    Node view() {
        return view;
    }

    void show(String source, MappingEdits edits, String title, Adapter format) {
        caption.setText(texts.get("data.writtenAs", title));
        List<AdapterOption> options = model.options(format);
        List<Shape> shapes = options.stream().map(option -> new Shape(source, format.word(), option,
                format.options().getOrDefault(option.name(), "").indexOf('\n') >= 0)).toList();
        if (!shapes.equals(shown)) {
            shown = shapes;
            fields.clear();
            List<Node> made = new ArrayList<>();
            shapes.forEach(shape -> made.add(line(shape, edits)));
            lines.getChildren().setAll(made);
        }
        fields.forEach((name, field) -> Entry.show(field, source, format.options().getOrDefault(name, "")));
        Words.shown(lines, !shapes.isEmpty());
    }

    private Node line(Shape shape, MappingEdits edits) {
        AdapterOption option = shape.option();
        TextInputControl field;
        if (shape.isLong()) {
            TextArea area = new TextArea();
            area.setPrefRowCount(LINES);
            field = area;
        } else {
            field = new TextField();
        }
        field.getStyleClass().add("mono");
        field.setAccessibleHelp(option.description());
        field.setTooltip(new Tooltip(option.description()));
        Entry.onCommit(field, text -> edits.option(option.name(), text));
        fields.put(option.name(), field);
        return Entry.line(new ReadOnlyStringWrapper(option.name()), field, "option-" + option.name());
    }
}

package dev.hermes.app.data;

import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Mapping;
import dev.hermes.workspace.Imports;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What becomes of each column, and what came of it. */
final class MappingPane {

    private static final double WIDTH = 400;
    private static final double FROM = 140;

    private final DataModel model;
    private final Texts texts;
    private final DraftForm draft;
    private final FiguresCard figures;
    private final VBox panel = new VBox();
    private final ScrollPane view = new ScrollPane(panel);

    MappingPane(DataModel model) {
        this.model = model;
        texts = model.texts();
        draft = new DraftForm(model);
        figures = new FiguresCard(model);
        panel.getStyleClass().add("panel");
        view.setId("mapping");
        view.getStyleClass().addAll("mapping", "edge-to-edge");
        view.setFitToWidth(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        view.setMinWidth(WIDTH);
        view.setPrefWidth(WIDTH);
        view.setMaxWidth(WIDTH);
        model.inventory().subscribe(this::show);
        model.source().subscribe(this::show);
        model.look().subscribe(this::show);
        model.shown().subscribe(this::show);
        texts.wording().subscribe(this::show);
    }

    Node view() {
        return view;
    }

    private void show() {
        panel.getChildren().clear();
        Source source = model.chosen().orElse(null);
        Look look = model.look().get();
        if (source != null && source.mapping().isPresent()) {
            mapping(source);
        } else if (look != null && look.found() != null) {
            panel.getChildren().add(draft.show(look, look.found()));
        } else {
            panel.getChildren().addAll(caption("data.mapping"), hint(source == null
                    ? texts.get("data.chooseSource")
                    : texts.get("data.elsewhere.hint", source.code()), "faint"));
        }
        Imports.Import made = model.shown().get();
        if (look != null && look.preview() != null && (made == null || !model.isOfFile(made))) {
            panel.getChildren().add(figures.of(look.preview(), look.isWhole()));
        }
        if (made != null) {
            panel.getChildren().add(figures.of(made));
        }
    }

    private void mapping(Source source) {
        panel.getChildren().addAll(caption("data.mapping"), lines(model.lines()));
        source.mapping().map(Mapping::where).ifPresent(where -> panel.getChildren()
                .add(hint(texts.get("data.whereRows", where.text()), "soft", "small")));
        source.questions().forEach(question -> panel.getChildren()
                .add(hint(texts.get("data.decide", question), "warn", "small")));
    }

    private Label caption(String key) {
        return Words.label(texts.get(key), "caption");
    }

    static Label hint(String text, String... styles) {
        Label hint = Words.label(text, styles);
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        return hint;
    }

    private Node lines(List<FieldLine> lines) {
        VBox box = new VBox();
        lines.forEach(line -> box.getChildren().add(line(line)));
        return box;
    }

    private Node line(FieldLine line) {
        Label from = Words.label(line.from(), "mono");
        from.setMinWidth(FROM);
        from.setPrefWidth(FROM);
        from.setMaxWidth(FROM);
        from.setTooltip(new Tooltip(line.from()));
        Label arrow = Words.label("→", "faint");
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        VBox what = new VBox();
        what.setAlignment(Pos.CENTER_LEFT);
        if (line.field().isEmpty()) {
            what.getChildren().add(Words.label(texts.get("data.notUsed"), "faint"));
        } else {
            what.getChildren().add(Words.label(line.field(), "strong"));
        }
        if (!line.rules().isEmpty()) {
            Label rules = Words.label(line.rules(), "faint", "small");
            rules.setTooltip(new Tooltip(line.rules()));
            what.getChildren().add(rules);
        }
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox row = new HBox(12, from, arrow, what);
        row.getStyleClass().add("field-line");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}

package dev.hermes.app.data;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.Scrolled;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Mapping;
import dev.hermes.workspace.Imports;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** What becomes of each column, and what came of it. */
final class MappingPane {

    private final DataModel model;
    private final Texts texts;
    private final DraftForm draft;
    private final MappingEditor editor;
    private final FiguresCard figures;
    private final VBox panel = new VBox();
    private final ColumnDrag drag;

    MappingPane(DataModel model, Consumer<Imports.Import> chooseMended, Consumer<Imports.Import> chooseRejects) {
        this.model = model;
        texts = model.texts();
        draft = new DraftForm(model);
        figures = new FiguresCard(model, chooseMended, chooseRejects);
        ScrollPane scrolled = Scrolled.of(panel);
        drag = new ColumnDrag(scrolled);
        editor = new MappingEditor(model, drag);
        panel.getStyleClass().add("panel");
        scrolled.setId("mapping");
        scrolled.getStyleClass().addAll("mapping", "edge-to-edge");
        scrolled.setFitToWidth(true);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        model.sources().inventory().subscribe(this::show);
        model.sources().source().subscribe(this::show);
        model.preview().look().subscribe(this::show);
        model.sources().shown().subscribe(this::show);
        model.mapping().field().subscribe(this::show);
        model.mapping().problems().subscribe(this::show);
        texts.wording().subscribe(this::show);
    }

    Region view() {
        return drag.view();
    }

    private void show() {
        List<Node> shown = new ArrayList<>();
        Source source = model.sources().chosen().orElse(null);
        Mapping mapping = model.mapping().mapping().orElse(null);
        Look look = model.preview().look().get();
        if (source != null && mapping != null) {
            shown.add(editor.show(source, mapping));
        } else if (look != null && (look.found() != null || !look.options().isEmpty())) {
            shown.add(draft.show(look, look.found()));
        } else {
            shown.add(new EmptyState(BootstrapIcons.ARROW_LEFT_RIGHT,
                    texts.text(source == null ? "data.noSource" : "data.elsewhere.title"), source == null
                            ? texts.text("data.chooseSource")
                            : texts.text("data.elsewhere.hint", source.code())));
        }
        Imports.Import made = model.sources().shown().get();
        if (look != null && look.preview() != null && (made == null || !model.isOfFile(made))) {
            shown.add(figures.of(look.preview(), look.isWhole()));
        }
        if (made != null) {
            shown.add(figures.of(made));
        }
        // What stays keeps the focus.
        if (panel.getChildren().isEmpty() || !panel.getChildren().getFirst().equals(shown.getFirst())) {
            panel.getChildren().setAll(shown);
        } else {
            panel.getChildren().remove(1, panel.getChildren().size());
            panel.getChildren().addAll(shown.subList(1, shown.size()));
        }
    }

    static Label hint(String text, String... styles) {
        Label hint = Words.label(text, styles);
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        return hint;
    }
}

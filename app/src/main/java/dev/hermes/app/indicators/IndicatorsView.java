package dev.hermes.app.indicators;

import dev.hermes.app.frame.StepButtons;
import dev.hermes.app.frame.Words;
import dev.hermes.app.graph.Alignment;
import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphCanvas;
import dev.hermes.app.graph.GraphPane;
import dev.hermes.app.graph.GraphTexts;
import dev.hermes.app.graph.NodeKind;
import dev.hermes.app.language.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** The graph of indicators with its bar, the inspector at the right, values below. */
final class IndicatorsView {

    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination CUT = new KeyCodeCombination(KeyCode.X, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination DUPLICATE = new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final IndicatorsModel model;
    private final Texts texts;
    private final GraphPane graph = new GraphPane();
    private final Outline outline;
    private final Inspector inspector;
    private final GraphWork work;
    private final BorderPane view = new BorderPane();
    private boolean fitted;

    IndicatorsView(IndicatorsModel model) {
        this.model = model;
        texts = model.texts();
        inspector = new Inspector(model);
        outline = new Outline(model, this::reveal, inspector::rename);
        work = new GraphWork(model, graph, inspector.view());
        GraphCanvas canvas = graph.canvas();
        canvas.setId("graph");
        canvas.actionsProperty().set(work);
        texts.wording().subscribe(_ -> canvas.textsProperty().set(words()));
        model.graph().subscribe(this::show);
        model.positions().subscribe(positions -> {
            if (fitted) {
                canvas.animateTo(positions);
            } else {
                canvas.positionsProperty().set(positions);
            }
            fit();
        });
        canvas.heightProperty().subscribe(this::fit);
        canvas.selection().addListener((SetChangeListener<String>) _ -> work.selected());
        model.selected().subscribe(work::follow);
        BorderPane centre = new BorderPane(new StackPane(graph, new Blank(model).view()));
        centre.setBottom(new ValuesTable(model).view());
        view.getStyleClass().add("screen");
        view.setTop(bar());
        view.setCenter(centre);
        view.setRight(inspector.view());
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    Node view() {
        return view;
    }

    private GraphTexts words() {
        Map<NodeKind, String> kinds = new EnumMap<>(NodeKind.class);
        for (NodeKind kind : NodeKind.values()) {
            kinds.put(kind, texts.get("graph." + kind.name().toLowerCase(Locale.ROOT)));
        }
        return new GraphTexts(kinds, texts.get("graph.group"), texts.get("graph.members"), texts.get("graph.problem"),
                texts.get("graph.canvas"), texts.get("graph.help"), texts.get("graph.zoomIn"),
                texts.get("graph.zoomOut"), texts.get("graph.actualSize"), texts.get("graph.fit"),
                texts.get("graph.linksDrawn"),
                new GraphTexts.Connecting(texts.get("connect.keys"), texts.get("connect.from"),
                        texts.get("connect.edge"), texts.get("connect.there"), texts.get("connect.circle"),
                        texts.get("connect.hidden")),
                new GraphTexts.Speaking(texts.get("graph.count"), texts.get("graph.reads"), texts.get("graph.read")),
                new GraphTexts.Search(texts.get("graph.search"), texts.get("graph.found"),
                        texts.get("graph.previous"), texts.get("graph.next"), texts.get("graph.close")),
                texts.wording().get().ofNumbers());
    }

    private void show(Graph shown) {
        graph.canvas().graphProperty().set(shown);
        work.arrive();
        if (shown.nodes().isEmpty()) {
            fitted = false;
        }
        fit();
    }

    /** Shows all of a graph when it is first seen. */
    private void fit() {
        GraphCanvas canvas = graph.canvas();
        if (!fitted && canvas.getHeight() > 0 && !model.graph().get().nodes().isEmpty()
                && !model.positions().get().ids().isEmpty()) {
            fitted = true;
            Platform.runLater(canvas::zoomToRead);
        }
    }

    /** Brings a card into view, looks at it and lets it have the keyboard. */
    void reveal(String code) {
        model.selected().set(code);
        graph.canvas().centreOn(code);
        graph.canvas().requestFocus();
    }

    /** Begins an edge from the selected card, which keys then lead. */
    void connect() {
        graph.canvas().requestFocus();
        graph.canvas().connect();
    }

    private Node bar() {
        Label title = Words.label(texts.text("place.indicators"), "heading");
        Label count = new Label();
        count.getStyleClass().add("tag");
        count.textProperty().bind(Bindings.createStringBinding(() -> {
            Snapshot now = model.snapshot().get();
            return texts.get("indicators.count", now == null ? 0 : now.library().indicators().size());
        }, model.snapshot(), texts.wording()));
        Node marks = new Marks(model, flaw -> {
            String card = flaw.card();
            if (card != null) {
                reveal(card);
                inspector.lead(flaw.finding());
            }
        }).view();
        StepButtons steps = StepButtons.of(model.frame(), "");
        Button arrange = Words.button(texts.text("indicators.arrange"), "arrange", model.edits()::arrange);
        ToggleButton outlined = new ToggleButton();
        outlined.setId("outline-toggle");
        outlined.textProperty().bind(texts.text("indicators.outline"));
        outlined.selectedProperty().subscribe(on -> view.setLeft(on ? outline.view() : null));
        HBox bar = new HBox(title, count, marks, Words.gap(), steps.undo(), steps.redo(), arrange, arranging(),
                outlined, adding());
        bar.getStyleClass().add("screen-bar");
        return bar;
    }

    private MenuButton adding() {
        MenuButton button = new MenuButton();
        button.setId("add-indicator");
        button.getStyleClass().add("accent");
        button.setGraphic(new FontIcon(BootstrapIcons.PLUS));
        button.textProperty().bind(texts.text("indicators.indicator"));
        for (Formulation.Kind kind : Formulation.Kind.values()) {
            MenuItem item = new MenuItem();
            item.setId("add-" + kind.name().toLowerCase(Locale.ROOT));
            item.textProperty().bind(texts.text("add." + kind.name().toLowerCase(Locale.ROOT)));
            item.setOnAction(_ -> model.edits().add(kind, graph.canvas().middle()));
            button.getItems().add(item);
        }
        return button;
    }

    private MenuButton arranging() {
        MenuButton button = new MenuButton();
        button.setId("align");
        button.textProperty().bind(texts.text("indicators.align"));
        for (Alignment alignment : Alignment.values()) {
            MenuItem item = new MenuItem();
            item.setId("align-" + alignment.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            item.textProperty()
                    .bind(texts.text("align." + alignment.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            item.setOnAction(_ -> graph.canvas().align(alignment));
            button.getItems().add(item);
        }
        MenuItem group = new MenuItem();
        group.setId("group");
        group.textProperty().bind(texts.text("align.group"));
        group.setOnAction(_ -> work.group());
        button.getItems().addAll(new SeparatorMenuItem(), group);
        SetChangeListener<String> follow = _ -> button.setDisable(graph.canvas().selection().size() < 2);
        graph.canvas().selection().addListener(follow);
        button.setDisable(true);
        return button;
    }

    private void pressed(KeyEvent event) {
        if (COPY.match(event) || CUT.match(event)) {
            if (CUT.match(event)) {
                work.cut();
            } else {
                work.copy();
            }
        } else if (PASTE.match(event)) {
            work.paste();
        } else if (SEARCH.match(event)) {
            graph.search();
        } else if (DUPLICATE.match(event)) {
            work.duplicate();
        } else {
            return;
        }
        event.consume();
    }
}

package dev.hermes.app.indicators;

import dev.hermes.app.frame.Action;
import dev.hermes.app.frame.Action.Reach;
import dev.hermes.app.frame.SidePanel;
import dev.hermes.app.frame.StepButtons;
import dev.hermes.app.frame.Words;
import dev.hermes.app.graph.Alignment;
import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphCanvas;
import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.graph.GraphPane;
import dev.hermes.app.graph.GraphTexts;
import dev.hermes.app.graph.NodeKind;
import dev.hermes.app.language.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
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
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** The graph of indicators with its bar, the inspector at the right, values below. */
final class IndicatorsView {

    private static final double ZOOM = 1.2;
    private static final double INSPECTOR = 344;
    private static final double VALUES = 196;
    private static final double OUTLINE = 260;

    private final IndicatorsModel model;
    private final Texts texts;
    private final GraphPane graph = new GraphPane();
    private final Outline outline;
    private final Inspector inspector;
    private final GraphWork work;
    private final BorderPane view = new BorderPane();
    private final ToggleButton outlined = new ToggleButton();
    private final Action group;
    private boolean fitted;

    IndicatorsView(IndicatorsModel model) {
        this.model = model;
        texts = model.texts();
        inspector = new Inspector(model);
        outline = new Outline(model, this::reveal, inspector::rename);
        work = new GraphWork(model, graph, inspector.view());
        group = Action.of(texts.text("align.group"), work::group).on(Reach.CONTROL, "Shortcut+G")
                .when(() -> graph.canvas().selectedNodes().size() > 1);
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
        centre.setBottom(SidePanel.bottom(model.frame(), "values", new ValuesTable(model).view(), VALUES));
        view.getStyleClass().add("screen");
        view.setTop(bar());
        view.setCenter(centre);
        view.setRight(SidePanel.right(model.frame(), "inspector", inspector.view(), INSPECTOR));
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

    /** Looks at several cards, and lets them have the keyboard. */
    void reveal(List<String> cards) {
        graph.canvas().requestFocus();
        work.await(cards.stream().filter(graph.canvas().graphProperty().get()::contains).toList());
    }

    /** What can be done with the graph. */
    List<Action> actions() {
        GraphCanvas canvas = graph.canvas();
        BooleanSupplier isChosen = () -> !canvas.selection().isEmpty();
        List<Action> actions = new ArrayList<>();
        for (Formulation.Kind kind : Formulation.Kind.values()) {
            actions.add(Action.of(texts.text("action.add." + kind.name().toLowerCase(Locale.ROOT)),
                    () -> model.edits().add(kind, canvas.middle())));
        }
        actions.add(Action.of(texts.text("action.copy"), work::copy).on(Reach.SCREEN, "Shortcut+C").when(isChosen));
        actions.add(Action.of(texts.text("action.cut"), work::cut).on(Reach.SCREEN, "Shortcut+X").when(isChosen));
        actions.add(Action.of(texts.text("action.paste"), work::paste).on(Reach.SCREEN, "Shortcut+V"));
        actions.add(Action.of(texts.text("menu.duplicate"), work::duplicate).on(Reach.SCREEN, "Shortcut+D")
                .when(isChosen));
        actions.add(Action.of(texts.text("graph.search"), graph::search).on(Reach.SCREEN, "Shortcut+F"));
        actions.add(Action.of(texts.text("action.remove"), () -> work.delete(canvas.selectedNodes()))
                .on(Reach.CONTROL, "Delete").when(isChosen));
        actions.add(Action.of(texts.text("indicators.connect"), this::connect).on(Reach.CONTROL, "C")
                .when(() -> model.selected().get() != null));
        actions.add(Action.of(texts.text("indicators.arrange"), model.edits()::arrange));
        for (Alignment alignment : Alignment.values()) {
            actions.add(Action.of(texts.text("action.align." + alignment.name().toLowerCase(Locale.ROOT)
                    .replace('_', '-')), () -> canvas.align(alignment)).when(group.condition()));
        }
        actions.add(group);
        actions.add(
                Action.of(texts.text("action.all"), () -> canvas.selection().addAll(model.graph().get().nodes().stream()
                        .map(GraphNode::id).toList())).on(Reach.CONTROL, "Shortcut+A"));
        actions.add(Action.of(texts.text("action.outline"), outlined::fire));
        actions.add(Action.of(texts.text("action.fit"), canvas::zoomToFit).on(Reach.CONTROL, "Shift+1"));
        actions.add(Action.of(texts.text("action.fitSelection"), canvas::zoomToSelection).on(Reach.CONTROL, "Shift+2")
                .when(isChosen));
        actions.add(Action.of(texts.text("action.actualSize"), () -> canvas.zoomTo(1)).on(Reach.CONTROL, "Shortcut+0"));
        actions.add(
                Action.of(texts.text("graph.zoomIn"), () -> canvas.zoomBy(ZOOM)).on(Reach.CONTROL, "Shortcut+Plus"));
        actions.add(Action.of(texts.text("graph.zoomOut"), () -> canvas.zoomBy(1 / ZOOM)).on(Reach.CONTROL,
                "Shortcut+Minus"));
        return List.copyOf(actions);
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
        SidePanel left = SidePanel.left(model.frame(), "outline", outline.view(), OUTLINE);
        outlined.setId("outline-toggle");
        outlined.textProperty().bind(texts.text("indicators.outline"));
        outlined.selectedProperty().subscribe(on -> view.setLeft(on ? left : null));
        HBox bar = new HBox(title, Words.whole(count), marks, Words.gap(), steps.undo(), steps.redo(), arrange,
                Words.whole(arranging()), Words.whole(outlined), Words.whole(adding()));
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
        button.getItems().addAll(new SeparatorMenuItem(), Words.item("group", group));
        SetChangeListener<String> follow = _ -> button.setDisable(graph.canvas().selection().size() < 2);
        graph.canvas().selection().addListener(follow);
        button.setDisable(true);
        return button;
    }
}

package dev.hermes.app.indicators;

import dev.hermes.app.graph.GraphActions;
import dev.hermes.app.graph.GraphCanvas;
import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.graph.GraphPane;
import dev.hermes.app.graph.GraphPositions;
import dev.hermes.app.graph.GraphTarget;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/** What is done on the canvas, turned into edits. Of the screen's thread. */
final class GraphWork implements GraphActions {

    /** Where an indicator's definition begins: its formula, where it has one. */
    private static final List<String> FIRST_FIELDS = List.of("#formula", "#indicator-name");

    private final IndicatorsModel model;
    private final GraphPane pane;
    private final GraphCanvas canvas;
    private final Node inspector;
    private final GraphMenu menu;
    private final CardDetails details;
    /** What is to be looked at as soon as there are cards of it. */
    private Set<String> awaited = Set.of();
    private boolean arriving;

    GraphWork(IndicatorsModel model, GraphPane pane, Node inspector) {
        this.model = model;
        this.pane = pane;
        this.inspector = inspector;
        canvas = pane.canvas();
        menu = new GraphMenu(model, canvas, this);
        details = new CardDetails(model);
    }

    // What keys, buttons and menus do with what is selected.

    void copy() {
        copy(canvas.selectedNodes());
    }

    void cut() {
        Set<String> nodes = canvas.selectedNodes();
        if (copy(nodes)) {
            delete(nodes);
        }
    }

    private boolean copy(Set<String> nodes) {
        String text = model.edits().copied(nodes);
        if (text.isEmpty()) {
            return false;
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        return Clipboard.getSystemClipboard().setContent(content);
    }

    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        await(model.edits().paste(text == null ? "" : text));
    }

    void duplicate() {
        String text = model.edits().copied(canvas.selectedNodes());
        if (!text.isEmpty()) {
            await(model.edits().paste(text));
        }
    }

    void group() {
        group(canvas.selectedNodes());
    }

    // What is looked at.

    /** Selects cards and brings them into view, as soon as they are there. */
    void await(Collection<String> codes) {
        awaited = Set.copyOf(codes);
        arrive();
    }

    /** Cards may have come. */
    void arrive() {
        if (!awaited.isEmpty() && awaited.stream().allMatch(canvas.graphProperty().get()::contains)) {
            Set<String> codes = awaited;
            awaited = Set.of();
            arriving = true;
            canvas.choose(codes);
            arriving = false;
            model.selected().set(codes.size() == 1 ? codes.iterator().next() : null);
        }
    }

    /** The selection is another: what is looked at follows it. */
    void selected() {
        if (!arriving) {
            Set<String> selection = canvas.selection();
            String only = selection.size() == 1 ? selection.iterator().next() : null;
            model.selected().set(only != null && canvas.graphProperty().get().contains(only) ? only : null);
        }
    }

    /** Something else is looked at: the selection follows it. */
    void follow(@Nullable String code) {
        if (code != null && !arriving && !canvas.selection().contains(code)) {
            await(Set.of(code));
        }
    }

    /** Shows a card with all that it depends on, or with all that depends on it. */
    void show(String code, Set<String> others) {
        Set<String> all = new HashSet<>(others);
        all.add(code);
        canvas.show(all);
    }

    @Override
    public void open(String node) {
        model.selected().set(node);
        FIRST_FIELDS.stream().map(inspector::lookup).filter(field -> field != null).findFirst()
                .ifPresent(Node::requestFocus);
    }

    /** Looks at the formula that reads an indicator, with its name there selected. */
    void goToFormula(GraphEdge edge) {
        if (model.now().library().indicator(edge.to()).isEmpty()) {
            model.frame().toast(model.texts().get("indicators.rulesElsewhere"), null);
            return;
        }
        model.selected().set(edge.to());
        Pattern word = Pattern.compile("\\b" + Pattern.quote(edge.from()) + "\\b");
        for (Node node : inspector.lookupAll(".formula-area")) {
            if (node instanceof CodeArea area) {
                Matcher found = word.matcher(area.getText());
                if (found.find()) {
                    area.requestFocus();
                    area.selectRange(found.start(), found.end());
                    return;
                }
            }
        }
        open(edge.to());
    }

    /** Takes a reference away; where it is not plain what is left then, the formula is gone to. */
    void disconnect(GraphEdge edge) {
        if (!model.edits().disconnect(edge.from(), edge.to())) {
            goToFormula(edge);
            model.frame().toast(model.texts().get("indicators.takeOut", model.title(edge.from())), null);
        }
    }

    // What the canvas asks for.

    @Override
    public void move(GraphPositions changed) {
        model.edits().move(changed);
    }

    @Override
    public void connect(String from, String to) {
        model.edits().connect(from, to);
    }

    @Override
    public @Nullable String refusal(String from, String to) {
        return model.edits().refusal(from, to).orElse(null);
    }

    @Override
    public void connectToNothing(String from, Point2D point) {
        menu.showNew(from, point);
    }

    @Override
    public void insert(String node, GraphEdge edge, GraphPositions moved) {
        model.edits().insert(node, edge.from(), edge.to(), moved);
    }

    @Override
    public void refusedCycle(List<String> path) {
        model.edits().refuseCycle(path);
    }

    @Override
    public void group(Set<String> nodes) {
        model.edits().group(nodes);
    }

    @Override
    public @Nullable Node details(String id) {
        return details.of(id);
    }

    @Override
    public void rename(String group) {
        pane.rename(group, name -> model.edits().renameGroup(group, name));
    }

    @Override
    public void collapse(String group, boolean collapsed) {
        model.edits().collapse(group, collapsed);
    }

    @Override
    public void delete(Set<String> nodes) {
        model.edits().remove(nodes);
    }

    @Override
    public void contextMenu(GraphTarget target, double screenX, double screenY) {
        menu.show(target, screenX, screenY);
    }
}

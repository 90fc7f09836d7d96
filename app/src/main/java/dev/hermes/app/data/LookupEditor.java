package dev.hermes.app.data;

import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The lookup of a field, to be changed. One for whichever field is open. */
final class LookupEditor {

    /** How many rows are shown at once; of more, those that are searched. */
    private static final int MOST = 24;
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final MappingModel model;
    private final Texts texts;
    private final Button add;
    private final Button addSeen;
    private final Label none = MappingPane.hint("", "faint", "small");
    private final TextField search = new TextField();
    private final Node heads;
    private final VBox lines = new VBox();
    private final Label more = MappingPane.hint("", "faint", "small");
    private final List<LookupLine> made = new ArrayList<>();
    private final VBox view;
    private LookupRows rows = LookupRows.NONE;
    /** The lookup of the document that the rows follow. */
    private Map<String, String> followed = Map.of();
    private List<Integer> found = List.of();
    /** The place, among those found, of the first that is shown. */
    private int first;
    private List<String> missing = List.of();
    private String source = "";
    private String field = "";
    private MappingEdits edits;

    LookupEditor(MappingModel model, Texts texts) {
        this.model = model;
        edits = model.edits();
        this.texts = texts;
        add = Words.button(BootstrapIcons.PLUS, texts.text("data.lookup.add"), "lookup-add", this::addBlank);
        add.getStyleClass().add("tight");
        addSeen = new Button();
        addSeen.setId("lookup-add-seen");
        addSeen.getStyleClass().add("tag");
        addSeen.setOnAction(_ -> addMissing());
        none.textProperty().bind(texts.text("data.lookup.none"));
        HBox head = new HBox(4, Words.label(texts.text("data.lookup"), "caption"), Words.gap(), addSeen, add);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("form-line");
        heads = LookupLine.heads(texts);
        search.setId("lookup-search");
        search.promptTextProperty().bind(texts.text("data.lookup.search"));
        search.accessibleTextProperty().bind(texts.text("data.lookup.search"));
        search.textProperty().addListener(_ -> show());
        view = new VBox(head, none, search, heads, lines, more);
        view.setId("lookup");
        view.getStyleClass().add("lookup");
    }

    Node view() {
        return view;
    }

    private final class Rows implements LookupLine.Rows {

        @Override
        public LookupRows.Remark remark(int index, LookupRows.Row row) {
            return index < rows.rows().size() ? rows.with(index, row).remark(index) : LookupRows.Remark.FINE;
        }

        @Override
        public void take(int index, LookupRows.Row row) {
            if (index < rows.rows().size()) {
                change(rows.with(index, row));
            }
        }

        @Override
        public void go(int index, int by, boolean isFrom, boolean canAdd) {
            int place = found.indexOf(index) + by;
            if (place >= 0 && place < found.size()) {
                reveal(place, isFrom);
            } else if (canAdd) {
                addBlank();
            }
        }

        @Override
        public void remove(int index) {
            int place = found.indexOf(index);
            change(rows.without(index));
            if (found.isEmpty()) {
                add.requestFocus();
            } else {
                reveal(Math.min(place, found.size() - 1), true);
            }
        }
    }

    /** Shows the lookup of a field; rows that are not finished stay while it is the same one. */
    void show(String ofSource, MappingEdits of, String ofField, Map<String, String> lookup) {
        edits = of;
        if (!source.equals(ofSource) || !field.equals(ofField)) {
            source = ofSource;
            field = ofField;
            rows = LookupRows.of(lookup);
            followed = lookup;
            search.clear();
        } else if (!model.isEditing() && !lookup.equals(followed)) {
            // What was entered and not taken stays as long as the document says the same.
            rows = rows.following(lookup);
            followed = lookup;
        }
        show();
    }

    private void show() {
        found = rows.find(search.getText());
        int count = Math.min(MOST, found.size());
        first = Math.clamp(first, 0, found.size() - count);
        while (made.size() < count) {
            made.add(new LookupLine(texts, new Rows()));
        }
        for (int i = 0; i < count; i++) {
            int index = found.get(first + i);
            made.get(i).show(index, rows.rows().get(index));
        }
        made.subList(count, made.size()).forEach(LookupLine::forget);
        if (lines.getChildren().size() != count) {
            lines.getChildren().setAll(made.subList(0, count).stream().map(LookupLine::view).toList());
        }
        missing = rows.missing(model.seen(field));
        addSeen.setText(texts.get("data.lookup.addSeen", missing.size()));
        Words.shown(addSeen, !missing.isEmpty());
        boolean isEmpty = rows.rows().isEmpty();
        // Without a lookup they are read as they are; with one they are refused.
        addSeen.pseudoClassStateChanged(MISSING, !isEmpty);
        Words.shown(none, isEmpty);
        Words.shown(heads, !isEmpty);
        Words.shown(search, rows.rows().size() > MOST);
        more.setText(texts.get("data.lookup.more", found.size() - count));
        Words.shown(more, found.size() > count);
    }

    private void change(LookupRows changed) {
        boolean isOther = !changed.lookup().equals(rows.lookup());
        rows = changed;
        show();
        if (isOther) {
            edits.translate(field, changed.lookup());
        }
    }

    private void addBlank() {
        search.clear();
        change(rows.withBlank());
        reveal(rows.rows().indexOf(LookupRows.Row.BLANK), true);
    }

    private void addMissing() {
        search.clear();
        int before = rows.rows().size();
        change(rows.with(missing));
        reveal(before, false);
    }

    /** Goes to one of those that were found, by its place among them. */
    private void reveal(int place, boolean isFrom) {
        if (place < first || place >= first + lines.getChildren().size()) {
            first = place < first ? place : place - MOST + 1;
            show();
        }
        made.get(place - first).focus(isFrom);
    }
}

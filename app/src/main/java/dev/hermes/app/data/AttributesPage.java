package dev.hermes.app.data;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.StepButtons;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** All attributes at the left, one of them at the right. */
final class AttributesPage {

    private static final double SEARCH = 260;

    private final AttributesModel model;
    private final Texts texts;
    private final Label count = Words.label("", "tag");
    private final Label day = Words.label("", "soft");
    private final StepButtons steps;
    private final Button add;
    private final Node table;
    private final Node pane;
    private final Node empty;
    private final BorderPane view = new BorderPane();

    AttributesPage(AttributesModel model, Runnable chooseFile) {
        this.model = model;
        texts = model.texts();
        steps = StepButtons.of(model.frame(), "attributes-");
        add = adding("new-attribute");
        add.getStyleClass().add("accent");
        AttributeWords says = new AttributeWords(texts, model.data().words());
        table = new AttributesTable(model, says).view();
        pane = new AttributePane(model, says, chooseFile).view();
        empty = new EmptyState(BootstrapIcons.TAGS, texts.text("attributes.empty.title"),
                texts.text("attributes.empty.lead"), adding("empty-new-attribute"));
        view.setTop(bar());
        view.setCenter(table);
        view.setRight(pane);
        model.attributes().subscribe(this::show);
        model.isAdding().subscribe(is -> {
            show(model.attributes().get());
            if (!is) {
                focus();
            }
        });
        texts.wording().subscribe(_ -> show(model.attributes().get()));
    }

    Node view() {
        return view;
    }

    /** Whoever uses the keyboard goes on with the attributes. */
    void focus() {
        table.requestFocus();
    }

    private Node bar() {
        TextField search = new TextField();
        search.setId("attributes-search");
        search.setPrefWidth(SEARCH);
        search.promptTextProperty().bind(texts.text("attributes.search"));
        search.accessibleTextProperty().bind(texts.text("attributes.search"));
        search.textProperty().bindBidirectional(model.search());
        HBox bar = new HBox(new PageSwitch(texts, model.isShown(), true).view(), Words.whole(count), Words.gap(), day,
                search,
                steps.undo(), steps.redo(), add);
        bar.getStyleClass().add("screen-bar");
        return bar;
    }

    private Button adding(String id) {
        return Words.button(texts.text("attributes.new"), id, () -> model.beginAdding(true));
    }

    private void show(@Nullable Attributes now) {
        day.setVisible(now != null);
        boolean isEmpty = now != null && now.groups().isEmpty();
        count.setVisible(now != null && !isEmpty);
        Words.shown(add, !isEmpty);
        view.setCenter(isEmpty ? empty : table);
        view.setRight(isEmpty && !model.isAdding().get() ? null : pane);
        if (now != null) {
            count.setText(texts.get("attributes.count",
                    now.groups().stream().mapToInt(group -> group.attributes().size()).sum()));
            day.setText(texts.get("attributes.asOf", now.day().toString()));
        }
    }
}

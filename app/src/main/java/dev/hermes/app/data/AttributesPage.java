package dev.hermes.app.data;

import dev.hermes.app.frame.StepButtons;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** All attributes at the left, one of them at the right. */
final class AttributesPage {

    private static final double SEARCH = 260;
    private static final double TEXT = 460;

    private final AttributesModel model;
    private final Texts texts;
    private final Label count = Words.label("", "tag");
    private final Label day = Words.label("", "soft");
    private final StepButtons steps;
    private final Button add;
    private final Node table;
    private final Node pane;
    private final BorderPane view = new BorderPane();

    AttributesPage(AttributesModel model, Runnable chooseFile) {
        this.model = model;
        texts = model.texts();
        steps = StepButtons.of(model.frame(), "attributes-");
        add = adding("new-attribute");
        AttributeWords says = new AttributeWords(texts, model.data().words());
        table = new AttributesTable(model, says).view();
        pane = new AttributePane(model, says, chooseFile).view();
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
        HBox bar = new HBox(new PageSwitch(texts, model.isShown(), true).view(), count, Words.gap(), day, search,
                steps.undo(), steps.redo(), add);
        bar.getStyleClass().add("screen-bar");
        return bar;
    }

    private Button adding(String id) {
        Button button = Words.button(texts.text("attributes.new"), id, () -> model.beginAdding(true));
        button.getStyleClass().add("accent");
        return button;
    }

    private void show(@Nullable Attributes now) {
        day.setVisible(now != null);
        boolean isEmpty = now != null && now.groups().isEmpty();
        count.setVisible(now != null && !isEmpty);
        Words.shown(add, !isEmpty);
        view.setCenter(isEmpty ? empty() : table);
        view.setRight(isEmpty && !model.isAdding().get() ? null : pane);
        if (now != null) {
            count.setText(texts.get("attributes.count",
                    now.groups().stream().mapToInt(group -> group.attributes().size()).sum()));
            day.setText(texts.get("attributes.asOf", now.day().toString()));
        }
    }

    private Node empty() {
        Label lead = MappingPane.hint(texts.get("attributes.empty.lead"), "soft");
        lead.setMaxWidth(TEXT);
        lead.setTextAlignment(TextAlignment.CENTER);
        Button sources = Words.button(texts.text("attributes.empty.sources"), "attributes-to-sources",
                () -> model.isShown().set(false));
        HBox buttons = new HBox(8, adding("empty-new-attribute"), sources);
        buttons.setAlignment(Pos.CENTER);
        VBox box = new VBox(new FontIcon(BootstrapIcons.TAGS),
                Words.label(texts.get("attributes.empty.title"), "heading"), lead, buttons);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.getStyleClass().addAll("panel", "empty-state");
        return box;
    }
}

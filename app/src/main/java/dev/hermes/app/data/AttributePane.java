package dev.hermes.app.data;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.Scrolled;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Dataset;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** One attribute: its values, what brings it in, where it is used. Or the form for another one. */
final class AttributePane {

    private static final double WIDTH = 320;
    private static final double BAR = 290;
    private static final double LEAST = 2;

    private final AttributesModel model;
    private final Texts texts;
    private final AttributeWords says;
    private final Runnable chooseFile;
    private final AttributeForm form;
    private final Node nothing;
    private final VBox panel = new VBox();
    private final ScrollPane view = Scrolled.of(panel);

    AttributePane(AttributesModel model, AttributeWords says, Runnable chooseFile) {
        this.model = model;
        this.says = says;
        this.chooseFile = chooseFile;
        texts = model.texts();
        form = new AttributeForm(model, says);
        nothing = new EmptyState(BootstrapIcons.TAG, texts.text("attributes.choose"),
                texts.text("attributes.choose.hint"));
        panel.getStyleClass().add("panel");
        view.setId("attribute");
        view.getStyleClass().addAll("inspector", "edge-to-edge");
        view.setFitToWidth(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        view.setMinWidth(WIDTH);
        view.setPrefWidth(WIDTH);
        view.setMaxWidth(WIDTH);
        model.attributes().subscribe(_ -> show());
        model.chosen().subscribe(_ -> show());
        model.values().subscribe(_ -> show());
        model.isAdding().subscribe(_ -> show());
        texts.wording().subscribe(_ -> show());
    }

    Node view() {
        return view;
    }

    private void show() {
        Attribute attribute = model.attribute().orElse(null);
        if (model.isAdding().get()) {
            // What was written stays.
            if (!panel.getChildren().equals(List.of(form.view()))) {
                panel.getChildren().setAll(form.view());
                form.begin();
            }
        } else if (attribute == null) {
            panel.getChildren().setAll(nothing);
        } else {
            Label name = Words.label(attribute.name(), "heading");
            name.setId("attribute-name");
            name.setWrapText(true);
            VBox head = new VBox(2, name);
            if (!attribute.name().equals(attribute.id().code())) {
                head.getChildren().add(Words.label(attribute.id().code(), "mono", "faint"));
            }
            panel.getChildren().setAll(head, terms(attribute), values(attribute), sources(attribute),
                    uses(attribute));
        }
    }

    private Node section(String key, Node content) {
        return new VBox(6, Words.label(texts.get(key), "caption"), content);
    }

    private static Node line(Label name, Node value) {
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(name.getText()));
        if (value instanceof Region region) {
            region.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox line = new HBox(12, name, Words.gap(), value);
        line.getStyleClass().add("definition-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node term(String key, String value) {
        return line(Words.label(texts.get(key), "soft"), Words.label(value, "strong"));
    }

    private Node terms(Attribute attribute) {
        DataWords words = model.data().words();
        Optional<Dataset> dataset = model.data().sources().inventory().get().library()
                .dataset(attribute.id().dataset());
        VBox lines = new VBox(
                term("attributes.whose", attribute.whose() == null
                        ? dataset.map(Dataset::name).orElse(attribute.id().dataset())
                        : says.whose(attribute.whose())),
                term("data.type", words.type(attribute.type())));
        Dataset.Column column = attribute.column();
        String asked = column == null ? "" : dataset.map(of -> words.asked(column, of)).orElse("");
        if (!asked.isEmpty()) {
            lines.getChildren().add(term("attributes.asked", asked));
        }
        return lines;
    }

    private Node values(Attribute attribute) {
        AttributeValues values = model.values().get();
        if (values == null) {
            return section("attributes.values", EmptyState.line(texts.text("attributes.looking")));
        }
        VBox lines = new VBox();
        lines.setId("attribute-values");
        String having = says.having(values);
        lines.getChildren().add(line(Words.label(texts.get("attributes.hasValue"), "soft"),
                Words.label(having, "strong")));
        if (!values.least().isEmpty()) {
            lines.getChildren().addAll(
                    term("attributes.least", says.value(attribute.type(), values.least())),
                    term("attributes.greatest", says.value(attribute.type(), values.greatest())));
        }
        if (values.different() > 0) {
            lines.getChildren().add(term("attributes.different", model.data().words().count(values.different())));
        }
        VBox all = new VBox(10, lines);
        if (!values.frequent().isEmpty()) {
            all.getChildren().add(frequent(attribute, values));
        }
        String caption = attribute.whose() == null ? "attributes.values" : "attributes.valuesOn";
        return new VBox(6, Words.label(texts.get(caption, day()), "caption"), all);
    }

    private String day() {
        return Optional.ofNullable(model.attributes().get()).map(now -> now.day().toString()).orElse("");
    }

    /** The most frequent values, each with its part of all. */
    private Node frequent(Attribute attribute, AttributeValues values) {
        VBox lines = new VBox(6);
        for (AttributeValues.Frequent one : values.frequent()) {
            Label value = Words.label(says.value(attribute.type(), one.value()));
            value.setMinWidth(0);
            value.setTooltip(new Tooltip(value.getText()));
            Label count = Words.label(model.data().words().count(one.count()), "soft");
            count.setMinWidth(Region.USE_PREF_SIZE);
            lines.getChildren().add(new VBox(2, new HBox(12, value, Words.gap(), count),
                    bar((double) one.count() / Math.max(1, values.count()))));
        }
        if (values.different() > values.frequent().size()) {
            lines.getChildren().add(Words.label(texts.get("attributes.others",
                    values.different() - values.frequent().size()), "faint", "small"));
        }
        return lines;
    }

    private static Node bar(double part) {
        Region filled = new Region();
        filled.getStyleClass().add("meter-filled");
        filled.setManaged(false);
        filled.resizeRelocate(0, 0, Math.max(LEAST, part * BAR), 4);
        Pane bar = new Pane(filled);
        bar.getStyleClass().add("meter");
        bar.setMinSize(BAR, 4);
        bar.setMaxSize(BAR, 4);
        return bar;
    }

    private Node sources(Attribute attribute) {
        VBox lines = new VBox(4);
        for (String code : attribute.sources()) {
            Hyperlink link = new Hyperlink(says.source(code, model.data().sources().inventory().get()));
            link.setId("source-" + code);
            link.setMnemonicParsing(false);
            link.setAccessibleText(texts.get("attributes.openSource", link.getText()));
            link.setOnAction(_ -> model.open(code));
            lines.getChildren().add(link);
        }
        if (attribute.sources().isEmpty()) {
            Button choose = Words.button(texts.text("data.chooseFile"), "attribute-file", () -> {
                model.bring(attribute);
                chooseFile.run();
            });
            lines.getChildren().addAll(EmptyState.line(texts.text("attributes.noSource")), choose);
        }
        return section("attributes.source", lines);
    }

    private Node uses(Attribute attribute) {
        List<AttributeUse> uses = attribute.uses();
        VBox lines = new VBox();
        uses.forEach(use -> lines.getChildren().add(line(Words.label(use.name()),
                Words.label(says.kind(use.kind()) + " · " + says.role(use.role()), "faint", "small"))));
        return section("attributes.usedIn",
                uses.isEmpty() ? EmptyState.line(texts.text("attributes.unused")) : lines);
    }
}

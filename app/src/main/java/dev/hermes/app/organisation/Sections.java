package dev.hermes.app.organisation;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.DatedValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The pieces that the pane beside the table is made of. */
final class Sections {

    private static final double VALUE = 176;
    /** What is longer may be cut off. */
    private static final int SHORT = 22;

    private final Texts texts;

    Sections(Texts texts) {
        this.texts = texts;
    }

    /** Who or what it is, with what tells it from others of that name. */
    Node heading(String name, String id, String code) {
        Label heading = Words.label(name, "heading");
        heading.setId(id);
        Label key = Words.label(code, "mono", "faint");
        key.setTooltip(new Tooltip(code));
        return new VBox(2, heading, key);
    }

    Node section(String key, Node content) {
        return new VBox(6, Words.label(texts.get(key), "caption"), content);
    }

    Node line(String name, String value) {
        return line(name, Words.label(value, "strong"));
    }

    /** A line whose name, or else value, gives way where there is no room. */
    Node line(String name, Node value) {
        Label label = Words.label(name, "soft");
        label.setMinWidth(0);
        HBox line = new HBox(12, label, Words.gap(), value);
        HBox.setHgrow(label, Priority.SOMETIMES);
        if (value instanceof Labeled text && text.getText().length() > SHORT) {
            text.setMinWidth(0);
            text.setMaxWidth(VALUE);
        } else if (value instanceof Region region) {
            region.setMinWidth(Region.USE_PREF_SIZE);
        }
        line.getStyleClass().add("definition-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    Hyperlink link(String text, String id, Runnable action) {
        Hyperlink link = new Hyperlink(text);
        link.setId(id);
        link.getStyleClass().add("step-link");
        link.setOnAction(_ -> action.run());
        return link;
    }

    Label nobody() {
        return Words.label(texts.get("organisation.none"), "faint");
    }

    /** Attributes below whose they are. */
    List<Node> attributes(List<Structure.Attribute> attributes) {
        if (attributes.isEmpty()) {
            return List.of(section("organisation.attributes",
                    EmptyState.line(texts.text("organisation.noAttributes"))));
        }
        List<Node> sections = new ArrayList<>();
        for (DatedValue.Subject whose : DatedValue.Subject.values()) {
            VBox lines = new VBox();
            attributes.stream().filter(attribute -> attribute.declared().of() == whose).map(this::line)
                    .forEach(lines.getChildren()::add);
            if (!lines.getChildren().isEmpty()) {
                sections.add(section("organisation.attributes." + whose.name().toLowerCase(Locale.ROOT), lines));
            }
        }
        return sections;
    }

    private Node line(Structure.Attribute attribute) {
        Label value = Words.label(PeopleColumns.value(attribute.declared(), attribute.value(), texts), "strong");
        value.setTooltip(new Tooltip(span(attribute.from(), attribute.to())));
        return line(attribute.declared().name(), value);
    }

    /** From the first day to the last. */
    String span(LocalDate from, LocalDate to) {
        return PeopleColumns.day(from, texts) + " – " + PeopleColumns.last(to, texts);
    }
}

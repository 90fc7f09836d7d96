package dev.hermes.app.organisation;

import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.Dates;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Somebody on the day: between whom, with which attributes, and where before and after. */
final class PersonPane {

    private static final double BAR = 266;
    private static final double LEAST = 3;

    private final OrganisationModel model;
    private final Texts texts;
    private final VBox panel = new VBox();
    private final ScrollPane view = new ScrollPane(panel);

    PersonPane(OrganisationModel model) {
        this.model = model;
        texts = model.texts();
        panel.getStyleClass().add("panel");
        view.setId("person");
        view.getStyleClass().addAll("inspector", "edge-to-edge");
        view.setFitToWidth(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        model.structure().subscribe(_ -> show());
        model.chosen().subscribe(_ -> show());
        texts.wording().subscribe(_ -> show());
    }

    Region view() {
        return view;
    }

    private void show() {
        panel.getChildren().clear();
        Structure now = model.structure().get();
        AssignmentKey key = model.chosen().get();
        if (now == null || key == null) {
            panel.getChildren().add(hint("organisation.choose"));
            return;
        }
        Holder holder = model.holder().orElse(null);
        String name = holder != null
                ? holder.name()
                : now.people().inputs().persons().stream().filter(person -> person.person().equals(key.person()))
                        .map(person -> person.name()).findFirst().orElse(key.person());
        Label heading = Words.label(name, "heading");
        heading.setId("person-name");
        Label id = Words.label(key.toString(), "mono", "faint");
        id.setTooltip(new Tooltip(key.toString()));
        panel.getChildren().add(new VBox(2, heading, id));
        if (holder == null) {
            panel.getChildren().add(hint("organisation.notHeld"));
        } else {
            panel.getChildren().addAll(place(now, holder), attributes(now, key));
        }
        panel.getChildren().add(history(now, key));
    }

    private Label hint(String key) {
        Label hint = Words.label(texts.get(key), "faint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        return hint;
    }

    private Node section(String key, Node content) {
        return new VBox(6, Words.label(texts.get(key), "caption"), content);
    }

    private Node line(String name, Node value) {
        Label label = Words.label(name, "soft");
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(name));
        HBox line = new HBox(12, label, Words.gap(), value);
        HBox.setHgrow(label, Priority.SOMETIMES);
        if (value instanceof Region region) {
            region.setMinWidth(Region.USE_PREF_SIZE);
        }
        line.getStyleClass().add("definition-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node place(Structure now, Holder holder) {
        VBox lines = new VBox();
        lines.getChildren()
                .add(line(texts.get("organisation.position"), Words.label(holder.key().position(), "strong")));
        lines.getChildren().add(line(texts.get("organisation.unit"),
                Words.label(now.organisation(holder.key().organisation()), "strong")));
        AssignmentKey above = holder.superior();
        if (above == null) {
            lines.getChildren().add(line(texts.get("organisation.superior"),
                    Words.label(texts.get("organisation.none"), "faint")));
        } else {
            Hyperlink link = new Hyperlink(now.holder(above).map(Holder::name).orElse(above.person()));
            link.setId("superior");
            link.setOnAction(_ -> model.reveal(above));
            lines.getChildren().add(line(texts.get("organisation.superior"), link));
        }
        lines.getChildren().add(line(texts.get("organisation.subordinates"),
                Words.label(texts.get("organisation.below", holder.direct(), holder.all()))));
        return lines;
    }

    private Node attributes(Structure now, AssignmentKey key) {
        List<Structure.Attribute> attributes = now.attributes(key);
        VBox lines = new VBox();
        attributes.forEach(attribute -> {
            Label value = Words.label(attribute.value(), "strong");
            value.setTooltip(new Tooltip(span(attribute.from(), attribute.to())));
            lines.getChildren().add(line(attribute.declared().name() + " · " + texts.get("organisation.of."
                    + attribute.declared().of().name().toLowerCase(Locale.ROOT)), value));
        });
        return section("organisation.attributes",
                attributes.isEmpty() ? hint("organisation.noAttributes") : lines);
    }

    private String span(LocalDate from, LocalDate to) {
        return PeopleTable.day(from, texts) + " – " + PeopleTable.last(to, texts);
    }

    private Node history(Structure now, AssignmentKey key) {
        List<AssignmentRow> rows = now.history(key.person());
        LocalDate first = rows.stream().map(AssignmentRow::from).filter(from -> !from.equals(Dates.BEGINNING))
                .min(LocalDate::compareTo).orElse(now.day());
        LocalDate last = rows.stream().map(AssignmentRow::to).filter(to -> !to.equals(Dates.OPEN))
                .max(LocalDate::compareTo).orElse(now.day());
        LocalDate end = (last.isAfter(now.day()) ? last : now.day()).plusDays(1);
        VBox lines = new VBox(10);
        lines.setId("person-history");
        rows.forEach(row -> {
            Label what = Words.label(row.key().position() + " · " + now.organisation(row.key().organisation()));
            Label when = Words.label(span(row.from(), row.to()), "faint", "small");
            lines.getChildren().add(new VBox(2, what, when, bar(row, first, end, now.day())));
        });
        return section("organisation.history", lines);
    }

    /** When it is held, among all the days that are known of. */
    private static Node bar(AssignmentRow row, LocalDate first, LocalDate end, LocalDate day) {
        double days = Math.max(1, ChronoUnit.DAYS.between(first, end));
        double from = row.from().isBefore(first) ? 0 : ChronoUnit.DAYS.between(first, row.from()) / days;
        double to = row.to().isAfter(end) ? 1 : ChronoUnit.DAYS.between(first, row.to()) / days;
        Region filled = new Region();
        filled.getStyleClass().add("meter-filled");
        filled.resizeRelocate(from * BAR, 0, Math.max(LEAST, (to - from) * BAR), 4);
        filled.setManaged(false);
        Region now = new Region();
        now.getStyleClass().add("day-mark");
        now.setManaged(false);
        now.resizeRelocate(Math.min(BAR - 2, ChronoUnit.DAYS.between(first, day) / days * BAR), -3, 2, 10);
        Pane bar = new Pane(filled, now);
        bar.getStyleClass().add("meter");
        bar.setMinSize(BAR, 4);
        bar.setMaxSize(BAR, 4);
        return bar;
    }
}

package dev.hermes.app.organisation;

import dev.hermes.app.frame.Words;
import dev.hermes.model.Dates;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What held when, as bars below each other over the years that are known of, with the day that is looked at. */
final class Timeline {

    private static final double LENGTH = 276;
    private static final double BAR = 6;
    private static final double LEAST = 3;
    private static final double AXIS = 16;
    /** So far are the years apart that are named. */
    private static final double APART = 40;

    private final LocalDate day;
    private final Sections sections;
    private final List<Span> spans = new ArrayList<>();
    private String id = "";

    private record Span(String what, String beside, LocalDate from, LocalDate to, boolean isLookedAt) {}

    Timeline(LocalDate day, Sections sections) {
        this.day = day;
        this.sections = sections;
    }

    void setId(String name) {
        id = name;
    }

    /** Adds what held on {@code [from, to)}. */
    void add(String what, String beside, LocalDate from, LocalDate to, boolean isLookedAt) {
        spans.add(new Span(what, beside, from, to, isLookedAt));
    }

    Node view() {
        LocalDate first = spans.stream().map(Span::from).filter(from -> !from.equals(Dates.BEGINNING))
                .min(LocalDate::compareTo).filter(from -> from.isBefore(day)).orElse(day).withDayOfYear(1);
        LocalDate last = spans.stream().map(Span::to).filter(to -> !to.equals(Dates.OPEN)).max(LocalDate::compareTo)
                .filter(to -> to.isAfter(day)).orElse(day).plusDays(1);
        Scale scale = new Scale(first, last);
        VBox lines = new VBox(10);
        lines.setId(id);
        spans.forEach(span -> lines.getChildren().add(line(span, scale)));
        lines.getChildren().add(axis(scale));
        return lines;
    }

    /** Where days are along the bars. */
    private record Scale(LocalDate first, LocalDate end) {

        double at(LocalDate day) {
            double days = Math.max(1, ChronoUnit.DAYS.between(first, end));
            double part = day.isBefore(first) ? 0 : day.isAfter(end) ? 1 : ChronoUnit.DAYS.between(first, day) / days;
            return part * LENGTH;
        }
    }

    private Node line(Span span, Scale scale) {
        Label what = Words.label(span.what(), "strong");
        what.setMinWidth(Region.USE_PREF_SIZE);
        Label beside = Words.label(span.beside(), "soft");
        HBox names = new HBox(6, what, beside);
        Label when = Words.label(sections.span(span.from(), span.to()), "faint", "small");
        return new VBox(3, names, when, bar(span, scale));
    }

    private Node bar(Span span, Scale scale) {
        boolean holds = !day.isBefore(span.from()) && day.isBefore(span.to());
        double from = scale.at(span.from());
        Region filled = new Region();
        filled.getStyleClass().add("span");
        if (holds && span.isLookedAt()) {
            filled.getStyleClass().add("now");
        }
        filled.setManaged(false);
        filled.resizeRelocate(from, 0, Math.max(LEAST, scale.at(span.to()) - from), BAR);
        Region mark = new Region();
        mark.getStyleClass().add("day-mark");
        mark.setManaged(false);
        mark.resizeRelocate(Math.min(LENGTH - 2, scale.at(day)), -2, 2, BAR + 4);
        Pane bar = new Pane(filled, mark);
        bar.getStyleClass().add("meter");
        bar.setMinSize(LENGTH, BAR);
        bar.setMaxSize(LENGTH, BAR);
        Tooltip.install(bar, new Tooltip(sections.span(span.from(), span.to())));
        return bar;
    }

    /** The beginnings of years, as many as there is room for. */
    private static Node axis(Scale scale) {
        Pane axis = new Pane();
        axis.setMinSize(LENGTH, AXIS);
        axis.setMaxSize(LENGTH, AXIS);
        double free = 0;
        for (LocalDate year = scale.first(); year.isBefore(scale.end()); year = year.plusYears(1)) {
            double at = scale.at(year);
            if (at >= free && at <= LENGTH - APART / 2) {
                Label name = Words.label(String.valueOf(year.getYear()), "faint", "small");
                name.relocate(at, 0);
                axis.getChildren().add(name);
                free = at + APART;
            }
        }
        return axis;
    }
}

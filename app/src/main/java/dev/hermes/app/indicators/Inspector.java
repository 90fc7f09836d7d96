package dev.hermes.app.indicators;

import dev.hermes.app.frame.Words;
import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Finding;
import dev.hermes.model.Indicator;
import dev.hermes.model.Scope;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What the indicator that is looked at is, and how it is changed. */
final class Inspector {

    private static final double WIDTH = 316;

    private final IndicatorsModel model;
    private final Texts texts;
    private final VBox top = new VBox();
    private final VBox rest = new VBox();
    private final VBox panel = new VBox();
    private final ScrollPane view = new ScrollPane(panel);
    private final FormulaField formula;

    Inspector(IndicatorsModel model) {
        this.model = model;
        texts = model.texts();
        formula = new FormulaField(model);
        panel.getStyleClass().add("panel");
        top.getStyleClass().add("sections");
        rest.getStyleClass().add("sections");
        // Whoever writes a formula must not lose the place when something else changes.
        panel.getChildren().setAll(top, formula.view(), rest);
        view.setId("inspector");
        view.getStyleClass().addAll("inspector", "edge-to-edge");
        view.setFitToWidth(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        view.setMinWidth(WIDTH);
        view.setPrefWidth(WIDTH);
        view.setMaxWidth(WIDTH);
        model.selected().subscribe(_ -> show());
        model.graph().subscribe(_ -> show());
    }

    Node view() {
        return view;
    }

    private void show() {
        Indicator indicator = model.chosen().orElse(null);
        formula.setShown(indicator != null && indicator.actual() instanceof SeriesSource.Composite);
        rest.getChildren().clear();
        if (indicator == null) {
            Label nothing = Words.label(texts.get("inspector.nothing"), "faint");
            nothing.setWrapText(true);
            top.getChildren().setAll(nothing);
            return;
        }
        top.getChildren().setAll(head(indicator));
        if (indicator.actual() instanceof SeriesSource.Composite composite) {
            formula.show(indicator, composite.formula().text());
        } else {
            rest.getChildren().add(source(indicator));
        }
        rest.getChildren().addAll(problems(indicator));
        rest.getChildren().addAll(definition(indicator), usedBy(indicator));
        model.figures().get().of(indicator.code()).ifPresent(summary -> {
            if (!summary.shape().isEmpty()) {
                rest.getChildren().add(section("inspector.distribution", new Histogram(summary.shape()).view()));
            }
        });
    }

    private Node head(Indicator indicator) {
        TextField name = new TextField(indicator.name());
        name.setId("indicator-name");
        name.getStyleClass().addAll("heading", "plain-field");
        name.setAccessibleText(texts.get("inspector.name"));
        onCommit(name, text -> {
            if (!text.isBlank()) {
                model.change(indicator, of -> Optional.of(Formulation.withName(of, text.strip())));
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        Label tag = Words.label(texts.get(Cards.tag(Cards.kind(indicator))), "tag",
                Cards.kind(indicator).name().toLowerCase(Locale.ROOT));
        tag.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, name, tag);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    static void onCommit(TextField field, Consumer<String> commit) {
        field.setOnAction(_ -> commit.accept(field.getText()));
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit.accept(field.getText());
            }
        });
    }

    private Node source(Indicator indicator) {
        VBox lines = new VBox(2);
        switch (indicator.actual()) {
            case SeriesSource.Facts facts -> {
                lines.getChildren().add(line("inspector.dataset", facts.dataset()));
                lines.getChildren().add(line("inspector.aggregate", facts.aggregate().word()
                        + (facts.measure() == null ? "" : " · " + facts.measure())));
                if (facts.where() != null) {
                    lines.getChildren().add(line("inspector.where", facts.where().text()));
                }
                if (facts.date() != null) {
                    lines.getChildren().add(line("inspector.date", facts.date()));
                }
            }
            case SeriesSource.Score score -> lines.getChildren()
                    .add(line("inspector.bounds", score.lowest() + " – " + score.highest()));
            case SeriesSource.Query query -> lines.getChildren().add(line("inspector.query", query.sql()));
            default -> lines.getChildren().add(line("inspector.source", source(indicator.actual())));
        }
        return section("inspector.facts", lines);
    }

    private String source(SeriesSource source) {
        return switch (source) {
            case SeriesSource.None _ -> texts.get("source.none");
            case SeriesSource.Facts facts -> texts.get("source.facts", facts.dataset());
            case SeriesSource.Query _ -> texts.get("source.query");
            case SeriesSource.Upload _ -> texts.get("source.upload");
            case SeriesSource.FromDatedValue dated -> texts.get("source.dated", dated.code());
            case SeriesSource.FromIndicator other -> texts.get("source.indicator", other.code());
            case SeriesSource.Composite composite -> "= " + composite.formula().text();
            case SeriesSource.Score score -> score.lowest() + " – " + score.highest();
        };
    }

    private Node line(String key, String text) {
        Label name = Words.label(texts.get(key), "soft");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label value = Words.label(text);
        value.setWrapText(true);
        HBox line = new HBox(12, name, Words.gap(), value);
        line.getStyleClass().add("definition-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node section(String key, Node content) {
        VBox section = new VBox(6, Words.label(texts.get(key), "caption"), content);
        return section;
    }

    private List<Node> problems(Indicator indicator) {
        return Objects.requireNonNull(model.snapshot().get()).problems(indicator).stream().map(Finding::message)
                .<Node>map(message -> {
                    Label label = Words.label(message, "bad", "small");
                    label.setWrapText(true);
                    label.setMinHeight(Region.USE_PREF_SIZE);
                    return label;
                }).toList();
    }

    private Node definition(Indicator indicator) {
        VBox lines = new VBox();
        TextField unit = new TextField(indicator.unit().toString());
        unit.setId("indicator-unit");
        unit.getStyleClass().add("plain-field");
        unit.setAlignment(Pos.CENTER_RIGHT);
        unit.setPrefColumnCount(10);
        Label wrong = Words.label("", "bad", "small");
        wrong.setWrapText(true);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        onCommit(unit, text -> changeUnit(indicator, text, wrong));
        lines.getChildren().addAll(field("inspector.unit", unit), wrong);
        lines.getChildren().add(field("inspector.scope", scope(indicator)));
        lines.getChildren().add(line("inspector.target", source(indicator.target())));
        lines.getChildren().add(line("inspector.baseline", source(indicator.baseline())));
        lines.getChildren().add(line("inspector.code", indicator.code()));
        return lines;
    }

    private void changeUnit(Indicator indicator, String text, Label wrong) {
        try {
            Unit unit = Unit.parse(text.strip());
            wrong.setText("");
            model.change(indicator, of -> Optional.of(Formulation.withUnit(of, unit)));
        } catch (IllegalArgumentException unknown) {
            wrong.setText(unknown.getMessage());
        }
    }

    private ComboBox<Scope> scope(Indicator indicator) {
        ComboBox<Scope> choice = new ComboBox<>();
        choice.setId("indicator-scope");
        choice.getItems().addAll(Scope.OWN, Scope.DIRECT_SUBORDINATES, Scope.SUBORDINATES);
        if (!choice.getItems().contains(indicator.scope())) {
            choice.getItems().add(indicator.scope());
        }
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Scope scope) {
                return scope == null ? "" : model.cards().scope(scope);
            }

            @Override
            public Scope fromString(String text) {
                throw new UnsupportedOperationException("A scope is chosen, not written.");
            }
        });
        choice.setValue(indicator.scope());
        choice.setOnAction(_ -> {
            Scope chosen = choice.getValue();
            if (chosen != null && !chosen.equals(indicator.scope())) {
                model.change(indicator, of -> Optional.of(Formulation.withScope(of, chosen)));
            }
        });
        return choice;
    }

    private Node field(String key, Region control) {
        HBox line = new HBox(12, Words.label(texts.get(key), "soft"), Words.gap(), control);
        line.getStyleClass().add("definition-line");
        line.setAlignment(Pos.CENTER_LEFT);
        control.setAccessibleText(texts.get(key));
        return line;
    }

    private Node usedBy(Indicator indicator) {
        FlowPane tags = new FlowPane(6, 6);
        List<GraphEdge> readers = model.graph().get().outgoing(indicator.code());
        for (GraphEdge edge : readers) {
            String title = model.graph().get().node(edge.to()).map(node -> node.title()).orElse(edge.to());
            tags.getChildren().add(Words.label(edge.dashed() ? texts.get("inspector.condition", title) : title, "tag"));
        }
        if (readers.isEmpty()) {
            tags.getChildren().add(Words.label(texts.get("inspector.unused"), "faint", "small"));
        }
        return section("inspector.usedBy", tags);
    }
}

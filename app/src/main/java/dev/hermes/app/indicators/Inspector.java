package dev.hermes.app.indicators;

import dev.hermes.app.formula.FormulaField;
import dev.hermes.app.frame.Words;
import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.language.Texts;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Finding;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.MembersWithoutValue;
import dev.hermes.model.Scope;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Treatment;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the indicator that is looked at is, and how it is changed. */
final class Inspector {

    private static final double WIDTH = 316;

    private final IndicatorsModel model;
    private final Texts texts;
    private final VBox problems = new VBox(6);
    private final VBox rest = new VBox();
    private final VBox panel = new VBox();
    private final ScrollPane view = new ScrollPane(panel);
    private final SampleLines samples;
    /** The indicator that the lines are of, with all that decides which lines there are. */
    private List<Object> shape = List.of();
    private @Nullable Lines lines;
    private TextField name = new TextField();

    Inspector(IndicatorsModel model) {
        this.model = model;
        texts = model.texts();
        samples = new SampleLines(model);
        panel.getStyleClass().add("panel");
        rest.getStyleClass().add("sections");
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
        if (indicator == null) {
            nothing();
            return;
        }
        List<Object> now = shape(indicator);
        Lines shown = lines;
        if (shown == null || !shape.equals(now)) {
            Node focused = view.getScene() == null ? null : view.getScene().getFocusOwner();
            String focus = focused == null || !isInside(focused) ? null : focused.getId();
            shape = now;
            shown = build(indicator);
            lines = shown;
            Node same = focus == null ? null : panel.lookup("#" + focus);
            if (same != null) {
                same.requestFocus();
            }
        }
        shown.show(indicator);
        if (!name.isFocused()) {
            name.setText(indicator.name());
        }
        problems.getChildren().setAll(problems(indicator));
        Words.shown(problems, !problems.getChildren().isEmpty());
        rest.getChildren().setAll(usedBy(indicator));
        model.figures().latest().get().of(indicator.code()).filter(summary -> !summary.shape().isEmpty())
                .ifPresent(summary -> rest.getChildren().add(distribution(indicator, summary)));
    }

    private boolean isInside(Node node) {
        return Stream.iterate(node, of -> of != null, Node::getParent).anyMatch(panel::equals);
    }

    private void nothing() {
        shape = List.of();
        lines = null;
        Label nothing = Words.label(texts.get("inspector.nothing"), "faint");
        nothing.setWrapText(true);
        panel.getChildren().setAll(nothing);
    }

    /** What decides which lines there are. */
    private List<Object> shape(Indicator indicator) {
        Stream<Object> sources = Stream.of(Series.values()).flatMap(series -> {
            SeriesSource source = indicator.source(series);
            return source instanceof SeriesSource.Facts facts
                    ? Stream.of(facts.dataset(), facts.aggregate())
                    : Stream.of(Origin.of(source));
        });
        return Stream.concat(Stream.of(indicator.code(), texts.wording().get(), indicator.scope().isOwn()), sources)
                .toList();
    }

    private Lines build(Indicator indicator) {
        Lines made = new Lines(model, indicator);
        if (indicator.actual() instanceof SeriesSource.Composite) {
            FormulaField formula = made.formula("inspector.formula", "formula", () -> model.now().words(),
                    now -> Type.number(now.unit()), Inspector::formula, Formulation::withFormula);
            samples.follow(indicator, formula.text());
            made.add(samples.view());
        }
        made.text("inspector.unit", "indicator-unit", now -> now.unit().toString(),
                (now, text) -> Optional.of(Formulation.withUnit(now, Unit.parse(text))));
        new SourceLines(model, made, Series.ACTUAL).add(indicator);
        scope(made, indicator);
        made.caption("inspector.targets");
        new SourceLines(model, made, Series.TARGET).add(indicator);
        if (!(indicator.target() instanceof SeriesSource.None)) {
            made.choice("inspector.withoutTarget", "without-target",
                    () -> List.of(Treatment.FAILURE, Treatment.MISSING, Treatment.ZERO,
                            new Treatment.Value(Decimal.ONE)),
                    treatment -> SourceLines.treatment(texts, treatment), Indicator::attainmentWithoutTarget,
                    (now, without) -> Optional.of(Formulation.withAttainmentWithoutTarget(now, without)));
        }
        new SourceLines(model, made, Series.BASELINE).add(indicator);
        made.flag("inspector.history", "history-of-person", Indicator::historyOfPerson,
                (now, ofPerson) -> Optional.of(Formulation.withHistoryOfPerson(now, ofPerson)));
        made.entry("inspector.code", "indicator-code", Indicator::code, model.edits()::rename);
        panel.getChildren().setAll(head(indicator), problems, made.view(), rest);
        return made;
    }

    private static String formula(Indicator indicator) {
        return indicator.actual() instanceof SeriesSource.Composite composite ? composite.formula().text() : "";
    }

    private Node head(Indicator indicator) {
        TextField field = new TextField(indicator.name());
        field.setId("indicator-name");
        field.getStyleClass().addAll("heading", "plain-field");
        field.setAccessibleText(texts.get("inspector.name"));
        Runnable commit = () -> {
            String text = field.getText().strip();
            if (!text.isEmpty()) {
                model.edits().change(indicator, of -> Optional.of(Formulation.withName(of, text)));
            }
        };
        field.setOnAction(_ -> commit.run());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit.run();
            }
        });
        name = field;
        HBox.setHgrow(field, Priority.ALWAYS);
        Label tag = Words.label(texts.get(Cards.tag(Cards.kind(indicator))), "tag",
                Cards.kind(indicator).name().toLowerCase(Locale.ROOT));
        tag.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, field, tag);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void scope(Lines made, Indicator indicator) {
        made.choice("inspector.scope", "indicator-scope",
                () -> List.of(Scope.OWN, Scope.DIRECT_SUBORDINATES, Scope.SUBORDINATES), model.cards()::scope,
                Indicator::scope, (now, scope) -> Optional.of(Formulation.withScope(now, scope)));
        if (!indicator.scope().isOwn()) {
            made.formula("inspector.members", "members", () -> model.now().words(), _ -> Type.BOOLEAN, now -> {
                Formula members = now.members();
                return members == null ? "" : members.text();
            }, (now, text) -> Optional.of(Formulation.withMembers(now, text)));
            made.choice("inspector.membersWithoutValue", "members-without-value",
                    () -> List.of(MembersWithoutValue.values()),
                    without -> texts.get("members." + without.name().toLowerCase(Locale.ROOT)),
                    Indicator::membersWithoutValue,
                    (now, without) -> Optional.of(Formulation.withMembersWithoutValue(now, without)));
        }
    }

    private List<Node> problems(Indicator indicator) {
        return model.now().problems(indicator).stream().map(Finding::message).map(texts::say).<Node>map(message -> {
            Label label = Words.label(message, "bad", "small");
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            return label;
        }).toList();
    }

    private Node section(String key, Node content) {
        return new VBox(6, Words.label(texts.get(key), "caption"), content);
    }

    private Node distribution(Indicator indicator, Figures.Summary summary) {
        String least = summary.least().map(value -> model.figures().amounts().rounded(value, indicator.unit()))
                .orElse("");
        String most = summary.most().map(value -> model.figures().amounts().rounded(value, indicator.unit()))
                .orElse("");
        HBox axis = new HBox(Words.label(least, "faint", "small"), Words.gap(), Words.label(most, "faint", "small"));
        return section("inspector.distribution", new VBox(4, new Histogram(summary.shape()).view(), axis));
    }

    private Node usedBy(Indicator indicator) {
        FlowPane tags = new FlowPane(6, 6);
        List<GraphEdge> readers = model.graph().get().outgoing(indicator.code());
        for (GraphEdge edge : readers) {
            String title = model.graph().get().node(edge.to()).map(GraphNode::title).orElse(edge.to());
            Button tag = new Button(edge.dashed() ? texts.get("inspector.condition", title) : title);
            tag.getStyleClass().add("tag");
            tag.setOnAction(_ -> model.selected().set(edge.to()));
            tags.getChildren().add(tag);
        }
        if (readers.isEmpty()) {
            tags.getChildren().add(Words.label(texts.get("inspector.unused"), "faint", "small"));
        }
        return section("inspector.usedBy", tags);
    }
}

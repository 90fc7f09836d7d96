package dev.hermes.app.indicators;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.Words;
import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.graph.NodeKind;
import dev.hermes.app.indicators.Histogram.Sense;
import dev.hermes.app.language.Texts;
import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Finding;
import dev.hermes.model.Indicator;
import dev.hermes.model.Parameter;
import dev.hermes.model.RuleTable;
import dev.hermes.model.Scheme;
import dev.hermes.model.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is said of any card: what is wrong, what it reads, what reads it, how its values are spread, what it pays. */
final class CardSections {

    /** Between lines and what is drawn below them. */
    private static final double ABOVE = 10;

    private final IndicatorsModel model;
    private final Texts texts;

    CardSections(IndicatorsModel model) {
        this.model = model;
        texts = model.texts();
    }

    /** All of a card that is no indicator's; none of one that is not there. */
    List<Node> of(String card) {
        Graph graph = model.graph().get();
        GraphNode node = graph.node(card).orElse(null);
        if (node == null) {
            return List.of();
        }
        List<Node> all = new ArrayList<>();
        all.add(head(node));
        all.addAll(problems(card));
        switch (node.kind()) {
            case PARAMETER -> model.now().library().parameter(card.substring(References.PARAMETER.length()))
                    .ifPresent(parameter -> {
                        all.add(pays(card, parameter.unit()));
                        all.add(rules(parameter));
                    });
            case SCHEME -> model.now().library().scheme(card.substring(References.SCHEME.length()))
                    .ifPresent(scheme -> {
                        all.add(pays(card, Unit.money(scheme.currency())));
                        all.add(holds(scheme));
                    });
            default -> all.add(wrapped(String.valueOf(node.problem()), "bad"));
        }
        if (!graph.incoming(card).isEmpty()) {
            all.add(section("card.reads", tags(graph.incoming(card).stream().map(edge -> tag(edge, edge.from())))));
        }
        if (node.kind() != NodeKind.SCHEME) {
            all.add(usedBy(card));
        }
        return all;
    }

    private Node head(GraphNode node) {
        Label title = Words.label(node.title(), "heading");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label tag = Words.label(node.tag(), "tag", node.kind().name().toLowerCase(Locale.ROOT));
        tag.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, title, tag);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    List<Node> problems(String card) {
        return model.now().flaws().of(card).stream().map(Finding::message)
                .<Node>map(message -> wrapped(texts.say(message), "bad"))
                .toList();
    }

    private static Label wrapped(String text, String style) {
        Label label = Words.label(text, style, "small");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node section(String key, Node content) {
        return new VBox(6, Words.label(texts.get(key), "caption"), content);
    }

    private Node line(String key, String value) {
        Label shown = Words.label(value, "figure");
        shown.setWrapText(true);
        return Words.line(texts.text(key), shown, "definition-line");
    }

    /** What is paid in the period, or why nothing is. */
    private Node pays(String card, Unit unit) {
        Payouts payouts = model.figures().payouts().get();
        VBox lines = new VBox();
        payouts.of(card).ifPresent(paid -> {
            lines.getChildren().add(line(paid.isMedian() ? "card.median" : "card.total", written(paid.total(), unit)));
            lines.getChildren().add(line("card.people", texts.get("values.number", paid.people())));
            if (paid.failed() > 0) {
                lines.getChildren().add(line("card.failed", texts.get("values.number", paid.failed())));
            }
            Figures.Spread spread = paid.spread();
            if (spread != null && !paid.shape().isEmpty()) {
                Node drawn = histogram(paid.shape(), spread, unit, null, null);
                VBox.setMargin(drawn, new Insets(ABOVE, 0, 0, 0));
                lines.getChildren().add(drawn);
            }
        });
        String reason = texts.say(payouts.freshness().reason());
        if (!reason.isEmpty()) {
            lines.getChildren().add(wrapped(texts.get("card.unpaid", reason), "bad"));
        } else if (lines.getChildren().isEmpty()) {
            lines.getChildren().add(wrapped(
                    texts.get(payouts.freshness().isCalculating() ? "figures.calculating" : "card.nobody"), "faint"));
        }
        return section("card.pays", lines);
    }

    private String written(@Nullable Decimal value, Unit unit) {
        return value == null ? texts.get("values.none") : model.figures().amounts().value(value, unit);
    }

    /** Each indicator with the rule table that it is paid by. */
    private Node rules(Parameter parameter) {
        VBox lines = new VBox();
        for (Parameter.Item item : parameter.items()) {
            String name = model.now().library().indicator(item.indicator()).map(Indicator::name)
                    .orElse(item.indicator());
            Button lead = tag(name, item.indicator());
            Label rules = Words.label(model.now().library().ruleTable(item.rules()).map(this::rows)
                    .orElse(item.rules()), "soft", "small");
            rules.setWrapText(true);
            HBox line = new HBox(8, lead, Words.gap(), rules);
            lead.setMinWidth(Region.USE_PREF_SIZE);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("definition-line");
            lines.getChildren().add(line);
        }
        return section("card.rules", lines);
    }

    private String rows(RuleTable rules) {
        return texts.get("card.rows", rules.name(), rules.rules().size() + (rules.otherwise() == null ? 0 : 1));
    }

    private Node holds(Scheme scheme) {
        VBox lines = new VBox();
        lines.getChildren().add(line("card.population", model.now().library().population(scheme.population())
                .map(population -> population.name()).orElse(scheme.population())));
        lines.getChildren().add(line("card.from", scheme.from().toString()));
        if (scheme.to() != null) {
            lines.getChildren().add(line("card.to", scheme.to().toString()));
        }
        return section("card.scheme", lines);
    }

    /** Where an indicator is read: cards, to which the tags lead; then documents that no card stands for. */
    Node usedBy(String card) {
        Graph graph = model.graph().get();
        Stream<Node> readers = graph.outgoing(card).stream()
                .sorted(Comparator.comparing((GraphEdge edge) -> graph.node(edge.to()).map(GraphNode::kind)
                        .orElse(NodeKind.MISSING)).reversed())
                .map(edge -> tag(edge, edge.to()));
        Stream<Node> others = model.now().found().elsewhere().getOrDefault(card, List.of()).stream()
                .map(use -> Words.label(texts.get(key(use.kind()), use.name()), "tag"));
        FlowPane tags = tags(Stream.concat(readers, others));
        if (tags.getChildren().isEmpty()) {
            tags.getChildren().add(EmptyState.line(texts.text("inspector.unused")));
        }
        return section("inspector.usedBy", tags);
    }

    private static String key(DocumentKind kind) {
        return switch (kind) {
            case RULE_TABLE -> "use.rules";
            case POPULATION -> "use.population";
            case RATE_TABLE -> "use.rates";
            default -> "use.mapping";
        };
    }

    private static FlowPane tags(Stream<? extends Node> tags) {
        FlowPane pane = new FlowPane(6, 6);
        pane.getChildren().addAll(tags.toList());
        return pane;
    }

    private Button tag(GraphEdge edge, String other) {
        String title = model.graph().get().node(other).map(GraphNode::title).orElse(other);
        return tag(edge.dashed() ? texts.get("inspector.condition", title) : title, other);
    }

    private Button tag(String text, String card) {
        Button tag = new Button(text);
        tag.getStyleClass().add("tag");
        model.graph().get().node(card).ifPresent(node -> tag.getStyleClass()
                .add(node.kind().name().toLowerCase(Locale.ROOT)));
        tag.setOnAction(_ -> model.selected().set(card));
        return tag;
    }

    /** How the values of an indicator are spread; empty where they are all alike, or there are none. */
    Optional<Node> distribution(Indicator indicator) {
        Figures.Summary summary = model.figures().latest().get().of(indicator.code()).orElse(null);
        Figures.Spread spread = summary == null ? null : summary.spread();
        return summary == null || spread == null || summary.shape().isEmpty()
                ? Optional.empty()
                : Optional.of(section("inspector.distribution", histogram(summary.shape(), spread, indicator.unit(),
                        of(summary.actual()), target(summary, indicator.unit()))));
    }

    /** What is to be reached: by the person whose values the cards show, or by the one in the middle. */
    private Histogram.@Nullable Mark target(Figures.Summary summary, Unit unit) {
        boolean isOfAll = model.figures().person().get() == null;
        Decimal target = isOfAll ? summary.usualTarget() : of(summary.target());
        return target == null
                ? null
                : mark(Sense.TARGET, target, texts.get(isOfAll ? "inspector.usualTarget" : "inspector.targetOf",
                        model.figures().amounts().rounded(target, unit)));
    }

    /** What a column has for the person whose values the cards show; null where that is nothing, or they are of all. */
    private @Nullable Decimal of(@Nullable NumberColumn column) {
        int index = model.figures().latest().get().people().indexOf(model.figures().person().get());
        return Figures.value(column, index);
    }

    private Node histogram(List<Double> shape, Figures.Spread spread, Unit unit, @Nullable Decimal person,
            Histogram.@Nullable Mark target) {
        Amounts amounts = model.figures().amounts();
        List<Histogram.Mark> marks = new ArrayList<>();
        marks.add(mark(Sense.MEDIAN, spread.median(),
                texts.get("inspector.median", amounts.rounded(spread.median(), unit))));
        if (target != null) {
            marks.add(target);
        }
        if (person != null) {
            marks.add(mark(Sense.CHOSEN, person, model.figures().nameOfPerson().orElse("")));
        }
        return new Histogram(shape, spread, marks,
                value -> amounts.rounded(value, unit)).view();
    }

    private static Histogram.Mark mark(Sense sense, Decimal value, String text) {
        return new Histogram.Mark(sense, value.toBigDecimal().doubleValue(), text);
    }
}

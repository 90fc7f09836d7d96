package dev.hermes.app.indicators;

import dev.hermes.app.frame.Words;
import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Finding;
import dev.hermes.model.Indicator;
import dev.hermes.model.SeriesSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What there is to know of a card, whole: on the card there is little room. Of the screen's thread. */
final class CardDetails {

    private static final int MOST_MEMBERS = 12;
    private static final double PADDING = 12;
    private static final double BARS = 48;

    private final IndicatorsModel model;
    private final Texts texts;

    CardDetails(IndicatorsModel model) {
        this.model = model;
        texts = model.texts();
    }

    /** Null if nobody knows the id. */
    @Nullable
    Node of(String id) {
        Indicator indicator = model.now().library().indicator(id).orElse(null);
        if (indicator != null) {
            return ofIndicator(indicator);
        }
        GraphNode node = model.graph().get().node(id).orElse(null);
        if (node != null) {
            return ofOther(node);
        }
        return model.graph().get().groups().stream().filter(group -> group.id().equals(id)).findFirst()
                .map(group -> ofGroup(group.title(), group.members())).orElse(null);
    }

    private Node ofIndicator(Indicator indicator) {
        List<Node> lines = new ArrayList<>();
        lines.add(Words.label(indicator.name(), "strong"));
        lines.add(text(String.join(" · ", indicator.code(),
                texts.get("graph." + Cards.kind(indicator).name().toLowerCase(Locale.ROOT)),
                indicator.unit().toString(), model.cards().scope(indicator.scope())), "faint", "small"));
        if (indicator.actual() instanceof SeriesSource.Composite composite) {
            lines.add(text(composite.formula().text(), "mono", "small"));
        }
        model.now().problems(indicator).stream().map(Finding::message)
                .forEach(message -> lines.add(text(texts.say(message), "bad", "small")));
        model.graph().get().node(indicator.code()).ifPresent(node -> lines.addAll(value(node)));
        return box(lines);
    }

    private static Node ofOther(GraphNode node) {
        List<Node> lines = new ArrayList<>();
        lines.add(Words.label(node.title(), "strong"));
        lines.add(text(node.tag() + " · " + node.subtitle(), "faint", "small"));
        if (node.problem() != null) {
            lines.add(text(node.problem(), "bad", "small"));
        }
        lines.addAll(value(node));
        return box(lines);
    }

    private static List<Node> value(GraphNode node) {
        List<Node> lines = new ArrayList<>();
        if (!node.value().isEmpty()) {
            lines.add(Words.label((node.value() + " " + node.unit()).strip(), "strong"));
        }
        if (!node.shape().isEmpty()) {
            lines.add(bars(node.shape()));
        }
        return lines;
    }

    private static Node bars(List<Double> shape) {
        double most = shape.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        HBox bars = new HBox(1);
        bars.setAlignment(Pos.BOTTOM_LEFT);
        for (double count : shape) {
            Region bar = new Region();
            bar.getStyleClass().add("histogram-bar");
            double height = Math.max(1, Math.rint(BARS * count / Math.max(most, Double.MIN_NORMAL)));
            bar.setMinHeight(height);
            bar.setMaxHeight(height);
            HBox.setHgrow(bar, Priority.ALWAYS);
            bars.getChildren().add(bar);
        }
        return bars;
    }

    private Node ofGroup(String title, Set<String> members) {
        String names = members.stream().map(model::title).sorted().limit(MOST_MEMBERS)
                .collect(Collectors.joining("\n"));
        return box(List.of(Words.label(title, "strong"),
                text(members.size() > MOST_MEMBERS ? names + "\n…" : names, "soft", "small")));
    }

    private static Node text(String text, String... styles) {
        Label label = Words.label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Node box(List<Node> lines) {
        VBox box = new VBox(6, lines.toArray(Node[]::new));
        box.setPadding(new Insets(PADDING));
        return box;
    }
}

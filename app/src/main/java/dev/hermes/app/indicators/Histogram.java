package dev.hermes.app.indicators;

import dev.hermes.app.frame.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How values are distributed, as bars over an axis, with lines at values that are worth knowing. */
final class Histogram {

    private static final double HEIGHT = 74;
    private static final double GAP = 2;
    private static final double LINE = 2;
    private static final double KEY = 10;
    private static final MathContext SHORT = new MathContext(3);

    private final double least;
    private final double most;
    private final Pane bars = new Pane();
    private final VBox view = new VBox(4);

    /** Why a value is worth knowing. */
    enum Sense {
        MEDIAN, TARGET, CHOSEN;

        String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A value that is worth knowing; where no value is as small or as great, it is only told of. */
    record Mark(Sense sense, double value, String text) {}

    /**
     * Draws it.
     *
     * @param counts
     *            how many values lie in each of equally wide steps
     * @param words
     *            how a value is written
     */
    Histogram(List<Double> counts, Figures.Spread spread, List<Mark> marks, Function<BigDecimal, String> words) {
        least = spread.least().toBigDecimal().doubleValue();
        most = spread.most().toBigDecimal().doubleValue();
        bars.setMinHeight(HEIGHT);
        bars.setPrefHeight(HEIGHT);
        bars.getStyleClass().add("histogram");
        double highest = counts.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        for (int place = 0; place < counts.size(); place++) {
            bar(place, counts.size(), Math.max(1, HEIGHT * counts.get(place) / Math.max(1, highest)));
        }
        marks.forEach(this::line);
        view.getChildren().addAll(bars, axis(spread, words));
        FlowPane legend = new FlowPane(12, 2);
        marks.forEach(mark -> legend.getChildren().add(key(mark)));
        view.getChildren().add(legend);
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setAccessibleText(words.apply(spread.least().toBigDecimal()) + " – "
                + words.apply(spread.most().toBigDecimal()) + ", "
                + marks.stream().map(Mark::text).collect(Collectors.joining(", ")));
    }

    Node view() {
        return view;
    }

    private void bar(int place, int count, double height) {
        Region bar = new Region();
        bar.getStyleClass().add("histogram-bar");
        bar.setManaged(false);
        bars.getChildren().add(bar);
        bars.widthProperty().subscribe(width -> {
            double wide = (width.doubleValue() - GAP * (count - 1)) / count;
            bar.resizeRelocate(Math.rint(place * (wide + GAP)), Math.rint(HEIGHT - height),
                    Math.max(1, Math.rint(wide)), Math.rint(height));
        });
    }

    /** What a line stands for, with a piece of it. */
    private static Node key(Mark mark) {
        Region line = new Region();
        line.getStyleClass().addAll("histogram-mark", mark.sense().style());
        line.setMinSize(LINE, KEY);
        line.setMaxSize(LINE, KEY);
        Label key = Words.label(mark.text(), "small", "soft");
        key.setGraphic(line);
        key.setGraphicTextGap(GAP * 2);
        return key;
    }

    private void line(Mark mark) {
        if (mark.value() < least || mark.value() > most) {
            return;
        }
        Region line = new Region();
        line.getStyleClass().addAll("histogram-mark", mark.sense().style());
        line.setManaged(false);
        bars.getChildren().add(line);
        double place = (mark.value() - least) / (most - least);
        bars.widthProperty().subscribe(width -> line
                .resizeRelocate(Math.rint(place * (width.doubleValue() - LINE)), 0, LINE, HEIGHT));
    }

    /** The least value, the one half way, and the greatest. */
    private static Node axis(Figures.Spread spread, Function<BigDecimal, String> words) {
        BigDecimal from = spread.least().toBigDecimal();
        BigDecimal to = spread.most().toBigDecimal();
        Label middle = Words.label(words.apply(from.add(to).divide(BigDecimal.TWO, SHORT)), "faint", "small");
        HBox axis = new HBox(Words.label(words.apply(from), "faint", "small"), Words.gap(), middle, Words.gap(),
                Words.label(words.apply(to), "faint", "small"));
        axis.setAlignment(Pos.CENTER);
        return axis;
    }
}

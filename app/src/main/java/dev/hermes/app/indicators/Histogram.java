package dev.hermes.app.indicators;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** How values are distributed, as bars. */
final class Histogram {

    private static final double HEIGHT = 74;
    private static final double GAP = 2;

    private final Pane view = new Pane();

    Histogram(List<Double> counts) {
        double most = counts.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        view.setMinHeight(HEIGHT);
        view.setPrefHeight(HEIGHT);
        view.getStyleClass().add("histogram");
        for (int i = 0; i < counts.size(); i++) {
            Region bar = new Region();
            bar.getStyleClass().add("histogram-bar");
            double height = Math.max(1, HEIGHT * counts.get(i) / Math.max(1, most));
            int place = i;
            view.getChildren().add(bar);
            view.widthProperty().subscribe(width -> {
                double wide = (width.doubleValue() - GAP * (counts.size() - 1)) / counts.size();
                bar.resizeRelocate(Math.rint(place * (wide + GAP)), Math.rint(HEIGHT - height),
                        Math.max(1, Math.rint(wide)),
                        Math.rint(height));
            });
            bar.setManaged(false);
        }
    }

    Node view() {
        return view;
    }
}

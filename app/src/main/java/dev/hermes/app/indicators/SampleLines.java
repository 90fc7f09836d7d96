package dev.hermes.app.indicators;

import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

/** What each part of a formula comes to for one assignment, while it is written. */
final class SampleLines {

    private static final Duration PAUSE = Duration.millis(350);
    private static final double STEP = 10;
    private static final int DEEPEST = 4;

    private final IndicatorsModel model;
    private final FiguresModel figures;
    private final Texts texts;
    private final VBox view = new VBox();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private Subscription following = Subscription.EMPTY;
    private String code = "";
    private String text = "";

    SampleLines(IndicatorsModel model) {
        this.model = model;
        figures = model.figures();
        texts = model.texts();
        view.setId("samples");
        view.getStyleClass().add("samples");
        pause.setOnFinished(_ -> ask());
        figures.samples().subscribe(this::show);
        texts.wording().subscribe(_ -> show(figures.samples().get()));
        figures.person().subscribe(_ -> ask());
        figures.latest().subscribe(latest -> {
            if (!latest.freshness().isCalculating()) {
                ask();
            }
        });
    }

    Node view() {
        return view;
    }

    /** Shows the parts of a formula as it is written. */
    void follow(String indicator, ObservableValue<String> formula) {
        following.unsubscribe();
        figures.forgetSamples();
        code = indicator;
        text = "";
        following = formula.subscribe(written -> {
            boolean isFirst = text.isEmpty();
            text = written;
            if (isFirst) {
                ask();
            } else {
                pause.playFromStart();
            }
        });
    }

    private void ask() {
        // Its scope and members are those of now.
        model.chosen().filter(chosen -> chosen.code().equals(code))
                .ifPresent(chosen -> figures.sample(chosen, text, model.now().words()));
    }

    private void show(Samples samples) {
        boolean isShown = !samples.parts().isEmpty();
        Words.shown(view, isShown);
        view.getChildren().setAll(samples.parts().stream().map(this::line).toList());
        if (isShown) {
            view.getChildren().addFirst(Words.label(texts.get("inspector.samples", samples.of()), "faint", "small"));
        }
    }

    private Node line(Samples.Part part) {
        Label formula = Words.label(part.depth() == 0 ? "=" : part.text().replaceAll("\\s+", " "), "mono", "small");
        formula.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox.setHgrow(formula, Priority.ALWAYS);
        formula.setMaxWidth(Double.MAX_VALUE);
        Label value = Words.label(written(part), part.failure().isEmpty() ? "figure" : "bad", "small");
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(10, formula, value);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(0, 0, 0, STEP * Math.clamp(part.depth() - 1, 0, DEEPEST)));
        return line;
    }

    private String written(Samples.Part part) {
        if (!part.failure().isEmpty()) {
            return part.failure();
        }
        return part.value().map(value -> part.isTruth()
                ? texts.get(value.isZero() ? "data.no" : "data.yes")
                : figures.amounts().value(value, part.unit())).orElse(texts.get("values.none"));
    }
}

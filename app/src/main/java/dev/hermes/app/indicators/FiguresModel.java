package dev.hermes.app.indicators;

import dev.hermes.app.background.Latest;
import dev.hermes.app.formula.FormulaWords;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.language.Texts;
import dev.hermes.app.session.PayPeriod;
import dev.hermes.model.Indicator;
import dev.hermes.workspace.Workspace;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the indicators come to in the period, and the parts of one formula for one assignment. Of the screen's thread.
 */
final class FiguresModel {

    private final FrameModel frame;
    private final Texts texts;
    private final Amounts amounts;
    private final Latest figuring;
    private final Latest paying;
    private final Latest sampling;
    private final ReadOnlyObjectWrapper<Figures> latest = new ReadOnlyObjectWrapper<>(Figures.NONE);
    private final ReadOnlyObjectWrapper<Payouts> payouts = new ReadOnlyObjectWrapper<>(Payouts.NONE);
    private final ObjectProperty<@Nullable String> sampled = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Samples> samples = new ReadOnlyObjectWrapper<>(Samples.NONE);
    private @Nullable Workspace workspace;

    FiguresModel(FrameModel frame) {
        this.frame = frame;
        texts = frame.texts();
        amounts = new Amounts(texts);
        figuring = new Latest(frame.background());
        paying = new Latest(frame.background());
        sampling = new Latest(frame.background());
        frame.period().addListener((_, _, _) -> calculate());
    }

    Amounts amounts() {
        return amounts;
    }

    /** What was calculated last. */
    ReadOnlyObjectProperty<Figures> latest() {
        return latest.getReadOnlyProperty();
    }

    /** What parameters pay with the documents of now. */
    ReadOnlyObjectProperty<Payouts> payouts() {
        return payouts.getReadOnlyProperty();
    }

    /** The key of the assignment whose values stand for all others; null: of the first. */
    ObjectProperty<@Nullable String> sampled() {
        return sampled;
    }

    /** What the parts of the formula that was asked for last come to. */
    ReadOnlyObjectProperty<Samples> samples() {
        return samples.getReadOnlyProperty();
    }

    void enter(Workspace entered) {
        workspace = entered;
    }

    void leave() {
        workspace = null;
        forget();
        forgetSamples();
        sampled.set(null);
    }

    /** Calculates again. */
    void calculate() {
        Workspace of = workspace;
        PayPeriod period = frame.period().get();
        if (of == null) {
            return;
        }
        if (period == null) {
            forget();
        } else {
            paying.cancel();
            figuring.run(texts.get("job.figures"), job -> Figuring.of(of, period, job), figures -> {
                latest.set(figures);
                pay(of, period);
            }, frame::tell);
        }
    }

    /** After the figures, which are looked at first. */
    private void pay(Workspace of, PayPeriod period) {
        paying.run(texts.get("job.payouts"), job -> Paying.of(of, period, job), payouts::set, frame::tell);
    }

    private void forget() {
        figuring.cancel();
        paying.cancel();
        latest.set(Figures.NONE);
        payouts.set(Payouts.NONE);
    }

    /** Asks what the parts of an indicator's formula come to, as it is written. */
    void sample(Indicator of, String formula, FormulaWords words) {
        Workspace open = workspace;
        String assignment = Optional.ofNullable(sampled.get()).or(() -> first(of)).orElse(null);
        PayPeriod period = frame.period().get();
        if (open == null || formula.isBlank() || assignment == null || period == null) {
            forgetSamples();
            return;
        }
        sampling.run(texts.get("job.samples"),
                job -> Samples.of(open, of, formula, words, period, assignment, job),
                samples::set, frame::tell);
    }

    /** What was asked for is no longer looked at. */
    void forgetSamples() {
        sampling.cancel();
        samples.set(Samples.NONE);
    }

    /** The assignment with the greatest value of an indicator. */
    private Optional<String> first(Indicator of) {
        return latest.get().of(of.code()).flatMap(summary -> summary.rows().stream().findFirst())
                .map(Figures.Row::assignment);
    }
}

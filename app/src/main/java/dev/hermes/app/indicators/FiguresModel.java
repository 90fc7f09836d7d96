package dev.hermes.app.indicators;

import dev.hermes.app.background.Latest;
import dev.hermes.app.formula.FormulaWords;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Problem;
import dev.hermes.app.language.Texts;
import dev.hermes.app.session.PayPeriod;
import dev.hermes.model.Indicator;
import dev.hermes.model.Message;
import dev.hermes.workspace.Workspace;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
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
    private final ObjectProperty<@Nullable String> person = new SimpleObjectProperty<>();
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

    /** What was calculated last, and whether it is still so. */
    ReadOnlyObjectProperty<Figures> latest() {
        return latest.getReadOnlyProperty();
    }

    /** What parameters and schemes pay, and whether it is still so. */
    ReadOnlyObjectProperty<Payouts> payouts() {
        return payouts.getReadOnlyProperty();
    }

    /** The key of the assignment whose values are looked at; null: those of all. */
    ObjectProperty<@Nullable String> person() {
        return person;
    }

    /** The name of whose values are looked at; empty where they are those of all. */
    Optional<String> nameOfPerson() {
        Figures.People people = latest.get().people();
        String chosen = person.get();
        int index = people.indexOf(chosen);
        return chosen == null ? Optional.empty() : Optional.of(index < 0 ? chosen : people.names().get(index));
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
        person.set(null);
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
            return;
        }
        String code = period.period().code();
        paying.cancel();
        latest.set(latest.get().old());
        payouts.set(payouts.get().old());
        figuring.run(texts.get("job.figures"), job -> Figuring.of(of, period, job), figures -> {
            latest.set(figures);
            pay(of, period);
        }, problem -> {
            Message reason = told(problem);
            latest.set(Figures.failed(code, reason));
            payouts.set(Payouts.failed(reason));
        });
    }

    /** Why nothing was calculated; what was not asked for is told of as well. */
    private Message told(Throwable problem) {
        if (problem instanceof CancellationException) {
            return Message.of("It was cancelled.");
        }
        frame.tell(problem);
        return Problem.of(problem).said();
    }

    /** After the figures, which are looked at first. */
    private void pay(Workspace of, PayPeriod period) {
        paying.run(texts.get("job.payouts"), job -> Paying.of(of, period, job), payouts::set,
                problem -> payouts.set(Payouts.failed(told(problem))));
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
        String assignment = Optional.ofNullable(person.get()).or(() -> first(of)).orElse(null);
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

    /** The assignment with the greatest value of an indicator, or else any. */
    private Optional<String> first(Indicator of) {
        Figures.People people = latest.get().people();
        return latest.get().of(of.code()).map(Figures.Summary::actual)
                .flatMap(actual -> IntStream.range(0, actual.size()).filter(actual::isPresent).boxed()
                        .reduce((a, b) -> actual.get(a).compareTo(actual.get(b)) >= 0 ? a : b))
                .or(() -> people.size() == 0 ? Optional.empty() : Optional.of(0))
                .map(people.assignments()::get);
    }
}

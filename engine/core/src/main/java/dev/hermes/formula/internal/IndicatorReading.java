package dev.hermes.formula.internal;

import dev.hermes.formula.Expression.Ratio;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Span;
import dev.hermes.formula.Symbol;
import dev.hermes.model.Message;
import dev.hermes.model.Nearest;
import dev.hermes.model.Series;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.model.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words after the name of an indicator: at most one that says what is read, and one that says over which time. */
final class IndicatorReading {

    private static final List<String> WORDS = List.of("target", "baseline", "attainment", "growth", "previous",
            "toDate", "before");

    private final SourceText source;
    private final Symbol.OfIndicator indicator;
    private final String shown;
    private final boolean eachDay;
    private Series series = Series.ACTUAL;
    private @Nullable Ratio ratio;
    private Window window = Window.CURRENT;
    private boolean seriesSaid;

    /**
     * @param shown
     *            how messages call the indicator
     * @param eachDay
     *            whether the place holds day by day
     */
    IndicatorReading(SourceText source, Symbol.OfIndicator indicator, String shown, boolean eachDay) {
        this.source = source;
        this.indicator = indicator;
        this.shown = shown;
        this.eachDay = eachDay;
    }

    Expression read(List<Syntax.Name> words, Span span) {
        words.forEach(this::take);
        checkDays(span);
        if (ratio == null) {
            require(series, span);
            return new Expression.ReadIndicator(indicator.code(), series, window, Type.number(indicator.unit()), span);
        }
        require(Series.ACTUAL, span);
        require(ratio == Ratio.ATTAINMENT ? Series.TARGET : Series.BASELINE, span);
        return new Expression.ReadRatio(indicator.code(), ratio, window, Type.number(Unit.RATIO), span);
    }

    private void take(Syntax.Name word) {
        switch (word.name()) {
            case "target" -> take(word, Series.TARGET, null);
            case "baseline" -> take(word, Series.BASELINE, null);
            case "attainment" -> take(word, Series.ACTUAL, Ratio.ATTAINMENT);
            case "growth" -> take(word, Series.ACTUAL, Ratio.GROWTH);
            case "previous" -> take(word, Window.PREVIOUS);
            case "toDate" -> take(word, Window.TO_DATE);
            case "before" -> take(word, Window.BEFORE);
            case "actual" -> throw source.problem(word.span(),
                    Message.of("The actual of an indicator is read by its name alone. Maybe leave out '.actual'."));
            default -> throw source.problem(word.span(),
                    Message.of("An indicator has no part {0}. {1}", SourceText.quote(word.name()),
                            Nearest.nearest(word.name(), WORDS).map(nearest -> Message.of("Maybe {0}.", nearest))
                                    .orElse(Message.of("Maybe one of {0}.", String.join(", ", WORDS)))));
        }
    }

    private void take(Syntax.Name word, Series taken, @Nullable Ratio takenRatio) {
        if (seriesSaid) {
            throw source.problem(word.span(),
                    Message.of("{0} is the second word that says what to read of {1}. Maybe leave out one of the two.",
                            SourceText.quote(word.name()), shown));
        }
        seriesSaid = true;
        series = taken;
        ratio = takenRatio;
    }

    private void take(Syntax.Name word, Window taken) {
        if (window != Window.CURRENT) {
            throw source.problem(word.span(), Message.of(
                    "{0} is the second word that says over which time to read {1}. Maybe leave out one of the two.",
                    SourceText.quote(word.name()), shown));
        }
        window = taken;
    }

    private void checkDays(Span span) {
        if (!indicator.eachDay()) {
            return;
        }
        if (!eachDay) {
            throw source.problem(span, Message
                    .of("{0} holds day by day and has no one value for the period. Maybe daily(x), which sums it, or "
                            + "daily(x) / days(period).", shown));
        }
        if (window != Window.CURRENT) {
            throw source.problem(span, Message.of(
                    "{0} holds day by day and is not read over other stretches of time. Maybe leave out '.{1}'.", shown,
                    window.word()));
        }
    }

    private void require(Series required, Span span) {
        if (!indicator.series().contains(required)) {
            throw source.problem(span,
                    Message.of("{0} has no {1}. Maybe declare where its {1} comes from.", shown, required.said()));
        }
    }
}

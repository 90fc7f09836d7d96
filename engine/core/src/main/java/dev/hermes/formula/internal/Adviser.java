package dev.hermes.formula.internal;

import dev.hermes.formula.Advice;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.Fix;
import dev.hermes.formula.FormulaException;
import dev.hermes.formula.FormulaProblem;
import dev.hermes.formula.Function;
import dev.hermes.formula.Names;
import dev.hermes.formula.Span;
import dev.hermes.model.Message;
import dev.hermes.model.Series;
import dev.hermes.model.Type;
import dev.hermes.model.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what to say about a formula, and tries what could mend it. */
public final class Adviser {

    private static final int MOST_FIXES = 3;

    private final String text;
    private final Names names;
    private final Type expected;

    public Adviser(String text, Names names, Type expected) {
        this.text = text;
        this.names = names;
        this.expected = expected;
    }

    /** What to say first; empty where nothing is to be said. */
    public Optional<Advice> advice() {
        try {
            return worry(new FormulaReader(text, names, false).read(expected));
        } catch (FormulaException refused) {
            FormulaProblem problem = refused.problem();
            return Optional.of(new Advice(true, problem.span(), problem.message(), fixes(problem)));
        }
    }

    private List<Fix> fixes(FormulaProblem problem) {
        FixFinder finder = new FixFinder(text, names, expected, problem.span());
        Map<String, Fix> helping = new LinkedHashMap<>();
        finder.candidates().stream().filter(fix -> helps(fix, problem))
                .forEach(fix -> helping.putIfAbsent(fix.in(text), fix));
        if (helping.isEmpty()) {
            finder.conversions().stream().filter(this::isSound).forEach(fix -> helping.putIfAbsent(fix.in(text), fix));
        }
        return helping.values().stream().limit(MOST_FIXES).toList();
    }

    /** Whether nothing is wrong afterwards, or only something else further on. */
    private boolean helps(Fix fix, FormulaProblem before) {
        try {
            new FormulaReader(fix.in(text), names, false).read(expected);
            return true;
        } catch (FormulaException refused) {
            Span still = refused.problem().span();
            int shift = fix.replacement().length() - (fix.span().end() - fix.span().start());
            return still.start() > before.span().start() + Math.max(0, shift)
                    && still.start() >= fix.span().start() + fix.replacement().length();
        }
    }

    /** The first division whose divisor is zero or missing for somebody sooner or later. */
    private Optional<Advice> worry(Expression expression) {
        List<Advice> found = new ArrayList<>();
        Expressions.visit(expression, node -> {
            if (node instanceof Expression.Arithmetic division
                    && division.operator() == ArithmeticOperator.DIVIDED_BY) {
                divisor(division).filter(advice -> advice.fixes().stream().allMatch(this::isSound))
                        .ifPresent(found::add);
            }
        });
        return found.stream().findFirst();
    }

    private boolean isSound(Fix fix) {
        try {
            new FormulaReader(fix.in(text), names, false).read(expected);
            return true;
        } catch (FormulaException refused) {
            return false;
        }
    }

    private Optional<Advice> divisor(Expression.Arithmetic division) {
        Optional<Expression> madeZero = madeZero(division.right());
        Optional<Fix> ratio = ratio(division, madeZero.orElse(division.right()));
        if (madeZero.isPresent()) {
            Span span = division.right().span();
            String divided = madeZero.get().span().of(text);
            List<Fix> fixes = new ArrayList<>();
            ratio.ifPresent(fixes::add);
            fixes.add(new Fix(Message.of("Leave it missing"), span, divided));
            return Optional.of(new Advice(false, span,
                    Message.of("Whoever has no {0} is divided by zero, which fails. Maybe leave it missing.", divided),
                    fixes));
        }
        return ratio.map(fix -> new Advice(false, division.span(), Message.of(
                "Fails where {0} is zero. Maybe {1}, for which the indicator says what counts without a target.",
                division.right().span().of(text), fix.replacement()), List.of(fix)));
    }

    /** The x of {@code orElse(x, 0)}. */
    private static Optional<Expression> madeZero(Expression divisor) {
        return divisor instanceof Expression.Call call && call.function() == Function.OR_ELSE
                && call.arguments().get(1) instanceof Expression.NumberLiteral literal && literal.value().isZero()
                        ? Optional.of(call.arguments().getFirst())
                        : Optional.empty();
    }

    /** An indicator divided by its own target is its attainment. */
    private Optional<Fix> ratio(Expression.Arithmetic division, Expression divisor) {
        if (division.left() instanceof Expression.ReadIndicator actual
                && divisor instanceof Expression.ReadIndicator target && actual.code().equals(target.code())
                && actual.series() == Series.ACTUAL && target.series() == Series.TARGET
                && actual.window() == target.window()) {
            String window = actual.window() == Window.CURRENT ? "" : "." + actual.window().word();
            String name = actual.span().of(text);
            String attainment = name.substring(0, name.length() - window.length()) + ".attainment"
                    + window;
            return Optional.of(new Fix(Message.of("Use {0}", attainment), division.span(), attainment));
        }
        return Optional.empty();
    }
}

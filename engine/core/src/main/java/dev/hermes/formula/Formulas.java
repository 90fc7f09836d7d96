package dev.hermes.formula;

import dev.hermes.formula.internal.Adviser;
import dev.hermes.formula.internal.FormulaReader;
import dev.hermes.model.Type;
import java.util.Optional;

/**
 * Checks formulas. What it returns is typed, bounded in size and depth, and safe to evaluate, whatever the text was;
 * checking a text runs nothing of it and reads, writes and loads nothing for it. A formula has at most 4,000
 * characters. Thread-safe; a check takes about a millisecond, the first one in a program up to a second.
 */
public final class Formulas {

    private Formulas() {}

    /**
     * The typed tree of a formula.
     *
     * @throws FormulaException
     *             with the place and the reason where the formula is refused
     */
    public static Expression check(String text, Names names) {
        return new FormulaReader(text, names, false).read();
    }

    /**
     * The typed tree of a formula whose value is wanted for something.
     *
     * @param expected
     *            the type, and for numbers the unit; a plain number stands for any unit
     * @throws FormulaException
     *             with the place and the reason where the formula is refused, or its value is of another type or unit
     */
    public static Expression check(String text, Names names, Type expected) {
        return new FormulaReader(text, names, false).read(expected);
    }

    /**
     * The typed tree of a formula that itself holds day by day: it may name what does, and no {@code daily} or
     * {@code days} over it.
     *
     * @throws FormulaException
     *             as for {@link #check(String, Names, Type)}
     */
    public static Expression checkEachDay(String text, Names names, Type expected) {
        return new FormulaReader(text, names, true).read(expected);
    }

    /**
     * What to say about a formula, with changes that mend it; empty where nothing is to be said. Takes as long as some
     * checks of it.
     *
     * @param expected
     *            as for {@link #check(String, Names, Type)}
     */
    public static Optional<Advice> advice(String text, Names names, Type expected) {
        return new Adviser(text, names, expected).advice();
    }
}

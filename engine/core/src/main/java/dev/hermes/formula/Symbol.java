package dev.hermes.formula;

import dev.hermes.model.Message;
import dev.hermes.model.Series;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.model.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a name can stand for in a formula. */
public sealed interface Symbol {

    /** What people read about it while they type. */
    Message description();

    /**
     * An indicator, with the series that it has.
     *
     * @param code
     *            the indicator's code; the name in the formula may differ ({@code indicator} in a rule table)
     * @param eachDay
     *            whether it holds day by day
     */
    record OfIndicator(String code, Unit unit, Set<Series> series, boolean eachDay,
            Message description) implements Symbol {}

    /**
     * A plain value.
     *
     * @param source
     *            what the value is read from
     * @param eachDay
     *            whether it has a value for each day; outside {@code daily} and {@code days} that is the value of the
     *            last day
     */
    record OfValue(Source source, Type type, boolean eachDay, Message description) implements Symbol {}

    /** A name with members after a dot: {@code period.index}, {@code fact.amount}, a joined dataset. */
    record OfGroup(Map<String, Symbol> members, Message description) implements Symbol {}

    /** A rate table, to be given to the functions that read one. */
    record OfRateTable(String code, Unit quantity, Unit value, List<ValueType> keys, Message description)
            implements
            Symbol {}

    /** What a plain value is read from. */
    sealed interface Source {

        /** Whether it is known of every payee of a period, and not only where the formula stands. */
        default boolean isKnownOfPayees() {
            return this instanceof Dated || this instanceof OfPayee || this instanceof OfPeriod;
        }

        /** A declared dated value. */
        record Dated(String code) implements Source {}

        /** Something that is known of the payee itself on a day. */
        record OfPayee(Identity identity) implements Source {}

        /** A column or measure of the fact at hand; of a joined dataset where {@code alias} is not empty. */
        record OfFact(String alias, String column) implements Source {}

        /** The rule value of an item in a parameter's {@code combine}. */
        record OfItem(String name) implements Source {}

        /** The value of a parameter in a scheme's formulas. */
        record OfParameter(String code) implements Source {}

        /** The opening value of a balance. */
        record OfBalance(String code) implements Source {}

        /** The payout, in the closing formula of a balance. */
        record OfPayout() implements Source {}

        /** Something that is known of the period. */
        record OfPeriod(PeriodFigure figure) implements Source {}
    }

    enum Identity {
        PERSON, POSITION, ORGANISATION, LEVEL
    }

    enum PeriodFigure {
        /** 1 in the scheme's first period; in formulas outside schemes this name does not exist. */
        INDEX,
        /** 1 in the first period of the calendar's year. */
        NUMBER, START, END, DAYS
    }
}

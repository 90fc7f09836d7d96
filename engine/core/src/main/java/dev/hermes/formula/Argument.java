package dev.hermes.formula;

import dev.hermes.model.Message;
import dev.hermes.model.ValueType;
import java.util.EnumSet;
import java.util.Set;

/** What a function takes at one place. */
public record Argument(String name, Kind kind, Presence presence) {

    /** Whether an argument must be there. */
    public enum Presence {
        REQUIRED, OPTIONAL,
        /** Any number of times, or not at all. */
        REPEATED
    }

    /** What stands at the place: a value of some type, or something that is read as it is written. */
    public enum Kind {
        NUMBER(Message.of("a number"), ValueType.NUMBER), TEXT(Message.of("a text"), ValueType.TEXT),
        DATE(Message.of("a date"), ValueType.DATE),
        NUMBER_OR_DATE(Message.of("a number or a date"), ValueType.NUMBER, ValueType.DATE),
        PRINTABLE(Message.of("a number, boolean or date"), ValueType.NUMBER, ValueType.BOOLEAN, ValueType.DATE),
        VALUE(Message.of("any value"), ValueType.values()),
        /** A number that counts days. */
        DAYS(Message.of("a number of days"), ValueType.NUMBER),
        /** A number that counts months. */
        MONTHS(Message.of("a number of months"), ValueType.NUMBER),
        /** A number, text or date that holds day by day. */
        VALUE_OF_DAY(Message.of("a value that holds day by day"), ValueType.NUMBER, ValueType.TEXT, ValueType.DATE),
        DIGITS(Message.of("a whole number from 0 to 12, written out")), TRUTH(Message.of("true or false, written out")),
        DATE_TEXT(Message.of("a date as 'yyyy-mm-dd', written out")), PERIOD(Message.of("the word period")),
        ASSIGNMENT(Message.of("the word assignment")), INDICATOR(Message.of("an indicator")),
        RATE_TABLE(Message.of("a rate table")),
        /** One value for each key column of the rate table. */
        KEY(Message.of("a key of the rate table")),
        /** A text that groups, or the code of a population in quotation marks. */
        GROUP(Message.of("a text to group by, or the code of a population in quotation marks"));

        private final Message words;
        private final Set<ValueType> types;

        Kind(Message words, ValueType... types) {
            this.words = words;
            this.types = EnumSet.noneOf(ValueType.class);
            this.types.addAll(Set.of(types));
        }

        /** How messages and documentation call it. */
        public Message words() {
            return words;
        }

        /** Whether any expression of this type may stand here; never for what is read as it is written. */
        public boolean accepts(ValueType type) {
            return types.contains(type);
        }
    }
}

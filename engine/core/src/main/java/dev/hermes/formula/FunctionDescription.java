package dev.hermes.formula;

import dev.hermes.formula.Argument.Presence;
import dev.hermes.model.Message;
import java.util.List;

/**
 * One form of a function: what the checker goes by, and what people read about it. A function with several forms has as
 * many descriptions.
 *
 * @param result
 *            the type and unit of what comes out
 * @param summary
 *            what it does, in a sentence or two
 * @param example
 *            a formula that uses it
 */
public record FunctionDescription(String name, Meaning meaning, List<Argument> arguments, Result result,
        Message summary,
        String example) {

    public FunctionDescription {
        arguments = List.copyOf(arguments);
    }

    /** What a call becomes. */
    public sealed interface Meaning {

        /** A call with its arguments. */
        record Plain(Function function) implements Meaning {}

        record Rate(Expression.RateFunction function) implements Meaning {}

        record Relative(Expression.RelativeFunction function) implements Meaning {}

        /** What has a rule of its own. */
        enum Special implements Meaning {
            DATE, STEPS, DAILY, DAYS_PRESENT, DAYS_ASSIGNED
        }
    }

    /** The type and unit of what comes out. */
    public enum Result {
        NUMBER(Message.of("number")), RATIO(Message.of("ratio")), DAYS(Message.of("days")),
        MONTHS(Message.of("months")), TEXT(Message.of("text")), BOOLEAN(Message.of("boolean")),
        DATE(Message.of("date")), LIKE_FIRST(Message.of("like the first argument")),
        /** All arguments have one type and unit, and so has the result. */
        LIKE_ALL(Message.of("like its arguments, which are alike")),
        RATE_VALUE(Message.of("like the values of the rate table")),
        RATE_TIMES_QUANTITY(Message.of("the quantity times a value of the rate table"));

        private final Message words;

        Result(Message words) {
            this.words = words;
        }

        /** How documentation calls it. */
        public Message words() {
            return words;
        }
    }

    /** The fewest arguments. */
    public int fewest() {
        return Math.toIntExact(
                arguments.stream().filter(argument -> argument.presence() == Presence.REQUIRED).count());
    }

    /** Whether a call may have so many arguments. */
    public boolean takes(int count) {
        boolean open = !arguments.isEmpty() && arguments.getLast().presence() == Presence.REPEATED;
        return count >= fewest() && (open || count <= arguments.size());
    }

    /** The argument at a position of a call that {@link #takes} so many. */
    public Argument argument(int position) {
        return arguments.get(Math.min(position, arguments.size() - 1));
    }

    /** The call as it is written: {@code round(x[, digits])}, {@code min(a, b, ...)}. */
    public String signature() {
        StringBuilder signature = new StringBuilder(name).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            String comma = i == 0 ? "" : ", ";
            signature.append(switch (argument.presence()) {
                case REQUIRED -> comma + argument.name();
                case OPTIONAL -> "[" + comma + argument.name() + "]";
                case REPEATED -> comma + "...";
            });
        }
        return signature.append(')').toString();
    }
}

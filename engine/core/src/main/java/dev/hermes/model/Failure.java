package dev.hermes.model;

import java.util.List;

/**
 * Why one figure of one person could not be computed. It never stops a run.
 *
 * @param message
 *            what failed, with the values that it failed on
 * @param path
 *            where, from the outermost place inwards: scheme, parameter, rule, indicator
 */
public record Failure(FailureCode code, Message message, List<String> path) {

    public Failure {
        path = List.copyOf(path);
    }

    public static Failure of(FailureCode code, Message message) {
        return new Failure(code, message, List.of());
    }

    /** A value that a comparison, a filter or an amount needs is not there. */
    public static Failure missing(String name) {
        return of(FailureCode.MISSING_DATA, Message.of("{0} is missing", name));
    }

    public static Failure divisionByZero(String dividend, String divisor) {
        return of(FailureCode.DIVISION_BY_ZERO, Message.of("{0} ÷ {1}", dividend, divisor));
    }

    public static Failure overflow(Message operation) {
        return of(FailureCode.OVERFLOW, Message.of("{0} does not fit 38 digits with 12 fractional", operation));
    }

    /** The same for an operation in digits and signs. */
    public static Failure overflow(String operation) {
        return overflow(Message.verbatim(operation));
    }

    /** The same failure, seen from a place around it. */
    public Failure within(String place) {
        var longer = new java.util.ArrayList<String>(path.size() + 1);
        longer.add(place);
        longer.addAll(path);
        return new Failure(code, message, longer);
    }

    /** Place and message in one line. */
    public String text() {
        return said().text();
    }

    /** The same, open to translation. */
    public Message said() {
        return path.isEmpty() ? message : Message.of("{0}: {1}", String.join(" › ", path), message);
    }
}

package dev.hermes.workspace.imports;

import dev.hermes.model.Message;
import dev.hermes.workspace.imports.TableSample.Cell;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the pattern of the dates in a column. */
final class DateDetector {

    static final String ISO = "yyyy-MM-dd";

    /** Three numbers with something between them, and perhaps a time of day. */
    private static final Pattern PARTS = Pattern
            .compile("(\\d{1,4})([-/.]|年)(\\d{1,2})([-/.]|月)(\\d{1,4})(日?)(([ T])\\d{2}:\\d{2}(:\\d{2})?)?");
    private static final Pattern TOGETHER = Pattern.compile("(19|20)\\d{2}[01]\\d[0-3]\\d");
    private static final String TOGETHER_PATTERN = "yyyyMMdd";

    private DateDetector() {}

    /** Where the year, the month and the day stand. */
    private enum Order {
        YEAR_FIRST("yMd"), DAY_FIRST("dMy"), MONTH_FIRST("Mdy");

        private final String letters;

        Order(String letters) {
            this.letters = letters;
        }
    }

    /** A pattern that reads every cell. */
    private record Candidate(String pattern, DateTimeFormatter formatter) {

        LocalDate date(String text) {
            return LocalDate.parse(text, formatter);
        }
    }

    /**
     * The pattern of a column; null where it does not hold dates.
     *
     * @param cells
     *            those that are not empty
     */
    static @Nullable Found<String> detect(List<Cell> cells, boolean isWhole) {
        if (cells.stream().allMatch(cell -> TOGETHER.matcher(cell.text()).matches())) {
            Candidate together = candidate(TOGETHER_PATTERN, cells);
            return together == null ? null
                    : Found.likely(TOGETHER_PATTERN,
                            Message.of("{0} and all others are days of a calendar.", cells.getFirst().shown()));
        }
        List<Candidate> fitting = new ArrayList<>();
        for (Order order : orders(cells.getFirst().text())) {
            String pattern = pattern(order, cells);
            Candidate candidate = pattern == null ? null : candidate(pattern, cells);
            if (candidate != null) {
                fitting.add(candidate);
            }
        }
        return fitting.isEmpty() ? null : decide(fitting, cells, isWhole);
    }

    /** The orders that a date may be in, the usual first: the year comes first where it has four digits. */
    private static List<Order> orders(String text) {
        return Pattern.matches("\\d{4}.*", text)
                ? List.of(Order.YEAR_FIRST)
                : List.of(Order.DAY_FIRST, Order.MONTH_FIRST, Order.YEAR_FIRST);
    }

    private static Found<String> decide(List<Candidate> fitting, List<Cell> cells, boolean isWhole) {
        Candidate first = fitting.getFirst();
        for (Candidate other : fitting.subList(1, fitting.size())) {
            for (Cell cell : cells) {
                if (!first.date(cell.text()).equals(other.date(cell.text()))) {
                    return Found.open(first.pattern(),
                            Message.of("{0} may be {1} ({2}) or {3} ({4}); nothing in the {5} decides.", cell.shown(),
                                    day(first.date(cell.text())), first.pattern(), day(other.date(cell.text())),
                                    other.pattern(), Detector.looked(isWhole)),
                            fitting.stream().skip(1).map(Candidate::pattern).toList());
                }
            }
        }
        Cell telling = cells.stream().filter(cell -> first.date(cell.text()).getDayOfMonth() > 12).findFirst()
                .orElse(cells.getFirst());
        return Found.certain(first.pattern(),
                Message.of("{0} is {1}.", telling.shown(), day(first.date(telling.text()))));
    }

    private static Message day(LocalDate date) {
        return Message.of("{0} {1} {2}", date.getDayOfMonth(), month(date.getMonth()), date.getYear());
    }

    private static Message month(Month month) {
        return switch (month) {
            case JANUARY -> Message.of("January");
            case FEBRUARY -> Message.of("February");
            case MARCH -> Message.of("March");
            case APRIL -> Message.of("April");
            case MAY -> Message.of("May");
            case JUNE -> Message.of("June");
            case JULY -> Message.of("July");
            case AUGUST -> Message.of("August");
            case SEPTEMBER -> Message.of("September");
            case OCTOBER -> Message.of("October");
            case NOVEMBER -> Message.of("November");
            case DECEMBER -> Message.of("December");
        };
    }

    /** The pattern of this order in which all cells are written; null where there is none. */
    private static @Nullable String pattern(Order order, List<Cell> cells) {
        boolean isPadded = true;
        Matcher shape = null;
        for (Cell cell : cells) {
            Matcher matcher = PARTS.matcher(cell.text());
            if (!matcher.matches() || shape != null && !isAlike(shape, matcher, order)) {
                return null;
            }
            shape = matcher;
            for (int part = 0; part < 3; part++) {
                int length = matcher.group(1 + 2 * part).length();
                boolean isYear = order.letters.charAt(part) == 'y';
                if (isYear ? length != 4 && length != 2 : length > 2) {
                    return null;
                }
                isPadded &= isYear || length == 2;
            }
        }
        return shape == null ? null : pattern(order, shape, isPadded);
    }

    /** Whether two cells have the same characters between their numbers, and a year of as many digits. */
    private static boolean isAlike(Matcher one, Matcher other, Order order) {
        int year = 1 + 2 * order.letters.indexOf('y');
        return one.group(2).equals(other.group(2)) && one.group(4).equals(other.group(4))
                && one.group(6).equals(other.group(6)) && time(one).equals(time(other))
                && one.group(year).length() == other.group(year).length();
    }

    private static String pattern(Order order, Matcher shape, boolean isPadded) {
        StringBuilder pattern = new StringBuilder();
        for (int part = 0; part < 3; part++) {
            String letter = order.letters.substring(part, part + 1);
            int length = shape.group(1 + 2 * part).length();
            pattern.append(letter.repeat(letter.equals("y") ? length : isPadded ? 2 : 1));
            pattern.append(shape.group(2 + 2 * part));
        }
        return pattern + time(shape);
    }

    private static String time(Matcher shape) {
        if (shape.group(7) == null) {
            return "";
        }
        return (shape.group(8).equals("T") ? "'T'" : " ") + (shape.group(9) == null ? "HH:mm" : "HH:mm:ss");
    }

    /** The pattern with what reads it in an import; null where that does not read every cell. */
    private static @Nullable Candidate candidate(String pattern, List<Cell> cells) {
        Candidate candidate = new Candidate(pattern, Cells.pattern(pattern));
        try {
            cells.forEach(cell -> candidate.date(cell.text()));
            return candidate;
        } catch (DateTimeException e) {
            return null;
        }
    }
}

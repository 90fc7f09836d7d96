package dev.hermes.plan;

import dev.hermes.model.Calendar;
import dev.hermes.model.Calendar.Length;
import dev.hermes.model.Calendar.Periods;
import dev.hermes.model.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The periods of a calendar. Immutable. */
public final class PayCalendar {

    private final Calendar calendar;

    public PayCalendar(Calendar calendar) {
        this.calendar = calendar;
    }

    /** The period with this code. */
    public Optional<Period> find(String code) {
        return switch (calendar.periods()) {
            case Periods.Given given -> periods(given).stream().filter(period -> period.code().equals(code))
                    .findFirst();
            case Periods.Regular regular -> parse(code, regular.length()).map(day -> regular(regular, day))
                    .filter(period -> period.code().equals(code));
        };
    }

    /** The period that a day belongs to; none outside a calendar with given periods. */
    public Optional<Period> containing(LocalDate day) {
        return switch (calendar.periods()) {
            case Periods.Given given -> periods(given).stream().filter(period -> period.contains(day)).findFirst();
            case Periods.Regular regular -> Optional.of(regular(regular, day));
        };
    }

    /** The period before this one. */
    public Optional<Period> before(Period period) {
        return containing(period.start().minusDays(1));
    }

    /** The periods of this one's year, up to and including it. */
    public List<Period> yearToDate(Period period) {
        List<Period> found = new ArrayList<>();
        Optional<Period> next = containing(period.yearStart());
        while (next.isPresent() && !next.get().start().isAfter(period.start())) {
            found.add(next.get());
            next = containing(next.get().end());
        }
        return found;
    }

    /** How many periods lie from the one containing {@code first} to this one; 1 where they are the same. */
    public int index(LocalDate first, Period period) {
        int index = 1;
        Optional<Period> earlier = before(period);
        while (earlier.isPresent() && earlier.get().end().isAfter(first)) {
            index++;
            earlier = before(earlier.get());
        }
        return index;
    }

    /** What the codes of this calendar look like, for messages. */
    public String example() {
        return switch (calendar.periods()) {
            case Periods.Given given -> given.starts().getFirst().code() + " to " + given.starts().getLast().code();
            case Periods.Regular regular -> switch (regular.length()) {
                case MONTHS -> "2026-01";
                case QUARTERS -> "2026-Q1";
                case YEARS -> "2026";
            };
        };
    }

    private static List<Period> periods(Periods.Given given) {
        List<Period> periods = new ArrayList<>();
        List<Calendar.Start> starts = given.starts();
        LocalDate yearStart = starts.getFirst().start();
        int number = 0;
        for (int i = 0; i < starts.size(); i++) {
            Calendar.Start start = starts.get(i);
            if (i > 0 && !start.year().equals(starts.get(i - 1).year())) {
                yearStart = start.start();
                number = 0;
            }
            LocalDate end = i + 1 < starts.size() ? starts.get(i + 1).start() : given.end();
            periods.add(new Period(start.code(), start.start(), end, yearStart, ++number));
        }
        return periods;
    }

    private static Period regular(Periods.Regular regular, LocalDate day) {
        int shift = regular.yearStartMonth() - 1;
        LocalDate shifted = day.minusMonths(shift).withDayOfMonth(1);
        LocalDate yearStart = LocalDate.of(shifted.getYear(), 1, 1).plusMonths(shift);
        int month = shifted.getMonthValue();
        return switch (regular.length()) {
            case MONTHS -> {
                LocalDate start = day.withDayOfMonth(1);
                String code = String.format(Locale.ROOT, "%04d-%02d", start.getYear(), start.getMonthValue());
                yield new Period(code, start, start.plusMonths(1), yearStart, month);
            }
            case QUARTERS -> {
                int quarter = (month - 1) / 3 + 1;
                LocalDate start = yearStart.plusMonths(3L * (quarter - 1));
                String code = String.format(Locale.ROOT, "%04d-Q%d", yearStart.getYear(), quarter);
                yield new Period(code, start, start.plusMonths(3), yearStart, quarter);
            }
            case YEARS -> new Period(String.format(Locale.ROOT, "%04d", yearStart.getYear()), yearStart,
                    yearStart.plusYears(1), yearStart, 1);
        };
    }

    /** A day from which the period can be found: its start, but for years that do not start in January. */
    private Optional<LocalDate> parse(String code, Length length) {
        Periods.Regular regular = (Periods.Regular) calendar.periods();
        String pattern = switch (length) {
            case MONTHS -> "\\d{4}-\\d{2}";
            case QUARTERS -> "\\d{4}-Q[1-4]";
            case YEARS -> "\\d{4}";
        };
        if (!code.matches(pattern)) {
            return Optional.empty();
        }
        int year = Integer.parseInt(code.substring(0, 4));
        try {
            return Optional.of(switch (length) {
                case MONTHS -> LocalDate.of(year, Integer.parseInt(code.substring(5)), 1);
                case QUARTERS -> LocalDate.of(year, regular.yearStartMonth(), 1)
                        .plusMonths(3L * (code.charAt(6) - '1'));
                case YEARS -> LocalDate.of(year, regular.yearStartMonth(), 1);
            });
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }
}

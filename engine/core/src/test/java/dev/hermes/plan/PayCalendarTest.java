package dev.hermes.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.Calendar;
import dev.hermes.model.Calendar.Length;
import dev.hermes.model.Calendar.Periods;
import dev.hermes.model.Period;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayCalendarTest {

    private static PayCalendar regular(Length length, int yearStartMonth) {
        return new PayCalendar(new Calendar("c", "c", new Periods.Regular(length, yearStartMonth)));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void aMonthIsFoundByItsCode() {
        Period march = regular(Length.MONTHS, 1).find("2026-03").orElseThrow();

        assertThat(march).isEqualTo(new Period("2026-03", day("2026-03-01"), day("2026-04-01"), day("2026-01-01"), 3));
        assertThat(march.days()).isEqualTo(31);
    }

    @Test
    void aFiscalYearStartsInItsOwnMonth() {
        PayCalendar calendar = regular(Length.MONTHS, 4);

        Period february = calendar.find("2026-02").orElseThrow();

        assertThat(february.yearStart()).isEqualTo(day("2025-04-01"));
        assertThat(february.number()).isEqualTo(11);
        assertThat(calendar.yearToDate(february)).hasSize(11).first().extracting(Period::code).isEqualTo("2025-04");
    }

    @Test
    void quartersAndYearsAreNamedByTheYearTheyBelongTo() {
        assertThat(regular(Length.QUARTERS, 4).find("2026-Q4").orElseThrow())
                .isEqualTo(new Period("2026-Q4", day("2027-01-01"), day("2027-04-01"), day("2026-04-01"), 4));
        assertThat(regular(Length.YEARS, 1).find("1992").orElseThrow().days()).isEqualTo(366);
    }

    @Test
    void whatIsNoPeriodIsNotFound() {
        PayCalendar months = regular(Length.MONTHS, 1);

        assertThat(months.find("2026-13")).isEmpty();
        assertThat(months.find("2026-Q1")).isEmpty();
        assertThat(months.find("March")).isEmpty();
    }

    @Test
    void givenPeriodsEndWhereTheNextBegins() {
        PayCalendar calendar = new PayCalendar(new Calendar("c", "c",
                new Periods.Given(List.of(new Calendar.Start("P01", day("2011-05-31"), "Y1"),
                        new Calendar.Start("P02", day("2011-08-31"), "Y1"),
                        new Calendar.Start("P03", day("2011-12-01"), "Y2")), day("2012-02-29"))));

        assertThat(calendar.find("P02").orElseThrow())
                .isEqualTo(new Period("P02", day("2011-08-31"), day("2011-12-01"), day("2011-05-31"), 2));
        assertThat(calendar.find("P03").orElseThrow().number()).isEqualTo(1);
        assertThat(calendar.containing(day("2012-02-28"))).map(Period::code).contains("P03");
        assertThat(calendar.containing(day("2012-02-29"))).isEmpty();
        assertThat(calendar.before(calendar.find("P01").orElseThrow())).isEmpty();
    }

    @Test
    void theIndexCountsFromTheFirstPeriodOfAScheme() {
        PayCalendar calendar = regular(Length.MONTHS, 1);

        assertThat(calendar.index(day("2025-11-01"), calendar.find("2026-02").orElseThrow())).isEqualTo(4);
        assertThat(calendar.index(day("2026-02-10"), calendar.find("2026-02").orElseThrow())).isEqualTo(1);
    }
}

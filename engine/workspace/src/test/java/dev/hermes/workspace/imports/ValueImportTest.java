package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Adjustment;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Correction;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.Dates;
import dev.hermes.model.OpeningBalance;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.RateTable;
import dev.hermes.model.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueImportTest {

    @TempDir
    Path folder;

    private ImportFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new ImportFixture(folder).documentsOf("pay.yaml");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void datedValuesAreKeptInTheFormOfTheirType() throws IOException {
        fixture.file("values.csv", """
                emp_no,amount,full,region,hired,from_date,to_date
                10001,+0060117.50,1,North,26/06/1986,1986-06-26,1987-06-26
                """);
        fixture.run("""
                code: salaries
                file: values.csv
                into: datedValues
                of: salary
                fields: {person: emp_no, value: amount, from: from_date, to: to_date}
                """);
        fixture.run("""
                code: full
                file: values.csv
                into: datedValues
                of: fullTime
                fields:
                  person: emp_no
                  position: {value: Seller}
                  organisation: region
                  value: {column: full, lookup: {1: true, 0: false}}
                """);
        fixture.run("""
                code: regions
                file: values.csv
                into: datedValues
                of: region
                fields: {organisation: {value: East}, value: region}
                """);
        fixture.run("""
                code: hired
                file: values.csv
                into: datedValues
                of: hired
                fields: {subject: emp_no, value: {column: hired, format: dd/MM/yyyy}}
                """);
        LocalDate from = LocalDate.of(1986, 6, 26);
        assertThat(fixture.inputs().datedValues()).containsExactlyInAnyOrder(
                new DatedValueRow("salary", "10001", "60117.5", from, LocalDate.of(1987, 6, 26)),
                new DatedValueRow("fullTime", "10001_Seller_North", "true", Dates.BEGINNING, Dates.OPEN),
                new DatedValueRow("region", "East", "North", Dates.BEGINNING, Dates.OPEN),
                new DatedValueRow("hired", "10001", "1986-06-26", Dates.BEGINNING, Dates.OPEN));
    }

    @Test
    void targetsAreOfAPeriodByItsCodeOrByADayOfIt() throws IOException {
        fixture.file("quotas.csv", """
                BusinessEntityID,QuotaDate,SalesQuota,Month
                274,2011-05-31,28000,2026-01
                274,2011-08-31,7000,2026-02
                """);
        fixture.run("""
                code: byDay
                file: quotas.csv
                into: targets
                of: sales
                fields: {person: BusinessEntityID, date: QuotaDate, calendar: {value: quotas}, value: SalesQuota}
                """);
        fixture.run("""
                code: byCode
                file: quotas.csv
                into: actuals
                of: sales
                fields: {assignment: {formula: "concat(BusinessEntityID, '_Seller_East')"}, period: Month, value: SalesQuota}
                """);
        fixture.run("""
                code: byLookup
                file: quotas.csv
                into: actuals
                fields:
                  indicator: {value: visits}
                  person: BusinessEntityID
                  period: {column: QuotaDate, lookup: {2011-05-31: P01, 2011-08-31: P02}}
                  value: SalesQuota
                """);
        assertThat(fixture.inputs().periodValues()).containsExactlyInAnyOrder(
                new PeriodValueRow("sales", Series.TARGET, "274", "P01", Decimal.of(28000)),
                new PeriodValueRow("sales", Series.TARGET, "274", "P02", Decimal.of(7000)),
                new PeriodValueRow("sales", Series.ACTUAL, "274_Seller_East", "2026-01", Decimal.of(28000)),
                new PeriodValueRow("sales", Series.ACTUAL, "274_Seller_East", "2026-02", Decimal.of(7000)),
                new PeriodValueRow("visits", Series.ACTUAL, "274", "P01", Decimal.of(28000)),
                new PeriodValueRow("visits", Series.ACTUAL, "274", "P02", Decimal.of(7000)));
    }

    @Test
    void aPeriodThatNoCalendarHasIsRefused() throws IOException {
        fixture.file("t.csv", "who,when,day,value\n7,2026-13,2012-01-01,1\n");
        assertThat(fixture.findings("""
                code: t
                file: t.csv
                into: targets
                of: sales
                fields: {person: who, period: when, value: value}
                """)).containsExactly("t.csv:2:2: column when: \"2026-13\" is no period of any calendar "
                + "(months, quotas). Maybe a code such as 2026-01 or P01 to P02.");
        assertThat(fixture.findings("""
                code: t
                file: t.csv
                into: targets
                of: sales
                fields: {person: who, period: when, calendar: {value: months}, value: value}
                """)).containsExactly("t.csv:2:2: column when: \"2026-13\" is no period of the calendar months. "
                + "Maybe a code such as 2026-01.");
        assertThat(fixture.findings("""
                code: t
                file: t.csv
                into: targets
                of: sales
                fields: {person: who, date: day, calendar: {value: quotas}, value: value}
                """)).containsExactly("t.csv:2:3: column day: No period of the calendar quotas holds 2012-01-01. "
                + "Maybe leave such rows out with where, or add periods to the calendar.");
        assertThat(fixture.findings("""
                code: t
                file: t.csv
                into: targets
                of: sales
                fields: {person: who, date: day, value: value}
                """)).containsExactly("mapping.yaml:7:29: mapping t at fields.date: In which calendar the date lies is "
                + "not said, and there are several. Maybe add calendar: {value: months}.");
        assertThat(fixture.findings("""
                code: t
                file: t.csv
                into: targets
                of: sales
                fields: {person: who, period: when, calendar: {value: month}, value: value}
                """))
                .containsExactly("mapping.yaml:7:47: mapping t at fields.calendar: There is no calendar \"month\". "
                        + "Maybe months.");
    }

    @Test
    void scoresStayWithinTheirBounds() throws IOException {
        fixture.file("scores.csv", "who,score\n7_Seller_East,1.1\n8_Seller_East,110\n");
        String mapping = """
                code: scores
                file: scores.csv
                into: scores
                of: teamwork
                fields: {assignment: who, period: {value: 2026-01}, value: score}
                """;
        assertThat(fixture.findings(mapping)).containsExactly("scores.csv:3:2: column score: The score 110 is not "
                + "between 0 and 1.2. Maybe it is a percentage: 100 % is 1.");
        fixture.file("scores.csv", "who,score\n7_Seller_East,1.1\n").run(mapping);
        assertThat(fixture.inputs().periodValues()).containsExactly(
                new PeriodValueRow("teamwork", Series.ACTUAL, "7_Seller_East", "2026-01", Decimal.parse("1.1")));
    }

    @Test
    void rowsThatNobodyWouldReadAreRefused() throws IOException {
        fixture.file("t.csv", "who,of,value\n7,teamwork,1\n7,sale,2\n");
        assertThat(fixture.findings("""
                code: t
                file: t.csv
                into: baselines
                of: sales
                fields: {person: who, period: {value: 2026-01}, value: value}
                """)).containsExactly(
                "mapping.yaml:6:5: mapping t at of: The indicator sales reads no baselines. Maybe its document should "
                        + "say so, or the rows are of another one.");
        assertThat(fixture.findings("""
                code: t
                file: t.csv
                into: targets
                fields: {indicator: of, person: who, period: {value: 2026-01}, value: value}
                """)).containsExactly(
                "t.csv:2:2: column of: The indicator teamwork reads no targets. Maybe its document should say so, or "
                        + "the rows are of another one: sales, visits.",
                "t.csv:3:2: column of: There is no indicator \"sale\". Maybe sales.");
    }

    @Test
    void aSecondValueOfTheSamePeriodIsRefused() throws IOException {
        String mapping = """
                code: %s
                file: t.csv
                into: targets
                of: sales
                fields: {person: who, period: {value: 2026-01}, value: value}
                """;
        fixture.file("t.csv", "who,value\n7,1\n8,2\n7,3\n");
        assertThat(fixture.findings(mapping.formatted("t")))
                .containsExactly("t.csv:4:1: row: The target of sales for 7 "
                        + "in 2026-01 is in line 2 already. Maybe one of the two is of another period, or is there by mistake.");
        assertThat(fixture.inputs().periodValues()).isEmpty();
        fixture.file("t.csv", "who,value\n7,1\n").run(mapping.formatted("old"));
        assertThat(fixture.findings(mapping.formatted("t")))
                .containsExactly("t.csv:2:1: row: The target of sales for 7 "
                        + "in 2026-01 is there already: the mapping old has brought it in with line 2 of its file. "
                        + "Maybe one of the two is of another period, or is there by mistake.");
    }

    @Test
    void correctionsNameTheSeriesAndTheReason() throws IOException {
        fixture.file("corrections.csv", """
                who,what,series,month,value,why
                7_Seller_East,sales,,2026-01,-10.5,Refund
                7_Seller_East,sales,target,2026-01,90,
                """).run("""
                code: corrections
                file: corrections.csv
                into: corrections
                fields: {assignment: who, indicator: what, series: series, period: month, value: value, reason: why}
                """);
        assertThat(fixture.inputs().corrections()).containsExactlyInAnyOrder(
                new Correction("sales", Series.ACTUAL, "7_Seller_East", "2026-01", Decimal.parse("-10.5"), "Refund"),
                new Correction("sales", Series.TARGET, "7_Seller_East", "2026-01", Decimal.of(90), ""));
        fixture.file("corrections.csv", "who,what,series,month,value,why\n7_Seller_East,sales,goal,2026-01,1,\n");
        assertThat(fixture.findings("""
                code: corrections
                file: corrections.csv
                into: corrections
                fields: {assignment: who, indicator: what, series: series, period: month, value: value}
                """)).containsExactly("corrections.csv:2:3: column series: \"goal\" is no series. "
                + "Maybe actual, target or baseline.");
    }

    @Test
    void adjustmentsAreForThePayeeThatTheSchemePays() throws IOException {
        fixture.file("adjustments.csv", """
                scheme,person,position,org,month,amount,why
                monthly,7,Seller,East,2026-01,25,Trade fair
                bonus,7,Seller,East,2026-01,-5,Parking fine
                """).run("""
                code: adjustments
                file: adjustments.csv
                into: adjustments
                fields:
                  scheme: scheme
                  person: person
                  position: position
                  organisation: org
                  period: month
                  amount: amount
                  reason: why
                """);
        assertThat(fixture.inputs().adjustments()).containsExactly(
                new Adjustment("monthly", "7_Seller_East", "2026-01", Decimal.of(25), "Trade fair"),
                new Adjustment("bonus", "7", "2026-01", Decimal.of(-5), "Parking fine"));
    }

    @Test
    void anAdjustmentNeedsASchemeItsPayeeAPeriodOfItsCalendarAndAReason() throws IOException {
        fixture.file("adjustments.csv", """
                scheme,payee,month,amount,why
                monthli,7,2026-01,1,x
                monthly,7,P01,1,
                """);
        assertThat(fixture.findings("""
                code: adjustments
                file: adjustments.csv
                into: adjustments
                fields: {scheme: scheme, payee: payee, period: month, amount: amount, reason: why}
                """)).containsExactly(
                "adjustments.csv:2:1: column scheme: There is no scheme \"monthli\". Maybe monthly.",
                "adjustments.csv:3:5: column why: The field reason is empty. Maybe leave such rows out with where.",
                "adjustments.csv:3:2: column payee: \"7\" is no assignment: its key is person_position_organisation, and "
                        + "a _ inside an id is written %5F. Maybe map person, position and organisation instead.",
                "adjustments.csv:3:3: column month: \"P01\" is no period of the calendar months. "
                        + "Maybe a code such as 2026-01.");
    }

    @Test
    void balancesBelongToALineage() throws IOException {
        fixture.file("balances.csv", "who,open\n7_Seller_East,-120.25\n").run("""
                code: balances
                file: balances.csv
                into: balances
                fields:
                  lineage: {value: seller}
                  balance: {value: draw}
                  payee: who
                  period: {value: 2026-01}
                  value: open
                """);
        OpeningBalance opening = new OpeningBalance("seller", "draw", "7_Seller_East", "2026-01",
                Decimal.parse("-120.25"));
        assertThat(fixture.workspace().runs().balances("2026-01", Map.of()))
                .isEqualTo(new CalcInputs.Balances(List.of(opening), Map.of(), Map.of()));
        assertThat(fixture.findings("""
                code: others
                file: balances.csv
                into: balances
                fields:
                  scheme: {value: monthly}
                  balance: {value: drawing}
                  payee: who
                  period: {value: 2026-01}
                  value: open
                """)).containsExactly("mapping.yaml:8:12: field balance: The scheme monthly carries no balance "
                + "\"drawing\". Maybe one of draw.");
    }

    @Test
    void rowsOfARateTableHaveKeysBoundsAndDates() throws IOException {
        String mapping = """
                code: rates
                file: rates.csv
                into: rates
                of: commission
                fields: {title: job, vip: vip, lower: from, upper: to, value: rate, validFrom: since, validTo: until}
                """;
        fixture.file("rates.csv", """
                job,vip,from,to,rate,since,until
                Staff,true,,1000,0.06,,
                Staff,TRUE,1000.0,,0.08,2026-01-01,9999-12-31
                """).run(mapping);
        assertThat(fixture.workspace().documents().library().rateTable("commission")).get()
                .extracting(RateTable::rows).isEqualTo(List.of(
                        new RateTable.Row(List.of("Staff", "true"), null, Decimal.of(1000), Decimal.parse("0.06"), null,
                                null),
                        new RateTable.Row(List.of("Staff", "true"), Decimal.of(1000), null, Decimal.parse("0.08"),
                                LocalDate.of(2026, 1, 1), null)));
        fixture.file("rates.csv", """
                job,vip,from,to,rate,since,until
                Staff,yes,1000,10,0.06,,
                Staff,true,1000,10,0.06,,
                Staff,true,,,0.06,2026-01-02,2026-01-01
                """);
        assertThat(fixture.findings(mapping)).containsExactly(
                "rates.csv:2:2: column vip: \"yes\" is neither true nor false. Maybe add a lookup to the field, such as "
                        + "{1: true, 0: false}.",
                "rates.csv:3:4: column to: The band ends at 10, which is not above its start, 1000. "
                        + "Maybe the two bounds are swapped.",
                "rates.csv:4:7: column until: The row ends on 2026-01-01, before it begins on 2026-01-02. "
                        + "Maybe the two dates are swapped.");
        assertThat(fixture.findings("""
                code: fixed
                file: rates.csv
                into: rates
                of: fixed
                fields: {value: rate}
                """)).containsExactly("mapping.yaml:6:5: mapping fixed at of: The rate table fixed lists its rows "
                + "itself. Maybe its document should say rows: imported.");
    }
}

package dev.hermes.testkit.hostile;

import static dev.hermes.testkit.hostile.Outcome.accepted;
import static dev.hermes.testkit.hostile.Outcome.refused;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV files with numbers, days and texts that could be taken for what they are not. */
final class HostileCells {

    private static final String GERMAN = "{csv: {separator: ;, decimal: ',', grouping: ., dates: dd.MM.yyyy}}";
    private static final String DAY_FIRST = "{csv: {dates: dd/MM/yyyy}}";

    private HostileCells() {}

    static List<HostileFile> all() {
        return List.of(
                row("zeros-that-lead.csv", "007,1,2026-01-31,0042", accepted("007|1.000000000000|2026-01-31|0042")),
                amount("grouped-by-commas.csv", "\"1,234.50\"",
                        refused("2:2", "Maybe write it without the commas between thousands: 1234.50.")),
                amount("grouped-by-points.csv", "\"1.234,50\"",
                        refused("2:2", "Maybe write it with a decimal point and nothing between thousands: 1234.50.")),
                styled("grouped-as-said.csv", GERMAN, "id;amount;day;note\nA1;1.234,50;31.01.2026;a\n",
                        accepted("A1|1234.500000000000|2026-01-31|a")),
                styled("grouped-otherwise-than-said.csv", GERMAN,
                        "id;amount;day;note\nA1;1.234,50;31.01.2026;a\nA2;1,234.50;31.01.2026;a\n",
                        refused("3:2", "1,234.50")),
                styled("groups-of-two.csv", GERMAN, "id;amount;day;note\nA1;12.34,50;31.01.2026;a\n",
                        refused("2:2", "12.34,50")),
                styled("point-that-groups-or-not.csv", GERMAN, "id;amount;day;note\nA1;10.5;31.01.2026;a\n",
                        refused("2:2", "10.5")),
                styled("month-first.csv", DAY_FIRST, "id,amount,day,note\nA1,1,03/25/2026,a\n",
                        refused("2:3", "\"03/25/2026\" is no date of the form dd/MM/yyyy.")),
                styled("day-first.csv", DAY_FIRST, "id,amount,day,note\nA1,1,03/04/2026,a\n",
                        accepted("A1|1.000000000000|2026-04-03|a")),
                day("day-or-month.csv", "03/04/2026"), day("february-30.csv", "2026-02-30"),
                day("february-29.csv", "2025-02-29"), day("year-of-five-digits.csv", "99999-01-01"),
                day("year-of-two-digits.csv", "26-01-31"), day("day-as-number.csv", "46053"),
                day("day-of-other-digits.csv", "\u0662\u0660\u0662\u0666-\u0660\u0661-\u0660\u0661"),
                amount("digits-40.csv", "1234567890".repeat(4),
                        refused("2:2", "does not fit: a number has at most 26 digits before the decimal point.")),
                amount("fraction-of-40-digits.csv", "0." + "1234567890".repeat(4),
                        refused("2:2", "has more than 12 fractional digits.")),
                amount("digits-of-a-megabyte.csv", "9".repeat(1 << 19), refused("2:2", "does not fit")),
                amount("zeros-of-a-megabyte.csv", "0".repeat(1 << 19) + "1",
                        accepted("A1|1.000000000000|2026-01-31|a")),
                amount("exponent.csv", "1e5", refused("2:2", "is not a plain decimal.")),
                amount("exponent-bomb.csv", "1e999999999", refused("2:2", "is not a plain decimal.")),
                amount("not-a-number.csv", "NaN", refused("2:2", "is not a plain decimal.")),
                amount("infinity.csv", "Infinity", refused("2:2", "is not a plain decimal.")),
                amount("hexadecimal.csv", "0x10", refused("2:2", "is not a plain decimal.")),
                amount("wide-digits.csv", "\uFF11\uFF12", refused("2:2", "is not a plain decimal.")),
                amount("arabic-digits.csv", "\u0661\u0662", refused("2:2", "is not a plain decimal.")),
                amount("minus-of-typesetters.csv", "\u22125", accepted("A1|-5.000000000000|2026-01-31|a")),
                amount("two-signs.csv", "--5", refused("2:2", "is not a plain decimal.")),
                amount("formula-as-amount.csv", "=1+1", refused("2:2", "is not a plain decimal.")),
                row("formula-as-text.csv", "A1,-1.50,2026-01-31,=cmd|'/c calc'!A0",
                        accepted("A1|-1.500000000000|2026-01-31|=cmd|'/c calc'!A0")),
                row("sql-as-text.csv", "A1,1,2026-01-31,'; DROP TABLE facts; --",
                        accepted("A1|1.000000000000|2026-01-31|'; DROP TABLE facts; --")),
                row("path-as-id.csv", "../../etc/passwd,1,2026-01-31,file:///etc/passwd",
                        accepted("../../etc/passwd|1.000000000000|2026-01-31|file:///etc/passwd")),
                row("half-a-character.csv", "A1,1,2026-01-31,\uFFFE\uFFFF",
                        accepted("A1|1.000000000000|2026-01-31|\uFFFE\uFFFF")),
                row("empty-key.csv", ",1,2026-01-31,a", refused("2:1", "empty")));
    }

    private static HostileFile row(String name, String row, Outcome expected) {
        return HostileFile.ofText(name, HostileCsv.HEADER + row + "\n", expected);
    }

    private static HostileFile amount(String name, String amount, Outcome expected) {
        return row(name, "A1," + amount + ",2026-01-31,a", expected);
    }

    private static HostileFile day(String name, String day) {
        return row(name, "A1,1," + day + ",a", refused("2:3", "is no date of the form yyyy-MM-dd."));
    }

    private static HostileFile styled(String name, String format, String text, Outcome expected) {
        return HostileFile.ofText(name, format, text, StandardCharsets.UTF_8, expected);
    }
}

package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.AssignmentKey;
import dev.hermes.spi.BadCellException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|0", "-0.00|0", "+1234.50|1234.5", "007|7",
        "99999999999999999999999999.999999999999|99999999999999999999999999.999999999999",
        "0.10000000000000000000|0.1"})
    void aPlainDecimalIsANumber(String text, String number) throws BadCellException {
        assertThat(Cells.number(text)).isEqualTo(Decimal.parse(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "1,234.50|is not a plain decimal. Maybe write it without the commas between thousands: 1234.50.",
        "1,234,567|is not a plain decimal. Maybe write it without the commas between thousands: 1234567.",
        "-1.234,50|is not a plain decimal. "
                + "Maybe write it with a decimal point and nothing between thousands: -1234.50.",
        "1,234|is not a plain decimal. "
                + "Maybe the comma is the decimal point: write 1.234; if it stands between thousands, 1234.",
        "1e3|is not a plain decimal. Maybe write it without an exponent; a spreadsheet has shortened it.",
        "1.5E+06|is not a plain decimal. Maybe write it without an exponent; a spreadsheet has shortened it.",
        "$5|is not a plain decimal. Maybe remove the currency at its source; it is said once, in the column's type.",
        "5%|is not a plain decimal. Maybe the mapping should say format: {csv: {percent: true}}.",
        "NaN|is not a plain decimal. Maybe write digits and a point alone, such as -1234.56.",
        ".5|is not a plain decimal. Maybe write digits and a point alone, such as -1234.56.",
        "-|is not a plain decimal. Maybe write digits and a point alone, such as -1234.56.",
        "1.2.3|is not a plain decimal. Maybe write digits and a point alone, such as -1234.56.",
        "٣|is not a plain decimal. Maybe write digits and a point alone, such as -1234.56.",
        "0.1234567890123|has more than 12 fractional digits. Maybe round it at its source.",
        "1234567890123456789012345678901234567890|does not fit: a number has at most 26 digits before the decimal "
                + "point. Maybe another column was meant."})
    void anythingElseIsNone(String text, String problem) {
        assertThatThrownBy(() -> Cells.number(text)).isInstanceOf(BadCellException.class)
                .hasMessage("\"" + text + "\" " + problem);
    }

    @Test
    void aColumnKeepsTheDigitsThatItDeclares() throws BadCellException {
        NumberReading money = new NumberReading(6, 2, Numerals.PLAIN::plain);
        assertThat(money.read("-9999.99")).isEqualTo(Decimal.parse("-9999.99"));
        assertThat(money.read("0.500")).isEqualTo(Decimal.parse("0.5"));
        assertThatThrownBy(() -> money.read("0.125")).hasMessage("\"0.125\" has more than the 2 fractional digits that "
                + "its column keeps. Maybe declare the column with a greater scale.");
        assertThatThrownBy(() -> money.read("10000"))
                .hasMessage("\"10000\" has more than the 4 digits before the point "
                        + "that its column keeps. Maybe declare the column with more digits.");
        assertThat(new NumberReading(38, 12, Numerals.PLAIN::plain).read("99999999999999999999999999")).isNotNull();
        assertThat(new NumberReading(38, 0, Numerals.PLAIN::plain).read("99999999999999999999999999")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28,yyyy-MM-dd,2026-02-28", "28.02.2026,dd.MM.yyyy,2026-02-28", "2/8/2026,d/M/yyyy,2026-08-02",
        "20260228,yyyyMMdd,2026-02-28", "28-Feb-26,dd-MMM-yy,2026-02-28",
        "2026-02-28 23:59:59,yyyy-MM-dd HH:mm:ss,2026-02-28", "28.02.2026,dd.MM.uuuu,2026-02-28"})
    void aDateHasTheFormOfItsField(String text, String format, LocalDate date) throws BadCellException {
        assertThat(Cells.date(text, Cells.pattern(format), format)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30", "2026-2-3", "20260203", "03.02.2026", "2026-02-03T00:00", "today", "2023-02-29"})
    void aDateThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Cells.date(text, null, "yyyy-MM-dd")).hasMessage("\"" + text
                + "\" is no date of the form yyyy-MM-dd. Maybe give the field's format, such as dd.MM.yyyy.");
    }

    @Test
    void aFormatIsTakenAtItsWord() {
        assertThatThrownBy(() -> Cells.date("30.02.2026", Cells.pattern("dd.MM.yyyy"), "dd.MM.yyyy")).hasMessage(
                "\"30.02.2026\" is no date of the form dd.MM.yyyy. Maybe correct the cell, or the field's format.");
        assertThatThrownBy(() -> Cells.date("+12345-01-01", null, "yyyy-MM-dd"))
                .hasMessage("\"+12345-01-01\" is outside the years 1 to 9999. Maybe leave the cell empty.");
    }

    @Test
    void anAssignmentIsThreeIds() throws BadCellException {
        assertThat(Cells.assignment("7_Seller_North%5FEast")).isEqualTo(new AssignmentKey("7", "Seller", "North_East"));
        assertThatThrownBy(() -> Cells.assignment("7_Seller")).hasMessage("\"7_Seller\" is no assignment: its key is "
                + "person_position_organisation, and a _ inside an id is written %5F. "
                + "Maybe map person, position and organisation instead.");
        assertThatThrownBy(() -> Cells.assignment("7__East")).isInstanceOf(BadCellException.class);
    }

    @Test
    void halfACharacterIsNone() throws BadCellException {
        assertThat(Cells.text("😀 王")).isEqualTo("😀 王");
        assertThat(Cells.id("😀7")).isEqualTo("😀7");
        assertThatThrownBy(() -> Cells.text("x\uD83D")).hasMessage("\"x[U+D83D]\" holds half a character. "
                + "Maybe a formula cuts the text in the middle of one.");
        assertThatThrownBy(() -> Cells.id("x\uDE00")).hasMessage("\"x[U+DE00]\" holds a character that cannot be seen, "
                + "U+DE00, and would look like another id. Maybe remove it at its source.");
    }

    @Test
    void whatIsQuotedIsShortAndVisible() {
        assertThat(Quote.of("x".repeat(100))).isEqualTo("\"" + "x".repeat(60) + "…\"");
        assertThat(Quote.of("a\tb\u202Ec")).isEqualTo("\"a[U+0009]b[U+202E]c\"");
    }
}

package dev.hermes.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.spi.BadCellException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

    private final Days days = new Days(false);

    @ParameterizedTest
    @CsvSource({"1, 1900-01-01", "59, 1900-02-28", "61, 1900-03-01", "46203, 2026-06-30", "2958465, 9999-12-31",
        "46203.75, 2026-06-30"})
    void daysAreCountedSince1900(BigDecimal serial, String day) throws BadCellException {
        assertThat(days.text(serial, NumberFormat.DAY)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"0, 1904-01-01", "60, 1904-03-01", "44741, 2026-06-30"})
    void orSince1904(BigDecimal serial, String day) throws BadCellException {
        assertThat(new Days(true).text(serial, NumberFormat.DAY)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"46203, 2026-06-30 00:00:00", "46203.75, 2026-06-30 18:00:00", "46203.9999999999, 2026-07-01 00:00:00",
        "46203.3958333333, 2026-06-30 09:30:00"})
    void timesAreRoundedToTheSecond(BigDecimal serial, String time) throws BadCellException {
        assertThat(days.text(serial, NumberFormat.DAY_AND_TIME)).isEqualTo(time);
    }

    @Test
    void aTimeAloneHasNoDay() throws BadCellException {
        assertThat(days.text(new BigDecimal("0.5"), NumberFormat.TIME)).isEqualTo("12:00:00");
        assertThat(days.text(new BigDecimal("0.5"), NumberFormat.DAY_OR_TIME)).isEqualTo("12:00:00");
        assertThat(days.text(new BigDecimal("46203"), NumberFormat.DAY_OR_TIME)).isEqualTo("2026-06-30");
    }

    @ParameterizedTest
    @CsvSource({"60, It would be 29 February 1900", "0, Maybe format the cell as a time",
        "-1, Maybe format the cell as a number", "2958466, Maybe format the cell as a number",
        "1E+300, Maybe format the cell as a number"})
    void aDayThatNeverWasIsRefused(BigDecimal serial, String said) {
        assertThatThrownBy(() -> days.text(serial, NumberFormat.DAY)).isInstanceOf(BadCellException.class)
                .hasMessageContaining("is shown as a day and is none. ").hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"0 | - | NUMBER", "14 | - | DAY", "22 | - | DAY_AND_TIME",
        "20 | - | TIME", "46 | - | NUMBER", "31 | - | DAY_OR_TIME", "58 | - | DAY_OR_TIME", "9 | - | NUMBER",
        "164 | yyyy-mm-dd | DAY", "164 | dd.mm.yyyy hh:mm | DAY_AND_TIME", "164 | [h]:mm:ss | NUMBER",
        "164 | #,##0.00 \"days\" | NUMBER", "164 | yyyy\"年\"m\"月\"d\"日\" | DAY", "164 | [$-409]h:mm AM/PM | TIME",
        "164 | mmm | DAY", "164 | [Red]0.00 | NUMBER", "164 | d/m/yy;@ | DAY", "176 | 0.00%  | NUMBER"})
    void theFormatTellsWhatANumberIs(int id, String code, NumberFormat format) {
        assertThat(NumberFormat.of(id, code)).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, DAY, 2026-06-30", "2026-06-30T18:00:00, DAY_AND_TIME, 2026-06-30 18:00:00",
        "2026-06-30T00:00:00Z, DAY, 2026-06-30", "2026-06-30T00:00:00.000, NUMBER, 2026-06-30 00:00:00"})
    void daysMayBeWrittenAsText(String written, NumberFormat format, String text) throws BadCellException {
        assertThat(Days.ofText(written, format)).isEqualTo(text);
    }
}

package dev.hermes.app.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.hermes.decimal.Decimal;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Optional;

/** How tables are written for other programs: RFC 4180. Stateless. */
final class CsvText {

    private static final String DANGEROUS = "=+-@\t\r";

    private CsvText() {}

    static CsvWriter writer(Writer writer) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    }

    /**
     * Text from people as a cell. A spreadsheet takes what begins like a formula for one, so an apostrophe is put before
     * it (OWASP, "CSV Injection").
     */
    static String text(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** A number as a cell, with at least so many fractional digits. */
    static String number(Decimal number, int scale) {
        return number.toStringMinimum(scale);
    }

    /** A sum as a cell, which may be wider than a number. */
    static String number(BigDecimal sum, int scale) {
        return sum.setScale(Math.max(scale, sum.scale())).toPlainString();
    }

    /** A number as a cell; an empty one where there is none. */
    static String number(Optional<Decimal> number, int scale) {
        return number.map(present -> number(present, scale)).orElse("");
    }
}

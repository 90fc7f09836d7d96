package dev.hermes.excel;

import dev.hermes.spi.Cell;
import dev.hermes.spi.Cell.Look;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes cells, and sees to it that Excel shows what they hold. Not thread-safe. */
final class CellWriter {

    /** How many digits of a number Excel keeps. */
    private static final int DIGITS = 15;
    private static final int LONGEST_TEXT = 32_767;
    private static final String DANGEROUS = "=+-@\t\r'";
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    /** What reads as an escape, and what XML does not know. */
    private static final Pattern TO_ESCAPE = Pattern
            .compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|\\p{Cs}");

    private final CellStyles styles;
    private boolean hasFormulas;

    CellWriter(SXSSFWorkbook workbook) {
        styles = new CellStyles(workbook);
    }

    /** Whether a formula was written. */
    boolean hasFormulas() {
        return hasFormulas;
    }

    void write(Cell cell, SXSSFRow row, int column) {
        if (cell.content() instanceof Cell.Empty && cell.look() == Look.PLAIN) {
            return;
        }
        SXSSFCell written = row.createCell(column);
        switch (cell.content()) {
            case Cell.Formula formula -> {
                hasFormulas = true;
                written.setCellFormula(formula.formula());
                value(formula.value(), cell.look(), written);
            }
            case Cell.Value value -> value(value, cell.look(), written);
        }
    }

    private void value(Cell.Value value, Look look, SXSSFCell written) {
        switch (value) {
            case Cell.Empty _ -> {
                // A formula without a result would hold a zero.
                if (written.getCellType() == CellType.FORMULA) {
                    written.setCellValue("");
                }
                written.setCellStyle(styles.text(look, false));
            }
            case Cell.Text text -> text(text.text(), look, written);
            case Cell.Figure figure -> number(figure.number(), look, written);
            case Cell.Day day -> day(day.day(), look, written);
            case Cell.Truth truth -> {
                written.setCellValue(truth.truth());
                written.setCellStyle(styles.text(look, false));
            }
            case Cell.Missing _ -> error(FormulaError.NA, look, written);
            case Cell.Failed _ -> error(FormulaError.VALUE, look, written);
        }
    }

    private void error(FormulaError error, Look look, SXSSFCell written) {
        written.setCellErrorValue(error.getCode());
        written.setCellStyle(styles.text(look, false));
    }

    private void number(BigDecimal number, Look look, SXSSFCell written) {
        boolean isResult = written.getCellType() == CellType.FORMULA;
        if (isResult || isExact(number)) {
            written.setCellValue(number.doubleValue());
            written.setCellStyle(styles.number(look, Math.max(0, number.scale())));
        } else {
            written.setCellValue(number.toPlainString());
            written.setCellStyle(styles.tooLong());
        }
    }

    private static boolean isExact(BigDecimal number) {
        return number.stripTrailingZeros().precision() <= DIGITS;
    }

    private void day(LocalDate day, Look look, SXSSFCell written) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            text(day.toString(), look, written);
        } else {
            written.setCellValue((double) ChronoUnit.DAYS.between(DAY_ZERO, day));
            written.setCellStyle(styles.day(look));
        }
    }

    private void text(String text, Look look, SXSSFCell written) {
        written.setCellValue(storable(text));
        written.setCellStyle(styles.text(look, !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0));
    }

    /** The text as the format holds it. */
    static String storable(String text) {
        String escaped = TO_ESCAPE.matcher(text)
                .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
        if (escaped.length() <= LONGEST_TEXT) {
            return escaped;
        }
        String said = "… (cut off here: it has %,d characters)".formatted(text.length());
        int end = LONGEST_TEXT - said.length();
        return escaped.substring(0, Character.isHighSurrogate(escaped.charAt(end - 1)) ? end - 1 : end) + said;
    }
}

package dev.hermes.excel;

import dev.hermes.spi.Cell.Look;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The styles of a workbook, each made once: Excel takes 64,000. Not thread-safe. */
final class CellStyles {

    private static final short TITLE_POINTS = 14;
    private static final int MOST_DIGITS = 30;

    private final Workbook workbook;
    private final Map<String, CellStyle> styles = new HashMap<>();
    private final Map<Look, Font> fonts = new EnumMap<>(Look.class);

    CellStyles(Workbook workbook) {
        this.workbook = workbook;
    }

    /** For what is no number; {@code quoted}: shown as it is, whatever it begins with. */
    CellStyle text(Look look, boolean quoted) {
        return styles.computeIfAbsent(look + " text " + quoted, _ -> {
            CellStyle style = of(look);
            style.setQuotePrefixed(quoted);
            return style;
        });
    }

    /** For numbers with so many fractional digits. */
    CellStyle number(Look look, int scale) {
        return styles.computeIfAbsent(look + " number " + scale, _ -> {
            String format = "#,##0" + (scale == 0 ? "" : "." + "0".repeat(Math.min(scale, MOST_DIGITS)));
            return formatted(look, format);
        });
    }

    CellStyle day(Look look) {
        return styles.computeIfAbsent(look + " day", _ -> formatted(look, "yyyy-mm-dd"));
    }

    /** For a number that has more digits than Excel keeps, and is a text. */
    CellStyle tooLong() {
        return styles.computeIfAbsent("too long", _ -> {
            CellStyle style = of(Look.PLAIN);
            style.setQuotePrefixed(true);
            style.setAlignment(HorizontalAlignment.RIGHT);
            ground(style, IndexedColors.LIGHT_YELLOW);
            return style;
        });
    }

    private CellStyle formatted(Look look, String format) {
        CellStyle style = of(look);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private CellStyle of(Look look) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(look, this::font));
        switch (look) {
            case HEADING -> ground(style, IndexedColors.GREY_25_PERCENT);
            case TOTAL -> style.setBorderTop(BorderStyle.THIN);
            case NOTE -> {
                style.setWrapText(true);
                style.setVerticalAlignment(VerticalAlignment.TOP);
            }
            case PLAIN, TITLE, INPUT -> {
            }
        }
        return style;
    }

    private static void ground(CellStyle style, IndexedColors colour) {
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private Font font(Look look) {
        Font font = workbook.createFont();
        switch (look) {
            case TITLE -> {
                font.setBold(true);
                font.setFontHeightInPoints(TITLE_POINTS);
            }
            case HEADING, TOTAL -> font.setBold(true);
            case INPUT -> font.setColor(IndexedColors.BLUE.getIndex());
            case NOTE -> font.setItalic(true);
            case PLAIN -> {
            }
        }
        return font;
    }
}

package dev.hermes.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import dev.hermes.spi.WorkbookWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Workbooks as they are written, read again by POI, whose reader is not the one that wrote them. */
class ExcelExportTest {

    private static final Sheet PAYOUTS = new Sheet("Payouts", true,
            List.of(new Sheet.Column("payee", 20), new Sheet.Column("payout", 12)));

    @Test
    void aNumberIsANumberWithItsDigitsAndThousandsApart() throws IOException {
        XSSFSheet sheet = written(Cell.text("S41"), Cell.number(new BigDecimal("12345.60"))).getSheet("Payouts");
        XSSFCell amount = sheet.getRow(1).getCell(1);

        assertThat(amount.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(amount.getNumericCellValue()).isEqualTo(12345.6);
        assertThat(new DataFormatter().formatCellValue(amount)).isEqualTo("12,345.60");
    }

    @Test
    void titlesAreBoldStayInSightAndCanBeFilteredBy() throws IOException {
        XSSFSheet sheet = written(Cell.text("S41"), Cell.number(1)).getSheet("Payouts");

        assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("payout");
        assertThat(sheet.getRow(0).getCell(1).getCellStyle().getFont().getBold()).isTrue();
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:B2");
        assertThat(sheet.getColumnWidth(0)).isEqualTo(20 * 256);
    }

    @Test
    void whatExcelWouldRoundIsAMarkedText() throws IOException {
        XSSFSheet sheet = written(Cell.number(new BigDecimal("123456789012345.00")),
                Cell.number(new BigDecimal("1234567890123456.00"))).getSheet("Payouts");
        XSSFCell fits = sheet.getRow(1).getCell(0);
        XSSFCell tooLong = sheet.getRow(1).getCell(1);

        assertThat(fits.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(tooLong.getStringCellValue()).isEqualTo("1234567890123456.00");
        assertThat(tooLong.getCellStyle().getQuotePrefixed()).isTrue();
        assertThat(tooLong.getCellStyle().getFillForegroundColorColor()).isNotNull();
    }

    @Test
    void textIsNeverAFormula() throws IOException {
        for (String text : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1")) {
            XSSFCell cell = written(Cell.text(text)).getSheet("Payouts").getRow(1).getCell(0);

            assertThat(cell.getCellType()).as(text).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(text);
            assertThat(cell.getCellStyle().getQuotePrefixed()).as(text).isTrue();
        }
        assertThat(written(Cell.text("Lena")).getSheet("Payouts").getRow(1).getCell(0).getCellStyle()
                .getQuotePrefixed()).isFalse();
    }

    @Test
    void charactersThatXmlDoesNotKnowComeBack() throws IOException {
        for (String text : List.of("a\u0001b", "_x0041_", "line\nline", "\uFFFE", "👍", " padded ")) {
            assertThat(written(Cell.text(text)).getSheet("Payouts").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo(text);
        }
    }

    @Test
    void aTextThatIsTooLongSaysSo() throws IOException {
        String text = written(Cell.text("x".repeat(40_000))).getSheet("Payouts").getRow(1).getCell(0)
                .getStringCellValue();

        assertThat(text).hasSize(32_767).endsWith("… (cut off here: it has 40,000 characters)");
    }

    @Test
    void daysTruthsAndValuesThatAreNotThereAreWhatTheyAre() throws IOException {
        XSSFSheet sheet = written(Cell.of(new Cell.Day(LocalDate.of(2026, 3, 31))), Cell.of(new Cell.Truth(true)),
                Cell.of(new Cell.Missing()), Cell.of(new Cell.Day(LocalDate.of(1900, 2, 28)))).getSheet("Payouts");

        assertThat(sheet.getRow(1).getCell(0).getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2026-03-31");
        assertThat(new DataFormatter().formatCellValue(sheet.getRow(1).getCell(0))).isEqualTo("2026-03-31");
        assertThat(sheet.getRow(1).getCell(1).getBooleanCellValue()).isTrue();
        assertThat(sheet.getRow(1).getCell(2).getErrorCellString()).isEqualTo("#N/A");
        assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("1900-02-28");
    }

    @Test
    void aFormulaIsComputedAndHoldsWhatItGave() throws IOException {
        XSSFWorkbook workbook = written(Cell.number(4),
                Cell.of(new Cell.Formula("ROUND(A2*0.05,2)", new Cell.Figure(new BigDecimal("0.20")))));
        XSSFCell cell = workbook.getSheet("Payouts").getRow(1).getCell(1);

        assertThat(cell.getCellFormula()).isEqualTo("ROUND(A2*0.05,2)");
        assertThat(cell.getNumericCellValue()).isEqualTo(0.2);
        assertThat(workbook.getForceFormulaRecalculation()).isTrue();
        workbook.getSheet("Payouts").getRow(1).getCell(0).setCellValue(8);
        assertThat(workbook.getCreationHelper().createFormulaEvaluator().evaluate(cell).getNumberValue())
                .isEqualTo(0.4);
    }

    @Test
    void aTableThatIsTooLongGoesOnInAFurtherSheet() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ExcelWriter writer = new ExcelWriter(bytes, 4)) {
            writer.sheet(PAYOUTS);
            for (int row = 1; row <= 7; row++) {
                writer.row(List.of(Cell.text("S" + row), Cell.number(row)));
            }
            writer.finish();
        }
        XSSFWorkbook workbook = read(bytes);

        assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
        assertThat(workbook.getSheetAt(1).getSheetName()).isEqualTo("Payouts 2");
        assertThat(workbook.getSheetAt(1).getRow(0).getCell(0).getStringCellValue()).isEqualTo("payee");
        assertThat(workbook.getSheetAt(2).getRow(1).getCell(0).getStringCellValue()).isEqualTo("S7");
        assertThat(workbook.getSheetAt(2).getLastRowNum()).isEqualTo(1);
    }

    @Test
    void nothingStaysBehindWhereTheTargetTakesNoMore() throws IOException {
        Set<Path> before = temporaryFiles();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        try (WorkbookWriter writer = new ExcelExport().open(full)) {
            writer.sheet(PAYOUTS);
            for (int row = 0; row < 500; row++) {
                writer.row(List.of(Cell.text("S" + row), Cell.number(row)));
            }
            assertThat(temporaryFiles()).as("rows on the way").isNotEqualTo(before);
            assertThatThrownBy(writer::finish).isInstanceOf(IOException.class);
        }
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static Set<Path> temporaryFiles() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "poifiles");
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toSet());
        }
    }

    private static XSSFWorkbook written(Cell... cells) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WorkbookWriter writer = new ExcelExport().open(bytes)) {
            writer.sheet(PAYOUTS);
            writer.row(List.of(cells));
            writer.finish();
        }
        return read(bytes);
    }

    private static XSSFWorkbook read(ByteArrayOutputStream bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }
}

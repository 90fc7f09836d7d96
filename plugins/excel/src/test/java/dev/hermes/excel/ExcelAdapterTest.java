package dev.hermes.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hermes.spi.AdapterOption;
import dev.hermes.spi.AdapterOptionException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as programs write them. */
class ExcelAdapterTest {

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet = workbook.createSheet("Sales");

    @AfterEach
    void closeWorkbook() throws IOException {
        workbook.close();
    }

    @Test
    void cellsAreTheTextsThatOtherFilesHave() throws Exception {
        row(0, "order", "amount", "paid", "day", "time");
        Row row = row(1, "O-1", 1250.5, true);
        row.createCell(3).setCellValue(LocalDate.of(2026, 6, 30));
        row.getCell(3).setCellStyle(style("dd.mm.yyyy"));
        row.createCell(4).setCellValue(LocalDateTime.of(2026, 6, 30, 18, 5));
        row.getCell(4).setCellStyle(style("yyyy-mm-dd hh:mm"));
        row(2, "O-2", 0.1 + 0.2, false);

        Table table = Table.read(bytes());

        assertThat(table.columns()).containsExactly("order", "amount", "paid", "day", "time");
        assertThat(table.rows()).containsExactly("2: O-1 | 1250.5 | true | 2026-06-30 | 2026-06-30 18:05:00",
                "3: O-2 | 0.3 | false |  | ");
    }

    @Test
    void aFormulaIsItsStoredResult() throws Exception {
        row(0, "name", "amount");
        row(1, "Ada", 4.35).createCell(2).setCellFormula("B2*100");
        sheet.getRow(0).createCell(2).setCellValue("cents");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

        assertThat(Table.read(bytes()).rows()).containsExactly("2: Ada | 4.35 | 435");
    }

    @Test
    void errorsAndFormulasWithoutResultAreRefusedWhereTheyAreWanted() throws Exception {
        row(0, "name", "amount");
        row(1, "Ada").createCell(1).setCellErrorValue(FormulaError.NA.getCode());
        row(2, "Grace", 5);
        byte[] bytes = bytes();

        assertThat(Table.read(bytes).rows()).containsExactly("3: Grace | 5");
        assertThat(Table.read(bytes).refused())
                .containsExactly("2:1: B2: #N/A is no value. Maybe correct the cell.");
        assertThat(Table.readColumns(bytes, 0).rows()).containsExactly("2: Ada", "3: Grace");
    }

    @Test
    void theTableBeginsWithTheFirstRowThatIsNotEmptyAndEmptyRowsArePassedOver() throws Exception {
        sheet.createRow(1).createCell(1).setCellStyle(style("0.00"));
        Row header = sheet.createRow(3);
        header.createCell(1).setCellValue("name");
        header.createCell(3).setCellValue("amount");
        for (int number : new int[] {4, 7}) {
            Row row = sheet.createRow(number);
            row.createCell(0).setCellValue("beside the table");
            row.createCell(1).setCellValue("Ada");
            row.createCell(3).setCellValue(number);
        }
        sheet.createRow(5).createCell(0).setCellValue("beside the table");

        Table table = Table.read(bytes());

        assertThat(table.columns()).containsExactly("name", "", "amount");
        assertThat(table.rows()).containsExactly("5: Ada |  | 4", "8: Ada |  | 7");
    }

    @Test
    void aRangeSaysWhereTheTableIs() throws Exception {
        row(0, "Sales of June");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
        row(2, "no", "name", "amount");
        for (int i = 3; i < 9; i++) {
            row(i, i, "P" + i, 10 * i);
        }
        row(9, "sum", "", 330);

        assertThat(Table.read(bytes(), "range", "B3:C9").rows()).containsExactly("4: P3 | 30", "5: P4 | 40",
                "6: P5 | 50", "7: P6 | 60", "8: P7 | 70", "9: P8 | 80");
        assertThat(Table.read(bytes(), "range", "b3:d").columns()).containsExactly("name", "amount", "");
        assertThat(Table.read(bytes(), "range", "A3:C").rows()).hasSize(7).last().isEqualTo("10: sum |  | 330");
        assertThat(Table.unreadable(bytes(), "range", "A2:C")).isEqualTo(
                "2: Row 2 of the sheet names no column. Maybe another range: its first row holds the names.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A3", "A3-F", "F3:A9", "A9:F3", "A0:F", "A:F", "XFE1:XFF2", "A1:B1048577", "3:5"})
    void aRangeThatIsNoneIsRefused(String range) throws IOException {
        row(0, "name");
        byte[] bytes = bytes();

        AdapterOptionException refused = catchThrowableOfType(AdapterOptionException.class,
                () -> Table.read(bytes, "range", range));

        assertThat(refused.option()).isEqualTo("range");
        assertThat(refused.said().text())
                .isEqualTo("The range '" + range + "' must go from the upper left cell to the lower "
                        + "right one, or to the last column alone. Maybe A3:F or B2:H500.");
    }

    @Test
    void theFirstVisibleSheetIsReadUnlessAnotherIsNamed() throws Exception {
        row(0, "hidden");
        XSSFSheet visible = workbook.createSheet("Orders & more");
        visible.createRow(0).createCell(0).setCellValue("visible");
        workbook.setSheetVisibility(0, SheetVisibility.VERY_HIDDEN);
        workbook.setActiveSheet(1);
        byte[] bytes = bytes();

        assertThat(Table.read(bytes).columns()).containsExactly("visible");
        assertThat(Table.read(bytes, "sheet", "Sales").columns()).containsExactly("hidden");
        assertThat(
                catchThrowableOfType(AdapterOptionException.class, () -> Table.read(bytes, "sheet", "orders")).said()
                        .text())
                .isEqualTo("The workbook has no sheet 'orders'. Maybe one of 'Sales', 'Orders & more'.");
    }

    @Test
    void hiddenRowsAreRowsAsAllOthers() throws Exception {
        row(0, "name");
        row(1, "Ada").setZeroHeight(true);

        assertThat(Table.read(bytes()).rows()).containsExactly("2: Ada");
    }

    @Test
    void mergedCellsInTheTableAreRefused() throws Exception {
        row(0, "name", "amount");
        row(1, "Ada", 1);
        row(2, "", 2);
        sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));

        assertThat(Table.unreadable(bytes())).isEqualTo("2: The cells A2:A3 are merged, and of which rows or columns "
                + "their value holds is not said. Maybe unmerge them and fill each cell.");
    }

    @Test
    void anEmptySheetHasNoTable() throws IOException {
        assertThat(Table.unreadable(bytes()))
                .isEqualTo("1: The sheet is empty. Maybe name another one in the option sheet of the mapping.");
    }

    @Test
    void tensOfThousandsOfAlikeRowsAreNoBomb() throws Exception {
        row(0, "name", "amount");
        for (int i = 1; i <= 40_000; i++) {
            row(i, "Ada", 5);
        }

        assertThat(Table.read(bytes()).rows()).hasSize(40_000).last().isEqualTo("40001: Ada | 5");
    }

    @Test
    void theOptionsAreDescribed() {
        assertThat(new ExcelAdapter().format()).isEqualTo("excel");
        assertThat(new ExcelAdapter().options()).extracting(AdapterOption::name).containsExactly("sheet", "range");
    }

    private Row row(int number, Object... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
                case Number value -> row.createCell(i).setCellValue(value.doubleValue());
                case Boolean value -> row.createCell(i).setCellValue(value);
                default -> row.createCell(i).setCellValue(cells[i].toString());
            }
        }
        return row;
    }

    private CellStyle style(String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }
}

package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.hermes.testkit.Cases;
import dev.hermes.testkit.Cases.Case;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Statements as workbooks: a spreadsheet that computes all of their formulas comes to the engine's payout, to the cent,
 * and follows where a figure is changed.
 */
class StatementWorkbookIT {

    /** How many payees of the demo are looked at. */
    private static final int SAMPLE = Integer.getInteger("hermes.statements", 8);

    @TempDir
    Path folder;

    @BeforeAll
    static void usePluginsOfTheProgram() {
        System.setProperty("hermes.plugins", Path.of(System.getProperty("hermes.home"), "plugins").toString());
    }

    static Stream<Case> published() {
        return Cases.published().stream();
    }

    @ParameterizedTest
    @MethodSource("published")
    void thePayoutsOfPublishedExamplesAreComputed(Case example) throws IOException {
        Path documents = example.copyTo(folder.resolve("documents"));
        Path workspace = folder.resolve("workspace");
        assertThat(Cli.hermes("apply", workspace, documents).code()).isZero();
        assertThat(Cli.hermes("import", workspace, documents).code()).isZero();
        String scheme = Files.readString(documents.resolve("scheme.yaml")).lines()
                .dropWhile(line -> !line.equals("kind: scheme")).filter(line -> line.startsWith("code: ")).findFirst()
                .orElseThrow().substring(6);
        for (NamedCsvRecord row : Csv.rows(documents.resolve("expected.csv"))) {
            String period = row.getField("period");
            Path file = statement(workspace, scheme, period, row.getField("payee"));
            try (Statement statement = Statement.read(file)) {
                assertThat(statement.payout()).as(row.toString())
                        .isEqualByComparingTo(new BigDecimal(row.getField("payout")));
                assertThat(statement.lines()).isEqualByComparingTo(statement.payout());
                assertThat(statement.stored()).isEqualByComparingTo(statement.payout());
            }
            Cli.hermes("calc", workspace, "--period", period);
        }
    }

    @Test
    void whoeverChangesAnIndicatorSeesWhatBecomesOfThePayout() throws IOException {
        Accelerators files = Accelerators.in(folder).prepared();
        Path file = statement(files.workspace(), Accelerators.SCHEME, Accelerators.PERIOD, "S41_Seller_North");

        try (Statement statement = Statement.read(file)) {
            assertThat(statement.payout()).isEqualByComparingTo("5750.00");
            statement.set("Indicators", 1, 2, 130_000);
            // 100,000 at 5 %, 25,000 at 7.5 %, 5,000 at 12.5 %
            assertThat(statement.payout()).isEqualByComparingTo("7500.00");
            statement.set("Indicators", 1, 3, 80_000);
            // 80,000 at 5 %, 20,000 at 7.5 %, 30,000 at 12.5 %
            assertThat(statement.payout()).isEqualByComparingTo("9250.00");
            statement.set("Indicators", 1, 2, -1000);
            assertThat(statement.payout()).isEqualByComparingTo("-50.00");
        }
    }

    @Test
    void textsOfPeopleAreNoFormulas() throws IOException {
        Accelerators files = Accelerators.in(folder)
                .with("sellers.csv", "Lena Brandt", "\"=HYPERLINK(\"\"http://x\"\")\"").prepared();
        Path file = statement(files.workspace(), Accelerators.SCHEME, Accelerators.PERIOD, "S41_Seller_North");

        try (Statement statement = Statement.read(file)) {
            assertThat(statement.cell("Statement", 0, 0).getStringCellValue())
                    .isEqualTo("Statement of =HYPERLINK(\"http://x\")");
            assertThat(statement.cell("Statement", 0, 0).getCellType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void theDemoPaysTheSameInASpreadsheet() throws IOException {
        Path demo = folder.resolve("demo");
        assertThat(Cli.hermes("demo", demo, "--people", 100, "--facts", 8000, "--months", 2, "--seed", 7).code())
                .isZero();
        Path payouts = folder.resolve("payouts.csv");
        Cli.hermes("calc", demo, "--period", "2026-02", "--out", payouts, "--dry-run");
        List<NamedCsvRecord> rows = Csv.rows(payouts);
        int compared = 0;
        for (int k = 0; k < rows.size(); k += Math.max(1, rows.size() / SAMPLE)) {
            NamedCsvRecord row = rows.get(k);
            Path file = statement(demo, row.getField("scheme"), row.getField("period"), row.getField("payee"));
            try (Statement statement = Statement.read(file)) {
                if (row.getField("status").equals("paid")) {
                    assertThat(statement.payout()).as(row.toString())
                            .isEqualByComparingTo(new BigDecimal(row.getField("payout")));
                    assertThat(statement.lines()).isEqualByComparingTo(statement.payout());
                    compared++;
                } else {
                    assertThat(statement.fails()).as(row.toString()).isTrue();
                }
            }
        }
        assertThat(compared).isGreaterThan(SAMPLE / 2);
    }

    private Path statement(Path workspace, String scheme, String period, String payee) throws IOException {
        Path file = folder.resolve("statement.xlsx");
        Cli answer = Cli.hermes("explain", workspace, "--scheme", scheme, "--period", period, "--assignment", payee,
                "--out", file);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("Statement of " + payee + " written to " + file.toRealPath());
        return file;
    }

    /** A workbook that was written, and whoever computes it. */
    private record Statement(XSSFWorkbook workbook) implements AutoCloseable {

        static Statement read(Path file) throws IOException {
            try (InputStream bytes = Files.newInputStream(file)) {
                return new Statement(new XSSFWorkbook(bytes));
            }
        }

        Cell cell(String sheet, int row, int column) {
            return workbook.getSheet(sheet).getRow(row).getCell(column);
        }

        void set(String sheet, int row, int column, double value) {
            cell(sheet, row, column).setCellValue(value);
        }

        BigDecimal payout() {
            return computed(1);
        }

        BigDecimal lines() {
            return computed(2);
        }

        boolean fails() {
            return evaluate(total().getCell(1)).getCellType() == CellType.ERROR;
        }

        /** The payout as it was written. */
        BigDecimal stored() {
            return cents(total().getCell(1).getNumericCellValue());
        }

        private BigDecimal computed(int column) {
            CellValue value = evaluate(total().getCell(column));
            assertThat(value.getCellType()).as(value.formatAsString()).isEqualTo(CellType.NUMERIC);
            return cents(value.getNumberValue());
        }

        private CellValue evaluate(Cell cell) {
            return workbook.getCreationHelper().createFormulaEvaluator().evaluate(cell);
        }

        private static BigDecimal cents(double number) {
            return BigDecimal.valueOf(number).setScale(2, RoundingMode.UNNECESSARY);
        }

        private Row total() {
            Sheet sheet = workbook.getSheet("Statement");
            for (Row row : sheet) {
                if (row.getCell(0) != null && row.getCell(0).getCellType() == CellType.STRING
                        && row.getCell(0).getStringCellValue().equals("Payout")) {
                    return row;
                }
            }
            throw new AssertionError("There is no payout.");
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }
}

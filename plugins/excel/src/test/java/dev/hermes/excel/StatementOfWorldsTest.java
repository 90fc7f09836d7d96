package dev.hermes.excel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.kernel.Calculation;
import dev.hermes.kernel.Engine;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.Failure;
import dev.hermes.spi.WorkbookWriter;
import dev.hermes.statement.StatementWorkbook;
import dev.hermes.testkit.MemoryFacts;
import dev.hermes.testkit.generate.World;
import dev.hermes.testkit.generate.WorldMaker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Statements of payees in invented worlds, whose formulas use every function: a spreadsheet that computes the workbook
 * comes to the engine's payout, as far as its 15 digits go, and to an error where the payout failed.
 * {@code -Dhermes.statementWorlds=N} looks at so many groups of worlds.
 */
class StatementOfWorldsTest {

    private static final int GROUPS = Integer.getInteger("hermes.statementWorlds", 1);
    private static final int PAYEES = 3;
    private static final BigDecimal DIGITS = new BigDecimal("1e-13");
    private static final BigDecimal LEAST = new BigDecimal("1e-6");

    private int paid;
    private int failed;
    private int computed;
    private int notComputed;

    @Test
    void spreadsheetsComeToTheSamePayouts() throws IOException {
        for (int group = 0; group < GROUPS; group++) {
            for (World world : WorldMaker.group(group)) {
                compare(world);
            }
        }
        assertThat(paid).isGreaterThan(GROUPS * 40);
        assertThat(failed).isPositive();
        assertThat(computed).isGreaterThan(notComputed * 5);
        if (GROUPS > 1) {
            System.out.printf("%d paid and %d failed payouts the same; %d cells compute, %d figures are values%n", paid,
                    failed, computed, notComputed);
        }
    }

    private void compare(World world) throws IOException {
        Calculation calculation = new Engine(1).run(world.library(), world.plan(), world.inputs(),
                new MemoryFacts(world.facts()), RunMonitor.NONE);
        for (SchemeResult scheme : calculation.result().schemes()) {
            for (int index = 0; index < scheme.size(); index += Math.max(1, scheme.size() / PAYEES)) {
                if (scheme.applies(index)) {
                    compare(world, calculation, scheme, index);
                }
            }
        }
    }

    private void compare(World world, Calculation calculation, SchemeResult scheme, int index) throws IOException {
        String code = scheme.scheme().document().code();
        String payee = scheme.payee(index);
        String place = "seed " + world.seed() + ", scheme " + code + ", payee " + payee;
        StatementWorkbook statement = StatementWorkbook.of(calculation.figures(code, payee).orElseThrow());
        computed += statement.computed();
        notComputed += statement.notComputed();
        CellValue value = payout(statement);
        Failure failure = scheme.failure(index);
        if (failure == null) {
            BigDecimal payout = scheme.payout(index).orElseThrow().toBigDecimal();
            CellValue found = Objects.requireNonNull(value, place);
            assertThat(found.getCellType()).as(place + ": " + found.formatAsString()).isEqualTo(CellType.NUMERIC);
            assertThat(new BigDecimal(found.getNumberValue()).subtract(payout).abs()).as(place)
                    .isLessThanOrEqualTo(payout.abs().multiply(DIGITS).max(LEAST));
            paid++;
        } else if (value != null && !failure.path().getFirst().startsWith("balance ")) {
            // Of a balance that fails the payout itself is known.
            assertThat(value.getCellType()).as(place + ": " + failure.text()).isEqualTo(CellType.ERROR);
            failed++;
        }
    }

    /** What the workbook comes to; null where the statement ends before. */
    private static @Nullable CellValue payout(StatementWorkbook statement) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WorkbookWriter writer = new ExcelExport().open(bytes)) {
            statement.write(writer);
            writer.finish();
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (Row row : workbook.getSheet("Statement")) {
                if (row.getCell(0) != null && row.getCell(0).getCellType() == CellType.STRING
                        && row.getCell(0).getStringCellValue().equals("Payout")) {
                    return workbook.getCreationHelper().createFormulaEvaluator().evaluate(row.getCell(1));
                }
            }
            return null;
        }
    }
}

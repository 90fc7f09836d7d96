package dev.hermes.local;

import static dev.hermes.local.FactFolder.FEBRUARY;
import static dev.hermes.local.FactFolder.JANUARY;
import static dev.hermes.local.FactFolder.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.column.NumberColumn;
import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactBatch;
import dev.hermes.facts.FactPass;
import dev.hermes.facts.FactPass.Placement;
import dev.hermes.facts.FactScan;
import dev.hermes.facts.FactSource;
import dev.hermes.formula.Expression;
import dev.hermes.model.Dataset;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {

    private static final int ROWS = 25_000;
    private static final ColumnName AMOUNT = new ColumnName("", "amount");
    private static final Dataset ORDERS = FactFolder.dataset("orders", FactFolder.number("amount", 30, 2),
            FactFolder.text("region"));

    @TempDir
    Path path;

    /** Row i is worth i cents; every fourth names no region, every fifth nobody. */
    private FactFolder orders() {
        FactFolder folder = new FactFolder(path);
        @Nullable Object[][] rows = new @Nullable Object[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = row("k" + i, i % 5 == 0 ? null : "s" + i % 3, LocalDate.of(2026, 1, 1 + i % 31),
                    BigDecimal.valueOf(i, 2), i % 4 == 0 ? null : i % 4 == 1 ? "North" : "South");
        }
        folder.write(ORDERS, rows);
        return folder;
    }

    private static FactScan scan(List<Placement> placements, @Nullable Set<String> subjects,
            @Nullable Expression candidates) {
        return new FactScan(FactFolder.january(ORDERS), placements, Set.of(AMOUNT), subjects, candidates);
    }

    @Test
    void allRowsComeInBatchesOfWhichEachStandsForItself() {
        List<FactBatch> batches = new ArrayList<>();
        try (DuckFacts facts = orders().open(ORDERS)) {
            facts.scan(scan(List.of(new Placement("s1", LocalDate.of(2026, 1, 11), FEBRUARY, 7)), null, null),
                    batches::add);
        }
        Set<String> keys = new HashSet<>();
        for (FactBatch batch : batches) {
            NumberColumn amounts = (NumberColumn) batch.column(AMOUNT);
            assertThat(amounts.size()).isEqualTo(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                int row = Integer.parseInt(batch.keys()[i].substring(1));
                keys.add(batch.keys()[i]);
                assertThat(amounts.get(i).toBigDecimal()).isEqualByComparingTo(BigDecimal.valueOf(row, 2));
                assertThat(batch.subjects()[i]).isEqualTo(row % 5 == 0 ? null : "s" + row % 3);
                LocalDate day = LocalDate.of(2026, 1, 1 + row % 31);
                assertThat(batch.days()[i]).isEqualTo((int) day.toEpochDay());
                boolean placed = "s1".equals(batch.subjects()[i]) && day.getDayOfMonth() > 10;
                assertThat(batch.targets()[i]).isEqualTo(placed ? 7 : -1);
            }
        }
        assertThat(keys).hasSize(ROWS);
        assertThat(batches.size()).isGreaterThan(1);
        assertThat(batches.stream().mapToInt(FactBatch::size).sum()).isEqualTo(ROWS);
    }

    @Test
    void candidatesAreRowsThatPassOrCannotBeDecidedOfTheSubjectsAskedFor() {
        Expression north = Conditions.equal(Conditions.text("region"), Conditions.literal("North"));
        Set<Integer> found = new HashSet<>();
        try (DuckFacts facts = orders().open(ORDERS)) {
            facts.scan(scan(List.of(), Set.of("s1", "s2", "nobody"), north), batch -> {
                for (String key : batch.keys()) {
                    assertThat(found.add(Integer.parseInt(key.substring(1)))).isTrue();
                }
            });
        }
        Set<Integer> expected = new HashSet<>();
        for (int i = 0; i < ROWS; i++) {
            if (i % 5 != 0 && i % 3 != 0 && i % 4 < 2) {
                expected.add(i);
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void whatWasNotAskedForIsNotThere() {
        try (DuckFacts facts = orders().open(ORDERS)) {
            assertThatThrownBy(() -> facts.scan(scan(List.of(), Set.of("s1"), null),
                    batch -> batch.column(new ColumnName("", "region"))))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("region was not asked for");
        }
    }

    @Test
    void theRunIsCancelledBetweenBatchesAndBeforeStatements() {
        try (DuckFacts facts = orders().open(ORDERS)) {
            AtomicInteger batches = new AtomicInteger();
            FactSource run = facts.withCancellation(() -> batches.get() > 0);
            assertThatThrownBy(() -> run.scan(scan(List.of(), null, null), batch -> batches.incrementAndGet()))
                    .isInstanceOf(CancellationException.class);
            assertThat(batches.get()).isEqualTo(1);
            assertThatThrownBy(() -> run.aggregate(new FactPass(FactFolder.january(ORDERS), List.of(), List.of())))
                    .isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> run.query("SELECT 'x' AS person, 1 AS value", JANUARY, FEBRUARY))
                    .isInstanceOf(CancellationException.class);
            assertThat(run.version()).isEqualTo(facts.version());
            facts.scan(scan(List.of(), null, null), batch -> batches.incrementAndGet());
            assertThat(batches.get()).isGreaterThan(2);
        }
    }

    @Test
    void filesThatComeLaterAreSeenByTheNextOne() {
        FactFolder folder = orders();
        try (DuckFacts facts = folder.open(ORDERS)) {
            String before = facts.version();
            folder.write(ORDERS, row("later", "s9", JANUARY, BigDecimal.ONE, null));
            int[] rows = {0};
            facts.scan(scan(List.of(), null, null), batch -> rows[0] += batch.size());
            assertThat(rows[0]).isEqualTo(ROWS);
            assertThat(facts.version()).isEqualTo(before);
            try (DuckFacts next = folder.open(ORDERS)) {
                next.scan(scan(List.of(), null, null), batch -> rows[0] += batch.size());
                assertThat(rows[0]).isEqualTo(2 * ROWS + 1);
                assertThat(next.version()).isNotEqualTo(before);
            }
        }
    }
}

package dev.hermes.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.FindingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** Overlapping rows are found among small random tables, compared with looking at every pair. */
class OverlapsTest {

    private static final int TABLES = 3_000;

    private record Row(int key, @Nullable Integer lower, @Nullable Integer upper, @Nullable Integer fromDay,
            @Nullable Integer toDay) {

        boolean overlaps(Row other) {
            return key == other.key && begins(lower) < ends(other.upper) && begins(other.lower) < ends(upper)
                    && begins(fromDay) < ends(other.toDay) && begins(other.fromDay) < ends(toDay);
        }

        private static int begins(@Nullable Integer bound) {
            return bound == null ? Integer.MIN_VALUE : bound;
        }

        private static int ends(@Nullable Integer bound) {
            return bound == null ? Integer.MAX_VALUE : bound;
        }

        String yaml() {
            return "  - {key: " + key + field("from", "", lower) + field("to", "", upper)
                    + field("validFrom", "2026-01-", fromDay) + field("validTo", "2026-01-", toDay) + ", value: 1}\n";
        }

        private static String field(String name, String prefix, @Nullable Integer number) {
            return number == null ? "" : ", " + name + ": " + prefix + (10 + number);
        }
    }

    @Test
    void aTableIsRefusedIfAndOnlyIfTwoRowsOverlap() {
        Random random = new Random(1);
        int refused = 0;
        for (int table = 0; table < TABLES; table++) {
            List<Row> rows = rows(random);
            boolean overlapping = twoOverlap(rows);
            StringBuilder yaml = new StringBuilder(
                    "hermes: 1\nkind: rateTable\ncode: rates\nvalue: ratio\nkeys: {key: number}\nrows:\n");
            rows.forEach(row -> yaml.append(row.yaml()));

            assertThat(isRefused(yaml.toString())).as(yaml.toString()).isEqualTo(overlapping);
            refused += overlapping ? 1 : 0;
        }

        assertThat(refused).isBetween(TABLES / 10, TABLES * 9 / 10);
    }

    private static boolean twoOverlap(List<Row> rows) {
        for (int one = 0; one < rows.size(); one++) {
            for (Row other : rows.subList(0, one)) {
                if (rows.get(one).overlaps(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isRefused(String yaml) {
        try {
            DocumentReader.read("rates.yaml", yaml);
            return false;
        } catch (FindingsException refusal) {
            assertThat(refusal).hasMessageContaining("overlaps the row");
            return true;
        }
    }

    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int index = 1 + random.nextInt(5); index > 0; index--) {
            Integer lower = random.nextInt(6) == 0 ? null : random.nextInt(10);
            Integer upper = random.nextInt(6) == 0 ? null : (lower == null ? 0 : lower) + 1 + random.nextInt(3);
            Integer from = random.nextInt(3) == 0 ? null : random.nextInt(10);
            Integer to = random.nextInt(3) == 0 ? null : (from == null ? 0 : from) + 1 + random.nextInt(3);
            rows.add(new Row(random.nextInt(3), lower, upper, from, to));
        }
        return rows;
    }
}

package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static NumberColumn column(String... values) {
        NumberColumn column = new NumberColumn(values.length);
        for (int i = 0; i < values.length; i++) {
            if (values[i].isEmpty()) {
                column.setMissing(i);
            } else {
                column.set(i, Decimal.parse(values[i]));
            }
        }
        return column;
    }

    private static Figures figures(String... values) {
        NumberColumn column = column(values);
        Decimal[] sorted = Figuring.sorted(column);
        List<String> people = IntStream.range(0, values.length).mapToObj(i -> i + "_rep_N").toList();
        return new Figures("2026-04", Freshness.FRESH, new Figures.People(people, people, people),
                Map.of("net", new Figures.Summary(null, true, Figuring.spread(sorted), Figuring.shape(sorted), column,
                        null, null, null)),
                Map.of(), List.of());
    }

    @Test
    void equalValuesHaveEqualRanks() {
        assertThat(figures("5", "7", "5", "", "1").rows("net")).extracting(Figures.Row::assignment, Figures.Row::rank)
                .extracting(Object::toString)
                .containsExactly("(\"1_rep_N\", 1.0)", "(\"0_rep_N\", 0.75)", "(\"2_rep_N\", 0.75)",
                        "(\"4_rep_N\", 0.25)", "(\"3_rep_N\", 0.0)");
    }

    @Test
    void theMedianIsTheLowerOfTwoInTheMiddle() {
        assertThat(figures("4", "1", "", "3", "2").of("net").orElseThrow().spread())
                .isEqualTo(new Figures.Spread(Decimal.ONE, Decimal.parse("2"), Decimal.parse("4")));
        assertThat(figures("").of("net").orElseThrow().spread()).isNull();
    }

    @Test
    void valuesThatAreAllAlikeHaveNoShape() {
        assertThat(figures("2", "2").of("net").orElseThrow().shape()).isEmpty();
        assertThat(figures("0", "1", "1").of("net").orElseThrow().shape()).startsWith(1.0).endsWith(2.0).hasSize(24);
    }
}

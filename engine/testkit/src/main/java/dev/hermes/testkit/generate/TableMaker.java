package dev.hermes.testkit.generate;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Formula;
import dev.hermes.model.RateTable;
import dev.hermes.model.RateTable.InclusiveBound;
import dev.hermes.model.RateTable.Outside;
import dev.hermes.model.Unit;
import dev.hermes.model.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rate tables: bands with and without gaps, keys, dates and scales. */
final class TableMaker {

    private final Dice dice;
    private final Span span;
    final List<RateTable> tables = new ArrayList<>();

    TableMaker(Dice dice, Span span) {
        this.dice = dice;
        this.span = span;
    }

    /** Makes a table; {@code scale} multiplies its bounds. */
    Words.Table make(@Nullable Formula scale) {
        String code = "rates" + tables.size();
        List<RateTable.Key> keys = new ArrayList<>();
        for (int i = dice.one(0, 0, 0, 1, 2); i > 0; i--) {
            keys.add(new RateTable.Key("key" + i, dice.one(ValueType.TEXT, ValueType.TEXT, ValueType.NUMBER,
                    ValueType.BOOLEAN, ValueType.DATE)));
        }
        List<RateTable.Row> rows = new ArrayList<>();
        List<List<String>> combinations = new ArrayList<>();
        for (int i = keys.isEmpty() ? 1 : dice.between(1, 3); i > 0; i--) {
            List<String> values = keys.stream().map(key -> value(key.type())).toList();
            if (!combinations.contains(values)) {
                combinations.add(values);
                rows(values, scale != null, rows);
            }
        }
        tables.add(new RateTable(code, code, Unit.NUMBER, Unit.NUMBER, keys,
                dice.one(InclusiveBound.LOWER, InclusiveBound.LOWER, InclusiveBound.UPPER), scale, outside(),
                outside(), outside(), false, rows));
        return new Words.Table(code, keys.stream().map(RateTable.Key::type).toList(), scale != null);
    }

    private Outside outside() {
        return dice.one(Outside.NEAREST, Outside.NEAREST, Outside.ZERO, Outside.FAILURE);
    }

    private String value(ValueType type) {
        return switch (type) {
            case NUMBER -> String.valueOf(dice.between(0, 3));
            case TEXT -> dice.one("North", "South", "Rep", "Lead", "city", "a");
            case BOOLEAN -> dice.one("true", "false");
            case DATE -> dice.one("2026-01-01", "2026-01-31");
        };
    }

    private void rows(List<String> keys, boolean scaled, List<RateTable.Row> rows) {
        LocalDate change = dice.chance(30) ? span.day(dice) : null;
        if (change == null) {
            bands(keys, scaled, dice.chance(10) ? span.day(dice) : null, null, rows);
        } else {
            bands(keys, scaled, null, change, rows);
            bands(keys, scaled, dice.chance(80) ? change : change.plusDays(3), null, rows);
        }
    }

    private void bands(List<String> keys, boolean scaled, @Nullable LocalDate from, @Nullable LocalDate to,
            List<RateTable.Row> rows) {
        int count = dice.between(1, 4);
        BigDecimal bound = dice.chance(60) ? BigDecimal.ZERO : BigDecimal.valueOf(dice.between(-3, 10));
        for (int i = 0; i < count; i++) {
            BigDecimal next = bound.add(step(scaled));
            boolean open = dice.chance(30);
            rows.add(new RateTable.Row(keys, i == 0 && open ? null : Decimal.of(bound),
                    i == count - 1 && dice.chance(60) ? null : Decimal.of(next), Decimal.of(rate()), from, to));
            bound = dice.chance(20) ? next.add(step(scaled)) : next;
        }
    }

    private BigDecimal step(boolean scaled) {
        return scaled || dice.chance(20)
                ? BigDecimal.valueOf(dice.between(1, 9), 1)
                : BigDecimal.valueOf(dice.one(1L, 2L, 5L, 10L, 50L, 100L));
    }

    private BigDecimal rate() {
        return dice.chance(5)
                ? new BigDecimal("99999999999999")
                : BigDecimal.valueOf(dice.between(-2, 30), dice.between(0, 3));
    }
}

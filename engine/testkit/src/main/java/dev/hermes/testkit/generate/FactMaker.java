package dev.hermes.testkit.generate;

import dev.hermes.model.AssignmentKey;
import dev.hermes.model.Dataset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of the datasets of {@link DatasetMaker}: refunds, ties, missing values, strangers and late facts among them. */
final class FactMaker {

    private static final int ITEMS = 4;

    private final Dice dice;
    private final Span span;
    private final CompanyMaker company;
    private final boolean isHuge;

    /** Rows for a company; {@code fits}: numbers are such that no sum of them overflows. */
    FactMaker(Dice dice, Span span, CompanyMaker company, boolean fits) {
        this.dice = dice;
        this.span = span;
        this.company = company;
        isHuge = !fits && dice.chance(5);
    }

    Map<String, List<Map<String, Object>>> make(List<Dataset> datasets) {
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        for (Dataset dataset : datasets) {
            List<Map<String, Object>> made = new ArrayList<>();
            boolean isItems = dataset.credits().isEmpty();
            for (int i = isItems ? ITEMS : dice.between(2, 25); i > 0; i--) {
                made.add(isItems ? item(i) : sale(i));
            }
            rows.put(dataset.code(), made);
        }
        return rows;
    }

    /** Leaves some values out. */
    private void put(Map<String, Object> row, String column, Object value) {
        if (!dice.chance(8)) {
            row.put(column, value);
        }
    }

    private BigDecimal scaled(int scale) {
        return dice.amount().setScale(scale, RoundingMode.DOWN);
    }

    private Map<String, Object> item(int number) {
        Map<String, Object> row = new HashMap<>();
        row.put("code", "item" + number);
        put(row, "price", scaled(4));
        put(row, "family", dice.pick(DatasetMaker.KINDS));
        put(row, "fresh", dice.chance(50));
        put(row, "launched", span.day(dice));
        return row;
    }

    private Map<String, Object> sale(int number) {
        Map<String, Object> row = new HashMap<>();
        List<AssignmentKey> keys = List.copyOf(company.keys());
        row.put("id", "f" + number);
        put(row, "seller", dice.chance(5) ? "stranger" : dice.pick(company.persons));
        put(row, "helper", dice.pick(company.persons));
        put(row, "holder", dice.chance(5) ? "stranger" : dice.pick(keys).toString());
        put(row, "unit", dice.chance(5) ? "Nowhere" : dice.pick(company.codes()));
        put(row, "amount", isHuge && dice.chance(30) ? dice.huge() : dice.amount());
        put(row, "quantity", scaled(0));
        put(row, "kind", dice.pick(DatasetMaker.KINDS));
        put(row, "vip", dice.chance(50));
        LocalDate day = span.day(dice);
        if (!dice.chance(3)) {
            row.put("day", day);
        }
        put(row, "paid", day.plusDays(dice.between(0, 6)));
        put(row, "known", day.plusDays(dice.between(0, 12)));
        put(row, "itemCode", "item" + dice.between(1, ITEMS + 1));
        return row;
    }
}

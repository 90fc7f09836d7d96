package dev.hermes.local;

import static dev.hermes.local.Conditions.literal;
import static dev.hermes.local.FactFolder.bool;
import static dev.hermes.local.FactFolder.date;
import static dev.hermes.local.FactFolder.number;
import static dev.hermes.local.FactFolder.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.column.Column;
import dev.hermes.decimal.Decimal;
import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactGroups;
import dev.hermes.facts.FactPass;
import dev.hermes.facts.FactScan;
import dev.hermes.facts.PushDown;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expression.ComparisonOperator;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Dataset;
import dev.hermes.model.Type;
import dev.hermes.model.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random conditions on random rows: the database decides each as the step-by-step reading does. */
class SqlFilterTest {

    private static final int ROWS = 400;
    private static final int CONDITIONS = 600;
    private static final int CONDITIONS_A_PASS = 60;

    private static final Dataset PRODUCTS = new Dataset("products", "products",
            List.of(text("code"), number("weight", 9, 3), text("kind")), "code", null, null, List.of(), List.of(),
            List.of());
    private static final Dataset ORDERS = FactFolder.joining(
            FactFolder.dataset("orders", text("region"), text("full text"), bool("vip"), date("due"),
                    number("cents", 5, 2), number("amount", 18, 4), number("rate", 3, 3), number("whole", 38, 0),
                    number("fine", 38, 12), number("count", 9, 0)),
            new Dataset.Join("product", "products", "region"));

    private static final List<String> TEXTS = List.of("", "North", "South", "it's", "a\"b", "Ü", "%", "z\0z");
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2026, 1, 5), LocalDate.of(2024, 2, 29),
            LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
    private static final List<String> NUMBERS = List.of("0", "1", "-1", "0.5", "1.005", "-1.005", "999.99", "1000",
            "-999.995", "0.999", "0.001", "0.000000000001", "12345678901234.5678", "99999999999999999999999999",
            "-99999999999999999999999999.999999999999", "99999999999999999999999999.999999999999");

    private final Random random = new Random(20260105);
    private final List<Map<String, Object>> rows = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void everyConditionIsDecidedAsTheReferenceDecidesIt() {
        FactFolder facts = new FactFolder(folder);
        facts.write(PRODUCTS, FactFolder.row("North", new BigDecimal("1.005"), "North"),
                FactFolder.row("South", null, "it's"), FactFolder.row("", new BigDecimal("-1"), null));
        facts.write(ORDERS, randomRows(ROWS / 2));
        facts.write(ORDERS, randomRows(ROWS / 2));
        Set<String> answers = new HashSet<>();
        try (DuckFacts source = facts.open(ORDERS)) {
            for (int done = 0; done < CONDITIONS; done += CONDITIONS_A_PASS) {
                checkPass(source, answers);
            }
        }
        assertThat(answers).contains("true", "false", "undecided");
    }

    private void checkPass(DuckFacts source, Set<String> answers) {
        List<Expression> conditions = new ArrayList<>();
        List<FactPass.Aggregate> aggregates = new ArrayList<>();
        for (int i = 0; i < CONDITIONS_A_PASS; i++) {
            conditions.add(condition(3));
            aggregates.add(new FactPass.Aggregate(Aggregation.COUNT, null, conditions.get(i), FactFolder.JANUARY,
                    FactFolder.FEBRUARY));
        }
        assertThat(conditions).allMatch(PushDown::accepts);
        FactGroups groups = source.aggregate(new FactPass(FactFolder.january(ORDERS, PRODUCTS), List.of(), aggregates));
        for (int i = 0; i < CONDITIONS_A_PASS; i++) {
            long[] passed = new long[groups.subjects().length];
            long[] undecided = new long[groups.subjects().length];
            Set<Object> candidates = new HashSet<>();
            for (Map<String, Object> row : rows) {
                Boolean decided = new NaiveFilter(row).decide(conditions.get(i));
                int group = FactFolder.group(groups, (String) row.get("seller"));
                passed[group] += Boolean.TRUE.equals(decided) ? 1 : 0;
                undecided[group] += decided == null ? 1 : 0;
                if (decided == null || decided) {
                    candidates.add(row.get("id"));
                }
                answers.add(decided == null ? "undecided" : decided.toString());
            }
            FactGroups.Figures figures = groups.figures().get(i);
            assertThat(figures.rows()).describedAs("%s", conditions.get(i)).isEqualTo(passed);
            assertThat(figures.undecided()).describedAs("%s", conditions.get(i)).isEqualTo(undecided);
            if (i == 0) {
                assertThat(candidates(source, conditions.get(i))).isEqualTo(candidates);
            }
        }
    }

    /** The keys that a scan hands over, their values compared on the way. */
    private Set<Object> candidates(DuckFacts source, Expression condition) {
        Map<Object, Map<String, Object>> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(row.get("id"), row));
        Set<ColumnName> columns = new HashSet<>();
        ORDERS.columns().forEach(column -> columns.add(new ColumnName("", column.name())));
        columns.add(new ColumnName("product", "weight"));
        Set<Object> found = new HashSet<>();
        source.scan(new FactScan(FactFolder.january(ORDERS, PRODUCTS), List.of(), columns, null, condition), batch -> {
            for (int i = 0; i < batch.size(); i++) {
                assertThat(found.add(batch.keys()[i])).isTrue();
                for (ColumnName name : columns) {
                    Column column = batch.column(name);
                    Object expected = byKey.getOrDefault(batch.keys()[i], Map.of()).get(name.toString());
                    assertThat(column.isMissing(i)).isEqualTo(expected == null);
                    assertThat(expected == null ? "null" : column.text(i)).isEqualTo(String.valueOf(expected));
                }
            }
        });
        return found;
    }

    private Object[][] randomRows(int count) {
        List<Object[]> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", "k" + rows.size());
            row.put("seller", "s" + random.nextInt(3));
            row.put("day", FactFolder.JANUARY.plusDays(random.nextInt(31)));
            row.put("full text", pick(TEXTS));
            put(row, "region", pick(TEXTS));
            put(row, "vip", random.nextBoolean());
            put(row, "due", pick(DAYS));
            for (Dataset.Column column : ORDERS.columns()) {
                if (column.type().isNumber()) {
                    put(row, column.name(), randomNumber(column));
                }
            }
            // This one has a value in every row, so that both kinds of columns occur.
            row.put("count", Decimal.of(random.nextInt(5)));
            written.add(ORDERS.columns().stream().map(column -> row.get(column.name())).toArray());
            switch (String.valueOf(row.get("region"))) {
                case "North" -> row.putAll(Map.of("product.weight", Decimal.parse("1.005"), "product.kind", "North"));
                case "South" -> row.put("product.kind", "it's");
                case "" -> row.put("product.weight", Decimal.parse("-1"));
                default -> {
                }
            }
            rows.add(row);
        }
        return written.toArray(Object[][]::new);
    }

    private void put(Map<String, Object> row, String name, Object value) {
        if (random.nextInt(5) > 0) {
            row.put(name, value);
        }
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A number that the column holds: one of the list where it fits, else digits. */
    private Decimal randomNumber(Dataset.Column column) {
        BigDecimal picked = new BigDecimal(pick(NUMBERS));
        int before = column.digits() - column.scale();
        if (picked.scale() <= column.scale()
                && (picked.signum() == 0 || picked.precision() - picked.scale() <= before)) {
            return Decimal.of(picked);
        }
        BigDecimal digits = new BigDecimal(
                new BigInteger(60, random).mod(BigInteger.TEN.pow(Math.min(column.digits(), 18))),
                column.scale());
        return Decimal.of(random.nextBoolean() ? digits : digits.negate());
    }

    private Expression condition(int depth) {
        int kind = random.nextInt(depth == 0 ? 6 : 12);
        return switch (kind) {
            case 0 -> literal(random.nextBoolean());
            case 1 -> Conditions.bool("vip");
            case 2 -> Conditions.isMissing(random.nextInt(5) == 0 ? literal(1) : operand(pick(kinds())));
            case 3 -> range();
            case 4 -> list();
            case 5, 6 -> comparison();
            case 7 -> Conditions.not(condition(depth - 1));
            case 8, 9 -> Conditions.and(condition(depth - 1), condition(depth - 1));
            default -> Conditions.or(condition(depth - 1), condition(depth - 1));
        };
    }

    private static List<ValueType> kinds() {
        return List.of(ValueType.NUMBER, ValueType.NUMBER, ValueType.NUMBER, ValueType.TEXT, ValueType.DATE,
                ValueType.BOOLEAN);
    }

    private Expression comparison() {
        ValueType type = pick(kinds());
        ComparisonOperator operator = type == ValueType.BOOLEAN
                ? pick(List.of(ComparisonOperator.EQUAL, ComparisonOperator.NOT_EQUAL))
                : pick(List.of(ComparisonOperator.values()));
        return Conditions.compare(operand(type), operator, operand(type));
    }

    private Expression range() {
        ValueType type = pick(List.of(ValueType.NUMBER, ValueType.DATE, ValueType.TEXT));
        return Conditions.between(operand(type), randomLiteral(type), randomLiteral(type), random.nextBoolean(),
                random.nextBoolean());
    }

    private Expression list() {
        ValueType type = pick(kinds());
        List<Expression> options = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            options.add(randomLiteral(type));
        }
        return Conditions.in(operand(type), options);
    }

    private Expression operand(ValueType type) {
        if (random.nextInt(4) == 0) {
            return randomLiteral(type);
        }
        return switch (type) {
            case NUMBER -> pick(List.of(Conditions.number("cents"), Conditions.number("amount"),
                    Conditions.number("rate"), Conditions.number("whole"), Conditions.number("fine"),
                    Conditions.number("count"), Conditions.column("product", "weight", Type.NUMBER)));
            case TEXT -> pick(List.of(Conditions.text("region"), Conditions.text("full text"),
                    Conditions.column("product", "kind", Type.TEXT)));
            case BOOLEAN -> Conditions.bool("vip");
            case DATE -> Conditions.column("", pick(List.of("due", "day")), Type.DATE);
        };
    }

    private Expression randomLiteral(ValueType type) {
        return switch (type) {
            case NUMBER -> Conditions.decimal(pick(NUMBERS));
            case TEXT -> literal(pick(TEXTS));
            case BOOLEAN -> literal(random.nextBoolean());
            case DATE -> literal(pick(DAYS));
        };
    }
}

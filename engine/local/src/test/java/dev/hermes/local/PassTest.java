package dev.hermes.local;

import static dev.hermes.local.FactFolder.FEBRUARY;
import static dev.hermes.local.FactFolder.JANUARY;
import static dev.hermes.local.FactFolder.group;
import static dev.hermes.local.FactFolder.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.decimal.Decimal;
import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactGroups;
import dev.hermes.facts.FactGroups.Figures;
import dev.hermes.facts.FactPass;
import dev.hermes.facts.FactPass.Aggregate;
import dev.hermes.facts.FactPass.Placement;
import dev.hermes.facts.FactView;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expression.ComparisonOperator;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Dataset;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PassTest {

    private static final Dataset ORDERS = FactFolder.dataset("orders", FactFolder.number("amount", 18, 4),
            FactFolder.text("region"), FactFolder.date("paid"), FactFolder.bool("vip"));

    @TempDir
    Path path;

    private FactFolder folder;

    @BeforeEach
    void prepare() {
        folder = new FactFolder(path);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 1, day);
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    private static Aggregate aggregate(Aggregation function, @Nullable String column, @Nullable Expression filter) {
        return new Aggregate(function, column == null ? null : ColumnName.parse(column), filter, JANUARY, FEBRUARY);
    }

    private static Aggregate of(Aggregation function) {
        return aggregate(function, function == Aggregation.COUNT ? null : "amount", null);
    }

    /** Ann sells three times and takes one back; Bob's amount is missing once; one order names nobody. */
    private void writeOrders() {
        folder.write(ORDERS, row("1", "ann", day(3), amount("100.25"), "North", null, true),
                row("2", "ann", day(9), amount("-40.5"), "South", null, null),
                row("3", "bob", day(9), null, null, null, false),
                row("4", "bob", day(2), amount("7"), "North", null, true));
        folder.write(ORDERS, row("5", "ann", day(3), amount("0.0001"), "North", null, null),
                row("6", null, day(31), amount("9"), "East", null, null),
                row("7", "ann", FEBRUARY, amount("1000"), "North", null, true),
                row("8", "bob", JANUARY.minusDays(1), amount("1000"), "North", null, true),
                row("9", "bob", null, amount("1000"), "North", null, true));
    }

    @Test
    void refundsCountWithTheirSignAndRowsOutsideThePeriodNotAtAll() {
        writeOrders();
        FactGroups groups = folder.aggregate(FactFolder.january(ORDERS), of(Aggregation.SUM), of(Aggregation.COUNT),
                of(Aggregation.MIN), of(Aggregation.MAX), of(Aggregation.AVERAGE));
        assertThat(groups.subjects()).containsExactlyInAnyOrder("ann", "bob", null);
        int ann = group(groups, "ann");
        assertThat(groups.facts()[ann]).isEqualTo(3);
        assertThat(groups.targets()[ann]).isEqualTo(-1);
        assertThat(groups.figures()).extracting(figures -> figures.values().get(ann).toString())
                .containsExactly("59.7501", "0", "-40.5", "100.25", "59.7501");
        assertThat(groups.figures()).extracting(figures -> figures.rows()[ann]).containsOnly(3L);
        assertThat(groups.figures()).extracting(figures -> figures.undecided()[ann]).containsOnly(0L);
        int nobody = group(groups, null);
        assertThat(groups.figures().getFirst().values().get(nobody)).isEqualTo(Decimal.of(9));
    }

    @Test
    void aMissingMeasureIsCountedAsMissingAndNotSkipped() {
        writeOrders();
        FactGroups groups = folder.aggregate(FactFolder.january(ORDERS), of(Aggregation.SUM),
                aggregate(Aggregation.SUM, "amount",
                        Conditions.equal(Conditions.bool("vip"), Conditions.literal(false))),
                of(Aggregation.COUNT), of(Aggregation.COUNT_DISTINCT));
        int bob = group(groups, "bob");
        Figures sum = groups.figures().getFirst();
        assertThat(sum.rows()[bob]).isEqualTo(2);
        assertThat(sum.missing()[bob]).isEqualTo(1);
        assertThat(sum.values().get(bob)).isEqualTo(Decimal.of(7));
        Figures onlyMissing = groups.figures().get(1);
        assertThat(onlyMissing.rows()[bob]).isEqualTo(1);
        assertThat(onlyMissing.missing()[bob]).isEqualTo(1);
        assertThat(onlyMissing.values().isMissing(bob)).isTrue();
        assertThat(groups.figures().get(2).missing()[bob]).isZero();
        assertThat(groups.figures().get(3).missing()[bob]).isEqualTo(1);
        assertThat(groups.figures().get(3).distinct()).isNotNull()
                .satisfies(distinct -> assertThat(distinct.get(bob)).containsExactly("7"));
    }

    @Test
    void aFilterThatComparesWhatIsMissingIsUndecidedForThatRow() {
        writeOrders();
        Expression north = Conditions.equal(Conditions.text("region"), Conditions.literal("North"));
        Expression vip = Conditions.bool("vip");
        FactGroups groups = folder.aggregate(FactFolder.january(ORDERS), aggregate(Aggregation.SUM, "amount", north),
                aggregate(Aggregation.COUNT, null, Conditions.and(north, vip)),
                aggregate(Aggregation.COUNT, null, Conditions.or(vip, north)));
        int ann = group(groups, "ann");
        int bob = group(groups, "bob");
        int nobody = group(groups, null);
        Figures sum = groups.figures().getFirst();
        assertThat(sum.values().get(ann)).isEqualTo(Decimal.parse("100.2501"));
        assertThat(sum.rows()[ann]).isEqualTo(2);
        assertThat(sum.undecided()[ann]).isZero();
        assertThat(sum.undecided()[bob]).isEqualTo(1);
        assertThat(sum.rows()[nobody]).isZero();
        assertThat(sum.values().isMissing(nobody)).isTrue();
        // Order 2 is not in the North: whether it is a vip's is not asked. Order 5 is.
        assertThat(groups.figures().get(1).rows()[ann]).isEqualTo(1);
        assertThat(groups.figures().get(1).undecided()[ann]).isEqualTo(1);
        // Asked the other way round, both are undecided, though order 5 is in the North.
        assertThat(groups.figures().get(2).rows()[ann]).isEqualTo(1);
        assertThat(groups.figures().get(2).undecided()[ann]).isEqualTo(2);
    }

    @Test
    void eachFigureHasItsOwnDays() {
        writeOrders();
        FactGroups groups = folder.aggregate(FactFolder.january(ORDERS),
                new Aggregate(Aggregation.SUM, new ColumnName("", "amount"), null, day(4), day(10)),
                new Aggregate(Aggregation.COUNT, null,
                        Conditions.equal(Conditions.text("region"), Conditions.literal("North")), JANUARY, day(9)),
                new Aggregate(Aggregation.LAST, new ColumnName("", "amount"), null, JANUARY, day(9)));
        int ann = group(groups, "ann");
        int bob = group(groups, "bob");
        assertThat(groups.figures().getFirst().values().get(ann)).isEqualTo(Decimal.parse("-40.5"));
        assertThat(groups.figures().getFirst().rows()[ann]).isEqualTo(1);
        assertThat(groups.figures().get(1).rows()[ann]).isEqualTo(2);
        assertThat(groups.figures().get(1).rows()[bob]).isEqualTo(1);
        // Order 3 of the 9th, whose region is missing, is outside of these days.
        assertThat(groups.figures().get(1).undecided()[bob]).isZero();
        assertThat(groups.figures().get(2).values().get(ann)).isEqualTo(Decimal.parse("0.0001"));
        assertThat(groups.facts()[ann]).isEqualTo(3);
    }

    @Test
    void firstAndLastGoByDayAndThenByTheTextOfTheKey() {
        folder.write(ORDERS, row("9", "ann", day(5), amount("1"), null, null, null),
                row("10", "ann", day(5), amount("2"), null, null, null),
                row("8", "ann", day(6), amount("3"), "North", null, null),
                row("7", "ann", day(6), amount("4"), "North", null, null),
                row("b", "bob", day(6), null, "South", null, null),
                row("a", "bob", day(6), amount("5"), "South", null, null));
        Expression north = Conditions.equal(Conditions.text("region"), Conditions.literal("North"));
        FactGroups groups = folder.aggregate(FactFolder.january(ORDERS), of(Aggregation.FIRST), of(Aggregation.LAST),
                aggregate(Aggregation.FIRST, "amount", north));
        int ann = group(groups, "ann");
        int bob = group(groups, "bob");
        assertChosen(groups.figures().getFirst(), ann, "2", day(5), "10");
        assertChosen(groups.figures().get(1), ann, "3", day(6), "8");
        assertChosen(groups.figures().get(2), ann, "4", day(6), "7");
        assertChosen(groups.figures().getFirst(), bob, "5", day(6), "a");
        Figures last = groups.figures().get(1);
        assertThat(last.values().isMissing(bob)).isTrue();
        assertThat(last.missing()[bob]).isEqualTo(1);
        assertThat(last.rows()[bob]).isEqualTo(2);
        Figures noneNorth = groups.figures().get(2);
        assertThat(noneNorth.rows()[bob]).isZero();
        assertThat(noneNorth.missing()[bob]).isZero();
        assertThat(noneNorth.keys()).isNotNull().satisfies(keys -> assertThat(keys[bob]).isNull());
    }

    private static void assertChosen(Figures figures, int group, String value, LocalDate day, String key) {
        assertThat(figures.values().get(group)).isEqualTo(Decimal.parse(value));
        assertThat(figures.missing()[group]).isZero();
        assertThat(figures.days()).isNotNull()
                .satisfies(days -> assertThat(days[group]).isEqualTo((int) day.toEpochDay()));
        assertThat(figures.keys()).isNotNull().satisfies(keys -> assertThat(keys[group]).isEqualTo(key));
    }

    @Test
    void distinctValuesAreInCanonicalText() {
        folder.write(ORDERS, row("1", "ann", day(5), amount("1.5"), "b", day(7), true),
                row("2", "ann", day(5), amount("1.50"), "a", day(7), false),
                row("3", "ann", day(5), amount("-0.2500"), "b", null, true),
                row("4", "ann", day(5), amount("100"), null, day(6), true),
                row("5", "bob", day(5), amount("0"), null, null, true));
        Expression vip = Conditions.bool("vip");
        FactGroups groups = folder.aggregate(FactFolder.january(ORDERS), of(Aggregation.COUNT_DISTINCT),
                aggregate(Aggregation.COUNT_DISTINCT, "region", null),
                aggregate(Aggregation.COUNT_DISTINCT, "paid", null), aggregate(Aggregation.COUNT_DISTINCT, "vip", null),
                aggregate(Aggregation.COUNT_DISTINCT, "amount", vip));
        int ann = group(groups, "ann");
        assertThat(groups.figures()).extracting(figures -> String.valueOf(
                figures.distinct() == null ? null : figures.distinct().get(ann)))
                .containsExactly("[-0.25, 1.5, 100]", "[a, b]", "[2026-01-06, 2026-01-07]", "[false, true]",
                        "[-0.25, 1.5, 100]");
        assertThat(groups.figures().get(1).distinct()).isNotNull()
                .satisfies(distinct -> assertThat(distinct.get(group(groups, "bob"))).isEmpty());
    }

    @Test
    void rowsOfPlacedSubjectsAreGroupedByWhereTheirDayFalls() {
        writeOrders();
        FactPass pass = new FactPass(FactFolder.january(ORDERS),
                List.of(new Placement("ann", LocalDate.MIN, day(9), 4), new Placement("ann", day(10), LocalDate.MAX, 5),
                        new Placement("cid", JANUARY, FEBRUARY, 6)),
                List.of(of(Aggregation.SUM), of(Aggregation.COUNT_DISTINCT)));
        FactGroups groups = folder.aggregate(pass);
        List<String> found = IntStream.range(0, groups.subjects().length)
                .mapToObj(i -> groups.subjects()[i] + " " + groups.targets()[i] + " " + groups.facts()[i] + " "
                        + groups.figures().getFirst().values().get(i) + " " + distinct(groups, i))
                .toList();
        // The 9th lies between the placements.
        assertThat(found).containsExactlyInAnyOrder("ann 4 2 100.2501 [0.0001, 100.25]", "ann -1 1 -40.5 [-40.5]",
                "bob -1 2 7 [7]", "null -1 1 9 [9]");
    }

    private static List<String> distinct(FactGroups groups, int group) {
        List<List<String>> distinct = groups.figures().get(1).distinct();
        return distinct == null ? List.of() : distinct.get(group);
    }

    @Test
    void whatBecameKnownLaterIsLeftOut() {
        writeOrders();
        FactView early = FactFolder.view(ORDERS, day(8));
        assertThat(sumOf(early, "ann")).isEqualTo(Decimal.parse("100.2501"));
        Dataset recorded = FactFolder.recordedOn(ORDERS, "paid");
        FactFolder late = new FactFolder(path.resolve("late"));
        late.write(recorded, row("1", "ann", day(3), amount("1"), null, day(20), null),
                row("2", "ann", day(9), amount("2"), null, day(8), null),
                row("3", "ann", day(9), amount("4"), null, null, null),
                row("4", "ann", day(2), amount("8"), null, null, null));
        folder = late;
        // Order 3 does not say when it was recorded: then its own day counts.
        assertThat(sumOf(FactFolder.view(recorded, day(8)), "ann")).isEqualTo(Decimal.of(10));
        assertThat(sumOf(FactFolder.view(recorded, null), "ann")).isEqualTo(Decimal.of(15));
    }

    private Decimal sumOf(FactView view, String subject) {
        FactGroups groups = folder.aggregate(view, of(Aggregation.SUM));
        return groups.figures().getFirst().values().get(group(groups, subject));
    }

    @ParameterizedTest
    @EnumSource
    void withoutFactsThereAreNoGroups(Aggregation function) {
        FactGroups groups = folder.aggregate(FactFolder.january(ORDERS), of(function));
        assertThat(groups.subjects()).isEmpty();
        assertThat(groups.figures().getFirst().values().size()).isZero();
    }

    @Test
    void sumsOfTheWidestNumbersAreExactAndOnlyTheResultMustFit() {
        Dataset wide = FactFolder.dataset("wide", FactFolder.number("fine", 38, 12), FactFolder.number("whole", 30, 0));
        String most = "99999999999999999999999999.999999999999";
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            // In between the sum has 40 digits.
            rows.add(row("a" + i, "ann", day(5), amount(i < 20 ? most : "-" + most), amount("1")));
            rows.add(row("b" + i, "bob", day(5), amount(most), amount("99999999999999999999999999")));
        }
        rows.add(row("a", "ann", day(5), amount("-0.000000000001"), amount("-123456789012345678901234567890")));
        folder.write(wide, rows.toArray(Object[][]::new));
        FactGroups groups = folder.aggregate(FactFolder.january(wide), aggregate(Aggregation.SUM, "fine", null),
                aggregate(Aggregation.SUM, "whole", null), aggregate(Aggregation.MIN, "whole", null),
                aggregate(Aggregation.SUM, "fine",
                        Conditions.compare(Conditions.number("fine"), ComparisonOperator.LESS, Conditions.literal(0))));
        int ann = group(groups, "ann");
        int bob = group(groups, "bob");
        assertThat(groups.figures().getFirst().values().get(ann)).isEqualTo(Decimal.parse("-0.000000000001"));
        assertThat(groups.figures().getFirst().values().failure(bob)).isNotNull()
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.OVERFLOW))
                .satisfies(failure -> assertThat(failure.message().text())
                        .isEqualTo("sum of fine does not fit 38 digits with 12 fractional"));
        assertThat(groups.figures().get(1).values().isFailed(ann)).isTrue();
        assertThat(groups.figures().get(1).values().isFailed(bob)).isTrue();
        assertThat(groups.figures().get(2).values().isFailed(ann)).isTrue();
        assertThat(groups.figures().get(2).values().get(bob)).isEqualTo(Decimal.parse("99999999999999999999999999"));
        assertThat(groups.figures().get(3).values().isFailed(ann)).isTrue();
        assertThat(groups.figures().get(3).values().isMissing(bob)).isTrue();
    }

    @Test
    void columnsOfJoinedDatasetsAreMissingWhereNothingIsJoined() {
        Dataset products = new Dataset("products", "products",
                List.of(FactFolder.number("code", 9, 0), FactFolder.text("kind"), FactFolder.number("price", 9, 2),
                        FactFolder.date("launched"), FactFolder.text("manager")),
                "code", null, null, List.of(), List.of(), List.of());
        Dataset lines = FactFolder.joining(FactFolder.dataset("lines", FactFolder.text("product")),
                new Dataset.Join("product", "products", "product"));
        folder.write(products, row(amount("10"), "tool", amount("9.99"), day(4), "mia"),
                row(amount("20"), "toy", null, null, "mia"));
        folder.write(lines, row("1", "ann", day(5), "10"), row("2", "ann", day(5), "20"),
                row("3", "ann", day(5), "30"), row("4", "bob", day(5), null), row("5", "bob", day(5), "10"));
        FactGroups groups = folder.aggregate(FactFolder.january(lines, products),
                aggregate(Aggregation.SUM, "product.price", null), aggregate(Aggregation.COUNT, null, Conditions
                        .equal(Conditions.column("product", "kind", Type.TEXT), Conditions.literal("tool"))));
        int ann = group(groups, "ann");
        assertThat(groups.figures().getFirst().values().get(ann)).isEqualTo(Decimal.parse("9.99"));
        assertThat(groups.figures().getFirst().missing()[ann]).isEqualTo(2);
        assertThat(groups.figures().get(1).rows()[ann]).isEqualTo(1);
        assertThat(groups.figures().get(1).undecided()[ann]).isEqualTo(1);
        assertThat(groups.facts()[group(groups, "bob")]).isEqualTo(2);
        // By the joined dataset's date and credit.
        FactGroups byManager = folder.aggregate(new FactView(lines, Map.of("product", products),
                new ColumnName("product", "manager"), new ColumnName("product", "launched"), JANUARY, FEBRUARY, null),
                of(Aggregation.COUNT));
        assertThat(byManager.subjects()).containsExactly("mia");
        assertThat(byManager.facts()).containsExactly(2);
    }

    @Test
    void joiningToRowsThatShareAKeyWouldCountTwiceAndIsRefused() {
        Dataset products = new Dataset("products", "products",
                List.of(FactFolder.text("code"), FactFolder.number("price", 9, 2)), "code", null, null, List.of(),
                List.of(), List.of());
        Dataset lines = FactFolder.joining(FactFolder.dataset("lines", FactFolder.text("product")),
                new Dataset.Join("product", "products", "product"));
        folder.write(products, row("a", amount("1")), row("b", amount("1")));
        folder.write(products, row("b", amount("2")));
        folder.write(lines, row("1", "ann", day(5), "a"));
        FactView view = FactFolder.january(lines, products);
        assertThat(folder.aggregate(view, of(Aggregation.COUNT)).facts()).containsExactly(1);
        assertThatThrownBy(() -> folder.aggregate(view, aggregate(Aggregation.SUM, "product.price", null)))
                .hasMessageContaining("dataset products: The key code must be unique")
                .hasMessageContaining(" b ");
    }

    @Test
    void whoIsCreditedMayBeANumber() {
        Dataset sales = new Dataset("sales", "sales",
                List.of(FactFolder.number("id", 9, 0), FactFolder.number("seller", 9, 1), FactFolder.date("day")), "id",
                "day", null, List.of(), List.of(), List.of());
        folder.write(sales, row(amount("10"), amount("7"), day(5)), row(amount("9"), amount("7.5"), day(5)),
                row(amount("8"), amount("7"), day(5)));
        FactGroups groups = folder.aggregate(new FactPass(FactFolder.january(sales),
                List.of(new Placement("7", JANUARY, FEBRUARY, 3)), List.of(aggregate(Aggregation.LAST, "id", null))));
        assertThat(groups.subjects()).containsExactlyInAnyOrder("7", "7.5");
        int seven = group(groups, "7");
        assertThat(groups.targets()[seven]).isEqualTo(3);
        // As text, 8 comes after 10.
        assertThat(groups.figures().getFirst().values().get(seven)).isEqualTo(Decimal.of(8));
    }

    @Test
    void aMeasureIsNotStoredAndATextHasNoSum() {
        writeOrders();
        assertThatThrownBy(() -> folder.aggregate(FactFolder.january(ORDERS), aggregate(Aggregation.SUM, "net", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The dataset orders stores no column net.");
        assertThatThrownBy(
                () -> folder.aggregate(FactFolder.january(ORDERS), aggregate(Aggregation.SUM, "region", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The sum of region needs a column of numbers, not of type text.");
    }
}

package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.hermes.testkit.Cases;
import dev.hermes.testkit.Cases.Case;
import dev.hermes.testkit.SharedData;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The acceptance cases, through the command line: documents are applied, files imported, periods calculated, and every
 * payout compared to the cent. No payee may be missing and none may be there besides.
 */
class AcceptanceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> FIRST_COLUMNS = List.of("payee", "period", "payout");

    @TempDir
    Path folder;

    private Path workspace;
    private Path documents;

    @BeforeEach
    void nameFolders() {
        workspace = folder.resolve("workspace");
        documents = folder.resolve("documents");
    }

    static Stream<Case> published() {
        return Cases.published().stream();
    }

    /** A payout with why it is what it is: the reason of its rule, or that it was capped. */
    private record Flagged(BigDecimal payout, String flag) {}

    @ParameterizedTest
    @MethodSource("published")
    void publishedExamplePaysWhatWasPublished(Case example) {
        prepare(example, documents);
        List<NamedCsvRecord> expected = Csv.rows(documents.resolve("expected.csv"));
        for (String period : expected.stream().map(row -> row.getField("period")).distinct().toList()) {
            List<NamedCsvRecord> ofPeriod = of(expected, period);
            Map<String, NamedCsvRecord> rows = byPayee(calculate(period));

            assertThat(rows).hasSize(ofPeriod.size());
            for (NamedCsvRecord row : ofPeriod) {
                NamedCsvRecord paid = Objects.requireNonNull(rows.get(row.getField("payee")), row.toString());
                assertThat(number(paid, "payout")).as(row.toString()).isEqualByComparingTo(number(row, "payout"));
                row.getHeader().stream().filter(column -> !FIRST_COLUMNS.contains(column))
                        .filter(column -> !row.getField(column).isEmpty())
                        .forEach(column -> assertThat(figure(paid, column)).as(column + " of " + row)
                                .isEqualByComparingTo(number(row, column)));
            }
        }
    }

    @Test
    void adventureWorksPaysCommissionAndOverride() {
        Path data = SharedData.require("data/adventureworks");
        prepare(Cases.ADVENTUREWORKS, data);
        List<NamedCsvRecord> commission = Csv.rows(data.resolve("expected/rep_commission.csv"));
        List<NamedCsvRecord> override = Csv.rows(data.resolve("expected/manager_override.csv"));
        assertThat(commission).hasSize(163);
        assertThat(override).hasSize(36);
        Map<String, BigDecimal> totals = new TreeMap<>();
        for (String period : commission.stream().map(row -> row.getField("period")).distinct().toList()) {
            List<NamedCsvRecord> commissions = calculate(period, "--scheme", "commission");
            List<NamedCsvRecord> overrides = calculate(period, "--scheme", "override");

            assertThat(paid(commissions, "person", "commission"))
                    .isEqualTo(expected(of(commission, period), row -> row.getField("salesperson_id")));
            assertThat(paid(overrides, "person", "override"))
                    .isEqualTo(expected(of(override, period), row -> row.getField("manager_id")));
            Stream.concat(commissions.stream(), overrides.stream()).forEach(
                    row -> totals.merge(row.getField("person"), number(row, "payout"), BigDecimal::add));
        }
        for (NamedCsvRecord row : Csv.rows(data.resolve("expected/payout_totals.csv"))) {
            BigDecimal total = row.getField("person_id").equals("TOTAL")
                    ? totals.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                    : totals.getOrDefault(row.getField("person_id"), BigDecimal.ZERO);
            assertThat(total).as(row.toString()).isEqualByComparingTo(number(row, "payout_total"));
        }
    }

    @Test
    void adventureWorksListsTheOrdersOutsideTheTerritoryOfTheirSalesPerson() {
        Path data = SharedData.require("data/adventureworks");
        prepare(Cases.ADVENTUREWORKS, data);
        Path lists = folder.resolve("lists");

        Cli listed = Cli.hermes("validate", workspace, "--out", lists);

        assertThat(listed.code()).isOne();
        assertThat(listed.out()).contains("territoryAssignments.ordersElsewhere: 676 rows");
        assertThat(Csv.rows(lists.resolve("territoryAssignments.ordersElsewhere.csv")).stream()
                .map(row -> String.join(",", row.getField("key"), row.getField("orderDate"),
                        row.getField("salesPerson"),
                        row.getField("territory"), row.getField("assignedTerritory"),
                        number(row, "subTotal").stripTrailingZeros().toPlainString())))
                .containsExactlyElementsOf(Csv.rows(data.resolve("expected/territory_exceptions.csv")).stream()
                        .map(row -> String.join(",", row.getField("SalesOrderID"), row.getField("OrderDate"),
                                row.getField("SalesPersonID"), row.getField("order_territory_id"),
                                row.getField("assigned_territory_id"),
                                number(row, "SubTotal").stripTrailingZeros().toPlainString()))
                        .toList());
    }

    @Test
    void employeesAreAccruedByTheDay() {
        Path data = SharedData.require("data/employees-effective-dated");
        prepare(Cases.EMPLOYEES, data);
        List<NamedCsvRecord> bonus = Csv.rows(data.resolve("expected/bonus_1992.csv"));
        List<NamedCsvRecord> override = Csv.rows(data.resolve("expected/manager_override_1992.csv"));
        assertThat(bonus).hasSize(5067);
        assertThat(override).hasSize(13);

        assertThat(paid(calculate("1992", "--scheme", "bonus"), "payee", "bonus"))
                .isEqualTo(expected(bonus, row -> row.getField("emp_no")));
        assertThat(paid(calculate("1992", "--scheme", "override"), "payee", "override")).isEqualTo(
                expected(override, row -> row.getField("manager_emp_no") + "_Manager_" + row.getField("dept_no")));
    }

    private void prepare(Case example, Path data) {
        example.copyTo(documents);
        assertThat(Cli.hermes("apply", workspace, documents).code()).isZero();
        assertThat(Cli.hermes("import", workspace, documents, "--data", data).code()).isZero();
    }

    private List<NamedCsvRecord> calculate(String period, String... schemes) {
        Path out = folder.resolve("payouts.csv");
        List<Object> arguments = new ArrayList<>(List.of("calc", workspace, "--period", period, "--out", out));
        arguments.addAll(List.of(schemes));
        Cli calculated = Cli.hermes(arguments.toArray());
        assertThat(calculated.code()).as(calculated.err()).isZero();
        return Csv.rows(out);
    }

    /** A parameter or balance of the payout, or an indicator that it was made from. */
    private BigDecimal figure(NamedCsvRecord paid, String name) {
        for (String column : List.of(name, "balance." + name)) {
            if (paid.findField(column).isPresent()) {
                return number(paid, column);
            }
        }
        Cli explanation = Cli.hermes("explain", workspace, "--scheme", paid.getField("scheme"), "--period",
                paid.getField("period"), "--assignment", paid.getField("payee"), "--json");
        assertThat(explanation.code()).isZero();
        List<BigDecimal> values = new ArrayList<>();
        collect(JSON.readTree(explanation.out()), name, values);
        assertThat(values).as("values of " + name + " in the explanation").isNotEmpty();
        return values.getFirst();
    }

    private static void collect(JsonNode node, String label, List<BigDecimal> values) {
        if (node.path("label").asString("").equals(label)) {
            values.add(new BigDecimal(node.path("value").asString()));
        }
        node.path("children").forEach(child -> collect(child, label, values));
    }

    private static List<NamedCsvRecord> of(List<NamedCsvRecord> rows, String period) {
        return rows.stream().filter(row -> row.getField("period").equals(period)).toList();
    }

    private static Map<String, NamedCsvRecord> byPayee(List<NamedCsvRecord> rows) {
        Map<String, NamedCsvRecord> byPayee = new TreeMap<>();
        rows.forEach(row -> assertThat(byPayee.put(row.getField("payee"), row)).isNull());
        return byPayee;
    }

    private static Map<String, Flagged> paid(List<NamedCsvRecord> rows, String key, String parameter) {
        return flagged(rows, row -> row.getField(key), row -> row.getField(parameter + ".capped").isEmpty()
                ? row.getField(parameter + ".reason")
                : "capped");
    }

    private static Map<String, Flagged> expected(List<NamedCsvRecord> rows, Function<NamedCsvRecord, String> key) {
        return flagged(rows, key, row -> row.getField("flag"));
    }

    private static Map<String, Flagged> flagged(List<NamedCsvRecord> rows, Function<NamedCsvRecord, String> key,
            Function<NamedCsvRecord, String> flag) {
        Map<String, Flagged> payouts = new TreeMap<>();
        for (NamedCsvRecord row : rows) {
            Flagged payout = new Flagged(number(row, "payout").setScale(2), flag.apply(row));
            assertThat(payouts.put(key.apply(row), payout)).as(row.toString()).isNull();
        }
        return payouts;
    }

    private static BigDecimal number(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column));
    }
}

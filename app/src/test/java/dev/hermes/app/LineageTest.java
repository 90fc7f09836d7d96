package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * June of a branch: Ann sells, Bob sells, Zoe leads them. Orders came in a file with a bad row, which was mended, and a
 * later file put one of them right; everything that was paid for ends at the line that said so.
 */
class LineageTest {

    private static final String DOCUMENTS = """
            hermes: 1
            kind: calendar
            code: months
            periods: months
            ---
            hermes: 1
            kind: datedValue
            code: ramp
            type: ratio
            of: person
            ---
            hermes: 1
            kind: dataset
            code: orders
            columns: {orderNo: number, booked: date, seller: text, amount: {type: EUR, digits: 12, scale: 2}}
            key: orderNo
            date: booked
            credit: {person: seller}
            ---
            hermes: 1
            kind: indicator
            code: sales
            type: base
            unit: EUR
            dataset: orders
            aggregate: sum
            measure: amount
            empty: zero
            target: upload
            ---
            hermes: 1
            kind: indicator
            code: teamSales
            type: base
            unit: EUR
            scope: subordinates
            dataset: orders
            aggregate: sum
            measure: amount
            empty: zero
            target: {upload: rolledUp}
            ---
            hermes: 1
            kind: rateTable
            code: commission
            quantity: EUR
            value: ratio
            rows: imported
            ---
            hermes: 1
            kind: rateTable
            code: percentages
            quantity: EUR
            value: ratio
            rows: imported
            ---
            hermes: 1
            kind: ruleTable
            code: sellerRules
            unit: EUR
            rules:
              - expression: "marginal(indicator, commission) * (indicator.attainment >= 1 ? 1 : 0.5)"
            ---
            hermes: 1
            kind: ruleTable
            code: orderRules
            unit: EUR
            each: fact
            rules:
              - expression: flat(fact.amount, percentages)
            ---
            hermes: 1
            kind: ruleTable
            code: leadRules
            unit: EUR
            rules:
              - expression: indicator.attainment * 100
            ---
            hermes: 1
            kind: parameter
            code: selling
            unit: EUR
            items:
              - {indicator: sales, rules: sellerRules}
            ---
            hermes: 1
            kind: parameter
            code: leading
            unit: EUR
            items:
              - {indicator: teamSales, rules: leadRules}
            ---
            hermes: 1
            kind: parameter
            code: ordering
            unit: EUR
            items:
              - {indicator: sales, rules: orderRules}
            ---
            hermes: 1
            kind: population
            code: sellers
            include: {positions: [Seller]}
            ---
            hermes: 1
            kind: population
            code: leads
            include: {positions: [Lead]}
            ---
            hermes: 1
            kind: scheme
            code: sellerPay
            population: sellers
            calendar: months
            from: 2026-01-01
            payLine: variable
            currency: EUR
            payee: assignment
            parameters: [selling]
            pay: selling * ramp + owed
            balances:
              owed: {unit: EUR, opening: 0, closing: owed, scale: 2}
            ---
            hermes: 1
            kind: scheme
            code: orderPay
            population: sellers
            calendar: months
            from: 2026-01-01
            payLine: variable
            currency: EUR
            payee: assignment
            parameters: [ordering]
            ---
            hermes: 1
            kind: scheme
            code: leadPay
            population: leads
            calendar: months
            from: 2026-01-01
            payLine: variable
            currency: EUR
            payee: assignment
            parameters: [leading]
            """;

    private static final String ORDERS = """
            hermes: 1
            kind: mapping
            code: orders
            file: orders.csv
            into: facts
            of: orders
            replaces: keys
            fields: {orderNo: no, booked: day, seller: seller, amount: amount}
            """;

    private static final String MAPPINGS = """
            hermes: 1
            kind: mapping
            code: staff
            file: staff.csv
            into: assignments
            fields: {person: id, position: position, organisation: {value: North}, from: {value: 2026-01-01}}
            ---
            hermes: 1
            kind: mapping
            code: superiors
            file: staff.csv
            into: superiors
            where: boss != ''
            fields: {subordinate: id, superior: boss}
            ---
            hermes: 1
            kind: mapping
            code: ramps
            file: ramps.csv
            into: datedValues
            of: ramp
            fields: {person: id, value: ramp, from: since, to: until}
            ---
            hermes: 1
            kind: mapping
            code: goals
            file: goals.csv
            into: targets
            fields: {indicator: what, person: id, period: month, value: goal}
            ---
            hermes: 1
            kind: mapping
            code: rates
            file: rates.csv
            into: rates
            of: commission
            fields: {lower: over, upper: to, value: rate}
            ---
            hermes: 1
            kind: mapping
            code: percentages
            file: percentages.csv
            into: rates
            of: percentages
            fields: {value: rate, validFrom: since, validTo: until}
            ---
            hermes: 1
            kind: mapping
            code: adjustments
            file: adjustments.csv
            into: adjustments
            fields: {scheme: {value: sellerPay}, payee: who, period: month, amount: amount, reason: why}
            ---
            hermes: 1
            kind: mapping
            code: corrections
            file: corrections.csv
            into: corrections
            fields: {assignment: who, indicator: {value: sales}, series: series, period: month, value: value, reason: why}
            ---
            hermes: 1
            kind: mapping
            code: balances
            file: balances.csv
            into: balances
            fields: {scheme: {value: sellerPay}, balance: {value: owed}, payee: who, period: month, value: owed}
            """;

    @TempDir
    Path folder;

    private Path workspace;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @BeforeEach
    void prepare() throws IOException {
        workspace = folder.resolve("workspace");
        file("staff.csv", "id,position,boss\nZ,Lead,\nA,Seller,Z\nB,Seller,Z\n");
        file("ramps.csv", """
                id,ramp,since,until
                A,0.5,2026-01-01,2026-06-01
                A,1,2026-06-01,
                B,1,2026-01-01,
                """);
        file("goals.csv", """
                what,id,month,goal
                sales,A,2026-05,900
                sales,A,2026-06,1000
                sales,B,2026-06,500
                teamSales,A,2026-06,1000
                teamSales,B,2026-06,500
                """);
        file("rates.csv", "over,to,rate\n0,1000,0.1\n1000,,0.2\n");
        file("percentages.csv", "rate,since,until\n0.01,,2026-06-10\n0.02,2026-06-10,\n");
        file("adjustments.csv", """
                who,month,amount,why
                A_Seller_North,2026-06,25,Fair
                A_Seller_North,2026-06,-5,Fine
                A_Seller_North,2026-06,25,Fair
                """);
        file("corrections.csv", "who,series,month,value,why\nB_Seller_North,target,2026-06,400,Ill\n");
        file("balances.csv", "who,month,owed\nB_Seller_North,2026-06,1\nA_Seller_North,2026-06,-40\n");
        file("orders.csv", """
                no,day,seller,amount
                1,2026-06-01,A,400
                2,2026-06-05,A,100
                3,2026-06-09,A,lots
                4,2026-06-20,A,-50
                5,2026-06-21,B,600
                """);
        Cli applied = Cli.hermes("apply", workspace, file("documents.yaml", DOCUMENTS));
        assertThat(applied.err()).isEmpty();
        Cli imported = Cli.hermes("import", workspace, file("mappings.yaml", MAPPINGS));
        assertThat(imported.err()).isEmpty();
        bringInOrders();
    }

    /** With a bad row that is mended, and a later file that puts the order 2 right. */
    private void bringInOrders() throws IOException {
        Path mapping = file("orders.yaml", ORDERS);
        Cli rejecting = Cli.hermes("import", workspace, mapping, "--rejects", folder.resolve("bad"));
        assertThat(rejecting.code()).as(rejecting.err()).isOne();
        Path mended = folder.resolve("bad/orders.rejects.csv");
        Files.writeString(mended, Files.readString(mended).replace("lots", "300"));
        assertThat(Cli.hermes("import", workspace, mapping, "--mended", mended).err()).isEmpty();
        file("orders-late.csv", "no,day,seller,amount\n6,2026-06-30,A,150\n2,2026-06-05,A,600\n");
        Path late = file("late.yaml", ORDERS.replace("orders.csv", "orders-late.csv"));
        assertThat(Cli.hermes("import", workspace, late).err()).isEmpty();
    }

    private Cli explain(String scheme, String payee, Object... more) {
        List<Object> arguments = new ArrayList<>(
                List.of("explain", workspace, "--scheme", scheme, "--period", "2026-06", "--assignment", payee));
        arguments.addAll(List.of(more));
        Cli answer = Cli.hermes(arguments.toArray());
        assertThat(answer.err()).isEmpty();
        return answer;
    }

    private static List<String> leaves(Cli answer) {
        return answer.lines().stream().map(line -> line.replaceAll("^[│├└ ]+", "")).toList();
    }

    @Test
    void aPayoutEndsAtFilesAndLines() {
        assertThat(leaves(explain("sellerPay", "A"))).containsSubsequence(
                "orders 1 = 400   2026-06-01   orders.csv:2",
                "orders 2 = 600   2026-06-05   orders-late.csv:3",
                "orders 3 = 300   2026-06-09   orders.csv:4",
                "orders 4 = -50   2026-06-20   orders.csv:5",
                "orders 6 = 150   2026-06-30   orders-late.csv:2",
                "[0, 1000) = 0.1   rates.csv:2",
                "[1000, ∞) = 0.2   rates.csv:3",
                "sales.target = 1,000",
                "uploaded = 1,000   for A in 2026-06   goals.csv:3",
                "ramp = 1   ramps.csv:3",
                "balance owed on entry = -40   balances.csv:3",
                "adjustment = 25   Fair   adjustments.csv:2",
                "adjustment = -5   Fine   adjustments.csv:3",
                "adjustment = 25   Fair   adjustments.csv:4");
    }

    @Test
    void aCorrectedTargetEndsAtTheCorrection() {
        assertThat(leaves(explain("sellerPay", "B")))
                .contains("sales.target = 400   corrected to 400 in 2026-06: Ill   corrections.csv:2")
                .noneMatch(line -> line.contains("goals.csv"));
    }

    @Test
    void aLeadsTargetEndsAtTheTargetsOfTheTeam() {
        assertThat(leaves(explain("leadPay", "Z"))).containsSubsequence(
                "orders 5 = 600   2026-06-21   orders.csv:6",
                "teamSales.target = 1,500",
                "A_Seller_North = 1,000   A   goals.csv:5",
                "B_Seller_North = 500   B   goals.csv:6");
    }

    @Test
    void rulesForEachFactReadTheRatesOfItsDay() {
        assertThat(leaves(explain("orderPay", "A"))).containsSubsequence(
                "orders 1 = 4   2026-06-01   orders.csv:2", "always = 0.01   percentages.csv:2",
                "orders 4 = -1   2026-06-20   orders.csv:5", "always = 0.02   percentages.csv:3");
    }

    @Test
    void jsonNamesMappingFileAndLine() {
        JsonNode trace = new JsonMapper().readTree(explain("sellerPay", "A", "--json").out());

        assertThat(node(trace, "orders 2").path("origin")).isEqualTo(
                new JsonMapper().readTree("{\"mapping\":\"orders\",\"file\":\"orders-late.csv\",\"line\":3}"));
        assertThat(node(trace, "sales").has("origin")).isFalse();
    }

    private static JsonNode node(JsonNode tree, String label) {
        return tree.findParents("label").stream().filter(node -> node.path("label").asString().equals(label))
                .findFirst().orElseThrow();
    }
}

package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An analyst gives persons a grade, organisations a market and orders a channel, none of which the program knows, and
 * uses them: seniors earn more (a rule's condition), pilot markets alone are assessed (a population's condition), and
 * orders of partners do not count (an indicator's filter).
 */
class AttributesTest {

    private static final String DOCUMENTS = """
            hermes: 1
            kind: calendar
            code: months
            periods: months
            ---
            hermes: 1
            kind: datedValue
            code: grade
            name: Grade of a person
            type: text
            of: person
            ---
            hermes: 1
            kind: datedValue
            code: market
            name: Market of an organisation
            type: text
            of: organisation
            ---
            hermes: 1
            kind: dataset
            code: orders
            columns:
              orderId: text
              booked: date
              seller: {type: text, refersTo: persons}
              channel: {type: text, in: [own, partner]}
              amount: EUR
            key: orderId
            date: booked
            credit: {person: seller}
            ---
            hermes: 1
            kind: indicator
            code: sales
            type: base
            unit: EUR
            dataset: orders
            where: channel == 'own'
            aggregate: sum
            measure: amount
            empty: zero
            ---
            hermes: 1
            kind: ruleTable
            code: commissionRules
            unit: EUR
            rules:
              - {condition: grade == 'senior', expression: indicator * 0.10, reason: Senior}
              - {condition: grade == 'junior', expression: indicator * 0.05, reason: Junior}
            ---
            hermes: 1
            kind: parameter
            code: commission
            unit: EUR
            items:
              - {indicator: sales, rules: commissionRules}
            ---
            hermes: 1
            kind: population
            code: pilot
            include: {positions: [Seller]}
            condition: market == 'pilot'
            ---
            hermes: 1
            kind: scheme
            code: pilotScheme
            population: pilot
            calendar: months
            from: 2026-01-01
            payLine: variable
            currency: EUR
            payee: assignment
            parameters: [commission]
            """;

    private static final String MAPPINGS = """
            hermes: 1
            kind: mapping
            code: names
            file: staff.csv
            into: persons
            fields: {person: id, name: name}
            ---
            hermes: 1
            kind: mapping
            code: assignments
            file: staff.csv
            into: assignments
            fields: {person: id, position: {value: Seller}, organisation: branch, from: {value: 2026-01-01}}
            ---
            hermes: 1
            kind: mapping
            code: grades
            file: grades.csv
            format: {csv: {separator: ;, dates: d.M.yyyy}}
            into: datedValues
            of: grade
            fields: {person: id, value: grade, from: since, to: {column: until, plusDays: 1}}
            ---
            hermes: 1
            kind: mapping
            code: markets
            file: markets.csv
            into: datedValues
            of: market
            fields: {organisation: branch, value: market}
            ---
            hermes: 1
            kind: mapping
            code: orders
            file: orders.csv
            into: facts
            of: orders
            fields: {orderId: id, booked: day, seller: seller, channel: channel, amount: amount}
            """;

    @TempDir
    Path folder;

    private Path workspace;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @BeforeEach
    void prepare() throws IOException {
        workspace = folder.resolve("workspace");
        file("documents.yaml", DOCUMENTS);
        file("mappings.yaml", MAPPINGS);
        file("staff.csv", "id,name,branch\nP1,Ann,North\nP2,Bob,North\nP3,Carl,South\n");
        file("grades.csv", """
                id;grade;since;until
                P1;senior;1.1.2026;
                P2;junior;1.1.2026;28.2.2026
                P2;senior;1.3.2026;
                P3;senior;1.1.2026;
                """);
        file("markets.csv", "branch,market\nNorth,pilot\nSouth,regular\n");
        file("orders.csv", """
                id,day,seller,channel,amount
                O1,2026-02-10,P1,own,1000
                O2,2026-02-11,P2,own,1000
                O3,2026-02-12,P2,partner,500
                O4,2026-02-13,P3,own,9000
                O5,2026-03-13,P2,own,2000
                """);
        Cli applied = Cli.hermes("apply", workspace, folder.resolve("documents.yaml"));
        assertThat(applied.err()).isEmpty();
        Cli imported = Cli.hermes("import", workspace, folder.resolve("mappings.yaml"));
        assertThat(imported.err()).isEmpty();
    }

    private String payouts(String period) {
        Cli answer = Cli.hermes("calc", workspace, "--period", period, "--dry-run");
        assertThat(answer.code()).as(answer.err()).isZero();
        return answer.out();
    }

    @Test
    void theAttributesDecideWhoIsAssessedAndWhatTheyEarn() {
        assertThat(payouts("2026-02")).containsPattern("P1_Seller_North +Ann +EUR +100.00")
                .containsPattern("P2_Seller_North +Bob +EUR +50.00").doesNotContain("Carl");
        assertThat(payouts("2026-03")).as("Bob is a senior from March on")
                .containsPattern("P2_Seller_North +Bob +EUR +200.00");
    }

    @Test
    void thePayoutSaysWhichValueDecided() {
        Cli explained = Cli.hermes("explain", workspace, "--scheme", "pilotScheme", "--period", "2026-02",
                "--assignment",
                "P2_Seller_North");
        assertThat(explained.out()).contains("grade = junior").contains("orders O2 = 1,000").doesNotContain("O3");
    }

    @Test
    void aValueOfSomebodyWhoIsNotThereIsNotSilentlyLost() throws IOException {
        file("orders.csv", "id,day,seller,channel,amount\nO1,2026-02-10,P9,web,1\n");
        Cli answer = Cli.hermes("import", workspace, folder.resolve("mappings.yaml"));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("\"P9\" is no person that the workspace knows",
                "\"web\" is none of the texts that the column channel takes");
    }
}

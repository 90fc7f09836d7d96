package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hermes.model.CalcInputs;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come again: the same ones, and later ones that correct or extend what was brought in. */
class DeliveriesTest {

    private static final String DOCUMENTS = """
            hermes: 1
            kind: calendar
            code: monthly
            periods: months
            ---
            hermes: 1
            kind: calendar
            code: retail
            periods:
              starts: [{code: P1, start: 2026-01-04}, {code: P2, start: 2026-02-01}]
              end: 2026-03-01
            ---
            hermes: 1
            kind: dataset
            code: orders
            columns: {id: text, seller: text, amount: {type: USD, digits: 10, scale: 2}, day: date}
            key: id
            date: day
            credit: {person: seller}
            ---
            hermes: 1
            kind: indicator
            code: sales
            type: base
            unit: USD
            dataset: orders
            aggregate: sum
            measure: amount
            target: upload
            """;

    private static final String ORDERS = """
            code: orders
            file: orders.csv
            into: facts
            of: orders
            fields: {id: id, seller: seller, amount: amount, day: day}
            """;

    private static final String TARGETS = """
            code: goals
            file: goals.csv
            into: targets
            of: sales
            fields: {person: person, period: period, value: goal}
            """;

    private static final String FIRST = """
            id,seller,amount,day
            1,ann,10,2026-01-30
            2,ann,20,2026-02-03
            3,bob,30,2026-02-10
            """;

    @TempDir
    Path folder;

    private ImportFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ImportFixture(folder).documents(DOCUMENTS);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aFileOfChangesReplacesByKeyAndAddsTheRest() throws IOException {
        String keys = ORDERS + "replaces: keys\n";
        fixture.file("orders.csv", FIRST).run(keys);
        ImportSummary summary = fixture
                .file("orders.csv", "id,seller,amount,day\n2,ann,-20,2026-02-03\n4,cid,40,2026-02-11\n").run(keys);
        assertThat(summary.accepted()).isEqualTo(2);
        assertThat(summary.replaced()).isOne();
        assertThat(fixture.facts("orders")).containsExactly("1|ann|10.00|2026-01-30", "2|ann|-20.00|2026-02-03",
                "3|bob|30.00|2026-02-10", "4|cid|40.00|2026-02-11");
        assertThat(fixture.factLines("orders")).as("each says its line in the file that it came from")
                .containsExactly("2", "2", "3", "4");
        assertThat(fixture.workspace().imports().current()).extracting(Imports.Import::accepted, Imports.Import::rows)
                .containsExactly(tuple(3L, 2L),
                        tuple(2L, 2L));
    }

    @Test
    void ofAFileOfChangesNoRowMayComeTwiceNorBeThatOfAnotherMapping() throws IOException {
        fixture.file("orders.csv", FIRST).run(ORDERS.replace("code: orders", "code: others"));
        assertThat(fixture.findings(ORDERS + "replaces: keys\n")).first().asString()
                .contains("The key \"1\" is there already: the mapping others has brought it in.");
        assertThat(fixture.facts("orders")).hasSize(3);
    }

    @Test
    void aFileOfSomePeriodsReplacesTheirFactsAndNoOthers() throws IOException {
        String periods = ORDERS + "replaces: {periods: monthly}\n";
        fixture.file("orders.csv", FIRST).run(periods);
        ImportSummary summary = fixture.file("orders.csv", "id,seller,amount,day\n9,bob,90,2026-02-28\n").run(periods);
        assertThat(summary.replaced()).isEqualTo(2);
        assertThat(fixture.facts("orders")).containsExactly("1|ann|10.00|2026-01-30", "9|bob|90.00|2026-02-28");
        fixture.file("orders.csv", "id,seller,amount,day\n1,bob,11,2026-01-01\n5,bob,90,2026-02-01\n").run(periods);
        assertThat(fixture.facts("orders")).containsExactly("1|bob|11.00|2026-01-01", "5|bob|90.00|2026-02-01");
        assertThat(fixture.workspace().imports().current()).hasSize(1);
        assertThat(fixture.workspace().imports().history()).hasSize(3);
    }

    @Test
    void periodsAreThoseOfTheCalendarThatIsNamed() throws IOException {
        String periods = ORDERS + "replaces: {periods: retail}\n";
        fixture.file("orders.csv", FIRST).run(periods);
        fixture.file("orders.csv", "id,seller,amount,day\n9,bob,90,2026-01-31\n").run(periods);
        assertThat(fixture.facts("orders")).as("P1 ends with 31 January").containsExactly("2|ann|20.00|2026-02-03",
                "3|bob|30.00|2026-02-10", "9|bob|90.00|2026-01-31");
        assertThat(fixture.file("orders.csv", "id,seller,amount,day\n9,bob,90,2026-03-31\n").findings(periods)).first()
                .asString().contains("No period of the calendar retail holds 2026-03-31.");
        assertThat(fixture.findings(ORDERS + "replaces: {periods: weekly}\n")).first().asString()
                .contains("weekly");
    }

    @Test
    void targetsAreReplacedByPeriodOrByKey() throws IOException {
        String periods = TARGETS + "replaces: periods\n";
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,1\nbob,2026-01,2\nann,2026-02,3\n").run(periods);
        assertThat(fixture.file("goals.csv", "person,period,goal\nann,2026-01,7\n").run(periods).replaced())
                .isEqualTo(2);
        assertThat(goals()).containsExactly("ann 2026-01 7", "ann 2026-02 3");
        String keys = TARGETS + "replaces: keys\n";
        assertThat(fixture.file("goals.csv", "person,period,goal\nann,2026-02,8\nbob,2026-02,9\n").run(keys).replaced())
                .isOne();
        assertThat(goals()).containsExactly("ann 2026-01 7", "ann 2026-02 8", "bob 2026-02 9");
    }

    private List<String> goals() {
        return fixture.workspace().inputs(Needed.ALL, CalcInputs.Balances.NONE).periodValues().stream()
                .map(row -> row.subject() + " " + row.period() + " " + row.value()).sorted().toList();
    }

    @Test
    void aFileThatCannotBeBroughtInLeavesWhatWasReplacedInPart() throws IOException {
        String keys = ORDERS + "replaces: keys\n";
        fixture.file("orders.csv", FIRST).run(keys);
        fixture.file("orders.csv", "id,seller,amount,day\n2,ann,5,2026-02-03\n3,bob,x,2026-02-10\n").findings(keys);
        assertThat(fixture.facts("orders")).containsExactly("1|ann|10.00|2026-01-30", "2|ann|20.00|2026-02-03",
                "3|bob|30.00|2026-02-10");
    }

    @Test
    void whatIsRejectedTakesThePlaceOfNothing() throws IOException {
        fixture.documents("""
                hermes: 1
                kind: dataset
                code: refunds
                columns: {id: text, amount: {type: USD, digits: 10, scale: 2}, day: date, of: {type: text, refersTo: refunds}}
                key: id
                date: day
                """);
        String refunds = """
                code: refunds
                file: refunds.csv
                into: facts
                of: refunds
                fields: {id: id, amount: amount, day: day, of: of}
                """;
        for (String replaces : List.of("keys", "{periods: monthly}")) {
            String mapping = refunds + "replaces: " + replaces + "\n";
            fixture.file("refunds.csv", "id,amount,day,of\n1,10,2026-01-05,\n2,20,2026-02-05,1\n")
                    .run(mapping, ImportTerms.WHOLE.evenIfUnchanged());
            ImportSummary summary = fixture
                    .file("refunds.csv", "id,amount,day,of\n1,11,2026-01-05,\n2,21,2026-02-05,nobody\n")
                    .rejecting(mapping);
            assertThat(summary.rejected()).isOne();
            assertThat(summary.replaced()).isOne();
            assertThat(fixture.facts("refunds")).as(replaces).containsExactly("1|11.00|2026-01-05|",
                    "2|20.00|2026-02-05|1");
            fixture.workspace().imports().remove("refunds");
        }
    }

    @Test
    void theSameFileIsNotTheSameUnderAnotherDefinitionOrWithoutItsFacts() throws IOException {
        fixture.file("orders.csv", FIRST).run(ORDERS);
        assertThat(fixture.run(ORDERS).since()).isNotNull();
        assertThat(fixture.run(ORDERS + "where: seller != 'bob'\n").since()).isNull();
        assertThat(fixture.facts("orders")).hasSize(2);
        assertThat(fixture.run(ORDERS).since()).as("the one before the last").isNull();
        fixture.documents("hermes: 1\nkind: calendar\ncode: another\nperiods: months\n");
        assertThat(fixture.run(ORDERS).since()).isNull();
        Files.delete(fixture.workspace().facts().current().of("orders").getFirst());
        assertThat(fixture.run(ORDERS).since()).isNull();
        assertThat(fixture.facts("orders")).hasSize(3);
    }

    @Test
    void whereRowsWereRejectedTheSameFileIsReadAgain() throws IOException {
        fixture.file("orders.csv", FIRST + "4,ann,x,2026-01-01\n").rejecting(ORDERS);
        assertThat(fixture.rejecting(ORDERS).since()).isNull();
        Imports.Import last = fixture.workspace().imports().current().getFirst();
        assertThat(last.read()).isEqualTo(4);
        assertThat(last.accepted()).isEqualTo(3);
        assertThat(last.rejected()).isOne();
    }
}

package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.document.Library;
import dev.hermes.model.Mapping.Target;
import dev.hermes.model.Message;
import dev.hermes.model.PersonRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping is drafted for a file, and works once what is asked is decided. */
class DraftTest {

    private static final String ORDERS = """
            Order No.;Day;Sold by;Amount
            0017;25.04.2026;S1;1.234,50
            0018;03.04.2026;S2;-17,00
            """;

    @TempDir
    Path folder;

    private Draft draft(String text, Target into, @Nullable String of, Library library) throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), text);
        return Draft.of(Detection.of(file), new Draft.Purpose("drafted", "file.csv", into, of), library);
    }

    @Test
    void columnsAreMatchedWithThoseOfTheDatasetByTheirNames() throws IOException {
        try (ImportFixture fixture = new ImportFixture(folder).documents("""
                hermes: 1
                kind: dataset
                code: orders
                columns: {orderNo: text, day: date, seller: text, amount: EUR}
                key: orderNo
                date: day
                """)) {
            Draft draft = draft(ORDERS, Target.FACTS, "orders", fixture.workspace().documents().library());
            assertThat(draft.yaml()).isEqualTo("""
                    # Columns that no field reads: Sold by
                    hermes: 1
                    kind: mapping
                    code: drafted
                    file: file.csv
                    format: {csv: {separator: ;, decimal: ',', grouping: ., dates: dd.MM.yyyy}}
                    into: facts
                    of: orders
                    fields:
                      orderNo: Order No.
                      day: Day
                      amount: Amount
                    """);
            fixture.run(draft.yaml().lines().skip(3).reduce("", (text, line) -> text + line + "\n"));
            assertThat(fixture.facts("orders")).containsExactly("0017|2026-04-25||1234.5000",
                    "0018|2026-04-03||-17.0000");
        }
    }

    @Test
    void whereThereIsNoDatasetOneIsProposed() throws IOException {
        Draft draft = draft(ORDERS, Target.FACTS, "orders", Library.EMPTY);
        assertThat(draft.yaml()).isEqualTo("""
                # To decide: Credit: who is credited is not said; maybe credit: {person: …} with the column that names them.
                hermes: 1
                kind: dataset
                code: orders
                columns:
                  orderNo: text
                  day: date
                  soldBy: text
                  amount: number
                key: orderNo
                date: day
                ---
                hermes: 1
                kind: mapping
                code: drafted
                file: file.csv
                format: {csv: {separator: ;, decimal: ',', grouping: ., dates: dd.MM.yyyy}}
                into: facts
                of: orders
                fields:
                  orderNo: Order No.
                  day: Day
                  soldBy: Sold by
                  amount: Amount
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"订单号|dingDanHao", "Größe (m²)|grosseM", "ID|id", "2026 sales|column1",
        "order_id|orderId", "true|column1", "Ürün|urun"})
    void namesOfOtherScriptsBecomeNamesOfFormulas(String title, String name) throws IOException {
        Draft draft = draft(title + "|amount\nA|1\n", Target.FACTS, "orders", Library.EMPTY);
        assertThat(draft.mapping().fields().firstEntry().getKey()).isEqualTo(name);
    }

    @Test
    void aFieldWithoutAColumnIsAsked() throws IOException {
        Draft draft = draft("Person,Age\nA,31\n", Target.PERSONS, null, Library.EMPTY);
        assertThat(draft.questions()).extracting(Message::text).containsExactly(
                "Field name: no column of the file is called like that; which one is it?");
        assertThat(draft.unused()).containsExactly("Age");
    }

    @Test
    void rowsThatAreNoFactsAreDraftedToo() throws IOException {
        try (ImportFixture fixture = new ImportFixture(folder)) {
            Draft draft = draft("PERSON;Name;Born\n007;Bond;11.11.1920\n008;Bill;25.12.1921\n", Target.PERSONS, null,
                    fixture.workspace().documents().library());
            assertThat(draft.questions()).isEmpty();
            fixture.run(draft.yaml().lines().skip(3).reduce("", (text, line) -> text + line + "\n"));
            assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("007", "Bond"),
                    new PersonRow("008", "Bill"));
        }
    }

    @Test
    void whatAFileHoldsCannotLeaveTheComments() throws IOException {
        Draft draft = draft("person,name,\"x\ny: {}\"\nA,Ann,1\n", Target.PERSONS, null, Library.EMPTY);
        assertThat(draft.yaml()).startsWith("# Columns that no field reads: x y: {}\nhermes: 1\n");
    }
}

package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.DocumentReader;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Mapping;
import dev.hermes.model.PersonRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first rows of a file would become is shown before anything is brought in. */
class PreviewTest {

    private static final String ORDERS = """
            hermes: 1
            kind: dataset
            code: orders
            columns:
              orderId: text
              orderDate: date
              seller: {type: text, refersTo: persons}
              amount: {type: EUR, digits: 9, scale: 2, max: 10000}
            key: orderId
            date: orderDate
            """;

    private static final String MAPPING = """
            code: orders
            file: orders.csv
            into: facts
            of: orders
            format: {csv: {separator: ;, decimal: ',', grouping: ., dates: d.M.yyyy}}
            where: state != 'cancelled'
            fields: {orderId: no, seller: seller, amount: amount, orderDate: day}
            """;

    @TempDir
    Path folder;

    private ImportFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new ImportFixture(folder).documents(ORDERS);
        fixture.file("persons.csv", "id,name\nS1,Ann\n").run("""
                code: persons
                file: persons.csv
                into: persons
                fields: {person: id, name: name}
                """);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Preview preview(String mapping, int rows) {
        return preview(mapping, ImportTerms.WHOLE, rows);
    }

    private Preview preview(String mapping, ImportTerms terms, int rows) {
        LoadedDocument loaded = DocumentReader.read("mapping.yaml", "hermes: 1\nkind: mapping\n" + mapping).getFirst();
        return Importer.preview(fixture.workspace(), loaded, folder, terms, rows);
    }

    @Test
    void rowsAreShownTypedWithWhatWouldBeRejectedAndTheWorkspaceStaysAsItIs() throws IOException {
        fixture.file("orders.csv", """
                no;day;seller;amount;state
                O-1;31.1.2026;S1;1.234,50;
                O-2;30.2.2026;S2;12.000;
                O-3;1.2.2026;S1;5;cancelled
                O-1;1.2.2026;S1;;
                O-4;1.2.2026;S1
                """);

        Preview preview = preview(MAPPING, 100);

        assertThat(preview.fields()).containsExactly("orderId", "seller", "amount", "orderDate");
        assertThat(preview.read()).isEqualTo(5);
        assertThat(preview.leftOut()).isEqualTo(1);
        assertThat(preview.rows()).extracting(Preview.Row::line).containsExactly(2L, 3L, 5L, 6L);
        assertThat(preview.rows().get(0).values()).containsExactly("O-1", "S1", Decimal.parse("1234.50"),
                LocalDate.of(2026, 1, 31));
        assertThat(preview.rows().get(0).texts()).as("as in the file").containsExactly("O-1", "S1", "1.234,50",
                "31.1.2026");
        assertThat(preview.rows().get(0).isRejected()).isFalse();
        assertThat(preview.rows().get(1).values()).containsExactly("O-2", null, null, null);
        assertThat(preview.rows().get(1).texts()).containsExactly("O-2", "S2", "12.000", "30.2.2026");
        assertThat(preview.rows().get(1).refusals()).extracting(Preview.Refusal::column, Preview.Refusal::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("day", "30.2.2026"),
                        org.assertj.core.groups.Tuple.tuple("seller", "S2"),
                        org.assertj.core.groups.Tuple.tuple("amount", "12.000"));
        assertThat(preview.rows().get(2).refusals()).extracting(refusal -> refusal.finding().text()).containsExactly(
                "orders.csv:5:1: column no: The key \"O-1\" is in line 2 already. "
                        + "Maybe a row is there twice, or another column is the key.");
        assertThat(preview.rows().get(3).texts()).as("no row").containsExactly(null, null, null, null);
        assertThat(preview.rows().get(3).refusals()).extracting(Preview.Refusal::reason)
                .containsExactly("The row has 3 of 5 cells. "
                        + "Maybe the file was cut off, or is separated by another character.");
        assertThat(preview.rejected()).isEqualTo(3);
        assertThat(fixture.facts("orders")).isEmpty();
        assertThat(fixture.workspace().imports().current()).extracting(brought -> brought.mapping())
                .containsExactly("persons");
    }

    @Test
    void whatWasBroughtInBeforeStaysAndIsNotInTheWay() throws IOException {
        fixture.file("orders.csv", "no;day;seller;amount;state\nO-1;31.1.2026;S1;1;\n").run(MAPPING);
        fixture.file("orders.csv", "no;day;seller;amount;state\nO-1;31.1.2026;S1;2;\nO-2;31.1.2026;S1;2;\n");
        assertThat(preview(MAPPING, 10).rejected()).isZero();
        assertThat(fixture.facts("orders")).containsExactly("O-1|2026-01-31|S1|1.00");
    }

    @Test
    void nothingIsReadFarBehindTheRowsThatAreAskedFor() throws IOException {
        String rows = IntStream.range(0, 30_000).mapToObj(i -> "P" + i + ",Somebody\n").collect(Collectors.joining());
        fixture.file("persons.csv", "id,name\n" + rows + "P,\"never closed\n");
        Preview preview = preview("""
                code: persons
                file: persons.csv
                into: persons
                fields: {person: id, name: name}
                """, 3);
        assertThat(preview.rows()).extracting(Preview.Row::values).containsExactly(List.of("P0", "Somebody"),
                List.of("P1", "Somebody"), List.of("P2", "Somebody"));
        assertThat(preview.read()).isEqualTo(3);
        assertThat(preview.into()).isEqualTo(Mapping.Target.PERSONS);
        assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("S1", "Ann"));
    }

    @Test
    void whatIsPastedIsPreviewedInTheSameWay() {
        Preview preview = preview(MAPPING, ImportTerms.WHOLE.of(Clipboard.of("""
                no\tday\tseller\tamount\tstate
                O-1\t31.1.2026\tS1\t1,5\t
                O-2\t31.1.2026\tS1\t1.5\t
                """)), 10);
        assertThat(preview.rows().get(0).values()).contains(Decimal.parse("1.5"));
        assertThat(preview.rows().get(1).refusals().getFirst().finding().text())
                .startsWith("clipboard:3:4: column amount: \"1.5\" is not written as the mapping says");
        assertThat(fixture.facts("orders")).isEmpty();
    }

    @Test
    void aMappingThatIsWrongIsRefusedAsByAnImport() throws IOException {
        fixture.file("orders.csv", "no;day\n1;2\n");
        assertThatThrownBy(() -> preview(MAPPING, 10)).isInstanceOf(FindingsException.class)
                .hasMessageContaining("has no column");
        assertThatThrownBy(() -> preview(MAPPING, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyRowThatAnImportRejectsAPreviewOfAllRowsTells() throws IOException {
        String cells = IntStream.range(0, 500)
                .mapToObj(
                        i -> "O-" + i % 450 + ";" + i % 33 + ".1.2026;S" + i % 2 + ";" + i + (i % 7 == 0 ? ".5" : ",5")
                                + ";" + (i % 5 == 0 ? "cancelled" : ""))
                .collect(Collectors.joining("\n", "no;day;seller;amount;state\n", "\n"));
        fixture.file("orders.csv", cells);
        Preview preview = preview(MAPPING, 1000);
        ImportSummary summary = fixture.rejecting(MAPPING);
        assertThat(preview.rejected()).isPositive().isEqualTo(summary.rejected());
        assertThat(preview.rows().size() - preview.rejected()).isEqualTo(summary.accepted());
        assertThat(fixture.rejected().stream().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyInAnyOrderElementsOf(preview.rows().stream().filter(Preview.Row::isRejected)
                        .map(row -> Long.toString(row.line())).toList());
    }
}

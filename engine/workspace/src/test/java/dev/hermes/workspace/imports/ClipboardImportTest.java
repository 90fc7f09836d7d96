package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.PersonRow;
import dev.hermes.workspace.Imports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are copied from a spreadsheet take the way of files. */
class ClipboardImportTest {

    private static final String MAPPING = """
            code: persons
            file: persons.csv
            into: persons
            fields: {person: id, name: name}
            """;

    @TempDir
    Path folder;

    private ImportFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ImportFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static ImportTerms copied(String text) {
        return ImportTerms.WHOLE.of(Clipboard.of(text));
    }

    @Test
    void cellsWithLineBreaksStandInQuotesAsExcelPutsThem() {
        ImportSummary summary = fixture.run(MAPPING,
                copied("id\tname\r\n1\t\"Smith\nAnn \"\"Annie\"\"\"\r\n2\t5\" pipe\r\n"));
        assertThat(summary.accepted()).isEqualTo(2);
        assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("1", "Smith\nAnn \"Annie\""),
                new PersonRow("2", "5\" pipe"));
        assertThat(fixture.workspace().imports().current()).extracting(Imports.Import::file)
                .containsExactly("clipboard");
    }

    @Test
    void theFormatOfTheFileSaysNothingOfTabsButOfNumbers() {
        fixture.documents("""
                hermes: 1
                kind: dataset
                code: orders
                columns: {orderId: text, orderDate: date, amount: {type: EUR, digits: 9, scale: 2}}
                key: orderId
                date: orderDate
                """);
        fixture.run("""
                code: orders
                file: orders.csv
                into: facts
                of: orders
                format: {csv: {separator: ;, quote: none, encoding: windows-1252, decimal: ',', grouping: ., dates: d.M.yyyy}}
                fields: {orderId: no, orderDate: day, amount: amount}
                """, copied("no\tday\tamount\n1\t31.1.2026\t\"1.234,50\"\n"));
        assertThat(fixture.facts("orders")).containsExactly("1|2026-01-31|1234.50");
    }

    @Test
    void whatIsCopiedFromATextFileIsAsTheFileIs() {
        fixture.run(MAPPING + "format: {csv: {separator: ;}}\n", copied("id;name\n1;Ann\n"));
        assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("1", "Ann"));
    }

    @Test
    void aMappingOfAWorkbookTakesAPartOfItFromTheClipboard() {
        fixture.run(MAPPING.replace(".csv", ".xlsx") + "format: {excel: {sheet: Staff}}\n",
                copied("id\tname\n1\tAnn\n"));
        assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("1", "Ann"));
    }

    @Test
    void utf16WithAMarkIsWhatSomeShellsHandOver() {
        byte[] bytes = "\uFEFFid\tname\r\n1\t王芳\r\n".getBytes(StandardCharsets.UTF_16LE);
        fixture.run(MAPPING, ImportTerms.WHOLE.of(new Clipboard(bytes)));
        assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("1", "王芳"));
    }

    @Test
    void findingsNameTheClipboard() {
        assertThat(fixture.findings(MAPPING, copied("id\tname\n1\tAnn\n\tBob\n")))
                .containsExactly("clipboard:3:1: column id: "
                        + "The field person is empty. Maybe leave such rows out with where.");
        assertThat(fixture.findings(MAPPING, copied("ident\tname\n1\tAnn\n")))
                .containsExactly("mapping.yaml:6:18: mapping "
                        + "persons at fields.person: The clipboard has no column \"id\". Maybe one of ident, name.");
        assertThat(fixture.findings(MAPPING, copied(""))).containsExactly(
                "clipboard:1:1: file: The clipboard is empty. Maybe the names of the columns belong in its first line.");
        assertThat(fixture.findings(MAPPING, ImportTerms.WHOLE.of(new Clipboard(new byte[] {'i', 'd', (byte) 0xFC}))))
                .containsExactly("clipboard:1:1: file: The clipboard is no text in UTF-8. Maybe copy the table anew.");
    }

    @Test
    void rejectedRowsAreWrittenAndMendedAsThoseOfAFile() throws IOException {
        ImportTerms terms = copied("id\tname\textra\n1\tAnn\tx\n\tBob\ty\n").rejectingTo(fixture.rejects());
        assertThat(fixture.run(MAPPING, terms).rejected()).isEqualTo(1);
        assertThat(fixture.rejected()).first().asString().endsWith("id,name,extra");
        fixture.file("rejects.csv", "hermes_line,id,name,extra\n3,2,Bob,y\n");
        fixture.run(MAPPING, ImportTerms.WHOLE.of(fixture.rejects()));
        assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("1", "Ann"), new PersonRow("2", "Bob"));
    }
}

package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.Mapping;
import dev.hermes.model.PersonRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CSV files may look like, and what is said of those that may not. */
class CsvImportTest {

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

    private List<String> findings(String text) throws IOException {
        fixture.file("persons.csv", text);
        return fixture.findings(MAPPING);
    }

    private List<PersonRow> persons(String text) throws IOException {
        fixture.file("persons.csv", text).run(MAPPING);
        return fixture.inputs().persons();
    }

    private static PersonRow person(String id, String name) {
        return new PersonRow(id, name);
    }

    @Test
    void lineEndsQuotesAndAByteOrderMarkAreReadAsTheyAreMeant() throws IOException {
        assertThat(persons("\uFEFFid,name\r\n1,\"Smith, \"\"Ann\"\"\"\n2,\"Two\nlines\"\r\n\r\n3,王芳")).containsExactly(
                person("1", "Smith, \"Ann\""), person("2", "Two\nlines"), person("3", "王芳"));
    }

    @Test
    void whiteSpaceAroundACellSaysNothing() throws IOException {
        assertThat(persons(" id ,name\n 007 , Bond\t\n")).containsExactly(person("007", "Bond"));
    }

    @Test
    void columnsThatNobodyAsksForMayBeAnything() throws IOException {
        assertThat(persons("id,,name,\n1,x,Ann,y\n")).containsExactly(person("1", "Ann"));
    }

    @Test
    void anotherSeparatorIsSaidInTheMapping() throws IOException {
        fixture.file("persons.csv", "id;name\n1;Smith, Ann\n").run(MAPPING + "format: {csv: {separator: ';'}}\n");
        assertThat(fixture.inputs().persons()).containsExactly(person("1", "Smith, Ann"));
    }

    @Test
    void aFileWithoutRowsBringsNothingAndRemovesWhatWasBrought() throws IOException {
        persons("id,name\n1,Ann\n");
        ImportSummary summary = fixture.file("persons.csv", "id,name\n").run(MAPPING);
        assertThat(summary).isEqualTo(new ImportSummary("persons", Mapping.Target.PERSONS, 0, 0, 0, 1));
        assertThat(fixture.inputs().persons()).isEmpty();
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertThat(findings("")).containsExactly("persons.csv:1:1: file: The file is empty. "
                + "Maybe the names of the columns belong in its first line.");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThat(fixture.findings(MAPPING)).containsExactly("mapping.yaml:4:7: mapping persons at file: The file "
                + folder.resolve("persons.csv") + " is not there. Maybe it was not delivered yet, or the path is "
                + "relative to another folder.");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() throws IOException {
        assertThat(findings("id,name,name\n1,Ann,Smith\n")).containsExactly("persons.csv:1:1: file: Two columns are "
                + "called \"name\". Maybe rename one in the first line of the file.");
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithItsNearest() throws IOException {
        assertThat(findings("ident,names\n1,Ann\n")).containsExactly(
                "mapping.yaml:6:18: mapping persons at fields.person: The file persons.csv has no column \"id\". "
                        + "Maybe one of ident, names.",
                "mapping.yaml:6:28: mapping persons at fields.name: The file persons.csv has no column \"name\". "
                        + "Maybe names.");
    }

    @Test
    void aFileWithAnotherSeparatorIsSaidToHaveIt() throws IOException {
        assertThat(findings("id;name\n1;Ann\n")).containsExactly("mapping.yaml:4:7: mapping persons at file: The file "
                + "persons.csv has one column, \"id;name\". Maybe it is separated by another character: "
                + "format: {csv: {separator: ';'}}.");
        assertThat(findings("id\tname\n1\tAnn\n").getFirst()).endsWith("format: {csv: {separator: \"\\t\"}}.");
    }

    @Test
    void aFileOfAnotherKindIsSaidToBeOne() throws IOException {
        byte[] rest = new byte[200];
        Arrays.fill(rest, (byte) 0xFE);
        fixture.file("persons.csv", concat("PK\u0003\u0004", rest));
        assertThat(fixture.findings(MAPPING)).containsExactly("persons.csv:1:1: file: The file is a spreadsheet or an "
                + "archive, not CSV. Maybe add format: excel to the mapping if it is an Excel workbook, or save it as "
                + "\"CSV UTF-8\".");
        fixture.file("persons.csv", concat("PAR1", rest));
        assertThat(fixture.findings(MAPPING)).containsExactly("persons.csv:1:1: file: The file is Parquet, not CSV. "
                + "Maybe add format: parquet to the mapping.");
    }

    private static byte[] concat(String beginning, byte[] rest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(beginning.getBytes(StandardCharsets.US_ASCII));
        bytes.write(rest);
        return bytes.toByteArray();
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Files.createDirectory(folder.resolve("persons.csv"));
        assertThat(fixture.findings(MAPPING)).containsExactly("mapping.yaml:4:7: mapping persons at file: "
                + folder.resolve("persons.csv") + " is a folder. Maybe name a file in it.");
    }

    @Test
    void rowsWithMoreOrFewerCellsThanColumnsAreRefused() throws IOException {
        assertThat(findings("id,name\n1,Smith, Ann\n2,Bob\n3\n")).containsExactly(
                "persons.csv:2:1: row: The row has 3 cells, and there are 2 columns. "
                        + "Maybe a cell that holds the separator is not in quotes.",
                "persons.csv:4:1: row: The row has 1 of 2 cells. "
                        + "Maybe the file was cut off, or is separated by another character.");
    }

    @Test
    void aQuoteThatIsNotClosedIsFoundWhereItOpens() throws IOException {
        assertThat(findings("id,name\n1,Ann\n2,\"Bob\n3,Carl\n")).containsExactly("persons.csv:3:1: file: A quote is "
                + "opened in this row and never closed. Maybe a \" inside a cell is not doubled.");
        assertThat(findings("id,name\n1,\"Ann\" Smith\n")).containsExactly("persons.csv:2:1: file: Something stands "
                + "behind a closed quote in this row. Maybe a \" inside a cell is not doubled.");
        assertThat(findings("id,name\n1,\"" + "x\n".repeat(600_000)))
                .containsExactly("persons.csv:2:1: file: A cell of "
                        + "this row is longer than 1048576 characters. Maybe a quote is opened and not closed.");
    }

    @Test
    void whatIsNotUtf8IsFoundInItsLine() throws IOException {
        String text = IntStream.range(1, 5000).mapToObj(i -> i + ",Müller\n")
                .collect(Collectors.joining("", "id,name\n", ""));
        byte[] late = (text + "5000,M?ller\n").getBytes(StandardCharsets.UTF_8);
        late[late.length - 6] = (byte) 0xFC;
        fixture.file("persons.csv", late);
        String advice = ": file: The line is not UTF-8. "
                + "Maybe save the file as UTF-8 (a spreadsheet calls it \"CSV UTF-8\"), or name its encoding: format: "
                + "{csv: {encoding: GB18030}}.";
        assertThat(fixture.findings(MAPPING)).containsExactly("persons.csv:5001:1" + advice);
        for (Charset other : List.of(StandardCharsets.ISO_8859_1, Charset.forName("GBK"))) {
            fixture.file("persons.csv", "id,name\n1,Müller王\n".getBytes(other));
            assertThat(fixture.findings(MAPPING)).as(other.name()).allMatch(finding -> finding.endsWith(advice));
        }
    }

    @Test
    void utf16WithoutAMarkIsSaidToBeThat() throws IOException {
        fixture.file("persons.csv", "id,name\n1,Ann\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(fixture.findings(MAPPING)).containsExactly("persons.csv:1:1: file: The file holds NUL characters as "
                + "UTF-8. Maybe it is UTF-16 without a byte order mark: format: {csv: {encoding: UTF-16LE}}.");
    }

    @Test
    void idsThatOnlyLookAlikeAreRefused() throws IOException {
        assertThat(findings("id,name\n7\u200B,Ann\n\u00A08,Bob\n9\u0000,Carl\n")).containsExactly(
                "persons.csv:2:1: column id: \"7[U+200B]\" holds a character that cannot be seen, U+200B, and would look "
                        + "like another id. Maybe remove it at its source.",
                "persons.csv:3:1: column id: \"[U+00A0]8\" holds a character that cannot be seen, U+00A0, and would look "
                        + "like another id. Maybe remove it at its source.",
                "persons.csv:4:1: column id: \"9[U+0000]\" holds a character that cannot be seen, U+0000, and would look "
                        + "like another id. Maybe remove it at its source.");
    }

    @Test
    void everyBadCellIsReportedUpToAHundredAndTheRestIsCounted() throws IOException {
        String rows = "\u200B,x\n".repeat(150);
        List<String> findings = findings("id,name\n" + rows);
        assertThat(findings).hasSize(101);
        assertThat(findings.get(99)).startsWith("persons.csv:101:1: column id: ");
        assertThat(findings.get(100)).isEqualTo("file persons.csv: There are 50 more findings than these. "
                + "Maybe mend them first and bring the file in again.");
    }

    @Test
    void aBadRowAtTheVeryEndLeavesTheWorkspaceAsItWas() throws IOException {
        persons("id,name\n1,Ann\n2,Bob\n");
        String many = IntStream.range(1, 10_000).mapToObj(i -> i + ",Somebody\n").collect(Collectors.joining());
        assertThat(findings("id,name\n" + many + ",Nobody\n")).containsExactly("persons.csv:10001:1: column id: "
                + "The field person is empty. Maybe leave such rows out with where.");
        assertThat(fixture.inputs().persons()).containsExactly(person("1", "Ann"), person("2", "Bob"));
        assertThat(fixture.workspace().imports().current()).hasSize(1).allMatch(brought -> brought.rows() == 2);
    }

    @Test
    void progressIsToldInRowsRead() throws IOException {
        fixture.file("persons.csv", "id,name\n" + "1,Ann\n".repeat(10_000));
        List<Long> told = new ArrayList<>();
        var mapping = dev.hermes.document.DocumentReader
                .read("mapping.yaml", "hermes: 1\nkind: mapping\n" + MAPPING).getFirst();
        Importer.run(fixture.workspace(), mapping, folder, told::add);
        assertThat(told).isSorted().hasSizeGreaterThan(1).last().isEqualTo(10_000L);
    }

    @Test
    void aRowThatTheConditionCannotDecideIsRefused() throws IOException {
        fixture.file("persons.csv", "id,name\n1,Ann\nx,Bob\n");
        assertThat(fixture.findings(MAPPING + "where: number(id) > 0\n")).hasSize(1).first().asString().startsWith(
                "persons.csv:3:1: row: Whether the row is wanted cannot be decided: ");
    }

    @Test
    void aFormulaThatIsNoneIsRefusedAtItsPlace() throws IOException {
        fixture.file("persons.csv", "id,name\n1,Ann\n");
        assertThat(fixture.findings(MAPPING + "where: nam == 'Ann'\n")).hasSize(1).first().asString()
                .startsWith("mapping.yaml:7:8: mapping persons at where: Column 1 of the formula: ").contains("name");
    }

    @Test
    void fieldsThatTheRowsDoNotHaveAndFieldsThatTheyNeedAreNamed() throws IOException {
        fixture.file("persons.csv", "id,name\n1,Ann\n");
        assertThat(fixture.findings("""
                code: persons
                file: persons.csv
                into: persons
                fields: {person: {column: id, plusDays: 1}, nam: name, salary: {value: 1}}
                """)).containsExactly(
                "mapping.yaml:6:18: mapping persons at fields.person: The field person is not a date. "
                        + "Maybe remove format and plusDays.",
                "mapping.yaml:6:9: mapping persons at fields: Rows that become persons need the field name. "
                        + "Maybe add it, with the column that it comes from.",
                "mapping.yaml:6:50: mapping persons at fields.nam: Rows that become persons have no field nam. "
                        + "Maybe name.",
                "mapping.yaml:6:64: mapping persons at fields.salary: Rows that become persons have no field salary. "
                        + "Maybe one of name, person.");
        assertThat(fixture.findings("""
                code: persons
                file: persons.csv
                into: persons
                fields: {person: {value: 1}, name: {value: Ann}}
                """))
                .containsExactly("mapping.yaml:6:9: mapping persons at fields: No field reads a column of the file. "
                        + "Maybe one of id, name.");
    }
}

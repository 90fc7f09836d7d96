package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.PersonRow;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as other programs and other countries write them, read as their mappings say. */
class DialectImportTest {

    private static final String ORDERS = """
            hermes: 1
            kind: dataset
            code: orders
            columns:
              orderId: text
              orderDate: date
              amount: {type: EUR, digits: 12, scale: 3}
            key: orderId
            date: orderDate
            """;

    @TempDir
    Path folder;

    private ImportFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ImportFixture(folder).documents(ORDERS);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static String persons(String format) {
        return """
                code: persons
                file: persons.csv
                into: persons
                fields: {person: id, name: name}
                format: {csv: {%s}}
                """.formatted(format);
    }

    private static String orders(String format) {
        return """
                code: orders
                file: orders.csv
                into: facts
                of: orders
                fields: {orderId: no, orderDate: day, amount: amount}
                format: {csv: {%s}}
                """.formatted(format);
    }

    /** The amount that a cell is read as. */
    private String amount(String cell, String format) throws IOException {
        fixture.file("orders.csv", "no;day;amount\n1;2026-01-31;" + cell + "\n")
                .run(orders("separator: ;, " + format));
        return fixture.facts("orders").getFirst().substring("1|2026-01-31|".length());
    }

    /** What is said of a cell. */
    private String refusal(String cell, String format) throws IOException {
        fixture.file("orders.csv", "no;day;amount\n1;2026-01-31;" + cell + "\n");
        List<String> findings = fixture.findings(orders("separator: ;" + (format.isEmpty() ? "" : ", " + format)));
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "GBK", "Big5", "Shift_JIS", "EUC-JP", "UTF-16LE", "UTF-16BE", "UTF-8"})
    void anEncodingIsNamed(String encoding) throws IOException {
        fixture.file("persons.csv", "id,name\r\n1,山田\r\n2,Ann\r\n".getBytes(Charset.forName(encoding)))
                .run(persons("encoding: " + encoding));
        assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("1", "山田"), new PersonRow("2", "Ann"));
    }

    @Test
    void westernEncodingsAreNamedToo() throws IOException {
        fixture.file("persons.csv", "id,name\n1,Müller €\n".getBytes(Charset.forName("windows-1252")))
                .run(persons("encoding: windows-1252"));
        assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("1", "Müller €"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "GB18030"})
    void aByteOrderMarkNeedsNoName(String encoding) throws IOException {
        fixture.file("persons.csv", "\uFEFFid,name\n1,山田\n".getBytes(Charset.forName(encoding))).run(persons(""
                + "separator: ','"));
        assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("1", "山田"));
    }

    @Test
    void aMarkThatContradictsTheMappingIsRefused() throws IOException {
        fixture.file("persons.csv", "\uFEFFid,name\n1,Ann\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(fixture.findings(persons("encoding: GB18030")))
                .containsExactly("persons.csv:1:1: file: The file begins "
                        + "with the byte order mark of UTF-16LE, and the mapping says encoding: GB18030. "
                        + "Maybe remove encoding from the mapping.");
    }

    @ParameterizedTest
    @CsvSource({"GB18030, 1", "Shift_JIS, 2", "windows-1252, 1", "UTF-16LE, 1"})
    void bytesThatAreNotOfTheEncodingAreFoundInTheirLine(String encoding, int unfit) throws IOException {
        Charset charset = Charset.forName(encoding);
        byte[] good = "id,name\r\n1,Ann\r\n2,".getBytes(charset);
        byte[] bad = Arrays.copyOf(good, good.length + unfit);
        // Half a character, or a byte that means nothing.
        Arrays.fill(bad, good.length, bad.length, (byte) 0x81);
        bad[bad.length - 1] = encoding.equals("Shift_JIS") ? (byte) 0xFF : (byte) 0x81;
        fixture.file("persons.csv", bad);
        assertThat(fixture.findings(persons("encoding: " + encoding)))
                .containsExactly("persons.csv:3:1: file: The line is "
                        + "not " + encoding + ". Maybe the file is of another encoding, or was damaged on its way.");
    }

    @Test
    void aFileMayNameNoColumns() throws IOException {
        fixture.file("persons.csv", "1,Ann\n2,Bob\n").run("""
                code: persons
                file: persons.csv
                into: persons
                fields: {person: column1, name: column2}
                format: {csv: {header: false}}
                """);
        assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("1", "Ann"), new PersonRow("2", "Bob"));
    }

    @Test
    void cellsMayStandInApostrophesOrInNothing() throws IOException {
        fixture.file("persons.csv", "id,name\n1,'Smith, 5\" Ann'\n").run(persons("quote: \"'\""));
        assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("1", "Smith, 5\" Ann"));
        fixture.file("persons.csv", "id,name\n1,\"Ann\n2,5\"\n").run(persons("quote: none"));
        assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("1", "\"Ann"), new PersonRow("2", "5\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "1.234,50    | decimal: ',', grouping: .   | 1234.500",
        "1234,50     | decimal: ',', grouping: .   | 1234.500",
        "-1.234.567  | decimal: ',', grouping: .   | -1234567.000",
        "1,234.50    | grouping: ','               | 1234.500",
        "1'234.50    | grouping: \"'\"             | 1234.500",
        "1’234.50    | grouping: \"'\"             | 1234.500",
        "1\u202F234,5| decimal: ',', grouping: ' ' | 1234.500",
        "1\u00A0234,5| decimal: ',', grouping: ' ' | 1234.500",
        "−5          | negative: leading           | -5.000",
        "5-          | negative: trailing          | -5.000",
        "1.234,5-    | {decimal: ',', grouping: ., negative: trailing} | -1234.500",
        "(1,234.50)  | {grouping: ',', negative: parentheses}          | -1234.500",
        "12.5 %      | percent: true               | 0.125",
        "-7,5\u00A0% | {decimal: ',', percent: true}| -0.075"})
    void numbersAreReadAsTheMappingSays(String cell, String format, String amount) throws IOException {
        assertThat(amount(cell, format.replaceAll("^\\{|}$", ""))).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23.4", "1.2345", ".123", "1234.567", "0.123", "1.234.56", "1..234", "1,", ",5", "1,2,3",
        "1.234,5.6", "-", "(5)", "5-", "5 %", "--5", "1 234", "１２"})
    void groupsThatAreNotOfThreeDigitsAreRefused(String cell) throws IOException {
        assertThat(refusal(cell, "decimal: ',', grouping: ."))
                .startsWith("orders.csv:2:3: column amount: \"" + cell + "\" is not written as the mapping says that "
                        + "numbers are: 1.234,50. Maybe ");
    }

    @Test
    void aNumberInAnotherStyleSaysHowTheMappingWouldReadIt() throws IOException {
        assertThat(refusal("1,234.50", "decimal: ','")).endsWith("Maybe the mapping should say format: "
                + "{csv: {decimal: '.', grouping: ','}}.");
        assertThat(refusal("12.5-", "")).endsWith("Maybe the mapping should say format: {csv: {negative: trailing}}.");
        assertThat(refusal("(12.5)", "")).endsWith("{csv: {negative: parentheses}}.");
        assertThat(refusal("12.5 %", "")).endsWith("{csv: {percent: true}}.");
        assertThat(refusal("€ 12.50", "")).endsWith("Maybe remove the currency at its source; it is said once, in the "
                + "column's type.");
        assertThat(refusal("12,50 EUR", "decimal: ','")).contains("Maybe remove the currency at its source");
    }

    @Test
    void aNumberThatDoesNotFitIsShownAsItStands() throws IOException {
        assertThat(refusal("1.234,5678", "decimal: ',', grouping: .")).contains("\"1.234,5678\" has more than the 3 "
                + "fractional digits that its column keeps.");
    }

    @Test
    void datesAreOfOneFormatUnlessAFieldHasItsOwn() throws IOException {
        fixture.file("orders.csv", "no,day,amount\n1,31.01.2026,5\n").run(orders("dates: dd.MM.yyyy"));
        assertThat(fixture.facts("orders")).containsExactly("1|2026-01-31|5.000");
        fixture.file("orders.csv", "no,day,amount\n1,01/31/2026,5\n").run(orders("dates: dd.MM.yyyy")
                .replace("orderDate: day", "orderDate: {column: day, format: MM/dd/yyyy}"));
        assertThat(fixture.facts("orders")).containsExactly("1|2026-01-31|5.000");
    }

    @Test
    void whatAMappingWritesItselfIsPlain() throws IOException {
        fixture.file("orders.csv", "no,day,amount\n1,x,small\n").run("""
                code: orders
                file: orders.csv
                into: facts
                of: orders
                format: {csv: {decimal: ',', grouping: ., dates: dd.MM.yyyy}}
                fields:
                  orderId: no
                  orderDate: {value: 2026-01-31}
                  amount: {column: amount, lookup: {small: 1.25}}
                """);
        assertThat(fixture.facts("orders")).containsExactly("1|2026-01-31|1.250");
    }

    @Test
    void aLetterOfAnotherScriptInAnIdIsRefused() throws IOException {
        fixture.file("persons.csv", "id,name\nА1,Cyrillic alone\nS\u0410P,mixed\nΩ-A1,two words\n客户A,Han and Latin\n");
        assertThat(fixture.findings(persons("separator: ','")))
                .containsExactly("persons.csv:3:1: column id: \"SАP\" holds "
                        + "the Cyrillic А (U+0410), which looks like a letter of another script than those beside it. "
                        + "Maybe type the id anew.");
    }

    @Test
    void aControlCharacterInATextIsRefused() throws IOException {
        fixture.file("persons.csv", "id,name\n1,A\u0000nn\n2,\"Two\tand\nthree\"\n");
        assertThat(fixture.findings(persons("separator: ','"))).containsExactly("persons.csv:2:2: column name: "
                + "\"A[U+0000]nn\" holds a control character. Maybe remove it at its source.");
    }
}

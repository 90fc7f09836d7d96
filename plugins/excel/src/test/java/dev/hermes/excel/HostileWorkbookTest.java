package dev.hermes.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.spi.UnreadableTableException;
import dev.hermes.testkit.hostile.Xlsx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that no spreadsheet program writes: each is read rightly or refused, with its place. */
class HostileWorkbookTest {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final String HEADER = Xlsx.header(1);
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void theWorkbookThatTheseTestsSpoilIsRead() throws Exception {
        Table table = Table.read(Xlsx.ofRows(HEADER + """
                <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>1250.5</v></c></row>
                <row r="3"><c r="A3" t="inlineStr"><is><t>Grace_x000A_Hopper</t></is></c><c r="B3" s="2"><v>46203</v></c></row>
                """).bytes());

        assertThat(table.columns()).containsExactly("name", "amount");
        assertThat(table.rows()).containsExactly("2: Ada Lovelace | 1250.5", "3: Grace\nHopper | 2026-06-30");
    }

    @Test
    void rowsAndCellsWithoutNumbersAreCounted() throws Exception {
        Table table = Table.read(Xlsx.ofRows("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
                + "<row r=\"4\"><c/><c><v>5</v></c></row><row><c><v>1</v></c></row>").bytes());

        assertThat(table.rows()).containsExactly("4:  | 5", "5: 1 | ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1n", "A", "2", "A3", "a2", "A02", "$A$2", "XFE2", "A99999999", "AAAA2", "Ａ2", "", "A2:B2"})
    void aCellThatIsCalledSoIsRefused(String name) {
        assertThat(Table.unreadable(Xlsx.ofRows(HEADER + "<row r=\"2\"><c r=\"" + name + "\"><v>1</v></c></row>")))
                .isEqualTo("2: A cell is called '" + name + "', at row 2: the sheet is broken. Maybe open the file in "
                        + "Excel and save it, or mend the program that wrote it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A2", "B2"})
    void cellsThatAreThereTwiceOrGoBackAreRefused(String name) {
        assertThat(Table.unreadable(Xlsx.ofRows(HEADER + "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"" + name
                + "\"><v>2</v></c></row>"))).startsWith("2: A cell is called '" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "-1", "1n", "99999999", "1048577", "2.0"})
    void rowsThatDoNotRiseOrAreNoneAreRefused(String number) {
        assertThat(Table.unreadable(Xlsx.ofRows(HEADER + "<row r=\"" + number + "\"><c><v>1</v></c></row>")))
                .startsWith("1: A row is called '" + number + "', at row 1: the sheet is broken.");
    }

    @ParameterizedTest
    @ValueSource(bytes = {1, 12, 14, 93, 95})
    void partsThatArePackedOtherwiseAreRefused(byte method) {
        byte[] workbook = Xlsx.ofRows(HEADER).bytes();
        packed(workbook, LOCAL, 8, method);
        packed(workbook, CENTRAL, 10, method);

        assertThatThrownBy(() -> Table.read(workbook)).isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("packed by method " + method).hasMessageContaining("Maybe ");
    }

    /** Says of each part that it is packed by a method. */
    private static void packed(byte[] archive, int signature, int offset, byte method) {
        ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + offset + 2 <= archive.length; at++) {
            if (bytes.getInt(at) == signature) {
                bytes.putShort(at + offset, method);
            }
        }
    }

    @Test
    void whatTheParserHasNoWordsForIsRefused() {
        assertThat(Table.unreadable(
                Xlsx.ofRows(HEADER).replace("xl/workbook.xml", "<workbook", "<!DOCTYPE a [\u0001]><workbook")))
                .contains("xl/workbook.xml", " Maybe ");
    }

    @Test
    void aTextThatIsNotThereIsRefused() {
        assertThat(Table.unreadable(Xlsx.ofRows(HEADER + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c></row>")))
                .startsWith("2: The cell A2 has the text number '3' of 3 (counted from 0), at row 2");
        assertThat(Table.unreadable(Xlsx.ofRows(HEADER + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>-1</v></c></row>")))
                .startsWith("2: The cell A2 has the text number '-1' of 3");
    }

    @Test
    void aFormatThatIsNotThereIsRefused() {
        assertThat(Table.unreadable(Xlsx.ofRows(HEADER + "<row r=\"2\"><c r=\"A2\" s=\"77\"><v>3</v></c></row>")))
                .startsWith("2: The cell A2 has the format 77, which there is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<c><v>1e999</v></c>", "<c><v>NaN</v></c>", "<c t=\"b\"><v>2</v></c>",
        "<c t=\"zz\"><v>1</v></c>", "<c t=\"d\"><v>yesterday</v></c>", "<c><f>1+1</f></c>", "<c><f>1+1</f><v/></c>",
        "<c t=\"e\"><v>#REF!</v></c>", "<c s=\"1\"><v>60</v></c>"})
    void aCellWithoutAValueIsRefusedAndTheRowsBehindItAreRead(String cell) throws Exception {
        Table table = Table.read(Xlsx.ofRows(HEADER + "<row>" + cell + "</row><row><c><v>7</v></c></row>").bytes());

        assertThat(table.rows()).containsExactly("3: 7 | ");
        assertThat(table.refused()).singleElement().asString().startsWith("2:0: A2: ").contains(" Maybe ");
    }

    @Test
    void daysOfTheOtherSystemAreRead() throws Exception {
        Xlsx workbook = Xlsx.ofRows(HEADER + "<row><c s=\"1\"><v>44741</v></c></row>").replace("xl/workbook.xml",
                "<sheets>", "<workbookPr date1904=\"1\"/><sheets>");

        assertThat(Table.read(workbook.bytes()).rows()).containsExactly("2: 2026-06-30 | ");
    }

    @Test
    void aSheetThatInflatesToHundredsOfMegabytesIsRefusedAsABomb() {
        byte[] blanks = new byte[300 << 20];
        Arrays.fill(blanks, (byte) ' ');
        String sheet = Xlsx.sheet("<sheetData>" + HEADER + "</sheetData>");
        byte[] start = sheet.replace("</sheetData></worksheet>", "").getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, blanks, 0, start.length);
        byte[] workbook = Xlsx.ofRows(HEADER).part(SHEET, blanks).bytes();

        assertThat(workbook).hasSizeLessThan(1 << 20);
        assertThat(Table.unreadable(workbook)).contains("Zip bomb detected!");
    }

    @Test
    void aListOfPartsThatIsLargeIsRefusedBeforeItIsHeld() {
        StringBuilder list = new StringBuilder();
        for (int i = 0; list.length() < 5 << 20; i++) {
            list.append("<Override PartName=\"/p").append(i * 7919L % 1_000_003).append("\" ContentType=\"t/")
                    .append(i).append("\"/>");
        }

        assertThat(Table.unreadable(Xlsx.ofRows(HEADER).replace("[Content_Types].xml", "</Types>", list + "</Types>")))
                .startsWith("1: The workbook has a list of its parts of more than 4194304 bytes");
    }

    @Test
    void aCommentThatFillsTheMemoryIsRefused() {
        StringBuilder comment = new StringBuilder();
        for (long i = 1; comment.length() < 6 << 20; i++) {
            comment.append(Long.toString(i * 0x9E3779B97F4A7C15L, 36).replace('-', 'x'));
        }

        assertThat(Table.unreadable(Xlsx.ofSheet("<!--" + comment + "--><sheetData/>")))
                .contains("something in it has more than 4194304 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"})
    void entitiesAreRefusedInEveryPart(String part) {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM "
                + "\"file:///etc/passwd\">]>";

        assertThat(Table.unreadable(Xlsx.ofRows(HEADER).replace(part, "standalone=\"yes\"?>",
                "standalone=\"yes\"?>" + bomb))).startsWith("1: The part /" + part
                        + " of the workbook declares entities, which no workbook needs.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"})
    void entitiesInListsOfPartsLeadNowhere(String part) {
        String entity = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";

        assertThat(Table.unreadable(Xlsx.ofRows(HEADER).replace(part, "standalone=\"yes\"?>",
                "standalone=\"yes\"?>" + entity))).startsWith("1: The file ").contains("Maybe ")
                .doesNotContain("root:");
    }

    @Test
    void aRowOfEndlessTextIsRefused() {
        String cell = "<c t=\"inlineStr\"><is><t>" + "x".repeat(32_000) + "</t></is></c>";
        Xlsx workbook = Xlsx.ofRows(HEADER + "<row r=\"2\">" + cell.repeat(300) + "</row>");

        assertThat(Table.unreadable(workbook)).contains("Maybe ").matches("(?s)[12]: .*(8388608 characters|bomb).*");
        assertThat(Table.unreadable(Xlsx.ofRows(HEADER + "<row r=\"2\"><c t=\"str\"><v>" + "x".repeat(33_000)
                + "</v></c></row>"))).startsWith("2: A text has more than 32767 characters");
    }

    @Test
    void textsBeyondTheLimitOfMemoryAreRefused() throws Exception {
        String texts = "<sst>" + "<si><t>0123456789</t></si>".repeat(20_000) + "</sst>";
        try (Xml within = xml(texts); Xml beyond = xml(texts)) {
            assertThat(SharedStrings.read(within, 2 << 20).size()).isEqualTo(20_000);
            assertThatThrownBy(() -> SharedStrings.read(beyond, 1 << 20)).isInstanceOf(UnreadableTableException.class)
                    .hasMessage("The workbook holds more than 1 MiB of different texts. "
                            + "Maybe save the sheet as \"CSV UTF-8\" and import that.");
        }
    }

    private static Xml xml(String text) throws UnreadableTableException {
        return new Xml("/part.xml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void partsOutsideOfTheWorkbookAreRefused() {
        assertThat(Table.unreadable(Xlsx.ofRows(HEADER).part("../evil.xml", "<a/>")))
                .startsWith("1: The workbook holds a part outside of itself, '../evil.xml'");
        assertThat(Table.unreadable(Xlsx.ofRows(HEADER).part("xl\\..\\..\\evil.xml", "<a/>")))
                .startsWith("1: The workbook holds a part outside of itself");
        assertThat(Table.unreadable(Xlsx.ofRows(HEADER).part("/etc/evil.xml", "<a/>")))
                .startsWith("1: The workbook holds a part outside of itself");
    }

    @Test
    void partsThatAreThereTwiceAreRefused() {
        // The JDK writes no name twice, so another one of equal length is overwritten with it.
        String bytes = new String(Xlsx.ofRows(HEADER).part("xl/worksheets/sheet2.xml", "<worksheet/>").bytes(),
                StandardCharsets.ISO_8859_1).replace("sheet2.xml", "sheet1.xml");

        assertThat(Table.unreadable(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("1: The file cannot be read as a workbook: Input file contains more than 1 entry with the "
                        + "name xl/worksheets/sheet1.xml. Maybe ");
        assertThat(Table.unreadable(Xlsx.ofRows(HEADER).part("XL/Workbook.xml", "<workbook/>")))
                .contains("contains more than 1 entry with the name XL/Workbook.xml. Maybe ");
    }

    @Test
    void aSheetInAnotherFileIsNotFollowed() {
        assertThat(Table.unreadable(Xlsx.ofRows(HEADER).replace("xl/_rels/workbook.xml.rels",
                "Target=\"worksheets/sheet1.xml\"",
                "TargetMode=\"External\" Target=\"https://example.com/sheet1.xml\"")))
                .startsWith("1: A part of the workbook lies outside of the file, at https://example.com/sheet1.xml");
    }

    @Test
    void externalLinksAndMacrosAreNotLookedAt() throws Exception {
        Xlsx workbook = Xlsx.ofRows(HEADER + "<row><c><f>[1]Other!A1</f><v>5</v></c></row>")
                .replace("xl/_rels/workbook.xml.rels", "</Relationships>", "<Relationship Id=\"rId9\" Type=\"http://"
                        + "schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink\" "
                        + "TargetMode=\"External\" Target=\"file:///nowhere/other.xlsx\"/></Relationships>")
                .replace("[Content_Types].xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                        + ".main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                .replace("[Content_Types].xml", "</Types>", "<Default Extension=\"bin\" ContentType=\"application/"
                        + "vnd.ms-office.vbaProject\"/></Types>")
                .part("xl/vbaProject.bin", new byte[] {1, 2, 3});

        assertThat(Table.read(workbook.bytes()).rows()).containsExactly("2: 5 | ");
    }

    @Test
    void aWorkbookThatIsCutOffIsRefused() {
        byte[] whole = Xlsx.ofRows(HEADER).bytes();
        for (int length = 8; length < whole.length; length += 97) {
            assertThat(Table.unreadable(Arrays.copyOf(whole, length))).startsWith("1: The file ").contains("Maybe ");
        }
        assertThat(Table.unreadable(Xlsx.ofRows(HEADER + "<row r=\"2\"><c r=\"A2\">").replace(SHEET,
                "</sheetData></worksheet>", ""))).startsWith("2: The part /" + SHEET + " of the workbook is broken: ");
    }

    @Test
    void aWorkbookWithoutOneOfItsPartsIsRefused() {
        for (String part : new String[] {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels", SHEET, "xl/sharedStrings.xml"}) {
            assertThat(Table.unreadable(Xlsx.ofRows(HEADER).without(part))).as(part).contains("Maybe ");
        }
    }

    @Test
    void filesOfOtherFormatsAreCalledWhatTheyAre() {
        byte[] encryptedOrOld = HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(504));
        assertThat(Table.unreadable(encryptedOrOld)).isEqualTo("1: The file is protected by a password, or of the "
                + "format .xls of old versions. Maybe save it in Excel as .xlsx without a password.");
        assertThat(Table.unreadable("name,amount\nAda,5\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("1: The file is "
                        + "no Excel workbook (.xlsx), whatever its name says. Maybe it is CSV: then remove format from the "
                        + "mapping.");
        assertThat(Table.unreadable(new byte[0])).startsWith("1: The file is no Excel workbook");
        assertThat(Table.unreadable(Xlsx.ofRows(HEADER).replace("[Content_Types].xml", "spreadsheetml.sheet.main+xml",
                "wordprocessingml.document.main+xml"))).startsWith("1: The file is no workbook that Excel writes");
    }

    @Test
    void anOrdinaryArchiveIsNoWorkbook() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("sales.csv"));
            zip.write(1);
        }

        assertThat(Table.unreadable(bytes.toByteArray())).contains("Maybe ");
    }
}

package dev.hermes.testkit.hostile;

import static dev.hermes.testkit.hostile.Outcome.accepted;
import static dev.hermes.testkit.hostile.Outcome.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Excel workbooks that no spreadsheet program writes, or that mean something else than they look like. */
final class HostileWorkbooks {

    private static final String HEADER = row(1, text("id") + text("amount") + text("day") + text("note"));
    private static final String FINE = row(2,
            text("A1") + "<c><v>10.5</v></c><c s=\"1\"><v>46053</v></c>" + text("fine"));
    private static final String FINE_ROW = "A1|10.5|2026-01-31|fine";
    private static final String MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    private static final String PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final String EXTERNAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink";
    private static final int MEGABYTES_OF_BOMB = 300;

    private HostileWorkbooks() {}

    static List<HostileFile> all(Bait bait) {
        String document = "<!DOCTYPE x [<!ENTITY f SYSTEM \"" + bait.file() + "\">]>";
        String request = "<!DOCTYPE x [<!ENTITY % f SYSTEM \"" + bait.address() + "\"> %f;]>";
        String laughs = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        return List.of(
                sheet("fine.xlsx", FINE, accepted(FINE_ROW)),

                // Archives
                bomb("bomb-of-rows.xlsx", "<row><c><v>1</v></c></row>"),
                bomb("bomb-of-blanks.xlsx", " ".repeat(64)),
                file("part-outside.xlsx", fine().part("../evil.xml", "<a/>"),
                        refused("1:1", "The workbook holds a part outside of itself, '../evil.xml'")),
                file("part-outside-windows.xlsx", fine().part("xl\\..\\..\\evil.xml", "<a/>"),
                        refused("1:1", "The workbook holds a part outside of itself")),
                file("part-at-the-root.xlsx", fine().part("/etc/evil.xml", "<a/>"),
                        refused("1:1", "The workbook holds a part outside of itself")),
                file("parts-twice.xlsx", twice(),
                        refused("1:1", "contains more than 1 entry with the name xl/worksheets/sheet1.xml")),
                file("parts-twice-but-for-case.xlsx", fine().part("XL/Workbook.xml", "<workbook/>"),
                        refused("1:1", "more than 1 entry with the name XL/Workbook.xml")),
                file("parts-without-end.xlsx", manyParts(), refused("1:1", "has more than 10000 parts")),
                file("no-content-types.xlsx", fine().without("[Content_Types].xml"),
                        refused("1:1", "The file cannot be read as a workbook: ")),
                file("no-sheet.xlsx", fine().without(Xlsx.SHEET), refused("1:1", "Maybe ")),
                file("cut-off.xlsx", Arrays.copyOf(fine().bytes(), fine().bytes().length / 2),
                        refused("1:1", "The file cannot be read as a workbook: ")),
                file("one-byte-missing.xlsx", Arrays.copyOf(fine().bytes(), fine().bytes().length - 1),
                        refused("1:1", "The file cannot be read as a workbook: ")),
                file("old-or-encrypted.xlsx", HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(504)),
                        refused("1:1", "The file is protected by a password, or of the format .xls of old versions.")),
                file("csv-renamed.xlsx", "id,amount,day,note\nA1,1,2026-01-31,a\n".getBytes(StandardCharsets.UTF_8),
                        refused("1:1", "The file is no Excel workbook (.xlsx), whatever its name says.")),
                file("word-renamed.xlsx", fine().replace("[Content_Types].xml", "spreadsheetml.sheet.main+xml",
                        "wordprocessingml.document.main+xml"),
                        refused("1:1", "The file is no workbook that Excel writes")),
                file("empty.xlsx", new byte[0], refused("1:1", "The file is no Excel workbook (.xlsx)")),

                // Entities and what leads elsewhere
                declaring("entity-bomb.xlsx", Xlsx.SHEET, laughs),
                declaring("entity-of-a-file.xlsx", Xlsx.SHEET, document),
                declaring("entity-of-a-file-in-texts.xlsx", "xl/sharedStrings.xml", document),
                declaring("entity-of-a-file-in-styles.xlsx", "xl/styles.xml", document),
                declaring("entity-of-a-request.xlsx", "xl/workbook.xml", request),
                file("entity-in-list-of-parts.xlsx", declared("[Content_Types].xml", document),
                        refused("1:1", "The file cannot be read as a workbook: ")),
                file("entity-in-relations.xlsx", declared("_rels/.rels", request),
                        refused("1:1", "The file is an archive without a workbook.")),
                file("sheet-elsewhere.xlsx", fine().replace("xl/_rels/workbook.xml.rels",
                        "Target=\"worksheets/sheet1.xml\"",
                        "TargetMode=\"External\" Target=\"" + bait.address() + "\""),
                        refused("1:1", "A part of the workbook lies outside of the file")),
                file("links-and-macros.xlsx", linksAndMacros(bait), accepted("A1|5|2026-01-31|a")),

                // Rows and cells
                cell("cell-1n.xlsx", "<c r=\"1n\"><v>1</v></c>", refused("2:1", "A cell is called '1n'")),
                cell("cell-of-other-row.xlsx", "<c r=\"A7\"><v>1</v></c>", refused("2:1", "A cell is called 'A7'")),
                cell("cells-twice.xlsx", "<c r=\"A2\"><v>1</v></c><c r=\"A2\"><v>2</v></c>",
                        refused("2:1", "A cell is called 'A2'")),
                cell("cell-beyond-the-last-column.xlsx", "<c r=\"XFE2\"><v>1</v></c>",
                        refused("2:1", "A cell is called 'XFE2'")),
                sheet("row-99999999.xlsx", "<row r=\"99999999\"><c><v>1</v></c></row>",
                        refused("1:1", "A row is called '99999999'")),
                sheet("rows-twice.xlsx", FINE + FINE, refused("2:1", "A row is called '2'")),
                cell("text-that-is-not-there.xlsx", "<c r=\"A2\" t=\"s\"><v>99</v></c>",
                        refused("2:1", "The cell A2 has the text number '99' of 3")),
                cell("text-before-the-first.xlsx", "<c r=\"A2\" t=\"s\"><v>-1</v></c>",
                        refused("2:1", "The cell A2 has the text number '-1' of 3")),
                cell("format-that-is-not-there.xlsx", "<c r=\"A2\" s=\"77\"><v>1</v></c>",
                        refused("2:1", "The cell A2 has the format 77, which there is not")),
                cell("text-without-end.xlsx", "<c t=\"str\"><v>" + "x".repeat(40_000) + "</v></c>",
                        refused("2:1", "A text has more than 32767 characters")),
                sheet("merged.xlsx", FINE, "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>",
                        refused("2:1", "The cells A2:A3 are merged")),
                sheet("hidden-row.xlsx", FINE.replace("<row ", "<row hidden=\"1\" "), accepted(FINE_ROW)),
                file("hidden-sheet.xlsx", fine().replace("xl/workbook.xml", "<sheet ", "<sheet state=\"veryHidden\" "),
                        refused("mapping", "The workbook has no visible sheet.")),

                // Numbers and days
                amount("number-beyond-all.xlsx", "<c r=\"B2\"><v>1e999</v></c>",
                        refused("2:2", "B2: '1e999' is no number that a cell can hold.")),
                amount("not-a-number.xlsx", "<c r=\"B2\"><v>NaN</v></c>",
                        refused("2:2", "B2: 'NaN' is no number that a cell can hold.")),
                amount("digits-of-a-megabyte.xlsx", "<c r=\"B2\"><v>" + "9".repeat(1 << 20) + "</v></c>",
                        refused("2:1", "Zip bomb detected!")),
                amount("long-id-as-number.xlsx", "<c r=\"B2\"><v>4401021990030712345</v></c>",
                        refused("2:2", "has more than 15 digits, of which Excel keeps 15.")),
                amount("error.xlsx", "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>", refused("2:2", "B2: #REF! is no value.")),
                amount("formula-without-result.xlsx", "<c r=\"B2\"><f>1+1</f></c>",
                        refused("2:2", "B2: The formula has no stored result.")),
                amount("formula-of-commands.xlsx", "<c r=\"B2\"><f>cmd|'/c calc'!A0</f><v>7</v></c>",
                        accepted("A1|7||")),
                sheet("february-29-of-1900.xlsx", row(2, text("A1") + "<c><v>1</v></c><c s=\"1\"><v>60</v></c>"),
                        refused("2:3", "It would be 29 February 1900, which never was.")),
                file("days-since-1904.xlsx", workbook(row(2, text("A1") + "<c><v>1</v></c><c s=\"1\"><v>44591</v></c>"))
                        .replace("xl/workbook.xml", "<sheets>", "<workbookPr date1904=\"1\"/><sheets>"),
                        accepted("A1|1|2026-01-31|")));
    }

    private static String row(int number, String cells) {
        return "<row r=\"" + number + "\">" + cells + "</row>";
    }

    private static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static Xlsx workbook(String rows) {
        return Xlsx.ofRows(HEADER + rows);
    }

    private static Xlsx fine() {
        return workbook(FINE);
    }

    private static HostileFile file(String name, byte[] bytes, Outcome expected) {
        return HostileFile.ofBytes(name, "excel", bytes, expected);
    }

    private static HostileFile file(String name, Xlsx workbook, Outcome expected) {
        return file(name, workbook.bytes(), expected);
    }

    private static HostileFile sheet(String name, String rows, Outcome expected) {
        return file(name, workbook(rows), expected);
    }

    private static HostileFile sheet(String name, String rows, String behind, Outcome expected) {
        return file(name, Xlsx.ofSheet("<sheetData>" + HEADER + rows + "</sheetData>" + behind), expected);
    }

    private static HostileFile cell(String name, String cells, Outcome expected) {
        return sheet(name, row(2, cells), expected);
    }

    private static HostileFile amount(String name, String cell, Outcome expected) {
        return sheet(name, row(2, text("A1") + cell), expected);
    }

    private static HostileFile declaring(String name, String part, String entities) {
        return file(name, declared(part, entities),
                refused("1:1", "The part /" + part + " of the workbook declares entities"));
    }

    private static Xlsx declared(String part, String entities) {
        return fine().replace(part, "standalone=\"yes\"?>", "standalone=\"yes\"?>" + entities);
    }

    private static Xlsx linksAndMacros(Bait bait) {
        return workbook(row(2, text("A1") + "<c><f>[1]Other!A1</f><v>5</v></c><c s=\"1\"><v>46053</v></c>" + text("a")))
                .replace("xl/_rels/workbook.xml.rels", "</Relationships>",
                        "<Relationship Id=\"rId9\" Type=\"" + EXTERNAL
                                + "\" TargetMode=\"External\" Target=\"" + bait.address() + "\"/></Relationships>")
                .replace("[Content_Types].xml", PLAIN, MACROS)
                .replace("[Content_Types].xml", "</Types>", "<Default Extension=\"bin\" ContentType=\"application/"
                        + "vnd.ms-office.vbaProject\"/></Types>")
                .part("xl/vbaProject.bin", new byte[] {1, 2, 3});
    }

    /** The JDK writes no name twice, so another one of equal length is overwritten with it. */
    private static byte[] twice() {
        return new String(fine().part("xl/worksheets/sheet2.xml", "<worksheet/>").bytes(), StandardCharsets.ISO_8859_1)
                .replace("sheet2.xml", "sheet1.xml").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Xlsx manyParts() {
        Xlsx workbook = fine();
        for (int part = 0; part < 10_001; part++) {
            workbook.part("xl/p" + part, new byte[0]);
        }
        return workbook;
    }

    /** A sheet of hundreds of megabytes in as many kilobytes. */
    private static HostileFile bomb(String name, String piece) {
        return new HostileFile(name, "excel", bytes -> writeBomb(piece, bytes), refused("", "Zip bomb detected!"));
    }

    private static void writeBomb(String piece, OutputStream bytes) throws IOException {
        byte[] block = piece.repeat((1 << 20) / piece.length()).getBytes(StandardCharsets.UTF_8);
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(fine().bytes()));
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                if (part.getName().equals(Xlsx.SHEET)) {
                    zip.write(Xlsx.sheet("<sheetData>" + HEADER).replace("</worksheet>", "")
                            .getBytes(StandardCharsets.UTF_8));
                    for (int megabyte = 0; megabyte < MEGABYTES_OF_BOMB; megabyte++) {
                        zip.write(block);
                    }
                    zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
                } else {
                    parts.transferTo(zip);
                }
            }
        }
    }
}

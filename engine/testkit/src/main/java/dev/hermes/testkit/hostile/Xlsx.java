package dev.hermes.testkit.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written by hand, part by part, so that any of them can be wrong. Not thread-safe. */
public final class Xlsx {

    /** The part with the one sheet. */
    public static final String SHEET = "xl/worksheets/sheet1.xml";

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Xlsx() {}

    /** A workbook with one sheet of these rows, given as XML. */
    public static Xlsx ofRows(String rows) {
        return ofSheet("<sheetData>" + rows + "</sheetData>");
    }

    /**
     * A workbook with one sheet, given as what stands in its XML. The texts that cells share are name, amount and "Ada
     * Lovelace"; the formats a number, a day, and a day or time.
     */
    public static Xlsx ofSheet(String content) {
        return new Xlsx()
                .part("[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-"
                                + "officedocument.spreadsheetml.sheet.main+xml\"/></Types>")
                .part("_rels/.rels", relations("<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/>"))
                .part("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                        + "\"><sheets><sheet name=\"Sales\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
                .part("xl/_rels/workbook.xml.rels", relations("<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + RELATIONS
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"" + RELATIONS
                        + "/styles\" Target=\"styles.xml\"/>"))
                .part("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"><si><t>name</t></si><si><t>amount</t></si>"
                        + "<si><r><t>Ada </t></r><r><t>Lovelace</t></r><rPh><t>aida</t></rPh></si></sst>")
                .part("xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"><cellXfs><xf numFmtId=\"0\"/>"
                        + "<xf numFmtId=\"14\"/><xf numFmtId=\"31\"/></cellXfs></styleSheet>")
                .part(SHEET, sheet(content));
    }

    /** A row that names the columns name and amount. */
    public static String header(int row) {
        return "<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"s\"><v>0</v></c><c r=\"B" + row
                + "\" t=\"s\"><v>1</v></c></row>";
    }

    public static String sheet(String content) {
        return "<worksheet xmlns=\"" + MAIN + "\">" + content + "</worksheet>";
    }

    public static String relations(String content) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content
                + "</Relationships>";
    }

    /** Adds a part or replaces it. */
    public Xlsx part(String name, String text) {
        return part(name, (XML + text).getBytes(StandardCharsets.UTF_8));
    }

    public Xlsx part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    /** The bytes of a part. */
    public byte[] part(String name) {
        return Objects.requireNonNull(parts.get(name), name).clone();
    }

    /** Another workbook with the same parts. */
    public Xlsx copy() {
        Xlsx copy = new Xlsx();
        copy.parts.putAll(parts);
        return copy;
    }

    /** Replaces text in a part. */
    public Xlsx replace(String part, String text, String by) {
        String before = new String(part(part), StandardCharsets.UTF_8);
        if (!before.contains(text)) {
            throw new AssertionError("The part " + part + " has no " + text);
        }
        return part(part, before.replace(text, by).getBytes(StandardCharsets.UTF_8));
    }

    public Xlsx without(String part) {
        parts.remove(part);
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writeTo(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private void writeTo(OutputStream bytes) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
    }
}

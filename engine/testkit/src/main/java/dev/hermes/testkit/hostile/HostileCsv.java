package dev.hermes.testkit.hostile;

import static dev.hermes.testkit.hostile.Outcome.accepted;
import static dev.hermes.testkit.hostile.Outcome.refused;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** CSV files whose bytes, characters or lines are not what they should be. */
final class HostileCsv {

    static final String HEADER = "id,amount,day,note\n";
    static final String FINE = "A1,10.50,2026-01-31,fine\n";
    static final String FINE_ROW = "A1|10.500000000000|2026-01-31|fine";

    private static final Charset GBK = Charset.forName("GBK");
    private static final int COLUMNS = 400_000;
    private static final int LONG_ROWS = 320;

    private HostileCsv() {}

    /** @param megabytes how long endless texts are */
    static List<HostileFile> all(int megabytes) {
        return List.of(
                // Quotes
                text("quote-unclosed.csv", FINE + "A2,1,2026-01-31,\"open\nA3,1,2026-01-31,fine\n",
                        refused("3:1", "A quote is opened in this row and never closed.")),
                text("quote-in-quotes.csv", "A2,1,2026-01-31,\"a \"b\" c\"\n",
                        refused("2:1", "Something stands behind a closed quote in this row.")),
                text("quotes-only.csv", FINE + "\"".repeat(100_001),
                        refused("3:1", "A quote is opened in this row and never closed.")),
                endless("endless-field.csv", HEADER + "A2,1,2026-01-31,\"", "x", megabytes,
                        refused("2:1", "A cell of this row is longer than 1048576 characters.")),
                endless("endless-lines-in-quotes.csv", HEADER + FINE + "A2,1,2026-01-31,\"", "x\n", megabytes,
                        refused("3:1", "A cell of this row is longer than 1048576 characters.")),
                endless("endless-without-lines.csv", HEADER, "x", megabytes,
                        refused("2:1", "A cell of this row is longer than 1048576 characters.")),
                endless("endless-header.csv", "", "i", megabytes,
                        refused("1:1", "A cell of this row is longer than 1048576 characters.")),
                endless("endless-separators.csv", HEADER, ",", megabytes,
                        refused("2:1", "This row has more than 16384 cells.")),
                endless("endless-short-cells.csv", HEADER, "ab,", megabytes,
                        refused("2:1", "This row has more than 16384 cells.")),
                endless("endless-empty-lines.csv", HEADER + FINE, "\n", megabytes, accepted(FINE_ROW)),
                longCells("long-cells.csv"),
                raw("columns-without-end.csv", HEADER.strip() + ",x".repeat(COLUMNS) + "\n" + FINE,
                        refused("1:1", "This row has more than 16384 cells.")),

                // Characters
                text("nul-in-id.csv", "A\0,1,2026-01-31,fine\n",
                        refused("2:1", "\"A[U+0000]\" holds a character that cannot be seen, U+0000")),
                text("nul-in-text.csv", "A2,1,2026-01-31,fi\0ne\n", refused("2:4", "holds a control character.")),
                text("nul-in-amount.csv", "A2,1\0,2026-01-31,fine\n", refused("2:2", "is not a plain decimal.")),
                text("escapes-of-terminals.csv", "A2,1,2026-01-31,\u001B[2Jfine\n",
                        refused("2:4", "holds a control character.")),
                text("zero-width-id.csv", FINE + "A1\u200B,1,2026-01-31,fine\n",
                        refused("3:1", "\"A1[U+200B]\" holds a character that cannot be seen, U+200B")),
                text("soft-hyphen-id.csv", "A\u00AD1,1,2026-01-31,fine\n",
                        refused("2:1", "holds a character that cannot be seen, U+00AD")),
                text("no-break-space-id.csv", "A1\u00A0,1,2026-01-31,fine\n",
                        refused("2:1", "holds a character that cannot be seen, U+00A0")),
                text("right-to-left-id.csv", "A\u202E1,1,2026-01-31,fine\n",
                        refused("2:1", "holds a character that cannot be seen, U+202E")),
                text("homoglyph-id.csv", FINE + "S\u0410P,1,2026-01-31,fine\n",
                        refused("3:1", "holds the Cyrillic \u0410 (U+0410)")),
                text("greek-homoglyph-id.csv", "A\u03BF1,1,2026-01-31,fine\n",
                        refused("2:1", "holds the Greek \u03BF")),
                text("ids-of-other-scripts.csv", "\u5BA2\u6237A,1,2026-01-31,\u738B\n",
                        accepted("\u5BA2\u6237A|1.000000000000|2026-01-31|\u738B")),

                // Encodings
                encoded("utf-16le-unmarked.csv", "", StandardCharsets.UTF_16LE,
                        refused("1:1", "Maybe it is UTF-16 without a byte order mark")),
                encoded("utf-16be-unmarked.csv", "", StandardCharsets.UTF_16BE,
                        refused("1:1", "Maybe it is UTF-16 without a byte order mark")),
                encoded("utf-16-marked.csv", "", StandardCharsets.UTF_16, accepted(FINE_ROW)),
                encoded("utf-16-named.csv", "{csv: {encoding: UTF-16LE}}", StandardCharsets.UTF_16LE,
                        accepted(FINE_ROW)),
                bytes("utf-16-odd.csv", "{csv: {encoding: UTF-16LE}}",
                        Arrays.copyOf((HEADER + FINE).getBytes(StandardCharsets.UTF_16LE),
                                2 * (HEADER + FINE).length() - 1),
                        refused("2:1", "The line is not UTF-16LE.")),
                bytes("mark-against-mapping.csv", "{csv: {encoding: GB18030}}", marked(HEADER + FINE),
                        refused("1:1", "begins with the byte order mark of UTF-8, and the mapping says")),
                bytes("mark-alone.csv", "", marked(""), refused("1:1", "The file is empty.")),
                HostileFile.ofText("gbk-unsaid.csv", "", HEADER + FINE + "A2,1,2026-01-31,\u5BA2\u6237\n", GBK,
                        refused("3:1", "The line is not UTF-8.")),
                HostileFile.ofText("gbk-named.csv", "{csv: {encoding: GB18030}}",
                        HEADER + "A2,1,2026-01-31,\u5BA2\u6237\n", GBK,
                        accepted("A2|1.000000000000|2026-01-31|\u5BA2\u6237")),
                broken("utf-8-overlong.csv", "c0af"), broken("utf-8-surrogate.csv", "eda080"),
                broken("utf-8-stray.csv", "80"), broken("utf-8-beyond.csv", "f4908080"), broken("latin-1.csv", "fc"),
                bytes("utf-8-cut-off.csv", "", concat(HEADER + FINE + "A2,1,2026-01-31,", "e5aea2e688"),
                        refused("3:1", "The line is not UTF-8.")),

                // Lines and cells
                raw("line-ends-mixed.csv",
                        "id,amount,day,note\r\nA1,1,2026-01-31,a\rA2,2,2026-01-31,b\nA3,3,2026-01-31,"
                                + "c\r\n\r\nA4,4,2026-01-31,d",
                        accepted("A1|1.000000000000|2026-01-31|a", "A2|2.000000000000|2026-01-31|b",
                                "A3|3.000000000000|2026-01-31|c", "A4|4.000000000000|2026-01-31|d")),
                text("cells-too-many.csv", "A2,1,2026-01-31,a, b\n",
                        refused("2:1", "The row has 5 cells, and there are 4 columns.")),
                text("cells-too-few.csv", FINE + "A2,1\n", refused("3:1", "The row has 2 of 4 cells.")),
                raw("headers-twice.csv", "id,amount,day,note,amount\nA1,1,2026-01-31,a,2\n",
                        refused("1:1", "Two columns are called \"amount\".")),
                raw("headers-twice-but-for-space.csv", "id,amount,day,note, amount\nA1,1,2026-01-31,a,2\n",
                        refused("1:1", "Two columns are called \"amount\".")),
                raw("separator-named-in-the-file.csv", "sep=,\n" + HEADER + FINE, refused("mapping", "has no column")),
                raw("other-separator.csv", "id;amount;day;note\nA1;1;2026-01-31;a\n",
                        refused("mapping", "Maybe it is separated by another character")),
                raw("empty.csv", "", refused("1:1", "The file is empty.")), raw("header-alone.csv", HEADER, accepted()),
                text("keys-twice.csv", FINE + FINE, refused("3:1", "A1")),

                // Files of other formats
                bytes("workbook.csv", "", concat("PK\u0003\u0004", "14000600" + "fe".repeat(100)),
                        refused("1:1", "The file is a spreadsheet or an archive, not CSV.")),
                bytes("parquet.csv", "", concat("PAR1", "15000600" + "fe".repeat(100)),
                        refused("1:1", "The file is Parquet, not CSV.")),
                bytes("gzip.csv", "", HexFormat.of().parseHex("1f8b0800000000000003" + "fe".repeat(50)),
                        refused("1:1", "The line is not UTF-8.")));
    }

    private static HostileFile text(String name, String rows, Outcome expected) {
        return raw(name, HEADER + rows, expected);
    }

    private static HostileFile raw(String name, String text, Outcome expected) {
        return HostileFile.ofText(name, text, expected);
    }

    private static HostileFile encoded(String name, String format, Charset charset, Outcome expected) {
        return HostileFile.ofText(name, format, HEADER + FINE, charset, expected);
    }

    private static HostileFile bytes(String name, String format, byte[] bytes, Outcome expected) {
        return HostileFile.ofBytes(name, format, bytes, expected);
    }

    /** Bytes in the second row that are not UTF-8. */
    private static HostileFile broken(String name, String hex) {
        return bytes(name, "", concat(HEADER + FINE + "A2,1,2026-01-31,x", hex + "0a"),
                refused("3:1", "The line is not UTF-8."));
    }

    private static byte[] marked(String text) {
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(String text, String hex) {
        byte[] beginning = text.getBytes(StandardCharsets.UTF_8);
        byte[] end = HexFormat.of().parseHex(hex);
        byte[] all = Arrays.copyOf(beginning, beginning.length + end.length);
        System.arraycopy(end, 0, all, beginning.length, end.length);
        return all;
    }

    private static HostileFile endless(String name, String beginning, String piece, int megabytes, Outcome expected) {
        return new HostileFile(name, "", bytes -> {
            bytes.write(beginning.getBytes(StandardCharsets.UTF_8));
            repeat(piece, (long) megabytes << 20, bytes);
        }, expected);
    }

    /** More text than there is memory, and nothing wrong with it before the last row. */
    private static HostileFile longCells(String name) {
        return new HostileFile(name, "", bytes -> {
            bytes.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (int row = 0; row < LONG_ROWS; row++) {
                bytes.write(("A" + row + ",1,2026-01-31,").getBytes(StandardCharsets.UTF_8));
                repeat("x", 15 << 16, bytes);
                bytes.write('\n');
            }
            bytes.write('A');
        }, refused(LONG_ROWS + 2 + ":1", "The row has 1 of 4 cells."));
    }

    private static void repeat(String piece, long length, OutputStream bytes) throws IOException {
        byte[] block = piece.repeat((1 << 16) / piece.length()).getBytes(StandardCharsets.UTF_8);
        for (long written = 0; written < length; written += block.length) {
            bytes.write(block);
        }
    }
}

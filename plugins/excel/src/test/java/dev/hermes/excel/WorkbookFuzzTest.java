package dev.hermes.excel;

import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.UnreadableTableException;
import dev.hermes.testkit.hostile.Fuzzing;
import dev.hermes.testkit.hostile.Xlsx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever stands in a workbook or a part of it, its table is read or refused. {@code -Dhermes.fuzzWorkbooks=N} reads so
 * many.
 */
public class WorkbookFuzzTest {

    private static final int COUNT = Integer.getInteger("hermes.fuzzWorkbooks", 500);

    /** What an input is: the first byte chooses the part that it stands for; behind the last, it is the whole file. */
    private static final List<String> PARTS = List.of(Xlsx.SHEET, Xlsx.SHEET, Xlsx.SHEET, "xl/sharedStrings.xml",
            "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml");

    private static final Xlsx FINE = Xlsx.ofSheet("<sheetData>" + Xlsx.header(1) + """
            <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>1250.5</v></c></row>
            <row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>Grace_x000A_Hopper</t></is></c><c r="B3" s="2"><v>46203</v></c></row>
            <row r="5"><c t="b"><v>1</v></c><c s="1"><f>1+1</f><v>60.25</v></c></row>
            <row><c t="e"><v>#N/A</v></c><c t="d"><v>2026-06-30T18:00:00</v></c><c t="str"><v>x</v></c></row>
            </sheetData><mergeCells><mergeCell ref="A9:B9"/></mergeCells>""");

    private static final List<String> WORDS = List.of("<row>", "</row>", "<row r=\"99999999\">", "<c>", "</c>",
            "<c r=\"1n\">",
            "<c r=\"A2\" t=\"s\">", "t=\"inlineStr\"", "t=\"d\"", "t=\"b\"", "t=\"e\"", "s=\"1\"", "s=\"77\"", "<v>",
            "</v>",
            "<v>1e999</v>", "<v>NaN</v>", "<v>-1</v>", "<v>60</v>", "<v/>", "<f>", "<is><t>", "<rPh>", "</rPh>",
            "_x0000_",
            "_xD83D_", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "&#0;",
            "&#x1F600;",
            "date1904=\"1\"", "state=\"hidden\"", "TargetMode=\"External\"", "Target=\"../../../etc/passwd\"", "rId1",
            "numFmtId=\"22\"", "formatCode=\"[h]:mm\"", "\0", "9".repeat(40), "<mergeCell ref=\"A1:ZZZ9\"/>", "\"",
            "'");

    @TempDir
    Path folder;

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int part = 0; part < PARTS.size(); part++) {
            seeds.add(behind(part, FINE.part(PARTS.get(part))));
        }
        seeds.add(behind(PARTS.size(), FINE.bytes()));
        return seeds;
    }

    private static byte[] behind(int first, byte[] rest) {
        byte[] bytes = new byte[rest.length + 1];
        bytes[0] = (byte) first;
        System.arraycopy(rest, 0, bytes, 1, rest.length);
        return bytes;
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        int part = Math.floorMod(input[0], PARTS.size() + 1);
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        byte[] workbook = part == PARTS.size() ? rest : FINE.copy().part(PARTS.get(part), rest).bytes();
        try {
            Table.read(workbook);
        } catch (UnreadableTableException | AdapterOptionException refused) {
            if (!refused.getMessage().contains("Maybe ")) {
                throw new IllegalStateException("It was not said what to do.", refused);
            }
        }
    }

    @Test
    void whateverIsInAWorkbookItIsReadOrRefused() throws IOException, InterruptedException {
        Fuzzing fuzzing = new Fuzzing(WorkbookFuzzTest::fuzzerTestOneInput, seeds(), WORDS);
        fuzzing.mutations(COUNT);
        if (Fuzzing.hasJazzer()) {
            System.out.println("Excel: " + fuzzing.jazzer(WorkbookFuzzTest.class, COUNT, folder));
        }
    }
}

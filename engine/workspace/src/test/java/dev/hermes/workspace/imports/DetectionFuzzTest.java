package dev.hermes.workspace.imports;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Mapping;
import dev.hermes.testkit.hostile.Fuzzing;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever stands in a file, it is found out how it is written or refused, and what is drafted are documents.
 * {@code -Dhermes.fuzz=N} looks at a tenth of so many inputs.
 */
public class DetectionFuzzTest {

    private static final int COUNT = Integer.getInteger("hermes.fuzz", 3_000) / 10;

    private static final List<byte[]> SEEDS = Stream.of(
            "id,amount,day,note\nA1,1.50,2026-01-31,fine\nA2,2.50,2026-02-28,fine\n",
            "no;Betrag;Tag\n007;1.234,50;31.01.2026\n008;-2,00;01.02.2026\n",
            "id\tamount\tday\n1\t(5)\t03/04/2026\n2\t12 %\t25/04/2026\n",
            "'a|b'|'1'\n'c'|'2'\n", "1,2,3\n4,5,6\n", "\uFEFFid,\u5BA2\u6237\nA1,\u738B\n", "id\n",
            "true,false\nfalse,true\n")
            .flatMap(text -> Stream.of(text.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_16LE),
                    text.getBytes(Charset.forName("GB18030"))))
            .toList();
    private static final List<String> WORDS = List.of("\"", "'", ",", ";", "\t", "|", "\r", "\n", "\0", "\uFEFF",
            "1,234.50",
            "1.234,50", "1'234.50", "(5)", "5-", "12 %", "2026-01-31", "31.01.2026", "01/02/2026", "Jan 31, 2026",
            "007",
            "4401021990030712345", "1e9", "true", "\u200B", "\u0410", "\u5BA2", "# ", "---\n", ": ", "9".repeat(40));

    @TempDir
    Path folder;

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Draft draft;
        try {
            Detection found = Detector.detect(new Contents.Copied(new Clipboard(input)), "sales.csv");
            draft = Draft.of(found, new Draft.Purpose("sales", "sales.csv", Mapping.Target.FACTS, "sales"),
                    Library.of(List.of()));
        } catch (FindingsException refused) {
            return;
        }
        DocumentReader.read("draft.yaml", draft.yaml());
    }

    @Test
    void whateverIsInAFileItsDraftCanBeRead() throws IOException, InterruptedException {
        Fuzzing fuzzing = new Fuzzing(DetectionFuzzTest::fuzzerTestOneInput, SEEDS, WORDS);
        fuzzing.mutations(COUNT);
        if (Fuzzing.hasJazzer()) {
            System.out.println("Detection: " + fuzzing.jazzer(DetectionFuzzTest.class, COUNT, folder));
        }
    }
}

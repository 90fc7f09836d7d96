package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Mapping;
import dev.hermes.model.Message;
import dev.hermes.testkit.hostile.Fuzzing;
import dev.hermes.testkit.hostile.HostileFiles;
import dev.hermes.testkit.hostile.Mutations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever stands in a CSV file, its rows are facts or it is refused with findings. {@code -Dhermes.fuzz=N} reads so many
 * inputs as facts are read, of which one in some thousand is really brought into a workspace.
 */
public class CsvFuzzTest {

    private static final int COUNT = Integer.getInteger("hermes.fuzz", 3_000);
    private static final int READ_FOR_ONE_IMPORTED = 1_000;
    private static final int LONGEST_SEED = 4_096;

    /** How the mapping of an input says that it is written; the first byte of the input chooses. */
    private static final List<String> FORMATS = List.of("csv", "{csv: {separator: ;, decimal: ',', grouping: .}}",
            "{csv: {separator: \"\\t\", quote: none, dates: dd/MM/yyyy}}", "{csv: {encoding: GB18030}}",
            "{csv: {encoding: UTF-16LE}}", "{csv: {header: false}}", "{csv: {quote: \"'\", negative: parentheses}}",
            "{csv: {percent: true, negative: trailing, grouping: \"'\"}}", "{csv: {encoding: Shift_JIS}}");

    private static final List<String> WORDS = List.of("\"", "\"\"", ",", ";", "\t", "\r", "\n", "\r\n", "\0", "\uFEFF",
            "id,amount,day,note\n", "id", "amount", "day", "note", "column1", "1,234.50", "1.234,50", "-5", "(5)", "5-",
            "12 %", "1e9", "NaN", "2026-01-31", "2026-02-30", "31/01/2026", "9999-12-31", "0001-01-01", "=1+1", "'",
            "\u200B", "\u0410", "\u202E", "\u2212", "\u00A0", "9".repeat(40), "0.".concat("1".repeat(40)),
            "PK\u0003\u0004",
            "\uD83D\uDE00", "A1", "true");

    private static final Library LIBRARY = Library.of(DocumentReader.read("sales.yaml", HostileImports.DATASET));
    private static final List<LoadedDocument> MAPPINGS = FORMATS.stream().map(CsvFuzzTest::mapping).toList();

    @TempDir
    Path folder;

    private static LoadedDocument mapping(String format) {
        boolean named = !format.contains("header: false");
        return DocumentReader.read("mapping.yaml", "hermes: 1\nkind: mapping\n" + text(format, named)).getFirst();
    }

    private static String text(String format, boolean named) {
        return """
                code: sales
                file: sales.csv
                into: facts
                of: sales
                format: %s
                fields:
                  id: %s
                  amount: %s
                  day: %s
                  note: %s
                """.formatted(format, named ? "id" : "column1", named ? "amount" : "column2", named ? "day" : "column3",
                named ? "{formula: \"concat(note, '!')\"}" : "column4");
    }

    /** Small hostile files, each behind the byte that chooses its format. */
    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (var file : HostileFiles.csv()) {
            if (!file.name().startsWith("endless") && !file.name().startsWith("long")) {
                ByteArrayOutputStream seed = new ByteArrayOutputStream();
                seed.write(Math.max(0, FORMATS.indexOf(file.format())));
                file.content().writeTo(seed);
                if (seed.size() <= LONGEST_SEED) {
                    seeds.add(seed.toByteArray());
                }
            }
        }
        for (int format = 0; format < FORMATS.size(); format++) {
            seeds.add(
                    ((char) format + "id,amount,day,note\nA1,1.50,2026-01-31,fine\n").getBytes(StandardCharsets.UTF_8));
            seeds.add(
                    ((char) format + "id;amount;day;note\nA1;1,50;31/01/2026;fine\n").getBytes(StandardCharsets.UTF_8));
        }
        return seeds;
    }

    private static Fuzzing fuzzing() throws IOException {
        return new Fuzzing(CsvFuzzTest::fuzzerTestOneInput, seeds(), WORDS);
    }

    /** Reads an input as facts are read, up to where they would be stored. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        LoadedDocument loaded = MAPPINGS.get(Math.floorMod(input[0], MAPPINGS.size()));
        Mapping mapping = (Mapping) loaded.document();
        Contents contents = new Contents.Copied(new Clipboard(Arrays.copyOfRange(input, 1, input.length)));
        Findings findings = new Findings("sales.csv", Message.of("The file {0}", "sales.csv"));
        try (CsvSource source = new CsvSource(contents, (Mapping.Format.Csv) mapping.format())) {
            MappedFields fields = new MappedFields(loaded, mapping, source.columns(), findings);
            ReadColumns columns = fields.columns(true);
            try (FactRows facts = new FactRows(fields, LIBRARY, _ -> Set.of(), _ -> {
            }); Rejects rejects = new Rejects("sales.csv", findings, null, null)) {
                fields.refuseOthers();
                findings.refuse();
                new FileReading(source, fields, columns, new Row(findings), rejects).each(ImportListener.NONE,
                        facts::values);
            }
        } catch (SourceProblem | FindingsException refused) {
            requireRemedy(refused);
        }
    }

    private static void requireRemedy(Exception refused) {
        if (!String.valueOf(refused.getMessage()).contains("Maybe ")) {
            throw new IllegalStateException("It was not said what to do.", refused);
        }
    }

    @Test
    void whateverIsInAFileItIsReadOrRefused() throws IOException, InterruptedException {
        fuzzing().mutations(COUNT);
        if (Fuzzing.hasJazzer()) {
            System.out.println("CSV: " + fuzzing().jazzer(CsvFuzzTest.class, COUNT, folder));
        }
    }

    @Test
    void whateverIsInAFileItIsBroughtInOrRefusedAndLeavesNothingByHalf() throws IOException {
        Mutations mutations = new Mutations(seeds(), WORDS.stream().map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList(), 2);
        int broughtIn = 0;
        try (ImportFixture fixture = new ImportFixture(folder)) {
            fixture.documents(HostileImports.DATASET);
            for (int number = 0; number < Math.max(20, COUNT / READ_FOR_ONE_IMPORTED); number++) {
                byte[] input = mutations.next();
                int format = input.length == 0 ? 0 : Math.floorMod(input[0], FORMATS.size());
                Files.write(folder.resolve("sales.csv"),
                        input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length));
                List<String> before = fixture.facts("sales");
                try {
                    ImportSummary summary = fixture
                            .run(text(FORMATS.get(format), !FORMATS.get(format).contains("header")));
                    assertThat(fixture.facts("sales")).hasSize((int) summary.accepted());
                    broughtIn++;
                } catch (FindingsException refused) {
                    assertThat(fixture.facts("sales")).isEqualTo(before);
                }
            }
        }
        assertThat(broughtIn).isPositive();
    }
}

package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Mapping.Target;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables written in any way that is usual are found out and read back as they were, or what is doubtful is asked. */
class RandomTablesTest {

    private static final int TABLES = 150;
    private static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "windows-1252");
    private static final List<String> DATES = List.of("yyyy-MM-dd", "dd.MM.yyyy", "MM/dd/yyyy", "d/M/yyyy", "yyyyMMdd",
            "dd.MM.yy");
    private static final List<String> TEXTS = List.of("Ann", "O'Neil", "Smith, Ann", "a;b", "5\" pipe", "two\nlines",
            "x|y", "", "tab\there", "007", "-");

    @TempDir
    Path folder;

    private final Random random = new Random(20260131);

    /** A row as it is meant. */
    private record Meant(String id, LocalDate day, BigDecimal amount, String text) {}

    /** A way of writing. */
    private record Way(String encoding, boolean mark, String separator, String dates, char decimal, String grouping,
            String negative, boolean header) {}

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Way way() {
        String decimal = any(List.of(".", ","));
        String grouping = any(List.of("", "", decimal.equals(".") ? "," : ".", "'", "\u00A0"));
        String encoding = any(ENCODINGS);
        return new Way(encoding, random.nextBoolean() && !encoding.startsWith("w"), any(List.of(",", ";", "\t", "|")),
                any(DATES), decimal.charAt(0), grouping, any(List.of("-%s", "-%s", "%s-", "(%s)")),
                random.nextInt(4) > 0);
    }

    private List<Meant> table(Way way) {
        List<Meant> rows = new ArrayList<>();
        for (int i = 0, size = 1 + random.nextInt(12); i < size; i++) {
            String text = any(TEXTS) + (way.encoding().equals("GB18030") ? "销售" : "ü");
            rows.add(new Meant("N" + i, LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800)),
                    BigDecimal.valueOf(random.nextInt(4_000_000) - 2_000_000L, random.nextInt(4)), text));
        }
        return rows;
    }

    private byte[] written(List<Meant> rows, Way way) {
        StringBuilder text = new StringBuilder(way.mark() ? "\uFEFF" : "");
        if (way.header()) {
            text.append(String.join(way.separator(), "id", "day", "amount", "text")).append("\r\n");
        }
        for (Meant row : rows) {
            String day = row.day().format(DateTimeFormatter.ofPattern(way.dates(), Locale.ROOT));
            text.append(String.join(way.separator(), row.id(), day, quoted(number(row.amount(), way), way),
                    quoted(row.text(), way))).append("\r\n");
        }
        return text.toString().getBytes(Charset.forName(way.encoding()));
    }

    private static String number(BigDecimal amount, Way way) {
        String[] parts = amount.abs().toPlainString().split("\\.");
        StringBuilder digits = new StringBuilder(parts[0]);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            digits.insert(i, way.grouping());
        }
        String number = digits + (parts.length > 1 ? way.decimal() + parts[1] : "");
        return amount.signum() < 0 ? way.negative().formatted(number) : number;
    }

    private static String quoted(String cell, Way way) {
        return cell.contains(way.separator()) || cell.contains("\"") || cell.contains("\n")
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }

    @Test
    void whatIsFoundWithoutQuestionsReadsTheTableAsItWasMeant() throws IOException {
        int sure = 0;
        try (ImportFixture fixture = new ImportFixture(folder).documents("""
                hermes: 1
                kind: dataset
                code: rows
                columns: {id: text, day: date, amount: {type: number, digits: 18, scale: 3}, text: text}
                key: id
                """)) {
            Library library = fixture.workspace().documents().library();
            for (int i = 0; i < TABLES; i++) {
                Way way = way();
                List<Meant> rows = table(way);
                Path file = Files.write(folder.resolve("table.csv"), written(rows, way));
                Detection found = Detection.of(file);
                if (found.questions().isEmpty() && found.header().value()) {
                    sure++;
                    Draft draft = Draft.of(found, new Draft.Purpose("rows", "table.csv", Target.FACTS, "rows"),
                            library);
                    Preview preview = Importer.preview(fixture.workspace(), LoadedDocument.of(draft.mapping()), folder,
                            ImportTerms.WHOLE, 100);
                    assertThat(preview.rows()).as("%s %s", way, Files.readString(file, Charset.forName(way.encoding())))
                            .map(RandomTablesTest::read).isEqualTo(rows.stream().map(RandomTablesTest::meant).toList());
                }
                assertThat(found.header().isOpen() || found.header().value() == way.header()).as("%s", way).isTrue();
            }
        }
        assertThat(sure).as("tables that leave no question").isGreaterThan(TABLES / 5);
    }

    private static List<String> read(Preview.Row row) {
        assertThat(row.refusals()).isEmpty();
        return row.values().stream().map(value -> value == null ? "" : value.toString()).toList();
    }

    private static List<String> meant(Meant row) {
        BigDecimal amount = row.amount().signum() == 0 ? BigDecimal.ZERO : row.amount().stripTrailingZeros();
        return List.of(row.id(), row.day().toString(), amount.toPlainString(), row.text().strip());
    }
}

package dev.hermes.local;

import static dev.hermes.local.FactFolder.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.column.Column;
import dev.hermes.decimal.Decimal;
import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactScan;
import dev.hermes.model.Dataset;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactWriterTest {

    private static final Dataset ORDERS = FactFolder.dataset("orders", FactFolder.number("amount", 7, 2),
            FactFolder.bool("vip"), FactFolder.text("note"), FactFolder.number("wide", 38, 12),
            FactFolder.number("rate", 3, 3));
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @TempDir
    Path folder;

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> contents(DuckFacts facts, Dataset dataset) {
        List<String> rows = new ArrayList<>();
        Set<ColumnName> columns = dataset.columns().stream().map(column -> new ColumnName("", column.name()))
                .collect(Collectors.toSet());
        facts.scan(new FactScan(FactFolder.january(dataset), List.of(), columns, null, null), batch -> {
            for (int i = 0; i < batch.size(); i++) {
                int row = i;
                rows.add(dataset.columns().stream().map(column -> batch.column(new ColumnName("", column.name())))
                        .map(column -> text(column, row)).collect(Collectors.joining("|")));
            }
        });
        return rows;
    }

    private static String text(Column column, int index) {
        return column.isMissing(index) ? "missing" : column.text(index);
    }

    @Test
    void whatIsPublishedIsReadBackAsItWas() throws IOException {
        String text = "it's \"Ünïcode\" 😀\0\n,;";
        try (FactWriter writer = FactWriter.create(folder, ORDERS)) {
            writer.append("1", "ann", DAY, new BigDecimal("12.5"), true, text,
                    Decimal.parse("-99999999999999999999999999.999999999999"), new BigDecimal("0.999"));
            writer.append("2", null, DAY, null, null, null, null, null);
            writer.append("3", "", DAY, Decimal.of(-99999), false, "", Decimal.MAX, new BigDecimal("-0.5000"));
            assertThat(writer.rows()).isEqualTo(3);
            Path part = writer.finish();
            assertThat(part).exists();
            try (DuckFacts early = DuckFacts.open(folder, List.of(ORDERS), Limits.standard())) {
                assertThat(contents(early, ORDERS)).isEmpty();
            }
            Path file = writer.publish();
            assertThat(files()).containsExactly(file.getFileName().toString());
        }
        assertThat(files()).hasSize(1);
        try (DuckFacts facts = DuckFacts.open(folder, List.of(ORDERS), Limits.standard())) {
            assertThat(contents(facts, ORDERS)).containsExactlyInAnyOrder(
                    "1|ann|2026-01-05|12.5|true|" + text + "|-99999999999999999999999999.999999999999|0.999",
                    "2|missing|2026-01-05|missing|missing|missing|missing|missing",
                    "3||2026-01-05|-99999|false||99999999999999999999999999.999999999999|-0.5");
        }
    }

    @Test
    void closedBeforeItIsPublishedItLeavesNothing() throws IOException {
        try (FactWriter writer = FactWriter.create(folder, ORDERS)) {
            writer.append("1", "ann", DAY, null, null, null, null, null);
            writer.finish();
            assertThat(files()).hasSize(1);
        }
        assertThat(files()).isEmpty();
        try (FactWriter writer = FactWriter.create(folder, ORDERS)) {
            writer.append("1", "ann", DAY, null, null, null, null, null);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void rowsOfOneMonthAndOneSellerLieTogether() throws SQLException {
        Path file = new FactFolder(folder).write(ORDERS, plain("1", "bob", LocalDate.of(2026, 2, 1)),
                plain("2", "cid", LocalDate.of(2026, 1, 9)), plain("3", "ann", LocalDate.of(2026, 2, 9)),
                plain("4", "ann", LocalDate.of(2026, 1, 20)), plain("5", "ann", null));
        try (Statement statement = DriverManager.getConnection("jdbc:duckdb:").createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM '" + file + "'")) {
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            assertThat(ids).containsExactly("4", "2", "3", "1", "5");
        }
    }

    private static @Nullable Object[] plain(String id, @Nullable String seller, @Nullable LocalDate day) {
        return row(id, seller, day, null, null, null, null, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            3; 12.345;           with 3 fractional digits, and the column has 2. It is not rounded
            3; 100000;           the column has 5 digits before the point
            3; 1E+1000000000;    the column has 5 digits before the point
            7; 1;                the column has 0 digits before the point
            6; 0.0000000000001;  with 13 fractional digits
            """)
    void numbersThatDoNotFitAreRefusedAndNeverRounded(int column, BigDecimal value, String message) {
        @Nullable Object[] row = plain("1", "ann", DAY);
        row[column] = value;
        try (FactWriter writer = FactWriter.create(folder, ORDERS)) {
            assertThatThrownBy(() -> writer.append(row)).isInstanceOf(FindingsException.class)
                    .hasMessageContaining(message);
            row[column] = new BigDecimal("0.00");
            writer.append(row);
            assertThat(writer.rows()).isEqualTo(1);
        }
    }

    @Test
    void everyBadValueOfARowIsNamed() {
        try (FactWriter writer = FactWriter.create(folder, ORDERS)) {
            assertThatThrownBy(
                    () -> writer.append(null, "half \uD83D", LocalDate.of(10000, 1, 1), "12", 1, true, 1.5, null))
                    .isInstanceOfSatisfying(FindingsException.class,
                            e -> assertThat(e.findings()).extracting(Finding::path).containsExactly("seller", "day",
                                    "amount", "vip", "note", "wide", "id"))
                    .hasMessageContaining("dataset orders at amount: The value of amount must be a number, not '12'.")
                    .hasMessageContaining("has half a character, at 6 of")
                    .hasMessageContaining("A day lies between the years 1 and 9999");
        }
    }

    @Test
    void rowsWhoseKeyIsThereAlreadyAreTakenOutAndTheFirstStays() {
        FactFolder facts = new FactFolder(folder);
        facts.write(ORDERS, plain("a", "ann", DAY), plain("b", "ann", DAY));
        List<Path> current = FactFiles.in(folder).of("orders");
        try (FactWriter writer = FactWriter.create(folder, ORDERS)) {
            long line = 11;
            for (String key : List.of("c", "b", "e", "e", "d", "a", "e")) {
                writer.appendLine(line++, plain(key, "bob", DAY));
            }
            assertThat(writer.takeOut(List.of(new RowRule.Unique("id", current, PartlyReplaced.NONE)))).isEqualTo(4);
            assertThat(writer.rows()).isEqualTo(3);
            assertThat(writer.refusals(11, 17)).containsExactly(new RowRefusal(12, 0, 0), new RowRefusal(14, 0, 13),
                    new RowRefusal(16, 0, 0), new RowRefusal(17, 0, 13));
            assertThat(writer.refusals(13, 16)).extracting(RowRefusal::line).containsExactly(14L, 16L);
            writer.finish();
            writer.publish();
        }
        assertThat(FactFiles.in(folder).of("orders")).hasSize(2);
    }

    @Test
    void aRowMayReferToOneThatStays() {
        try (FactWriter writer = FactWriter.create(folder, ORDERS)) {
            writer.append(plain("1", "2", DAY));
            writer.append(plain("2", "3", DAY));
            writer.append(plain("3", "4", DAY));
            writer.append(plain("5", null, DAY));
            writer.append(plain("6", "5", DAY));
            RowRule refersToOrder = new RowRule.Key("seller", ORDERS, List.of(), PartlyReplaced.NONE);
            assertThat(writer.takeOut(List.of(refersToOrder))).as("1 to 3 hang on 4, which is not there").isEqualTo(3);
            assertThat(writer.refusals(1, 5)).extracting(RowRefusal::line).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void stepsOutOfOrderAreRefused() throws IOException {
        try (FactWriter writer = FactWriter.create(folder, ORDERS)) {
            assertThatThrownBy(writer::publish).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is OPEN and must be FINISHED");
            writer.finish();
            assertThatThrownBy(() -> writer.append(plain("1", "ann", DAY))).isInstanceOf(IllegalStateException.class);
            Path file = writer.publish();
            assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> FactWriter.to(file, ORDERS, Limits.standard()))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("must be new");
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void manyRowsKeepWhatIsMissingAndWhatIsLong() {
        String longText = "Größe ".repeat(300_000);
        List<String> expected = new ArrayList<>();
        try (FactWriter writer = FactWriter.create(folder, ORDERS)) {
            for (int i = 0; i < 20_000; i++) {
                String seller = i % 3 == 0 ? null : "s" + i;
                Decimal amount = i % 5 == 0 ? null : Decimal.of(i - 10_000);
                Boolean vip = i % 7 == 0 ? null : i % 2 == 0;
                String note = i % 9_000 == 1 ? longText : i % 11 == 0 ? null : "";
                writer.append("k" + i, seller, DAY, amount, vip, note, null, null);
                expected.add(Stream.of("k" + i, seller, DAY, amount, vip, note, null, null)
                        .map(value -> value == null ? "missing" : value.toString()).collect(Collectors.joining("|")));
            }
            writer.finish();
            writer.publish();
        }
        try (DuckFacts facts = DuckFacts.open(folder, List.of(ORDERS), Limits.standard())) {
            assertThat(contents(facts, ORDERS).stream().sorted())
                    .containsExactlyElementsOf(expected.stream().sorted().toList());
        }
    }

    @Test
    void moreRowsThanMemoryHoldsAreWrittenAllTheSame() {
        Path file = folder.resolve("many.parquet");
        String filler = "x".repeat(300);
        int rows = 600_000;
        try (FactWriter writer = FactWriter.to(file, ORDERS, Limits.standard().withMemory(192L << 20).withThreads(1))) {
            for (int i = 0; i < rows; i++) {
                writer.append("k" + i, "s" + i % 7, DAY, BigDecimal.ONE, null, filler + i * 7919L, null, null);
            }
            writer.finish();
            writer.publish();
        }
        FactFiles files = new FactFiles(folder, Map.of("orders", List.of(file)));
        try (DuckFacts facts = DuckFacts.open(files, List.of(ORDERS), Limits.standard())) {
            long[] seen = {0};
            facts.scan(new FactScan(FactFolder.january(ORDERS), List.of(), Set.of(), Set.of("s3"), null),
                    batch -> seen[0] += batch.size());
            assertThat(seen[0]).isEqualTo(85714);
        }
    }
}

package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Finding;
import dev.hermes.model.Message;
import dev.hermes.model.PersonRow;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.RejectReason;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are not as they should be are put aside, with the reason, and the others are brought in. */
class RejectsTest {

    private static final String ORDERS = """
            hermes: 1
            kind: dataset
            code: orders
            columns: {orderId: text, seller: text, amount: {type: USD, digits: 10, scale: 2}, orderDate: date}
            key: orderId
            date: orderDate
            credit: {person: seller}
            """;
    private static final String MAPPING = """
            code: orders
            file: orders.csv
            into: facts
            of: orders
            fields: {orderId: Order, seller: Seller, amount: Amount, orderDate: Day}
            """;
    private static final String TARGETS = """
            hermes: 1
            kind: calendar
            code: months
            periods: months
            ---
            hermes: 1
            kind: indicator
            code: sales
            type: base
            unit: USD
            actual: upload
            target: upload
            """;
    private static final String TARGET_MAPPING = """
            code: targets
            file: targets.csv
            into: targets
            of: sales
            fields: {person: who, period: month, value: target}
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

    @Test
    void aRejectedRowStandsInTheFileAsItWasWithItsLineColumnsValuesAndReasons() throws IOException {
        fixture.file("orders.csv", """
                Order,Note,Seller,Amount,Day
                1,fine,279,10.00,2026-01-05
                2, "spaces, and a comma" ,279,ten,31.1.2026
                3,fine,280,20.00,2026-01-06
                4,too few,280
                5,too,many,280,30.00,2026-01-06
                """.replace(" \"spaces, and a comma\" ", "\" spaces, and a comma \""));
        ImportSummary summary = fixture.rejecting(MAPPING);
        assertThat(summary.read()).isEqualTo(5);
        assertThat(summary.accepted()).isEqualTo(2);
        assertThat(summary.rejected()).isEqualTo(3);
        assertThat(fixture.facts("orders")).containsExactly("1|279|10.00|2026-01-05", "3|280|20.00|2026-01-06");
        assertThat(fixture.rejected()).containsExactly(
                "hermes_line,hermes_column,hermes_value,hermes_reason,hermes_import,Order,Note,Seller,Amount,Day",
                "3,Amount; Day,ten; 31.1.2026,\"\"\"ten\"\" is not a plain decimal. Maybe write digits and a point alone, "
                        + "such as -1234.56.; \"\"31.1.2026\"\" is no date of the form yyyy-MM-dd. Maybe give the field's "
                        + "format, such as dd.MM.yyyy.\",1,2,\" spaces, and a comma \",279,ten,31.1.2026",
                "5,,,\"The row has 3 of 5 cells. Maybe the file was cut off, or is separated by another character.\","
                        + "1,4,too few,280",
                "6,,,\"The row has 6 cells, and there are 5 columns. Maybe a cell that holds the separator is not in "
                        + "quotes.\",1,5,too,many,280,30.00,2026-01-06");
        assertThat(summary.findings()).extracting(Finding::text).hasSize(4).first().asString()
                .startsWith("orders.csv:3:4: column Amount: \"ten\" is not a plain decimal.");
    }

    @Test
    void whereAllRowsAreGoodNoFileIsMade() throws IOException {
        fixture.file("orders.csv", "Order,Seller,Amount,Day\n1,279,10,2026-01-05\n");
        assertThat(fixture.rejecting(MAPPING).rejected()).isZero();
        assertThat(fixture.rejects()).doesNotExist();
    }

    @Test
    void rowsThatTheMappingDoesNotWantAreLeftOutAndNotRejected() throws IOException {
        fixture.file("orders.csv",
                "Order,Seller,Amount,Day\n1,,ten,2026-01-05\n2,279,ten,2026-01-05\n3,1,2,2026-01-05\n");
        ImportSummary summary = fixture.rejecting(MAPPING + "where: Seller != ''\n");
        assertThat(summary.leftOut()).isOne();
        assertThat(summary.rejected()).isOne();
        assertThat(summary.accepted()).isOne();
    }

    @Test
    void ofTwoRowsWithOneKeyTheFirstStays() throws IOException {
        fixture.file("orders.csv", """
                Order,Seller,Amount,Day
                1,279,10,2026-01-05
                2,279,bad,2026-01-05
                1,280,20,2026-01-06
                2,280,30,2026-01-06
                """);
        assertThat(fixture.rejecting(MAPPING).rejected()).isEqualTo(2);
        assertThat(fixture.facts("orders")).as("the first 2 is bad, so the second is the only one")
                .containsExactly("1|279|10.00|2026-01-05", "2|280|30.00|2026-01-06");
        assertThat(fixture.factLines("orders")).containsExactly("2", "5");
        assertThat(fixture.rejected().getLast())
                .isEqualTo("4,Order,1,\"The key \"\"1\"\" is in line 2 already. Maybe a "
                        + "row is there twice, or another column is the key.\",1,1,280,20,2026-01-06");
    }

    @Test
    void keysOfAnotherMappingAreRejectedAndManyOfThemAreAllFound() throws IOException {
        String rows = IntStream.range(0, 10_000).mapToObj(i -> i + ",279,10,2026-01-05\n")
                .collect(Collectors.joining("", "Order,Seller,Amount,Day\n", ""));
        fixture.file("orders.csv", rows).run(MAPPING);
        fixture.file("orders.csv", rows + "new,280,20,2026-01-06\n");
        ImportSummary summary = fixture.rejecting(MAPPING.replace("code: orders", "code: again"));
        assertThat(summary.accepted()).isOne();
        assertThat(summary.rejected()).isEqualTo(10_000);
        assertThat(summary.findings()).hasSize(101);
        assertThat(fixture.rejected()).hasSize(10_001).last().asString().startsWith("10001,Order,9999,");
    }

    @Test
    void ofTwoTargetsForOneMonthTheFirstStays() throws IOException {
        fixture.documents(TARGETS).file("targets.csv",
                "who,month,target\n1,2026-01,100\n1,2026-02,200\n1,2026-01,300\n");
        ImportSummary summary = fixture.rejecting(TARGET_MAPPING);
        assertThat(summary.accepted()).isEqualTo(2);
        assertThat(fixture.rejected().getLast()).isEqualTo("4,,,\"The target of sales for 1 in 2026-01 is in line 2 "
                + "already. Maybe one of the two is of another period, or is there by mistake.\",1,1,2026-01,300");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyRowOfAFileIsBroughtInOrLeftOutOrRejected(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder rows = new StringBuilder("who,month,target\n");
        int size = 4_000 + random.nextInt(1_000);
        for (int i = 0; i < size; i++) {
            String who = random.nextInt(20) == 0 ? "" : "p" + random.nextInt(400);
            String month = random.nextInt(30) == 0 ? "2026-13" : "2026-" + (10 + random.nextInt(3));
            String target = random.nextInt(10) == 0 ? "1,000" : random.nextInt(10) == 0 ? "much" : "100";
            rows.append(who).append(',').append(month).append(',').append(target).append('\n');
        }
        fixture.documents(TARGETS).file("targets.csv", rows.toString());
        ImportSummary summary = fixture.rejecting(TARGET_MAPPING + "where: who != 'p7'\n");
        assertThat(summary.read()).isEqualTo(size)
                .isEqualTo(summary.accepted() + summary.leftOut() + summary.rejected());
        assertThat(fixture.inputs().periodValues()).hasSize((int) summary.accepted());
        assertThat(fixture.rejected()).hasSize((int) summary.rejected() + 1);
        assertThat(List.of(summary.accepted(), summary.leftOut(), summary.rejected())).allMatch(count -> count > 0);
    }

    @Test
    void whatMakesTheWholeFileUnusableIsRefusedAllTheSame() throws IOException {
        ImportTerms terms = ImportTerms.WHOLE.rejectingTo(fixture.rejects());
        fixture.file("orders.csv", "Order,Seller,Amount\n1,279,10\n");
        assertThat(fixture.findings(MAPPING, terms)).containsExactly("mapping.yaml:7:69: mapping orders at "
                + "fields.orderDate: The file orders.csv has no column \"Day\". Maybe one of Order, Seller, Amount.");
        fixture.file("orders.csv", "Order,Seller,Amount,Day\n1,279,bad,2026-01-01\n2,\"279,10,2026-01-01\n");
        assertThat(fixture.findings(MAPPING, terms)).containsExactly("orders.csv:3:1: file: A quote is opened in this "
                + "row and never closed. Maybe a \" inside a cell is not doubled.");
        fixture.file("orders.csv", "Order,Seller,Amount\n1,279,10\n");
        assertThat(fixture.findings(MAPPING.replace("orderDate: Day", "orderDate: {value: soon}"), terms))
                .as("a constant that is wrong is wrong in every row").containsExactly("mapping.yaml:7:69: field "
                        + "orderDate: \"soon\" is no date of the form yyyy-MM-dd. Maybe give the field's format, such "
                        + "as dd.MM.yyyy.");
        assertThat(fixture.workspace().imports().current()).isEmpty();
    }

    @Test
    void noCellIsTakenForAFormula() throws IOException {
        fixture.file("persons.csv", "id,name,=note\n\u200B,=1+1,-12.50\n\u200B,'=1,@x\n\u200B,'tHooft,+1-1\n");
        fixture.rejecting("code: persons\nfile: persons.csv\ninto: persons\nfields: {person: id, name: name}\n");
        assertThat(fixture.rejected().getFirst()).endsWith("id,name,'=note");
        assertThat(fixture.rejected().get(1)).endsWith(",'=1+1,-12.50");
        assertThat(fixture.rejected().get(2)).endsWith(",''=1,'@x");
        assertThat(fixture.rejected().get(3)).endsWith(",'tHooft,'+1-1");
        for (String cell : new String[] {"=1+1", "-12.50", "'=1", "'", "''", "'tHooft", "+1-1", "'''x", "\tx", "-",
            ""}) {
            assertThat(HarmlessText.read(HarmlessText.of(cell))).isEqualTo(cell);
        }
    }

    @Test
    void ofParquetFilesTheColumnsThatAreReadAreWritten() throws IOException {
        fixture.file("orders.csv", "Order,Seller,Amount,Day\n1,279,10,2026-01-05\n2,north,20,2026-01-05\n")
                .run(MAPPING);
        Files.copy(fixture.workspace().facts().current().of("orders").getFirst(),
                folder.resolve("copy.parquet"));
        fixture.workspace().imports().remove("orders");
        ImportSummary summary = fixture.rejecting("""
                code: copy
                file: copy.parquet
                format: parquet
                into: facts
                of: orders
                fields: {orderId: orderId, amount: seller, orderDate: orderDate}
                """);
        assertThat(summary.accepted()).isOne();
        assertThat(fixture.rejected().getFirst()).endsWith("hermes_import,orderId,seller,orderDate");
        assertThat(fixture.rejected().getLast()).startsWith("2,seller,north,").endsWith(",2,north,2026-01-05");
    }

    private Imports.Rejected kept() {
        Imports.Import last = fixture.workspace().imports().history().getFirst();
        return fixture.workspace().imports().rejected().getOrDefault(last.id(),
                new Imports.Rejected(List.of(), null, 0));
    }

    private static long sum(Imports.Rejected rejected) {
        return rejected.reasons().stream().mapToLong(RejectReason::rows).sum();
    }

    @Test
    void reasonsOfAllRejectedRowsAddUpToThemAndAreKept() throws IOException {
        String rows = IntStream.range(0, 1_500).mapToObj(i -> switch (i % 5) {
            case 0 -> i + ",279,ten" + i + ",2026-01-05\n";
            case 1 -> i + ",279,1.0,2026-13-" + i + "\n";
            case 2 -> "0,279,1,2026-01-05,more" + ",".repeat(i % 3) + "\n";
            case 3 -> i + ",279,x,2026-01-99\n";
            default -> "four,279,1,2026-01-05\n";
        }).collect(Collectors.joining("", "Order,Seller,Amount,Day\n", ""));
        ImportSummary summary = fixture.file("orders.csv", rows).run(MAPPING, ImportTerms.WHOLE.puttingAside());
        assertThat(summary.accepted()).isOne();
        assertThat(kept().reasons()).containsExactly(
                new RejectReason(Message.verbatim("Amount: … is not a plain decimal"), 600),
                new RejectReason(Message.verbatim("Day: … is no date of the form yyyy-MM-dd"), 300),
                new RejectReason(Message.verbatim("The row has … cells, and there are 4 columns"), 300),
                new RejectReason(Message.verbatim("Order: The key … is in line … already"), 299));
        assertThat(sum(kept())).isEqualTo(summary.rejected());
        assertThat(kept().kept()).isEqualTo(summary.rejected());
    }

    @Test
    void targetsOfOneMonthAreOneReasonWhomeverTheyAreOf() throws IOException {
        String rows = IntStream.range(0, 300).mapToObj(i -> "p" + i / 2 + ",2026-0" + (1 + i / 100) + ",5\n")
                .collect(Collectors.joining("", "who,month,target\n", ""));
        fixture.documents(TARGETS).file("targets.csv", rows).rejecting(TARGET_MAPPING);
        assertThat(kept().reasons())
                .containsExactly(
                        new RejectReason(Message.verbatim("The target of sales for … in … is in line … already"), 150));
    }

    @Test
    void theRowsThatWereRejectedAreKeptThoughTheFileChanges() throws IOException {
        fixture.file("orders.csv", "Order,Seller,Amount,Day\n1,279,ten,2026-01-05\n2,279,=x,bad\n3,279,5,2026-01-05\n")
                .rejecting(MAPPING);
        List<String> first = fixture.rejected();
        Path file = Objects.requireNonNull(kept().file());
        fixture.file("orders.csv", "Order,Seller,Amount,Day\n3,279,5,2026-01-05\n").run(MAPPING);
        Path copy = folder.resolve("copy.csv");
        RejectedRows.copy(file, copy, Message::text);
        assertThat(Files.readAllLines(copy)).isEqualTo(first);
        RejectedRows rows = RejectedRows.read(file, 10);
        assertThat(rows.columns()).containsExactly("Order", "Seller", "Amount", "Day");
        assertThat(rows.rows()).extracting(Preview.Row::line).containsExactly(2L, 3L);
        assertThat(rows.rows().getLast().texts()).containsExactly("2", "279", "=x", "bad");
        assertThat(rows.rows().getLast().refusals().getFirst().column()).isEqualTo("Amount; Day");
        assertThat(RejectedRows.read(file, 1).rows()).hasSize(1);
        assertThat(kept().file()).as("of the last import").isNull();

        Path home = fixture.workspace().folder();
        fixture.close();
        assertThat(Workspace.examine(home)).isEmpty();
        try (Workspace again = Workspace.open(home)) {
            assertThat(file).as("no leftover").exists();
            assertThat(again.imports().rejected().values()).singleElement().satisfies(rejected -> {
                assertThat(rejected.file()).isEqualTo(file);
                assertThat(sum(rejected)).isEqualTo(2);
            });
        }
        Files.delete(file);
        assertThat(Workspace.examine(home)).singleElement().asString().contains("of rejected rows").contains("is gone");
        assertThatThrownBy(() -> RejectedRows.read(file, 10)).isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void whatIsKeptIsSaidInAnyLanguage() throws IOException {
        fixture.file("orders.csv", "Order,Seller,Amount,Day\n1,279,ten,2026-01-05\n2,279,x,bad\n3,279,5,2026-01-05\n")
                .rejecting(MAPPING);
        Map<String, String> other = Map.of("{0} is not a plain decimal", "{0} <no number>",
                "{0} is no date of the form {1}",
                "{0} <no day>", "{0}; {1}", "{0} & {1}");
        Function<Message, String> words = said -> said.text(pattern -> other.getOrDefault(pattern, pattern));

        assertThat(kept().reasons()).extracting(reason -> words.apply(reason.message()))
                .containsExactly("Amount: … <no number>");
        Path file = Objects.requireNonNull(kept().file());
        Preview.Refusal last = RejectedRows.read(file, 10).rows().getLast().refusals().getFirst();
        assertThat(words.apply(last.reason())).startsWith("\"x\" <no number>. Maybe")
                .contains(" & \"bad\" <no day>. Maybe");
        assertThat(words.apply(last.wrong())).isEqualTo("\"x\" <no number>");
        RejectedRows.copy(file, folder.resolve("copy.csv"), words);
        assertThat(Files.readAllLines(folder.resolve("copy.csv"))).element(1).asString()
                .startsWith("2,Amount,ten,\"\"\"ten\"\" <no number>. Maybe");
    }

    @Test
    void whatWasKeptBeforeIsSaidAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("before.csv"), """
                hermes_line,hermes_column,hermes_value,hermes_reason,hermes_import,Order
                2,Order,ten,"""
                + "\"\"\"ten\"\" is not a plain decimal. Maybe write digits.; [1] is wrong.\",1,ten\n");

        Preview.Refusal refusal = RejectedRows.read(file, 10).rows().getFirst().refusals().getFirst();
        assertThat(refusal.reason().text())
                .isEqualTo("\"ten\" is not a plain decimal. Maybe write digits.; [1] is wrong.");
        assertThat(refusal.wrong().text()).isEqualTo("\"ten\" is not a plain decimal");
    }

    @Test
    void aTrialWritesWhatWouldBeRejectedAndKeepsNothing() throws IOException {
        fixture.file("orders.csv", "Order,Seller,Amount,Day\n1,279,ten,2026-01-05\n2,279,5,2026-01-05\n");
        LoadedDocument loaded = DocumentReader.read("mapping.yaml", "hermes: 1\nkind: mapping\n" + MAPPING).getFirst();
        ImportSummary summary = Importer.check(fixture.workspace(), loaded, folder,
                ImportTerms.WHOLE.rejectingTo(fixture.rejects()), ImportListener.NONE);
        assertThat(summary.rejected()).isOne();
        assertThat(summary.accepted()).isOne();
        assertThat(fixture.rejected().getLast()).as("of no import").endsWith(",,1,279,ten,2026-01-05");
        assertThat(fixture.workspace().imports().history()).isEmpty();
        assertThat(fixture.workspace().folder().resolve("rejects")).satisfiesAnyOf(
                none -> assertThat(none).doesNotExist(), empty -> assertThat(empty).isEmptyDirectory());
    }

    @Test
    void whereAnImportIsUndoneItsRejectedRowsAreTooAndOnlyTheLatestFilesAreKept() throws IOException {
        fixture.file("orders.csv", "Order,Seller,Amount,Day\n1,279,ten,2026-01-05\n2,279,5,2026-01-05\n");
        Path kept = fixture.workspace().folder().resolve("rejects");
        assertThatThrownBy(() -> fixture.workspace().together(() -> {
            fixture.rejecting(MAPPING);
            assertThat(kept).isNotEmptyDirectory();
            throw new IllegalStateException("undone");
        })).hasMessage("undone");
        assertThat(kept).isEmptyDirectory();
        for (int i = 0; i < 22; i++) {
            fixture.rejecting(MAPPING);
        }
        assertThat(fixture.workspace().imports().rejected()).hasSize(22);
        assertThat(fixture.workspace().imports().rejected().values()).filteredOn(one -> one.file() != null).hasSize(20);
        assertThat(kept().file()).isNotNull();
        Path home = fixture.workspace().folder();
        fixture.close();
        Workspace.open(home).close();
        try (Stream<Path> files = Files.list(kept)) {
            assertThat(files).hasSize(20);
        }
    }

    @Test
    void personsAreBroughtInAroundTheBadOnes() throws IOException {
        fixture.file("persons.csv", "id,name\n1,Ann\n,Nobody\n3,Carl\n");
        fixture.rejecting("code: persons\nfile: persons.csv\ninto: persons\nfields: {person: id, name: name}\n");
        assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("1", "Ann"), new PersonRow("3", "Carl"));
    }
}

package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.DocumentReader;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Mapping;
import dev.hermes.model.PersonRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first rows of a file would become is shown before anything is brought in. */
class PreviewTest {

    private static final String ORDERS = """
            hermes: 1
            kind: dataset
            code: orders
            columns:
              orderId: text
              orderDate: date
              seller: {type: text, refersTo: persons}
              amount: {type: EUR, digits: 9, scale: 2, max: 10000}
            key: orderId
            date: orderDate
            """;

    private static final String MAPPING = """
            code: orders
            file: orders.csv
            into: facts
            of: orders
            format: {csv: {separator: ;, decimal: ',', grouping: ., dates: d.M.yyyy}}
            where: state != 'cancelled'
            fields: {orderId: no, seller: seller, amount: amount, orderDate: day}
            """;

    @TempDir
    Path folder;

    private ImportFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new ImportFixture(folder).documents(ORDERS);
        fixture.file("persons.csv", "id,name\nS1,Ann\n").run("""
                code: persons
                file: persons.csv
                into: persons
                fields: {person: id, name: name}
                """);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Preview preview(String mapping, int rows) {
        return preview(mapping, ImportTerms.WHOLE, rows);
    }

    private Preview preview(String mapping, ImportTerms terms, int rows) {
        LoadedDocument loaded = DocumentReader.read("mapping.yaml", "hermes: 1\nkind: mapping\n" + mapping).getFirst();
        return Importer.preview(fixture.workspace(), loaded, folder, terms, rows);
    }

    @Test
    void rowsAreShownTypedWithWhatWouldBeRejectedAndTheWorkspaceStaysAsItIs() throws IOException {
        fixture.file("orders.csv", """
                no;day;seller;amount;state
                O-1;31.1.2026;S1;1.234,50;
                O-2;30.2.2026;S2;12.000;
                O-3;1.2.2026;S1;5;cancelled
                O-1;1.2.2026;S1;;
                O-4;1.2.2026;S1
                """);

        Preview preview = preview(MAPPING, 100);

        assertThat(preview.fields()).containsExactly("orderId", "seller", "amount", "orderDate");
        assertThat(preview.read()).isEqualTo(5);
        assertThat(preview.leftOut()).isEqualTo(1);
        assertThat(preview.rows()).extracting(Preview.Row::line).containsExactly(2L, 3L, 5L, 6L);
        assertThat(preview.rows().get(0).values()).containsExactly("O-1", "S1", Decimal.parse("1234.50"),
                LocalDate.of(2026, 1, 31));
        assertThat(preview.rows().get(0).texts()).as("as in the file").containsExactly("O-1", "S1", "1.234,50",
                "31.1.2026");
        assertThat(preview.rows().get(0).isRejected()).isFalse();
        assertThat(preview.rows().get(1).values()).containsExactly("O-2", null, null, null);
        assertThat(preview.rows().get(1).texts()).containsExactly("O-2", "S2", "12.000", "30.2.2026");
        assertThat(preview.rows().get(1).refusals()).extracting(Preview.Refusal::column, Preview.Refusal::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("day", "30.2.2026"),
                        org.assertj.core.groups.Tuple.tuple("seller", "S2"),
                        org.assertj.core.groups.Tuple.tuple("amount", "12.000"));
        assertThat(preview.rows().get(2).refusals()).extracting(refusal -> refusal.finding().text()).containsExactly(
                "orders.csv:5:1: column no: The key \"O-1\" is in line 2 already. "
                        + "Maybe a row is there twice, or another column is the key.");
        assertThat(preview.rows().get(3).texts()).as("no row").containsExactly(null, null, null, null);
        assertThat(preview.rows().get(3).refusals()).extracting(refusal -> refusal.reason().text())
                .containsExactly("The row has 3 of 5 cells. "
                        + "Maybe the file was cut off, or is separated by another character.");
        assertThat(preview.rejected()).isEqualTo(3);
        assertThat(fixture.facts("orders")).isEmpty();
        assertThat(fixture.workspace().imports().current()).extracting(brought -> brought.mapping())
                .containsExactly("persons");
    }

    @Test
    void whatWasBroughtInBeforeStaysAndIsNotInTheWay() throws IOException {
        fixture.file("orders.csv", "no;day;seller;amount;state\nO-1;31.1.2026;S1;1;\n").run(MAPPING);
        fixture.file("orders.csv", "no;day;seller;amount;state\nO-1;31.1.2026;S1;2;\nO-2;31.1.2026;S1;2;\n");
        assertThat(preview(MAPPING, 10).rejected()).isZero();
        assertThat(fixture.facts("orders")).containsExactly("O-1|2026-01-31|S1|1.00");
    }

    @Test
    void nothingIsReadFarBehindTheRowsThatAreAskedFor() throws IOException {
        String rows = IntStream.range(0, 30_000).mapToObj(i -> "P" + i + ",Somebody\n").collect(Collectors.joining());
        fixture.file("persons.csv", "id,name\n" + rows + "P,\"never closed\n");
        Preview preview = preview("""
                code: persons
                file: persons.csv
                into: persons
                fields: {person: id, name: name}
                """, 3);
        assertThat(preview.rows()).extracting(Preview.Row::values).containsExactly(List.of("P0", "Somebody"),
                List.of("P1", "Somebody"), List.of("P2", "Somebody"));
        assertThat(preview.read()).isEqualTo(3);
        assertThat(preview.into()).isEqualTo(Mapping.Target.PERSONS);
        assertThat(fixture.inputs().persons()).containsExactly(new PersonRow("S1", "Ann"));
    }

    @Test
    void whatIsPastedIsPreviewedInTheSameWay() {
        Preview preview = preview(MAPPING, ImportTerms.WHOLE.of(Clipboard.of("""
                no\tday\tseller\tamount\tstate
                O-1\t31.1.2026\tS1\t1,5\t
                O-2\t31.1.2026\tS1\t1.5\t
                """)), 10);
        assertThat(preview.rows().get(0).values()).contains(Decimal.parse("1.5"));
        assertThat(preview.rows().get(1).refusals().getFirst().finding().text())
                .startsWith("clipboard:3:4: column amount: \"1.5\" is not written as the mapping says");
        assertThat(fixture.facts("orders")).isEmpty();
    }

    @Test
    void itWaitsForNobodyWhoIsWriting() throws Exception {
        fixture.file("orders.csv", "no;day;seller;amount;state\nO-1;31.1.2026;S1;1;\n");
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Preview preview = fixture.workspace()
                    .together(() -> beside.submit(() -> preview(MAPPING, 10)).get(30, TimeUnit.SECONDS));
            assertThat(preview.rows()).hasSize(1);
            assertThat(preview.rejected()).isZero();
        }
    }

    @Test
    void whoeverNoLongerWantsItEndsIt() throws IOException {
        fixture.file("orders.csv", "no;day;seller;amount;state\nO-1;31.1.2026;S1;1;\n");
        LoadedDocument loaded = DocumentReader.read("mapping.yaml", "hermes: 1\nkind: mapping\n" + MAPPING).getFirst();
        for (long end : new long[] {0, 1}) {
            assertThatThrownBy(() -> Importer.look(fixture.workspace(), loaded, folder, ImportTerms.WHOLE, 10, rows -> {
                if (rows == end) {
                    throw new CancellationException();
                }
            })).isInstanceOf(CancellationException.class);
        }
        Importer.Looked looked = Importer.look(fixture.workspace(), loaded, folder, ImportTerms.WHOLE, 10,
                ImportListener.NONE);
        assertThat(looked.columns()).containsExactly("no", "day", "seller", "amount", "state");
        assertThat(looked.preview()).isEqualTo(preview(MAPPING, 10));
        fixture.file("orders.csv", "no;day\n1;2\n");
        Importer.Looked unfit = Importer.look(fixture.workspace(), loaded, folder, ImportTerms.WHOLE, 10,
                ImportListener.NONE);
        assertThat(unfit.columns()).as("though the mapping does not fit").containsExactly("no", "day");
        assertThat(unfit.preview()).isNull();
        assertThat(unfit.problem()).hasMessageContaining("has no column");
    }

    @Test
    void ofAFileOfChangesOnlyWhatStaysIsInTheWay() throws IOException {
        fixture.documents("""
                hermes: 1
                kind: dataset
                code: badges
                columns: {id: text, badge: {type: text, unique: true}, day: date, before: {type: text, refersTo: badges}}
                key: id
                date: day
                ---
                hermes: 1
                kind: calendar
                code: monthly
                periods: months
                """);
        String badges = """
                code: badges
                file: badges.csv
                into: facts
                of: badges
                fields: {id: id, badge: badge, day: day, before: before}
                """;
        String header = "id,badge,day,before\n";
        fixture.file("badges.csv", header + "1,A,2026-01-05,\n2,B,2026-02-05,\n").run(badges);
        fixture.file("badges.csv", header + "9,Z,2026-01-05,\n").run(badges.replace("code: badges", "code: others"));
        fixture.file("badges.csv", header
                + "1,C,2026-01-06,2\n3,A,2026-01-06,1\n4,B,2026-01-06,\n9,D,2026-01-06,\n5,E,2026-01-06,0\n");

        for (String replaces : List.of("replaces: keys\n", "replaces: {periods: monthly}\n")) {
            Preview keys = preview(badges + replaces, 10);
            assertThat(keys.rows().stream().filter(Preview.Row::isRejected).map(Preview.Row::line))
                    .as(replaces + "B is that of 2, 9 of another mapping, 0 of nobody").containsExactly(4L, 5L, 6L);
            assertThat(fixture.rejecting(badges + replaces).rejected()).as("as by an import").isEqualTo(3);
            fixture.workspace().imports().takeBackLast("badges");
        }
        assertThat(preview(badges, 10).rows().stream().filter(Preview.Row::isRejected).map(Preview.Row::line))
                .as("where all is replaced, 2 is nobody either").contains(2L, 5L, 6L).doesNotContain(4L);
    }

    @Test
    void ofTargetsTheOwnOnesMakeRoomAndThoseOfOthersDoNot() throws IOException {
        fixture.documents("""
                hermes: 1
                kind: calendar
                code: months
                periods: months
                ---
                hermes: 1
                kind: indicator
                code: sales
                type: base
                unit: EUR
                actual: upload
                target: upload
                """);
        String targets = """
                code: targets
                file: targets.csv
                into: targets
                of: sales
                fields: {person: who, period: month, value: target}
                """;
        fixture.file("targets.csv", "who,month,target\n1,2026-01,100\n").run(targets);
        fixture.file("targets.csv", "who,month,target\n5,2026-01,1\n2,2026-01,100\n")
                .run(targets.replace("code: targets", "code: others"));
        fixture.file("targets.csv", "who,month,target\n1,2026-01,1\n2,2026-01,2\n3,2026-01,3\n3,2026-01,4\n");
        for (String replaces : List.of("", "replaces: keys\n", "replaces: periods\n")) {
            Preview preview = preview(targets + replaces, 10);
            assertThat(preview.rows()).extracting(row -> row.line() + " "
                    + row.refusals().stream().map(Preview.Refusal::wrong).toList()).containsExactly("2 []",
                            "3 [The target of sales for 2 in 2026-01 is there already: the mapping others has brought "
                                    + "it in with line 3 of its file]",
                            "4 []", "5 [The target of sales for 3 in 2026-01 is in line 4 already]");
        }
        assertThat(fixture.inputs().periodValues()).hasSize(3);
        Path mended = Files.writeString(folder.resolve("m.csv"),
                "hermes_line,who,month,target\n2,7,2026-01,1\n9,1,2026-01,1\n10,8,2026-01,1\n");
        assertThat(preview(targets, ImportTerms.WHOLE.of(mended), 10).rows())
                .as("line 2 is there, so is the target of 1").extracting(Preview.Row::isRejected)
                .containsExactly(true, true, false);
    }

    @Test
    void aMappingThatIsWrongIsRefusedAsByAnImport() throws IOException {
        fixture.file("orders.csv", "no;day\n1;2\n");
        assertThatThrownBy(() -> preview(MAPPING, 10)).isInstanceOf(FindingsException.class)
                .hasMessageContaining("has no column");
        assertThatThrownBy(() -> preview(MAPPING, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyRowThatAnImportRejectsAPreviewOfAllRowsTells() throws IOException {
        String cells = IntStream.range(0, 500)
                .mapToObj(
                        i -> "O-" + i % 450 + ";" + i % 33 + ".1.2026;S" + i % 2 + ";" + i + (i % 7 == 0 ? ".5" : ",5")
                                + ";" + (i % 5 == 0 ? "cancelled" : ""))
                .collect(Collectors.joining("\n", "no;day;seller;amount;state\n", "\n"));
        fixture.file("orders.csv", cells);
        Preview preview = preview(MAPPING, 1000);
        ImportSummary summary = fixture.rejecting(MAPPING);
        assertThat(preview.rejected()).isPositive().isEqualTo(summary.rejected());
        assertThat(preview.rows().size() - preview.rejected()).isEqualTo(summary.accepted());
        assertThat(fixture.rejected().stream().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyInAnyOrderElementsOf(preview.rows().stream().filter(Preview.Row::isRejected)
                        .map(row -> Long.toString(row.line())).toList());
    }
}

package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.model.Message;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.RejectReason;
import dev.hermes.workspace.WorkspaceException;
import dev.hermes.model.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rejected rows are mended and fed again: then all is as if the file had been right from the start. */
class MendedTest {

    private static final String DOCUMENTS = """
            hermes: 1
            kind: dataset
            code: orders
            columns: {orderId: text, seller: text, amount: {type: USD, digits: 10, scale: 2}, orderDate: date}
            key: orderId
            date: orderDate
            credit: {person: seller}
            ---
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
    private static final String ORDERS = """
            code: orders
            file: orders.csv
            into: facts
            of: orders
            fields: {orderId: Order, seller: Seller, amount: Amount, orderDate: Day}
            """;
    private static final String TARGETS = """
            code: targets
            file: targets.csv
            into: targets
            of: sales
            fields: {person: who, period: month, value: target}
            """;
    private static final String HEADER = "Order,Seller,Note,Amount,Day\n";

    @TempDir
    Path folder;

    private ImportFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new ImportFixture(Files.createDirectory(folder.resolve("given"))).documents(DOCUMENTS);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** Lets somebody replace a text in the file of rejected rows, and names the mended file. */
    private Path mend(String wrong, String right) throws IOException {
        String text = Files.readString(fixture.rejects());
        assertThat(text).contains(wrong);
        return Files.writeString(fixture.folder().resolve("mended.csv"), text.replace(wrong, right));
    }

    @Test
    void mendedRowsJoinThoseThatAreThereWithTheirOwnLines() throws IOException {
        fixture.file("targets.csv", "who,month,target\n1,2026-01,100\n1,2026-02,2OO\n1,2026-03,300\n");
        assertThat(fixture.rejecting(TARGETS).rejected()).isOne();
        ImportSummary summary = fixture.run(TARGETS, ImportTerms.WHOLE.of(mend(",2OO\r\n", ",200\r\n")));
        assertThat(summary.read()).isOne();
        assertThat(summary.accepted()).isOne();
        assertThat(summary.replaced()).isZero();
        assertThat(fixture.inputs().periodValues()).hasSize(3);
        assertThat(fixture.workspace().imports().current()).singleElement()
                .satisfies(brought -> assertThat(brought.rows()).isEqualTo(3));
        fixture.file("targets.csv", "who,month,target\n1,2026-02,1\n");
        assertThat(fixture.findings(TARGETS.replace("code: targets", "code: others")))
                .as("the mended row is known by its line in the file that it came from")
                .containsExactly("targets.csv:2:1: row: The target of sales for 1 in 2026-02 is there already: the "
                        + "mapping targets has brought it in with line 3 of its file. Maybe one of the two is of "
                        + "another period, or is there by mistake.");
    }

    @Test
    void mendedFactsGoIntoAFurtherFileOfTheSameImport() throws IOException {
        fixture.file("orders.csv", HEADER + "1,279,,10,2026-01-05\n2,279,,2O,2026-01-06\n").rejecting(ORDERS);
        fixture.run(ORDERS, ImportTerms.WHOLE.of(mend(",2O,2026", ",20,2026")));
        assertThat(fixture.facts("orders")).containsExactly("1|279|10.00|2026-01-05", "2|279|20.00|2026-01-06");
        assertThat(fixture.workspace().facts().current().of("orders")).hasSize(2);
        fixture.file("orders.csv", HEADER + "3,279,,30,2026-01-07\n").run(ORDERS);
        assertThat(fixture.facts("orders")).as("a new import replaces all of it")
                .containsExactly("3|279|30.00|2026-01-07");
    }

    @Test
    void theSameMendedFileTwiceChangesNothingAndIsSaid() throws IOException {
        fixture.file("orders.csv", HEADER + "1,279,,10,2026-01-05\n2,279,,2O,2026-01-06\n").rejecting(ORDERS);
        ImportTerms orders = ImportTerms.WHOLE.of(mend(",2O,2026", ",20,2026"));
        fixture.run(ORDERS, orders);
        List<String> facts = fixture.facts("orders");
        assertThat(fixture.findings(ORDERS, orders)).containsExactly("orders.csv:3:1: column Order: The key \"2\" is "
                + "there already: the mapping orders has brought it in. Maybe the same rows are in two files.");
        assertThat(fixture.facts("orders")).isEqualTo(facts);

        fixture.file("targets.csv", "who,month,target\n1,2026-01,1OO\n2,2026-01,200\n").rejecting(TARGETS);
        ImportTerms targets = ImportTerms.WHOLE.of(mend(",1OO\r\n", ",100\r\n"));
        fixture.run(TARGETS, targets);
        assertThat(fixture.findings(TARGETS, targets)).containsExactly("targets.csv:2:1: row: The row of line 2 was "
                + "brought in already. Maybe this file was fed before.");
        assertThat(fixture.run(TARGETS, targets.rejectingTo(fixture.rejects())).rejected()).isOne();
        assertThat(fixture.inputs().periodValues()).hasSize(2);
    }

    @Test
    void whatIsStillBadIsRejectedOnceMore() throws IOException {
        fixture.file("orders.csv", HEADER + "1,279,=A,1O,2026-01-05\n2,279,b,2O,2026-01-06\n").rejecting(ORDERS);
        String first = fixture.rejected().get(1);
        Path mended = mend(",2O,2026", ",20,2026");
        ImportSummary summary = fixture.run(ORDERS, ImportTerms.WHOLE.of(mended).rejectingTo(fixture.rejects()));
        assertThat(summary.read()).isEqualTo(2);
        assertThat(summary.accepted()).isOne();
        assertThat(fixture.rejected()).hasSize(2).last().as("as it was, apostrophe and all").isEqualTo(first);
    }

    private Imports.Rejected kept() {
        return Objects.requireNonNull(fixture.workspace().imports().rejected()
                .get(fixture.workspace().imports().history().getFirst().id()));
    }

    @Test
    void whatIsStillRejectedIsKeptWithItsReasons() throws IOException {
        fixture.file("orders.csv", HEADER + "1,279,,1O,2026-01-05\n2,279,,2O,2026-01-06\n3,279,,30,soon\n4,279\n"
                + "5,279,,5,2026-01-06\n").rejecting(ORDERS);
        assertThat(kept().reasons()).extracting(RejectReason::rows).containsExactly(2L, 1L, 1L);
        Path mended = mend(",2O,2026", ",20,2026");
        List<String> lines = Files.readAllLines(mended);
        Files.write(mended, List.of(lines.get(0), lines.get(1).replace(",1O,2026-01-05", ",10,never"), lines.get(2)));
        fixture.run(ORDERS, ImportTerms.WHOLE.of(mended).puttingAside());
        assertThat(kept().reasons()).as("1 has another one, 2 is mended, 3 and 4 did not come").containsExactly(
                new RejectReason(Message.verbatim("Day: … is no date of the form yyyy-MM-dd"), 2),
                new RejectReason(Message.verbatim("The row has … of 5 cells"), 1));
        assertThat(RejectedRows.read(Objects.requireNonNull(kept().file()), 10).rows())
                .extracting(row -> row.line() + " " + row.texts().get(4))
                .containsExactly("2 never", "4 soon", "5 ");
        assertThat(fixture.workspace().imports().history().getFirst().rejected()).isEqualTo(3);
    }

    @Test
    void rowsThatAnEarlierImportHasRejectedDoNotJoinTheLastOne() throws IOException {
        fixture.file("orders.csv", HEADER + "1,279,,10,2026-01-05\n2,279,,2O,2026-01-06\n").rejecting(ORDERS);
        Path mended = mend(",2O,2026", ",20,2026");
        fixture.file("orders.csv", HEADER + "9,279,,9O,2026-01-05\n8,279,,80,2026-01-06\n").rejecting(ORDERS);
        assertThat(fixture.findings(ORDERS, ImportTerms.WHOLE.of(mended))).containsExactly("mended.csv:2:1: file: The "
                + "row was rejected by another import than the last one of its mapping. Maybe mend the rows that the "
                + "last one has rejected, or bring the file in again.");
        assertThat(fixture.facts("orders")).hasSize(1);
    }

    @Test
    void linesThatNameNoRowAreRefused() throws IOException {
        fixture.file("orders.csv", HEADER + "1,279,,1O,2026-01-05\n").rejecting(ORDERS);
        Path mended = Files.writeString(folder.resolve("m.csv"), """
                hermes_line,Order,Seller,Note,Amount,Day
                2,1,279,,10,2026-01-05
                2,2,279,,10,2026-01-05
                x,3,279,,10,2026-01-05
                5,4,279
                """);
        assertThat(fixture.findings(ORDERS, ImportTerms.WHOLE.of(mended))).containsExactly(
                "orders.csv:2:1: row: Line 2 is in the file twice. Maybe a row was copied: a mended row stays one row.",
                "orders.csv:4:1: row: \"x\" in hermes_line is not the line of a row. Maybe take it from the file of "
                        + "rejected rows again.",
                "orders.csv:5:1: row: The row has 3 of 6 cells. Maybe the file was cut off, or is separated by another "
                        + "character.");
    }

    @Test
    void aFileThatIsNoneOfRejectedRowsIsRefused() throws IOException {
        fixture.file("orders.csv", HEADER + "1,279,,10,2026-01-05\n").run(ORDERS);
        ImportTerms terms = ImportTerms.WHOLE.of(fixture.folder().resolve("orders.csv"));
        assertThat(fixture.findings(ORDERS, terms)).singleElement().asString()
                .startsWith(
                        "orders.csv:1:1: file: The file has no column hermes_line, so it is none of rejected rows.");
        assertThat(fixture.findings(ORDERS, ImportTerms.WHOLE.of(folder.resolve("gone.csv")))).singleElement()
                .asString().startsWith("file gone.csv: The file " + folder.resolve("gone.csv") + " is not there.");
    }

    @Test
    void withoutAnImportThereIsNothingToJoin() throws IOException {
        Path mended = Files.writeString(folder.resolve("m.csv"), "hermes_line,who,month,target\n2,1,2026-01,100\n");
        assertThatThrownBy(() -> fixture.run(TARGETS, ImportTerms.WHOLE.of(mended)))
                .isInstanceOf(WorkspaceException.class).hasMessageStartingWith("The mapping targets has not been used");
    }

    /** A row of a file of orders: what it should be, and what it is. */
    private record Order(String right, String wrong) {

        static Order of(int number, Random random) {
            String note = List.of("", "=1+1", "'x", "a, \"b\"", "two\nlines", "-5").get(random.nextInt(6));
            List<String> cells = List.of("o" + number, "s" + (number == 0 ? 0 : random.nextInt(5)), quoted(note),
                    random.nextInt(1000) + ".50", "2026-01-" + (10 + random.nextInt(20)));
            List<String> wrong = new ArrayList<>(cells);
            switch (number == 0 ? 7 : random.nextInt(8)) {
                case 0 -> wrong.set(3, "1,000".repeat(random.nextInt(2)) + "x");
                case 1 -> wrong.set(4, "2026-02-30");
                case 2 -> wrong.removeLast();
                case 3 -> wrong.addFirst("");
                case 4 -> wrong.set(0, "o0");
                default -> {
                    // Right from the start.
                }
            }
            wrong.set(3, wrong.get(3).contains(",") ? quoted(wrong.get(3)) : wrong.get(3));
            return new Order(String.join(",", cells), String.join(",", wrong));
        }

        private static String quoted(String text) {
            return '"' + text.replace("\"", "\"\"") + '"';
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void rejectedMendedAndFedAgainAllIsAsIfTheFileHadBeenRight(long seed) throws IOException {
        Random random = new Random(seed);
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            orders.add(Order.of(i, random));
        }
        String wanted = ORDERS + "where: Seller != 's4'\n";
        List<String> right = rightFromTheStart(orders, wanted);
        StringBuilder file = new StringBuilder(HEADER);
        List<Integer> lines = new ArrayList<>();
        for (Order order : orders) {
            lines.add((int) file.chars().filter(character -> character == '\n').count() + 1);
            file.append(order.wrong()).append('\n');
        }
        ImportSummary summary = fixture.file("orders.csv", file.toString()).rejecting(wanted);
        assertThat(summary.read()).isEqualTo(200)
                .isEqualTo(summary.accepted() + summary.leftOut() + summary.rejected());
        assertThat(fixture.facts("orders")).hasSize((int) summary.accepted());

        List<String> mended = new ArrayList<>();
        try (CsvSource rejects = new CsvSource(new Contents.OfFile(fixture.rejects()), new Mapping.Format.Csv(','))) {
            RowBatch batch = rejects.next(new int[] {0});
            for (int row = 0; batch != null && row < batch.size(); row++) {
                String line = batch.reasons(row).isEmpty() ? batch.cells(0)[row]
                        : batch.written(row, new int[0]).getFirst();
                mended.add(line + "," + orders.get(lines.indexOf(Integer.parseInt(line))).right() + "\n");
            }
        } catch (SourceProblem problem) {
            throw new AssertionError(problem);
        }
        assertThat(mended).hasSize((int) summary.rejected());
        Collections.shuffle(mended, random);
        Path fed = Files.writeString(folder.resolve("m.csv"), "hermes_line," + HEADER + String.join("", mended));
        ImportSummary again = fixture.run(wanted, ImportTerms.WHOLE.of(fed).rejectingTo(fixture.rejects()));
        assertThat(again.rejected()).isZero();
        assertThat(again.read()).isEqualTo(again.accepted() + again.leftOut());
        assertThat(fixture.facts("orders")).isEqualTo(right);
    }

    private List<String> rightFromTheStart(List<Order> orders, String mapping) throws IOException {
        try (ImportFixture other = new ImportFixture(Files.createDirectory(folder.resolve("right")))) {
            other.documents(DOCUMENTS).file("orders.csv",
                    HEADER + String.join("\n", orders.stream().map(Order::right).toList()) + "\n").run(mapping);
            return other.facts("orders");
        }
    }
}

package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Mapping;
import dev.hermes.testkit.SharedData;
import dev.hermes.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactImportTest {

    private static final String ORDERS = """
            hermes: 1
            kind: dataset
            code: orders
            columns:
              orderId: text
              seller: text
              amount: {type: USD, digits: 10, scale: 2}
              orderDate: date
              online: boolean
              note: text
            key: orderId
            date: orderDate
            credit: {person: seller}
            ---
            hermes: 1
            kind: dataset
            code: steps
            columns: {number: {type: number, digits: 12, scale: 4}, day: date}
            key: number
            date: day
            """;

    private static final String MAPPING = """
            code: orders
            file: orders.csv
            into: facts
            of: orders
            fields:
              orderId: Order
              seller: Seller
              amount: Amount
              orderDate: {column: Day, format: d.M.yyyy}
              online: {column: Online, lookup: {1: true, 0: false}}
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

    private List<String> facts(String dataset) {
        return fixture.facts(dataset);
    }

    private List<Path> filesOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("workspace/facts"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void rowsBecomeFactsWithTheTypesOfTheirColumns() throws IOException {
        fixture.file("orders.csv", """
                Order,Seller,Amount,Day,Online
                43659,279,20565.60,31.5.2011,0
                43660,,-1.5,1.6.2011,1
                43661,282,,02.06.2011,
                """);
        assertThat(fixture.run(MAPPING))
                .isEqualTo(new ImportSummary("orders", Mapping.Target.FACTS, 3, 3, 0, 0));
        assertThat(facts("orders")).containsExactly("43659|279|20565.60|2011-05-31|false|",
                "43660||-1.50|2011-06-01|true|", "43661|282||2011-06-02||");
    }

    @Test
    void bringingTheSameFileAgainChangesNothing() throws IOException {
        fixture.file("orders.csv", "Order,Seller,Amount,Day,Online\n1,7,10,1.1.2026,0\n2,7,20,2.1.2026,0\n")
                .run(MAPPING);
        List<String> before = facts("orders");
        Path file = fixture.workspace().facts().current().of("orders").getFirst();
        assertThat(fixture.run(MAPPING)).satisfies(summary -> {
            assertThat(summary.since()).isNotNull();
            assertThat(summary.accepted()).isEqualTo(2);
            assertThat(summary.replaced()).isZero();
        });
        assertThat(fixture.workspace().facts().current().of("orders")).containsExactly(file);
        assertThat(fixture.run(MAPPING, ImportTerms.WHOLE.evenIfUnchanged()))
                .isEqualTo(new ImportSummary("orders", Mapping.Target.FACTS, 2, 2, 0, 2));
        assertThat(facts("orders")).isEqualTo(before).hasSize(2);
        assertThat(fixture.workspace().facts().current().of("orders")).hasSize(1);
    }

    @Test
    void whatTheImportBeforeTheLastHasReplacedIsRemovedWhenTheWorkspaceIsOpenedAgain() throws IOException {
        fixture.file("orders.csv", "Order,Seller,Amount,Day,Online\n1,7,10,1.1.2026,0\n").run(MAPPING);
        Path first = fixture.workspace().facts().current().of("orders").getFirst();
        fixture.run(MAPPING, ImportTerms.WHOLE.evenIfUnchanged());
        Path second = fixture.workspace().facts().current().of("orders").getFirst();
        fixture.run(MAPPING, ImportTerms.WHOLE.evenIfUnchanged());
        Path third = fixture.workspace().facts().current().of("orders").getFirst();
        assertThat(first).exists();
        Workspace.open(folder.resolve("workspace")).close();
        assertThat(filesOnDisk()).as("the second comes back where the third import is taken back")
                .containsExactlyInAnyOrder(second, third);
    }

    @Test
    void twoMappingsFillOneDataset() throws IOException {
        fixture.file("orders.csv", "Order,Seller,Amount,Day,Online\n1,7,10,1.1.2026,0\n").run(MAPPING);
        fixture.file("orders.csv", "Order,Seller,Amount,Day,Online\n2,8,20,1.2.2026,0\n")
                .run(MAPPING.replace("code: orders", "code: february"));
        assertThat(facts("orders")).containsExactly("1|7|10.00|2026-01-01|false|", "2|8|20.00|2026-02-01|false|");
        fixture.workspace().imports().remove("orders");
        assertThat(facts("orders")).containsExactly("2|8|20.00|2026-02-01|false|");
    }

    @Test
    void aFileWithoutWantedRowsLeavesNoFacts() throws IOException {
        fixture.file("orders.csv", "Order,Seller,Amount,Day,Online\n1,,10,1.1.2026,0\n").run(MAPPING);
        assertThat(fixture.run(MAPPING + "where: Seller != ''\n"))
                .isEqualTo(new ImportSummary("orders", Mapping.Target.FACTS, 1, 0, 1, 1));
        assertThat(fixture.workspace().facts().current().of("orders")).isEmpty();
    }

    @Test
    void everyBadCellIsNamedWithItsPlaceAndNothingIsBroughtIn() throws IOException {
        fixture.file("orders.csv", "Order,Seller,Amount,Day,Online\n1,7,10,1.1.2026,0\n").run(MAPPING);
        List<String> before = facts("orders");
        String good = IntStream.range(2, 6000).mapToObj(i -> i + ",7,1.25,1.1.2026,1\n").collect(Collectors.joining());
        fixture.file("orders.csv", "Order,Seller,Amount,Day,Online\n" + good + """
                6001,7,"1,234.50",1.1.2026,0
                6002,7,1234567890123456789012345678901234567890,1.1.2026,0
                6003,7,123456789.00,1.1.2026,0
                6004,7,0.125,30.2.2026,yes
                ,7,1,,0
                """);
        assertThat(fixture.findings(MAPPING)).containsExactly(
                "orders.csv:6000:3: column Amount: \"1,234.50\" is not a plain decimal. "
                        + "Maybe write it without the commas between thousands: 1234.50.",
                "orders.csv:6001:3: column Amount: \"1234567890123456789012345678901234567890\" does not fit: a number "
                        + "has at most 26 digits before the decimal point. Maybe another column was meant.",
                "orders.csv:6002:3: column Amount: \"123456789.00\" has more than the 8 digits before the point that "
                        + "its column keeps. Maybe declare the column with more digits.",
                "orders.csv:6003:3: column Amount: \"0.125\" has more than the 2 fractional digits that its column "
                        + "keeps. Maybe declare the column with a greater scale.",
                "orders.csv:6003:4: column Day: \"30.2.2026\" is no date of the form d.M.yyyy. "
                        + "Maybe correct the cell, or the field's format.",
                "orders.csv:6003:5: column Online: \"yes\" is not in the lookup of the field online. "
                        + "Maybe add it there.",
                "orders.csv:6004:1: column Order: The field orderId is empty. Maybe leave such rows out with where.",
                "orders.csv:6004:4: column Day: The field orderDate is empty. Maybe leave such rows out with where.");
        assertThat(facts("orders")).isEqualTo(before);
        assertThat(filesOnDisk()).hasSize(1);
        assertThat(fixture.workspace().imports().current()).allMatch(brought -> brought.rows() == 1);
    }

    @Test
    void aKeyThatIsThereTwiceIsRefusedWithBothLines() throws IOException {
        fixture.file("orders.csv", """
                Order,Seller,Amount,Day,Online
                1,7,10,1.1.2026,0
                2,7,"20",1.2.2026,0
                3,"left
                out",20,1.2.2026,0
                1,8,30,1.3.2026,0
                1,9,30,1.3.2026,0
                """);
        assertThat(fixture.findings(MAPPING + "where: Order != '3'\n")).containsExactly(
                "orders.csv:6:1: column Order: The key \"1\" is in line 2 already. "
                        + "Maybe a row is there twice, or another column is the key.",
                "orders.csv:7:1: column Order: The key \"1\" is in line 2 already. "
                        + "Maybe a row is there twice, or another column is the key.");
        assertThat(filesOnDisk()).isEmpty();
        assertThat(fixture.workspace().imports().current()).isEmpty();
    }

    @Test
    void aKeyThatAnotherMappingHasBroughtIsRefused() throws IOException {
        fixture.file("orders.csv", "Order,Seller,Amount,Day,Online\n1,7,10,1.1.2026,0\n").run(MAPPING);
        fixture.file("orders.csv", "Order,Seller,Amount,Day,Online\n2,7,10,1.1.2026,0\n1,7,10,1.1.2026,0\n");
        assertThat(fixture.findings(MAPPING.replace("code: orders", "code: again"))).containsExactly(
                "orders.csv:3:1: column Order: The key \"1\" is there already: the mapping orders has brought it in. "
                        + "Maybe the same rows are in two files.");
        assertThat(fixture.run(MAPPING).accepted()).as("the mapping itself replaces it").isEqualTo(2);
    }

    @Test
    void keysThatAreNumbersAreComparedByValue() throws IOException {
        fixture.file("steps.csv", "n,d\n1.50,2026-01-01\n2,2026-01-01\n1.5,2026-01-02\n");
        assertThat(fixture.findings("""
                code: steps
                file: steps.csv
                into: facts
                of: steps
                fields: {number: n, day: d}
                """)).containsExactly("steps.csv:4:1: column n: The key \"1.5\" is in line 2 already. "
                + "Maybe a row is there twice, or another column is the key.");
    }

    @Test
    void idsOfWhoIsCreditedMustBeVisibleAndOtherTextsMayBeAnything() throws IOException {
        fixture.file("orders.csv", "Order,Seller,Amount,Day,Online\n1,7\u200B,10,1.1.2026,0\n2,7,1,1.1.2026,0\n");
        assertThat(fixture.findings(MAPPING + "  note: Seller\n")).containsExactly(
                "orders.csv:2:2: column Seller: \"7[U+200B]\" holds a character that cannot be seen, U+200B, and would "
                        + "look like another id. Maybe remove it at its source.");
    }

    /** Rows come in batches, and where nothing unusual is in one of them, its ids are taken as they are. */
    @Test
    void oneUnusualIdAmongThousandsIsFound() throws IOException {
        StringBuilder rows = new StringBuilder("Order,Seller,Amount,Day,Online\n");
        for (int row = 1; row <= 5_000; row++) {
            String seller = row == 2_500 ? "7\u00A0x" : row == 3_500 ? " 7 " : "7";
            rows.append(row).append(',').append(seller).append(",10,1.1.2026,0\n");
        }
        fixture.file("orders.csv", rows.toString());
        assertThat(fixture.findings(MAPPING)).containsExactly(
                "orders.csv:2501:2: column Seller: \"7[U+00A0]x\" holds a character that cannot be seen, U+00A0, and "
                        + "would look like another id. Maybe remove it at its source.");

        fixture.file("orders.csv", rows.toString().replace("\u00A0", "-")).run(MAPPING);
        assertThat(facts("orders")).hasSize(5_000).noneMatch(row -> row.contains(" 7"));
    }

    @Test
    void keyAndDateAreNeededAndADatasetThatIsThere() throws IOException {
        fixture.file("orders.csv", "Order,Seller\n1,7\n");
        assertThat(fixture.findings("""
                code: orders
                file: orders.csv
                into: facts
                of: orders
                fields: {seller: Seller}
                """)).containsExactly(
                "mapping.yaml:7:9: mapping orders at fields: Rows that become facts need the field orderId. "
                        + "Maybe add it, with the column that it comes from.",
                "mapping.yaml:7:9: mapping orders at fields: Rows that become facts need the field orderDate. "
                        + "Maybe add it, with the column that it comes from.");
        assertThat(fixture.findings("""
                code: orders
                file: orders.csv
                into: facts
                of: order
                fields: {key: Order}
                """)).containsExactly("mapping.yaml:6:5: mapping orders at of: There is no dataset \"order\". "
                + "Maybe orders.");
    }

    @Test
    void aFormulaCutsATextBetweenItsCharacters() throws IOException {
        fixture.file("orders.csv", "Order,Day\n1,1.1.2026\n😀2,1.1.2026\n");
        String mapping = """
                code: orders
                file: orders.csv
                into: facts
                of: orders
                fields: {orderId: Order, orderDate: {column: Day, format: d.M.yyyy}, note: {formula: "substring(Order, 1, 1)"}}
                """;
        assertThat(fixture.run(mapping).accepted()).isEqualTo(2);
        assertThat(facts("orders")).containsExactly("1|||2026-01-01||1", "😀2|||2026-01-01||😀");
    }

    @Test
    void parquetFilesAreBroughtInAsWell() throws IOException {
        fixture.file("orders.csv", "Order,Seller,Amount,Day,Online\n1,7,10.25,1.1.2026,1\n2,,,2.1.2026,\n")
                .run(MAPPING);
        Files.copy(fixture.workspace().facts().current().of("orders").getFirst(), folder.resolve("copy.parquet"));
        fixture.workspace().imports().remove("orders");
        ImportSummary summary = fixture.run("""
                code: copy
                file: copy.parquet
                format: parquet
                into: facts
                of: orders
                where: orderId != '3'
                fields: {orderId: orderId, seller: seller, amount: amount, orderDate: orderDate, online: online}
                """);
        assertThat(summary).isEqualTo(new ImportSummary("copy", Mapping.Target.FACTS, 2, 2, 0, 0));
        assertThat(facts("orders")).containsExactly("1|7|10.25|2026-01-01|true|", "2|||2026-01-02||");
        assertThat(fixture.findings("""
                code: copy
                file: copy.parquet
                format: parquet
                into: facts
                of: orders
                fields: {orderId: orderId, orderDate: seller}
                """)).containsExactly(
                "copy.parquet:1:2: column seller: \"7\" is no date of the form yyyy-MM-dd. "
                        + "Maybe give the field's format, such as dd.MM.yyyy.",
                "copy.parquet:2:2: column seller: The field orderDate is empty. Maybe leave such rows out with where.");
    }

    @Test
    void theOrdersOfAdventureWorksComeInToTheCent() {
        Path data = SharedData.require("data/adventureworks/data");
        fixture.documents("""
                hermes: 1
                kind: dataset
                code: orders
                columns: {orderId: text, seller: text, subTotal: {type: USD, digits: 18, scale: 4}, orderDate: date}
                key: orderId
                date: orderDate
                credit: {person: seller}
                """);
        var mapping = dev.hermes.document.DocumentReader.read("mapping.yaml", """
                hermes: 1
                kind: mapping
                code: orders
                file: sales_order_header.csv
                into: facts
                of: orders
                where: SalesPersonID != ''
                fields: {orderId: SalesOrderID, seller: SalesPersonID, subTotal: SubTotal, orderDate: OrderDate}
                """).getFirst();
        assertThat(Importer.run(fixture.workspace(), mapping, data, ImportListener.NONE))
                .isEqualTo(new ImportSummary("orders", Mapping.Target.FACTS, 31_465, 3_806, 27_659, 0));
        assertThat(facts("orders").stream().map(line -> Decimal.parse(line.split("\\|", -1)[2]))
                .reduce(Decimal.ZERO, Decimal::plus)).isEqualTo(Decimal.parse("80487704.1832"));
    }
}

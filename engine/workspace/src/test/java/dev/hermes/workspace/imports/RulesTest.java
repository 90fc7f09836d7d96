package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the columns of a dataset ask of the rows that are brought in. */
class RulesTest {

    private static final String MAPPING = """
            code: orders
            file: orders.csv
            into: facts
            of: orders
            fields: {id: id, amount: amount, day: day, channel: channel, invoice: invoice, seller: seller,
              place: place, product: product, refundOf: refundOf}
            """;
    private static final String HEADER = "id,amount,day,channel,invoice,seller,place,product,refundOf\n";

    @TempDir
    Path folder;

    private ImportFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new ImportFixture(folder).documents("""
                hermes: 1
                kind: dataset
                code: orders
                columns:
                  id: text
                  amount: {type: USD, required: true, min: 0, max: 1000}
                  day: {type: date, min: 2026-01-01, max: 2026-12-31}
                  channel: {type: text, in: [web, shop]}
                  invoice: {type: text, unique: true}
                  seller: {type: text, refersTo: persons}
                  place: {type: text, refersTo: assignments}
                  product: {type: text, refersTo: products}
                  refundOf: {type: text, refersTo: orders}
                key: id
                ---
                hermes: 1
                kind: dataset
                code: products
                columns: {sku: {type: number, digits: 8, scale: 2}}
                key: sku
                """);
        fixture.file("staff.csv", "person,position,branch\n279,Seller,North\n").run("""
                code: staff
                file: staff.csv
                into: assignments
                fields: {person: person, position: position, organisation: branch}
                """);
        fixture.file("products.csv", "sku\n7.50\n8\n").run("""
                code: products
                file: products.csv
                into: facts
                of: products
                fields: {sku: sku}
                """);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** What is wrong with the rows, without the file's name. */
    private String[] problems(String rows) throws IOException {
        return fixture.file("orders.csv", HEADER + rows).findings(MAPPING).stream()
                .map(finding -> finding.replace("orders.csv:", "")).toArray(String[]::new);
    }

    @Test
    void rowsThatKeepAllRulesAreBroughtInAndWhatIsEmptyKeepsThem() throws IOException {
        fixture.file("orders.csv", HEADER + """
                1,0,2026-01-01,web,R1,279,279_Seller_North,7.5,
                2,1000,2026-12-31,shop,R2,279,,8,1
                3,1,,,,,,,
                4,1,,,,,,,
                """);
        assertThat(fixture.run(MAPPING).accepted()).isEqualTo(4);
    }

    @Test
    void numbersAndDatesLieBetweenMinAndMax() throws IOException {
        assertThat(problems("1,-0.01,2025-12-31,,,,,,\n2,1000.01,2027-01-01,,,,,,\n")).containsExactly(
                "2:2: column amount: \"-0.01\" is below 0, the min of its column. "
                        + "Maybe a digit is missing, or the min is too high.",
                "2:3: column day: \"2025-12-31\" is below 2026-01-01, the min of its column. "
                        + "Maybe a digit is missing, or the min is too high.",
                "3:2: column amount: \"1000.01\" is above 1000, the max of its column. "
                        + "Maybe a digit is too many, or the max is too low.",
                "3:3: column day: \"2027-01-01\" is above 2026-12-31, the max of its column. "
                        + "Maybe a digit is too many, or the max is too low.");
    }

    @Test
    void whatIsRequiredMayNotBeEmptyNorLeftOutOfTheMapping() throws IOException {
        assertThat(problems("1,,,,,,,,\n")).containsExactly(
                "2:2: column amount: The field amount is empty. Maybe leave such rows out with where.");
        assertThat(fixture.findings(MAPPING.replace(" amount: amount,", ""))).singleElement().asString()
                .endsWith("Rows that become facts need the field amount. Maybe add it, with the column that it comes "
                        + "from.");
    }

    @Test
    void textsAreOfTheList() throws IOException {
        assertThat(problems("1,1,,wep,,,,,\n2,1,,fax machine,,,,,\n")).containsExactly(
                "2:4: column channel: \"wep\" is none of the texts that the column channel takes (in). Maybe web.",
                "3:4: column channel: \"fax machine\" is none of the texts that the column channel takes (in). "
                        + "Maybe one of web, shop.");
    }

    @Test
    void whatIsUniqueIsThereOnceInTheFileAndInAllOthers() throws IOException {
        assertThat(problems("1,1,,,R1,,,,\n2,1,,,R1,,,,\n")).containsExactly(
                "3:5: column invoice: \"R1\" is in line 2 already, and the column invoice is unique. "
                        + "Maybe a row is there twice.");
        fixture.file("orders.csv", HEADER + "1,1,,,R1,,,,\n").run(MAPPING);
        fixture.file("orders.csv", HEADER + "2,1,,,R1,,,,\n");
        assertThat(fixture.findings(MAPPING.replace("code: orders", "code: others"))).containsExactly(
                "orders.csv:2:5: column invoice: \"R1\" is there already, and the column invoice is unique. "
                        + "Maybe a row is there twice.");
        assertThat(fixture.run(MAPPING).accepted()).as("the mapping itself replaces its rows").isOne();
    }

    @Test
    void whatRefersToSomethingIsKnown() throws IOException {
        assertThat(problems("1,1,,,,280,279_Seller_South,9,3\n")).containsExactly(
                "2:6: column seller: \"280\" is no person that the workspace knows, and the column seller refers to "
                        + "one (refersTo). Maybe bring in persons first.",
                "2:7: column place: \"279_Seller_South\" is no assignment that the workspace knows, and the column "
                        + "place refers to one (refersTo). Maybe bring in assignments first.");
        assertThat(problems("1,1,,,,279,,9,3\n2,1,,,,,,,1\n")).containsExactly(
                "2:8: column product: \"9\" is no key of the dataset products, and the column product refers to one "
                        + "(refersTo). Maybe bring in products first.",
                "3:9: column refundOf: \"1\" is no key of the dataset orders, and the column refundOf refers to one "
                        + "(refersTo). Maybe bring in orders first.");
    }

    @Test
    void brokenRulesAreReasonsForWhichRowsAreRejected() throws IOException {
        fixture.file("orders.csv", HEADER + "1,1,,web,R1,279,,8,\n2,2000,,fax,R2,,,,\n3,1,,,R1,,,9,\n4,1,,,,,,,3\n");
        ImportSummary summary = fixture.rejecting(MAPPING);
        assertThat(summary.accepted()).isOne();
        assertThat(summary.rejected()).isEqualTo(3);
        assertThat(fixture.rejected().subList(1, 4)).satisfiesExactly(
                row -> assertThat(row).startsWith("3,amount; channel,2000; fax,"),
                row -> assertThat(row).startsWith("4,invoice; product,R1; 9,"),
                row -> assertThat(row).as("refers to a row that was rejected").startsWith("5,refundOf,3,"));
        ImportTerms mended = ImportTerms.WHOLE.of(fixture.file("m.csv",
                "hermes_line," + HEADER + "5,4,1,,,,,,,3\n4,3,1,,,R3,,,8,\n3,2,200,,web,R2,,,,\n").folder()
                .resolve("m.csv"));
        assertThat(fixture.run(MAPPING, mended).accepted()).isEqualTo(3);
    }

    @Test
    void aDatasetThatIsReferredToMustBeThere() throws IOException {
        fixture.documents("""
                hermes: 1
                kind: dataset
                code: visits
                columns: {id: text, order: {type: text, refersTo: order}}
                key: id
                """).file("visits.csv", "id,order\n1,1\n");
        assertThat(fixture.findings("""
                code: visits
                file: visits.csv
                into: facts
                of: visits
                fields: {id: id, order: order}
                """)).containsExactly("mapping.yaml:6:5: mapping visits at of: The column order of the dataset visits "
                + "refers to another one. There is no dataset \"order\". Maybe orders.");
    }
}

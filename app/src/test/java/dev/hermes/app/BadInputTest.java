package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said with its place and what to do, and nothing is changed. */
class BadInputTest {

    private static final String FORTY_DIGITS = "1234567890".repeat(4);

    @TempDir
    Path folder;

    private Accelerators files;

    @BeforeEach
    void copyFiles() {
        files = Accelerators.in(folder);
    }

    @Test
    void aWrongDocument() {
        files.with("scheme.yaml", "kind: rateTable", "kind: rateTabel");

        assertRefused(files.apply(), files.file("scheme.yaml")
                + ":35:7: rateTabel accelerators at kind: The word 'rateTabel' is not known here. Maybe rateTable.");
        assertThat(files.workspace()).doesNotExist();
    }

    @Test
    void aCycleOfIndicators() throws IOException {
        files.prepared();
        WorkspaceState before = WorkspaceState.of(files.workspace());
        Path cycle = Files.writeString(folder.resolve("cycle.yaml"), """
                hermes: 1
                kind: indicator
                code: revenue
                type: composite
                unit: USD
                formula: profit * 2
                ---
                hermes: 1
                kind: indicator
                code: profit
                type: composite
                unit: USD
                formula: revenue / 2
                """);

        assertRefused(Cli.hermes("apply", files.workspace(), cycle), cycle
                + ":13:10: indicator profit at formula: depends on itself: profit → revenue → profit."
                + " Take one of these references out.");
        assertThat(WorkspaceState.of(files.workspace())).isEqualTo(before);
    }

    @Test
    void anUnknownNameInAFormula() {
        files.prepared().with("scheme.yaml", "marginal(indicator, accelerators)", "marginal(indicator, accelerator)");
        WorkspaceState before = WorkspaceState.of(files.workspace());

        assertRefused(files.apply(), files.file("scheme.yaml") + ":52:17: ruleTable acceleratedCommission at "
                + "rules[0].expression: \"marginal(indicator, accelerator)\" at 1:21 There is no 'accelerator' here. "
                + "Maybe accelerators.\nerror: " + files.file("scheme.yaml") + ":79:14: scheme accelerators at "
                + "parameters[0]: The parameter 'commission' has errors of its own; mend them first.");
        assertThat(WorkspaceState.of(files.workspace())).isEqualTo(before);
    }

    @Test
    void aDocumentThatTheOthersNeedIsNotThere() {
        files.with("scheme.yaml", "calendar: months", "calendar: month");

        assertRefused(files.apply(), files.file("scheme.yaml")
                + ":74:11: scheme accelerators at calendar: The calendar 'month' does not exist. Maybe 'months'?");
        assertThat(files.workspace()).doesNotExist();
    }

    @Test
    void aNumberOfFortyDigitsInADocument() {
        files.with("scheme.yaml", "value: 0.075", "value: " + FORTY_DIGITS);

        assertRefused(files.apply(), files.file("scheme.yaml") + ":43:32: rateTable accelerators at rows[1].value: The "
                + "number '" + FORTY_DIGITS + "' does not fit: a number has at most 26 digits before the decimal "
                + "point. Maybe an amount or a rate was given in the wrong unit.");
    }

    @Test
    void aNumberOfFortyDigitsInAFile() {
        assertImportRefused("orders.csv", "64000", FORTY_DIGITS, "orders.csv:2:4: column amount: \"" + FORTY_DIGITS
                + "\" does not fit: a number has at most 26 digits before the decimal point. Maybe another column was "
                + "meant.");
    }

    @Test
    void aMissingColumn() {
        assertImportRefused("orders.csv", "seller,amount", "seller,amt", files.file("data.yaml")
                + ":32:11: mapping orders at fields.amount: The file orders.csv has no column \"amount\". Maybe one of "
                + "order, booked, seller, amt.");
    }

    @Test
    void aDateThatIsNone() {
        assertImportRefused("orders.csv", "2026-03-24", "2026-02-30",
                "orders.csv:3:2: column booked: \"2026-02-30\" is "
                        + "no date of the form yyyy-MM-dd. Maybe give the field's format, such as dd.MM.yyyy.");
    }

    @Test
    void aFileThatIsNotThere() throws IOException {
        assertThat(files.apply().code()).isZero();
        Files.delete(files.file("goals.csv"));

        assertRefused(files.importAll(), files.file("data.yaml") + ":37:7: mapping goals at file: The file "
                + files.file("goals.csv")
                + " is not there. Maybe it was not delivered yet, or the path is relative to another folder.");
    }

    @Test
    void everyFileThatIsWrongIsSaidAtOnceAndNoneIsBroughtIn() throws IOException {
        files.prepared().with("sellers.csv", "2025-01-01", "2025-13-01").with("goals.csv", "100000", "lots");
        WorkspaceState before = WorkspaceState.of(files.workspace());

        Cli answer = files.importAll();

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.findings()).hasSize(4)
                .anyMatch(line -> line.startsWith("error: sellers.csv:2:5: column start: \"2025-13-01\" is no date"))
                .anyMatch(
                        line -> line.startsWith("error: goals.csv:3:3: column goal: \"lots\" is not a plain decimal"));
        assertThat(WorkspaceState.of(files.workspace())).isEqualTo(before);
    }

    @Test
    void anEmptyPopulation() {
        files.with("sellers.csv", ",Seller,", ",Clerk,").prepared();

        Cli answer = files.calc();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err().strip()).isEqualTo("warning: scheme accelerators at population: Nobody is in the "
                + "population 'sellers' in 2026-03, so nothing is paid. Maybe import the assignments of this period, "
                + "or mend the population's organisations, positions and condition.");
    }

    @Test
    void aTargetThatIsMissing() {
        files.with("goals.csv", "S41,2026-03,100000\n", "").prepared();

        Cli answer = files.calc();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("failed: sales.target is missing")
                .contains("S41_Seller_North: parameter commission › acceleratedCommission › rule 1: sales.target is "
                        + "missing")
                .contains("missing data: Maybe import the value, or say what holds without it, such as orElse(x, 0).")
                .containsPattern("S42_Seller_North +Marco Rossi +USD +7,500.00");
    }

    @Test
    void aDivisionByZero() {
        files.with("goals.csv", "S41,2026-03,100000", "S41,2026-03,0")
                .with("scheme.yaml", "marginal(indicator, accelerators)", "indicator.attainment * 1000").prepared();

        Cli answer = files.calc();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("failed: 110000 ÷ 0")
                .contains("division by zero: Maybe test the divisor first")
                .containsPattern("S42_Seller_North +Marco Rossi +USD +1,300.00");
    }

    @Test
    void anUnknownSchemeAndAnUnknownPeriod() {
        files.prepared();
        Path workspace = files.workspace();

        assertRefused(Cli.hermes("calc", workspace, "--scheme", "acelerators", "--period", "2026-03"),
                "scheme acelerators: does not exist. There are accelerators.");
        assertRefused(Cli.hermes("calc", workspace, "--scheme", "accelerators", "--period", "March"),
                "period March: is not a period of the calendar 'months'. Its periods look like 2026-01.");
        assertRefused(Cli.hermes("calc", workspace, "--period", "2025-12"),
                "period 2025-12: No scheme holds in it. Maybe another one was meant: scheme accelerators holds from "
                        + "2026-01-01, with periods like 2026-01.");
    }

    @Test
    void aFolderThatIsNoWorkspace() throws IOException {
        Path stranger = Files.createDirectory(folder.resolve("stranger"));
        Path letter = Files.writeString(stranger.resolve("letter.txt"), "Dear reader");

        assertRefused(Cli.hermes("apply", stranger, files.file("scheme.yaml")), "The folder " + stranger
                + " is not a workspace: it holds no workspace.db.\nMaybe this is another folder than you meant; a new "
                + "workspace needs a new or an empty one.");
        assertRefused(Cli.hermes("calc", letter, "--period", "2026-03"), letter + " is a file, and a workspace is a "
                + "folder. Maybe the folder of the workspace belongs in front of it.");
        assertRefused(Cli.hermes("import", folder.resolve("gone"), files.file("data.yaml")), "The folder "
                + folder.resolve("gone")
                + " does not exist.\nMaybe the path has a typing error, or the workspace was moved.");
        try (var left = Files.list(stranger)) {
            assertThat(left).containsExactly(letter);
        }
    }

    @Test
    void aFileWithoutMappings() {
        files.prepared();
        Path documents = files.file("scheme.yaml");

        assertRefused(Cli.hermes("import", files.workspace(), documents), "No mapping is in " + documents
                + ". Maybe name the file whose documents say 'kind: mapping'.");
    }

    @Test
    void twoMappingsWithOneCode() throws IOException {
        files.prepared();
        Path copy = Files.copy(files.file("data.yaml"), files.file("more.yaml"));
        WorkspaceState before = WorkspaceState.of(files.workspace());

        Cli answer = Cli.hermes("import", files.workspace(), files.file("data.yaml"), copy);

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.findings()).hasSize(4).anyMatch(line -> line.startsWith("error: " + copy)
                && line.endsWith("mapping orders at code: The code orders is already that of the mapping orders in "
                        + files.file("data.yaml") + ":24:7. Maybe one is a copy of the other."));
        assertThat(WorkspaceState.of(files.workspace())).isEqualTo(before);
    }

    @Test
    void theFolderOfFactsIsNotAFolder() throws IOException {
        assertThat(files.apply().code()).isZero();
        Path facts = files.workspace().resolve("facts");
        Files.delete(facts);
        Files.writeString(facts, "");

        Cli answer = files.importAll();

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("error: The file " + files.file("orders.csv")
                + " could not be brought in: " + facts).contains("\nMaybe the disk is full, or ");
        assertThat(WorkspaceState.of(files.workspace()).imports()).isEmpty();
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenIsKnownBeforeTheRun() {
        files.prepared();
        Path target = folder.resolve("reports/payouts.csv");

        assertRefused(files.calc("--out", target), "The file " + target + " cannot be written: the folder "
                + folder.resolve("reports") + " does not exist. Maybe make it first.");
        assertThat(WorkspaceState.of(files.workspace()).runs()).isEmpty();
    }

    @Test
    void aFileOfTheWorkspaceIsNotWrittenOver() {
        files.prepared();
        WorkspaceState before = WorkspaceState.of(files.workspace());
        for (String own : List.of("workspace.db", "workspace.db-wal", "facts/payouts.csv")) {
            Path target = files.workspace().resolve(own);

            assertRefused(files.calc("--out", target), target + " belongs to the workspace. Maybe write to another "
                    + "folder.");
        }
        assertThat(WorkspaceState.of(files.workspace())).isEqualTo(before);
    }

    @Test
    void oneFileCannotBeTwo() {
        Path target = folder.resolve("payouts.csv");

        assertRefused(files.prepared().calc("--out", target, "--lines", target),
                target + " is to be two files at once. Maybe give one another name.");
        assertThat(target).doesNotExist();
    }

    private void assertImportRefused(String file, String text, String replacement, String message) {
        files.prepared().with(file, text, replacement);
        WorkspaceState before = WorkspaceState.of(files.workspace());

        assertRefused(files.importAll(), message);
        assertThat(WorkspaceState.of(files.workspace())).isEqualTo(before);
    }

    private static void assertRefused(Cli answer, String message) {
        assertThat(answer.err().strip()).isEqualTo("error: " + message);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.code()).isEqualTo(2);
    }
}

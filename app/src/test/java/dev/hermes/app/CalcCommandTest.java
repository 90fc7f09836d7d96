package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.hermes.testkit.Cases;
import dev.hermes.workspace.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CalcCommandTest {

    @TempDir
    Path folder;

    private Accelerators files;

    @BeforeEach
    void copyFiles() {
        files = Accelerators.in(folder);
    }

    @Test
    void theSummarySaysWhoGetsWhat() {
        assertThat(files.prepared().calc().lines()).containsExactly("",
                "Commission with accelerators · 2026-03 · 2026-03-01 to 2026-03-31",
                "  scheme                        paid  failed  not applicable  capped            cost  cut off by caps",
                "  Commission with accelerators     2       0               0       0  USD  13,250.00", "", "Payouts",
                "  payee             name                payout  remarks",
                "  S41_Seller_North  Lena Brandt  USD  5,750.00", "  S42_Seller_North  Marco Rossi  USD  7,500.00");
    }

    @Test
    void organisationsAreComparedWhereThereAreSeveral() {
        files.with("sellers.csv", "S42,Marco Rossi,Seller,North", "S42,Marco Rossi,Seller,South").prepared();

        assertThat(files.calc().lines()).containsSubsequence("Payouts by organisation",
                "  organisation  payees        payouts   share",
                "  South              1  USD  7,500.00  56.6 %  ████████████████████████",
                "  North              1  USD  5,750.00  43.4 %  ██████████████████▍");
    }

    @Test
    void everySchemeOfThePeriodIsCalculatedUnlessOneIsNamed() {
        files.prepared();

        assertThat(Cli.hermes("calc", files.workspace(), "--period", "2026-03").out()).isEqualTo(files.calc().out());
    }

    @Test
    void theTableHasARowForEachPayee() throws IOException {
        Path out = folder.resolve("payouts.csv");
        assertThat(files.prepared().calc("--out", out).code()).isZero();

        assertThat(Files.readString(out)).isEqualTo("""
                payee,person,name,organisation,scheme,period,status,payout,currency,commission,commission.reason,\
                commission.capped,capped,adjustments,failure,failureText\r
                S41_Seller_North,S41,Lena Brandt,North,accelerators,2026-03,paid,5750.00,USD,5750.00,,,,,,\r
                S42_Seller_North,S42,Marco Rossi,North,accelerators,2026-03,paid,7500.00,USD,7500.00,,,,,,\r
                """);
    }

    @Test
    void theTableSaysWhatWasCappedAndWhatFailed() {
        files.with("scheme.yaml", "  - {indicator: sales, rules: acceleratedCommission}",
                "  - {indicator: sales, rules: acceleratedCommission}\ncap: '6000'")
                .with("scheme.yaml", "parameters: [commission]", "parameters: [commission]\ncap: '5900.005'")
                .with("goals.csv", "S41,2026-03,100000\n", "").prepared();
        Path out = folder.resolve("payouts.csv");

        assertThat(files.calc("--out", out).code()).isEqualTo(1);

        List<NamedCsvRecord> rows = Csv.rows(out);
        assertThat(rows.getFirst().getField("status")).isEqualTo("failed");
        assertThat(rows.getFirst().getField("payout")).isEmpty();
        assertThat(rows.getFirst().getField("failure")).isEqualTo("MISSING_DATA");
        assertThat(rows.getFirst().getField("failureText")).isEqualTo(
                "parameter commission › acceleratedCommission › rule 1: sales.target is missing");
        assertThat(rows.getLast().getField("commission")).isEqualTo("6000.00");
        assertThat(rows.getLast().getField("commission.capped")).isEqualTo("-1500.00");
        assertThat(rows.getLast().getField("capped")).isEqualTo("-99.995");
        assertThat(rows.getLast().getField("payout")).isEqualTo("5900.01");
    }

    @Test
    void theLinesAddUpToThePayouts() {
        files.with("scheme.yaml", "parameters: [commission]", "parameters: [commission]\ncap: '5900.005'")
                .prepared();
        Path lines = folder.resolve("lines.csv");
        assertThat(files.calc("--lines", lines).code()).isZero();

        List<NamedCsvRecord> rows = Csv.rows(lines);
        assertThat(rows).extracting(row -> row.getField("payee"), row -> row.getField("line"),
                row -> row.getField("kind"), row -> row.getField("amount")).containsExactly(
                        org.assertj.core.groups.Tuple.tuple("S41_Seller_North", "1", "rules", "5750.00"),
                        org.assertj.core.groups.Tuple.tuple("S42_Seller_North", "1", "rules", "7500.00"),
                        org.assertj.core.groups.Tuple.tuple("S42_Seller_North", "2", "cap", "-1599.995"),
                        org.assertj.core.groups.Tuple.tuple("S42_Seller_North", "3", "rounding", "0.005"));
        assertThat(rows.stream().map(row -> new BigDecimal(row.getField("amount"))).reduce(BigDecimal.ZERO,
                BigDecimal::add)).isEqualByComparingTo("11650.01");
    }

    @Test
    void textsThatASpreadsheetWouldTakeForFormulasAreHarmless() {
        files.with("sellers.csv", "Lena Brandt", "\"=HYPERLINK(\"\"http://x\"\",\"\"Lena, B\"\")\"").prepared();
        Path out = folder.resolve("payouts.csv");
        files.calc("--out", out);

        assertThat(Csv.rows(out).getFirst().getField("name")).isEqualTo("'=HYPERLINK(\"http://x\",\"Lena, B\")");
    }

    @Test
    void jsonHasEverything() {
        JsonNode run = new JsonMapper().readTree(files.prepared().calc("--json").out());

        assertThat(run.path("period").asString()).isEqualTo("2026-03");
        assertThat(run.path("to").asString()).isEqualTo("2026-04-01");
        assertThat(run.path("fingerprint").asString()).hasSizeGreaterThan(30);
        JsonNode scheme = run.path("schemes").get(0);
        assertThat(scheme.path("cost").asString()).isEqualTo("13250.00");
        JsonNode payee = scheme.path("payees").get(1);
        assertThat(payee.path("payee").asString()).isEqualTo("S42_Seller_North");
        assertThat(payee.path("payout").asString()).isEqualTo("7500.00");
        assertThat(payee.path("parameters").get(0).path("amount").asString()).isEqualTo("7500.00");
        assertThat(payee.path("lines").get(0).path("kind").asString()).isEqualTo("rules");
        assertThat(run.path("credits").get(0).path("credited").asInt()).isEqualTo(4);
    }

    @Test
    void jsonSaysWhyAPayoutFailed() {
        files.with("goals.csv", "S41,2026-03,100000\n", "").prepared();

        JsonNode payee = new JsonMapper().readTree(files.calc("--json").out()).path("schemes").get(0).path("payees")
                .get(0);

        assertThat(payee.path("status").asString()).isEqualTo("failed");
        assertThat(payee.has("payout")).isFalse();
        assertThat(payee.path("failure").path("code").asString()).isEqualTo("MISSING_DATA");
        assertThat(payee.path("failure").path("path").get(0).asString()).isEqualTo("parameter commission");
    }

    @Test
    void theResultIsKeptUnlessItIsADryRun() {
        files.prepared().calc("--dry-run");
        assertThat(WorkspaceState.of(files.workspace()).runs()).isEmpty();

        files.calc();
        assertThat(WorkspaceState.of(files.workspace()).runs()).singleElement().satisfies(run -> {
            assertThat(run.scheme()).isEqualTo("accelerators");
            assertThat(run.payouts()).isEqualTo(2);
            assertThat(run.failures()).isZero();
        });
    }

    @Test
    void balancesAreCarriedFromOnePeriodToTheNext() {
        Path documents = Cases.published().stream().filter(example -> example.folder().contains("/d-")).findFirst()
                .orElseThrow().copyTo(folder.resolve("draw"));
        Path workspace = folder.resolve("draws");
        Cli.hermes("apply", workspace, documents);
        Cli.hermes("import", workspace, documents);

        Cli tooEarly = Cli.hermes("calc", workspace, "--period", "2026-02");
        assertThat(tooEarly.code()).isEqualTo(1);
        assertThat(tooEarly.out()).contains("no balance: Maybe calculate the period before");

        assertThat(Cli.hermes("calc", workspace, "--period", "2026-01").code()).isZero();
        assertThat(Cli.hermes("calc", workspace, "--period", "2026-02").code()).isZero();
        try (Workspace opened = Workspace.open(workspace)) {
            assertThat(opened.runs().payouts(opened.runs().all().getFirst()).getFirst().closingBalances().get("owed"))
                    .hasToString("800");
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
        files.prepared();
        Path one = folder.resolve("one.csv");
        Path four = folder.resolve("four.csv");
        files.calc("--threads", 1, "--out", one);
        files.calc("--threads", 4, "--out", four);

        assertThat(four).hasSameBinaryContentAs(one);
    }

    @Test
    void factsThatBecameKnownLaterAreLeftOut() {
        files.with("scheme.yaml", "date: booked", "date: booked\nrecorded: known")
                .with("scheme.yaml", "  amount: USD", "  amount: USD\n  known: date")
                .with("data.yaml", "  amount: amount", "  amount: amount\n  known: {value: 2026-03-20}")
                .with("data.yaml", "known: {value: 2026-03-20}", "known: booked").prepared();

        assertThat(files.calc("--as-of", "2026-03-20", "--dry-run").out())
                .containsPattern("S41_Seller_North +Lena Brandt +USD +3,200.00");
        assertThat(files.calc("--dry-run").out()).containsPattern("S41_Seller_North +Lena Brandt +USD +5,750.00");
    }
}

package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainCommandTest {

    @TempDir
    Path folder;

    private Accelerators files;

    @BeforeEach
    void prepare() {
        files = Accelerators.in(folder).prepared();
    }

    private Cli explain(Object... more) {
        Object[] arguments = new Object[more.length + 6];
        System.arraycopy(new Object[] {"explain", files.workspace(), "--scheme", "accelerators", "--period", "2026-03"},
                0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return Cli.hermes(arguments);
    }

    @Test
    void aPayoutIsFollowedDownToTheFacts() {
        Cli answer = explain("--assignment", "S41_Seller_North");

        assertThat(answer.code()).isZero();
        assertThat(answer.lines().getFirst()).startsWith("Payout of Lena Brandt (S41_Seller_North) = 5,750.00 USD");
        assertThat(answer.out()).contains("parameter commission = 5,750").contains("orders O-501 = 64,000")
                .contains("orders O-502 = 46,000").contains("sales.target = 100,000");
    }

    @Test
    void aPersonWithOnePayeeNeedsNoKey() {
        assertThat(explain("--assignment", "S41").out()).isEqualTo(explain("--assignment", "S41_Seller_North").out());
    }

    @Test
    void jsonIsOneObject() {
        JsonNode trace = new JsonMapper().readTree(explain("--assignment", "S41", "--json").out());

        assertThat(trace.path("kind").asString()).isEqualTo("payout");
        assertThat(trace.path("value").asString()).isEqualTo("5750.00 USD");
    }

    @Test
    void whoIsNotThereIsGuessedAt() {
        Cli answer = explain("--assignment", "S43_Seller_North");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().strip())
                .isEqualTo("error: payee S43_Seller_North: It is not in the population 'sellers'"
                        + " of the scheme in 2026-03. Maybe 'S41_Seller_North'?");
    }

    @Test
    void whoIsFarFromThereSeesWhatKeysLookLike() {
        assertThat(explain("--assignment", "Wolfgang Amadeus").err()).contains(
                "Its 2 payees have keys like 'S41_Seller_North'.");
    }

    @Test
    void nothingIsStored() {
        explain("--assignment", "S41");

        assertThat(WorkspaceState.of(files.workspace()).runs()).isEmpty();
    }
}

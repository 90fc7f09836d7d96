package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.command.HermesCommand;
import dev.hermes.app.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancellationTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void aCancelledImportLeavesTheWorkspaceAsItWas() {
        Accelerators files = Accelerators.in(folder);
        assertThat(files.apply().code()).isZero();
        WorkspaceState before = WorkspaceState.of(files.workspace());

        assertCancelled("import", files.workspace().toString(), files.file("data.yaml").toString());
        assertThat(WorkspaceState.of(files.workspace())).isEqualTo(before);
    }

    @Test
    void documentsAreNotAppliedOnceThatIsCancelled() {
        Accelerators files = Accelerators.in(folder);

        assertCancelled("apply", files.workspace().toString(), files.file("scheme.yaml").toString());
        assertThat(files.workspace()).doesNotExist();
    }

    @Test
    void aCancelledRunStoresAndWritesNothing() {
        Accelerators files = Accelerators.in(folder).prepared();
        Path out = folder.resolve("payouts.csv");

        assertCancelled("calc", files.workspace().toString(), "--period", "2026-03", "--out", out.toString());
        assertThat(WorkspaceState.of(files.workspace()).runs()).isEmpty();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("case", "workspace");
    }

    @Test
    void aCancelledDemoLeavesNoFolder() {
        Path demo = folder.resolve("demo");

        assertCancelled("demo", demo.toString(), "--people", "60", "--facts", "1000", "--months", "1");
        assertThat(demo).doesNotExist();
    }

    private void assertCancelled(String... arguments) {
        Terminal terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), false, false);

        assertThat(HermesCommand.execute(terminal, () -> true, arguments)).isEqualTo(130);
        assertThat(err.toString().strip()).isEqualTo("Cancelled; nothing was stored.");
    }
}

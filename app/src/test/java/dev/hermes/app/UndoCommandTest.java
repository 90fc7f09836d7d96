package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoCommandTest {

    @TempDir
    Path folder;

    private Accelerators files;

    @BeforeEach
    void prepare() {
        files = Accelerators.in(folder).prepared();
    }

    private Cli run(String command) {
        return Cli.hermes(command, files.workspace());
    }

    @Test
    void whatASchemePaysGoesBackAndForthWithItsDocuments() {
        assertThat(files.calc().out()).contains("13,250.00");
        files.with("scheme.yaml", "value: 0.05", "value: 0.06").apply();
        assertThat(files.calc().out()).contains("15,250.00");

        assertThat(run("undo").lines()).containsExactly("  changed  rateTable    accelerators (revision 3)",
                "1 document taken back in " + files.workspace() + ": 1 changed");
        assertThat(files.calc().out()).contains("13,250.00");
        assertThat(run("redo").lines()).containsExactly("  changed  rateTable    accelerators (revision 4)",
                "1 document made again in " + files.workspace() + ": 1 changed");
        assertThat(files.calc().out()).contains("15,250.00");
        assertThat(run("redo").lines()).containsExactly("There is nothing to make again in " + files.workspace() + ".");
    }

    @Test
    void everythingCanBeTakenBack() {
        assertThat(run("undo").lines()).last()
                .isEqualTo("8 documents taken back in " + files.workspace() + ": 8 removed");
        Cli nothing = run("undo");

        assertThat(nothing.lines()).containsExactly("There is nothing to take back in " + files.workspace() + ".");
        assertThat(nothing.code()).isZero();
        assertThat(files.calc().err()).startsWith("error: scheme accelerators: does not exist.");
        assertThat(files.apply().lines()).last()
                .isEqualTo("8 documents applied to " + files.workspace() + ": 8 created");
    }

    @Test
    void theHistoryTellsWhatWasDone() {
        files.with("scheme.yaml", "value: 0.05", "value: 0.06").apply();
        run("undo");

        assertThat(run("history").lines()).hasSize(4).satisfies(lines -> {
            assertThat(lines.get(1)).startsWith("  3 ").contains("undo of 2")
                    .endsWith("rateTable accelerators (revision 3)");
            assertThat(lines.get(2)).startsWith("  2 ").contains(System.getProperty("user.name"), "  edit  ");
            assertThat(lines.get(3))
                    .endsWith("calendar months created, dataset orders created and 6 more");
        });
        assertThat(Cli.hermes("history", files.workspace(), "--document", "sales").lines()).hasSize(2);
    }
}

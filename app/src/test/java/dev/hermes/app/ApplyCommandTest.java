package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {

    @TempDir
    Path folder;

    private Accelerators files;

    @BeforeEach
    void copyFiles() {
        files = Accelerators.in(folder);
    }

    @Test
    void theWorkspaceIsMadeOnTheWay() {
        Cli answer = files.apply();

        assertThat(answer.lines()).containsExactly("  created  calendar     months", "  created  dataset      orders",
                "  created  indicator    sales", "  created  parameter    commission",
                "  created  population   sellers", "  created  rateTable    accelerators",
                "  created  ruleTable    acceleratedCommission", "  created  scheme       accelerators",
                "8 documents applied to " + files.workspace() + ": 8 created");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
    }

    @Test
    void anEmptyFolderBecomesAWorkspace() throws IOException {
        Files.createDirectory(files.workspace());

        assertThat(files.apply().code()).isZero();
    }

    @Test
    void aFolderInWhichTheMakingOfAWorkspaceWasKilledBecomesOne() throws IOException {
        Files.createDirectory(files.workspace());
        Path left = Files.writeString(files.workspace().resolve("workspace.db." + UUID.randomUUID()), "half");

        assertThat(files.apply().code()).isZero();
        assertThat(left).doesNotExist();
    }

    @Test
    void whatSaysTheSameIsUnchanged() {
        files.apply();
        files.with("scheme.yaml", "name: Months", "name: Calendar months");

        assertThat(files.apply().lines()).containsExactly("  changed  calendar     months (revision 2)",
                "8 documents applied to " + files.workspace() + ": 1 changed, 7 unchanged");
    }

    @Test
    void whatFitsTheDocumentsThatAreThereNeedNotRepeatThem() throws IOException {
        files.apply();
        Path more = Files.writeString(folder.resolve("more.yaml"), """
                hermes: 1
                kind: indicator
                code: bonusBase
                type: composite
                unit: USD
                formula: sales / 2
                """);

        assertThat(Cli.hermes("apply", files.workspace(), more).lines())
                .containsExactly("  created  indicator    bonusBase", "1 document applied to " + files.workspace()
                        + ": 1 created");
    }

    @Test
    void ofTwoDocumentsWithOneCodeNoneIsTaken() throws IOException {
        Path copy = Files.copy(files.file("scheme.yaml"), files.file("copy.yaml"));

        Cli answer = Cli.hermes("apply", files.workspace(), files.file("scheme.yaml"), copy);

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.findings()).contains("error: " + copy + ":5:7: calendar months at code: The code months is "
                + "already that of the calendar months in " + files.file("scheme.yaml")
                + ":5:7. Maybe one is a copy of the other.");
        assertThat(files.workspace()).doesNotExist();
    }
}

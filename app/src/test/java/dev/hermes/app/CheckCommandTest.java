package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String PERSONS_SCHEME = """
            hermes: 1
            kind: scheme
            code: copy
            population: sellers
            calendar: months
            from: 2026-03-20
            payLine: accelerators
            currency: USD
            payee: person
            parameters: [commission]
            """;

    @TempDir
    Path folder;

    private Accelerators files;

    @BeforeEach
    void copyFiles() {
        files = Accelerators.in(folder);
    }

    @Test
    void documentsAreCheckedWithoutAWorkspace() {
        Cli answer = Cli.hermes("check", files.folder());

        assertThat(answer).isEqualTo(new Cli(0, "12 documents, nothing wrong" + System.lineSeparator(), ""));
    }

    @Test
    void whatApplyRefusesCheckRefusesInTheSameWords() {
        files.with("scheme.yaml", "calendar: months", "calendar: month");

        assertThat(Cli.hermes("check", files.file("scheme.yaml"))).isEqualTo(files.apply());
    }

    @Test
    void newDocumentsAreCheckedWithThoseOfTheWorkspaceAndStayOutside() throws IOException {
        files.prepared();
        WorkspaceState before = WorkspaceState.of(files.workspace());
        Path copy = Files.writeString(folder.resolve("copy.yaml"), PERSONS_SCHEME);

        assertThat(Cli.hermes("check", files.workspace(), copy).lines()).containsExactly("9 documents, nothing wrong");
        assertThat(WorkspaceState.of(files.workspace())).isEqualTo(before);
    }

    @Test
    void whoeverHasOneSchemeIsCovered() {
        Cli answer = Cli.hermes("check", files.prepared().workspace(), "--period", "2026-03");

        assertThat(answer.lines()).containsExactly("8 documents, nothing wrong",
                "Every assignment has a scheme, none has two on one pay line");
        assertThat(answer.code()).isZero();
    }

    @Test
    void twoSchemesOfOnePayLineAreAnOverlap() throws IOException {
        String payLine = Files.readString(files.file("scheme.yaml")).lines()
                .filter(line -> line.startsWith("payLine: ")).findFirst().orElseThrow();
        Path copy = Files.writeString(folder.resolve("copy.yaml"),
                PERSONS_SCHEME.replace("payLine: accelerators", payLine));

        Cli answer = Cli.hermes("check", files.prepared().workspace(), copy, "--period", "2026-03");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("2 overlaps: two schemes of one pay line for one assignment")
                .containsPattern("S41_Seller_North +Lena Brandt +\\w+ +accelerators, copy +2026-03-20");
    }

    @Test
    void whoHasNoSchemeIsNamed() {
        files.with("sellers.csv", "S42,Marco Rossi,Seller", "S42,Marco Rossi,Trainee").prepared();

        Cli answer = Cli.hermes("check", files.workspace(), "--period", "2026-03");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.lines()).containsSubsequence("1 assignment without a scheme", "  assignment         name",
                "  S42_Trainee_North  Marco Rossi");
    }

    @Test
    void whoseTargetIsMissingIsNamed() {
        files.with("goals.csv", "S42,2026-03,100000\n", "").prepared();

        Cli answer = Cli.hermes("check", files.workspace(), "--period", "2026-03");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.lines()).containsSubsequence("1 of 2 payees of scheme accelerators without sales.target",
                "  S42_Seller_North");
    }

    @Test
    void longListsAreCutUnlessAllIsWanted() throws IOException {
        StringBuilder sellers = new StringBuilder(Files.readString(files.file("sellers.csv")));
        for (int i = 0; i < 12; i++) {
            sellers.append("T").append(10 + i).append(",Trainee ").append(i).append(",Trainee,North,2025-01-01\n");
        }
        Files.writeString(files.file("sellers.csv"), sellers);
        files.prepared();

        Cli some = Cli.hermes("check", files.workspace(), "--period", "2026-03");
        Cli all = Cli.hermes("check", files.workspace(), "--period", "2026-03", "--all");

        assertThat(some.lines()).contains("  and 2 more; --all lists them").noneMatch(line -> line.contains("T21_"));
        assertThat(all.lines()).anyMatch(line -> line.contains("T21_"));
    }

    @Test
    void aPeriodNeedsAWorkspace() {
        assertThat(Cli.hermes("check", files.folder(), "--period", "2026-03").err())
                .startsWith("error: --period needs the folder of a workspace.");
    }
}

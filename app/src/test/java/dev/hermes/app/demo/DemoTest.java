package dev.hermes.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.app.files.UnusableFileException;
import dev.hermes.local.ParquetRows;
import dev.hermes.model.CalcInputs;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.Needed;
import dev.hermes.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    private static final DemoOptions SMALL = new DemoOptions(60, 3_000, 2, 5);

    @TempDir
    Path folder;

    @Test
    void theLatestPeriodIsTheLastMonth() {
        assertThat(Demo.latestPeriod(DemoOptions.DEFAULT)).isEqualTo("2026-06");
        assertThat(Demo.latestPeriod(new DemoOptions(60, 3_000, 14, 5))).isEqualTo("2027-02");
    }

    @Test
    void aDemoHasThePeopleAndFactsThatWereAskedFor() throws IOException {
        try (Workspace workspace = make("demo", SMALL)) {
            assertThat(inputs(workspace).persons()).hasSize(60);
            assertThat(
                    Stream.of("orders", "visits", "complaints").mapToInt(code -> facts(workspace, code).size()).sum())
                    .isEqualTo(3_000);
            assertThat(workspace.imports().current()).extracting(Imports.Import::mapping).containsExactly(
                    "adjustments", "business", "corrections", "last-year", "organisation", "people", "scores",
                    "targets");
        }
        try (Stream<Path> files = Files.list(folder.resolve("demo"))) {
            assertThat(files).containsExactlyInAnyOrder(folder.resolve("demo/documents"), folder.resolve("demo/facts"),
                    folder.resolve("demo/workspace.db"), folder.resolve("demo/backups"),
                    folder.resolve("demo/cache.db"),
                    folder.resolve("demo/open"));
        }
    }

    @Test
    void itsDocumentsLieBesideItToBeChangedAndApplied() throws IOException {
        try (Workspace workspace = make("demo", SMALL)) {
            assertThat(Files.readString(workspace.folder().resolve("documents/field-sales.yaml")))
                    .contains("code: field-sales");
            assertThat(workspace.documents().library().documents()).hasSameSizeAs(Demo.library().documents());
        }
    }

    @Test
    void allMonthsButTheLastAreCalculated() {
        try (Workspace workspace = make("demo", SMALL)) {
            assertThat(workspace.runs().latest("key-accounts", "2026-01")).isPresent();
            assertThat(workspace.runs().latest("key-accounts", "2026-02")).isEmpty();
        }
    }

    @Test
    void theSameSeedGivesTheSameCompanyToTheLastByte() throws IOException {
        try (Workspace one = make("one", SMALL); Workspace other = make("other", SMALL)) {
            assertThat(inputs(one)).isEqualTo(inputs(other));
            for (String dataset : List.of("orders", "visits", "complaints", "products")) {
                assertThat(bytes(one, dataset)).isEqualTo(bytes(other, dataset));
            }
        }
    }

    @Test
    void anotherSeedGivesAnotherCompany() {
        try (Workspace one = make("one", SMALL); Workspace other = make("other", new DemoOptions(60, 3_000, 2, 6))) {
            assertThat(inputs(one).persons()).isNotEqualTo(inputs(other).persons());
            assertThat(facts(one, "orders")).isNotEqualTo(facts(other, "orders"));
        }
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "Dear");
        assertThatThrownBy(() -> Demo.create(folder, SMALL, ProgressListener.NONE))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage(folder + " exists already and is not an empty folder. Maybe name another one.");
        assertThat(folder).isDirectoryContaining("glob:**letter.txt");
    }

    @Test
    void whereTheListenerEndsItNothingIsLeftBehind() throws IOException {
        assertThatThrownBy(() -> Demo.create(folder.resolve("demo"), SMALL, (stage, done, _) -> {
            if (stage.equals("facts") && done > 1_000) {
                throw new CancellationException("enough");
            }
        })).isInstanceOf(CancellationException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new DemoOptions(49, 3_000, 2, 5)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The people of a demo (49) must be from 50 to 200,000.\n"
                        + "Maybe leave the option out: it has a usual value.");
        assertThatThrownBy(() -> new DemoOptions(60, 999, 2, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DemoOptions(60, 3_000, 0, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private Workspace make(String name, DemoOptions options) {
        Demo.create(folder.resolve(name), options, ProgressListener.NONE);
        return Workspace.open(folder.resolve(name));
    }

    private static CalcInputs inputs(Workspace workspace) {
        return workspace.inputs(Needed.ALL, CalcInputs.Balances.NONE);
    }

    private static Path file(Workspace workspace, String dataset) {
        return workspace.facts().current().of(dataset).getFirst();
    }

    private static byte[] bytes(Workspace workspace, String dataset) throws IOException {
        return Files.readAllBytes(file(workspace, dataset));
    }

    /** The rows of a dataset as text. */
    private static List<String> facts(Workspace workspace, String dataset) {
        List<String> facts = new ArrayList<>();
        try (ParquetRows rows = ParquetRows.open(file(workspace, dataset))) {
            int[] all = IntStream.range(0, rows.columns().size()).toArray();
            for (String[][] batch = rows.next(all, 1_000); batch != null; batch = rows.next(all, 1_000)) {
                String[][] cells = batch;
                IntStream.range(0, cells[0].length).mapToObj(row -> Arrays.stream(cells).map(column -> column[row])
                        .collect(Collectors.joining(","))).forEach(facts::add);
            }
        }
        return facts;
    }
}

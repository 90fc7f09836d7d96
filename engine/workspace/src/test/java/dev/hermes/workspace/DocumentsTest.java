package dev.hermes.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.DocumentWriter;
import dev.hermes.document.Library;
import dev.hermes.model.Calendar;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Layout;
import dev.hermes.model.RateTable;
import dev.hermes.workspace.DocumentChange.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

    private static final String CALENDARS = """
            hermes: 1
            kind: calendar
            code: months
            periods: months
            ---
            hermes: 1
            kind: calendar
            code: quarters
            periods: quarters
            """;

    private static final String RATES = """
            hermes: 1
            kind: rateTable
            code: byRegion
            value: ratio
            keys: {region: text}
            rows: imported
            """;

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<DocumentChange> apply(String file, String text) {
        return workspace.documents().apply(List.of(DocumentFile.read(file, text)));
    }

    private static DocumentChange change(String calendar, int revision, Outcome outcome) {
        return new DocumentChange(DocumentKind.CALENDAR, calendar, revision, outcome);
    }

    @Test
    void whatIsChangedKeepsTheCommentsOfItsFile() {
        apply("calendars.yaml", "# Paid by the month.\n" + CALENDARS.replace("---\n", "---\n# For the heads.\n"));
        Calendar quarters = workspace.documents().library().calendar("quarters").orElseThrow();

        String text = workspace.documents().rewritten(quarters).text();

        assertThat(text).isEqualTo("""
                # For the heads.
                hermes: 1
                kind: calendar
                code: quarters
                periods: quarters
                """);
        Layout unknown = new Layout("indicators", "indicators", new TreeMap<>(), List.of());
        assertThat(workspace.documents().rewritten(unknown).text()).isEqualTo(DocumentWriter.toYaml(unknown));
    }

    @Test
    void aDocumentGetsANewRevisionOnlyWhereItSaysSomethingElse() {
        assertThat(apply("calendars.yaml", CALENDARS)).containsExactly(change("months", 1, Outcome.CREATED),
                change("quarters", 1, Outcome.CREATED));
        assertThat(apply("calendars.yaml", CALENDARS)).containsExactly(change("months", 1, Outcome.UNCHANGED),
                change("quarters", 1, Outcome.UNCHANGED));
        assertThat(apply("calendars.yaml", CALENDARS.replace("periods: quarters", "periods: quarters\nyearStart: 4")))
                .containsExactly(change("months", 1, Outcome.UNCHANGED), change("quarters", 2, Outcome.CHANGED));
        assertThat(workspace.documents().library().calendar("quarters")).get().extracting(Calendar::periods)
                .isEqualTo(new Calendar.Periods.Regular(Calendar.Length.QUARTERS, 4));
    }

    @Test
    void documentsOutliveTheProgram() {
        apply("calendars.yaml", CALENDARS);
        Library before = workspace.documents().library();
        workspace.close();
        workspace = Workspace.open(folder);
        assertThat(workspace.documents().library().calendars()).isEqualTo(before.calendars()).hasSize(2);
    }

    @Test
    void placesAreThoseOfTheTextThatWasAppliedLast() {
        apply("calendars.yaml", CALENDARS);
        assertThat(apply("pay periods.yaml", "# By month\n\n" + CALENDARS)).extracting(DocumentChange::outcome)
                .containsOnly(Outcome.UNCHANGED);
        Library library = workspace.documents().library();
        Calendar quarters = library.calendar("quarters").orElseThrow();
        assertThat(library.location(quarters, "periods")).hasToString("pay periods.yaml:11:10");
    }

    @Test
    void aFileWhoseDocumentsAreReplacedOneByOneKeepsTheOthers() {
        apply("calendars.yaml", CALENDARS);
        apply("quarters.yaml", "hermes: 1\nkind: calendar\ncode: quarters\nperiods: quarters\nyearStart: 7\n");
        Library library = workspace.documents().library();
        assertThat(library.calendars()).extracting(Calendar::code).containsExactly("months", "quarters");
        assertThat(library.location(library.calendar("months").orElseThrow(), "")).hasToString("calendars.yaml:1:1");
        assertThat(library.location(library.calendar("quarters").orElseThrow(), "yearStart"))
                .hasToString("quarters.yaml:5:12");
    }

    @Test
    void oneDocumentIsNotGivenTwice() {
        DocumentFile file = DocumentFile.read("calendars.yaml", CALENDARS);
        DocumentFile copy = DocumentFile.read("copy.yaml", CALENDARS);
        assertThatThrownBy(() -> workspace.documents().apply(List.of(file, copy)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The calendar months is given twice, in copy.yaml the second time.\n"
                        + "Maybe give one of the two another code.");
        assertThat(workspace.documents().library().calendars()).isEmpty();
    }

    @Test
    void aRateTableHasTheRowsThatMappingsBroughtIn() {
        apply("rates.yaml", RATES);
        RateTable.Row east = new RateTable.Row(List.of("East, \"far\""), null, Decimal.of(1000), Decimal.parse("0.025"),
                LocalDate.of(2026, 1, 1), null);
        RateTable.Row west = new RateTable.Row(List.of("West"), Decimal.of(1000), null, Decimal.parse("0.03"), null,
                LocalDate.of(2026, 7, 1));
        workspace.imports().replace("regionRates", "rates.csv", writer -> {
            writer.write(2, "byRegion", east);
            writer.write(3, "byRegion", west);
            return writer.rows();
        });
        assertThat(workspace.documents().library().rateTable("byRegion")).get().extracting(RateTable::rows)
                .isEqualTo(List.of(east, west));
        assertThat(apply("rates.yaml", RATES)).extracting(DocumentChange::outcome).containsExactly(Outcome.UNCHANGED);
    }

    private static final String LAYOUT = """
            hermes: 1
            kind: layout
            code: indicators
            nodes:
              netNights: {x: 316, y: 96}
            """;

    @Test
    void movingACardIsAnEditThatNoImportNotices() {
        apply("calendars.yaml", CALENDARS);
        Calendar months = workspace.documents().library().calendar("months").orElseThrow();
        String fingerprint = workspace.documents().fingerprint(months);
        apply("layout.yaml", LAYOUT);
        assertThat(apply("layout.yaml", LAYOUT.replace("x: 316", "x: 320"))).extracting(DocumentChange::outcome)
                .containsExactly(Outcome.CHANGED);
        assertThat(workspace.documents().fingerprint(months)).isEqualTo(fingerprint);
        workspace.documents().undo();
        assertThat(workspace.documents().library().layout("indicators").orElseThrow().nodes())
                .containsEntry("netNights", new Layout.Point(316, 96));
        apply("quarters.yaml", FISCAL + "4\n");
        assertThat(workspace.documents().fingerprint(months)).isNotEqualTo(fingerprint);
    }

    private static final String FISCAL = "hermes: 1\nkind: calendar\ncode: quarters\nperiods: quarters\nyearStart: ";

    private String yearStart() {
        return workspace.documents().library().calendar("quarters")
                .map(calendar -> ((Calendar.Periods.Regular) calendar.periods()).yearStartMonth() + "").orElse("none");
    }

    @Test
    void whatWasDoneIsTakenBackStepByStepAndMadeAgainAlsoAfterARestart() {
        for (int month = 1; month <= 12; month++) {
            apply("quarters.yaml", FISCAL + month + "\n");
        }
        for (int month = 11; month >= 1; month--) {
            assertThat(workspace.documents().undo()).extracting(DocumentChange::outcome)
                    .containsExactly(Outcome.CHANGED);
            assertThat(yearStart()).isEqualTo(String.valueOf(month));
        }
        assertThat(workspace.documents().undo()).extracting(DocumentChange::outcome).containsExactly(Outcome.REMOVED);
        assertThat(yearStart()).isEqualTo("none");
        assertThat(workspace.documents().undo()).isEmpty();
        workspace.close();
        workspace = Workspace.open(folder);
        assertThat(workspace.documents().redo()).extracting(DocumentChange::outcome).containsExactly(Outcome.CREATED);
        for (int month = 2; month <= 12; month++) {
            workspace.documents().redo();
            assertThat(yearStart()).isEqualTo(String.valueOf(month));
        }
        assertThat(workspace.documents().redo()).isEmpty();
    }

    @Test
    void aNewEditEndsWhatCouldBeMadeAgain() {
        apply("quarters.yaml", FISCAL + "4\n");
        apply("quarters.yaml", FISCAL + "5\n");
        workspace.documents().undo();
        apply("quarters.yaml", FISCAL + "6\n");
        assertThat(workspace.documents().redo()).isEmpty();
        workspace.documents().undo();
        assertThat(yearStart()).isEqualTo("4");
    }

    @Test
    void anEditIsTakenBackAsAWholeWithItsPlaces() {
        apply("calendars.yaml", CALENDARS);
        apply("fiscal.yaml", "# by year\n" + CALENDARS.replace("periods: quarters", "periods: quarters\nyearStart: 4")
                .replace("periods: months", "periods: months\nyearStart: 4"));
        assertThat(workspace.documents().undo()).containsExactly(change("months", 3, Outcome.CHANGED),
                change("quarters", 3, Outcome.CHANGED));
        Library library = workspace.documents().library();
        assertThat(library.location(library.calendar("quarters").orElseThrow(), "periods"))
                .hasToString("calendars.yaml:9:10");
    }

    private static DocumentKey calendar(String code) {
        return new DocumentKey(DocumentKind.CALENDAR, code);
    }

    private List<DocumentChange> edit(String file, String text, DocumentKey... removed) {
        return workspace.documents().edit(text.isEmpty() ? List.of() : List.of(DocumentFile.read(file, text)),
                Set.of(removed));
    }

    private String documents() {
        return workspace.documents().library().documents().stream()
                .map(loaded -> DocumentWriter.toCanonicalJson(loaded.document())).collect(Collectors.joining("\n"));
    }

    @Test
    void aDocumentIsRemovedFromItsFileAndTheOthersStay() {
        apply("calendars.yaml", CALENDARS);
        assertThat(edit("", "", calendar("months"))).containsExactly(change("months", 2, Outcome.REMOVED));
        Library library = workspace.documents().library();
        assertThat(library.calendars()).extracting(Calendar::code).containsExactly("quarters");
        assertThat(library.location(library.calendar("quarters").orElseThrow(), "periods"))
                .hasToString("calendars.yaml:9:10");
        assertThat(workspace.documents().current().revisions()).containsOnlyKeys("calendar quarters");
        assertThat(workspace.documents().undo()).containsExactly(change("months", 3, Outcome.CREATED));
        assertThat(workspace.documents().library().location(
                workspace.documents().library().calendar("months").orElseThrow(), "periods"))
                .hasToString("calendars.yaml:4:10");
        assertThat(workspace.documents().redo()).containsExactly(change("months", 4, Outcome.REMOVED));
        assertThat(apply("calendars.yaml", CALENDARS)).containsExactly(change("months", 5, Outcome.CREATED),
                change("quarters", 1, Outcome.UNCHANGED));
    }

    @Test
    void whatIsTakenInAndRemovedTogetherIsOneStep() {
        apply("calendars.yaml", CALENDARS);
        String before = documents();
        assertThat(edit("quarters.yaml", FISCAL + "4\n---\n" + LAYOUT, calendar("months"))).containsExactly(
                change("quarters", 2, Outcome.CHANGED),
                new DocumentChange(DocumentKind.LAYOUT, "indicators", 1, Outcome.CREATED),
                change("months", 2, Outcome.REMOVED));
        String after = documents();
        assertThat(workspace.documents().undo()).hasSize(3);
        assertThat(documents()).isEqualTo(before);
        workspace.close();
        workspace = Workspace.open(folder);
        assertThat(workspace.documents().redo()).hasSize(3);
        assertThat(documents()).isEqualTo(after);
        assertThat(workspace.documents().history()).extracting(Operation::kind).containsExactly(Operation.Kind.EDIT,
                Operation.Kind.EDIT, Operation.Kind.UNDO, Operation.Kind.REDO);
        assertThat(workspace.documents().history().get(1).changes()).extracting(DocumentChange::outcome)
                .containsExactly(Outcome.REMOVED, Outcome.CHANGED, Outcome.CREATED);
    }

    @Test
    void whatIsNotThereIsNotRemovedAndNothingElseIsDone() {
        apply("calendars.yaml", CALENDARS);
        edit("", "", calendar("months"));
        String before = documents();
        assertThatThrownBy(() -> edit("layout.yaml", LAYOUT, calendar("quarters"), calendar("months")))
                .isInstanceOf(WorkspaceException.class).hasMessage("The calendar months cannot be removed, since it is"
                        + " not there.\nMaybe it has been removed already.");
        assertThatThrownBy(() -> edit("", "", calendar("weeks"))).isInstanceOf(WorkspaceException.class)
                .hasMessageStartingWith("The calendar weeks cannot be removed");
        assertThatThrownBy(() -> edit("quarters.yaml", FISCAL + "4\n", calendar("quarters")))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("The calendar quarters is given in"
                        + " quarters.yaml and is to be removed as well.\nMaybe do only one of the two.");
        assertThat(documents()).isEqualTo(before);
        assertThat(workspace.documents().history()).hasSize(2);
    }

    @Test
    void fiftyEditsAreTakenBackAndMadeAgainWithTheSameDocumentsAtEveryStep() {
        Random random = new Random(7);
        List<String> states = new ArrayList<>(List.of(documents()));
        for (int step = 1; step <= 50; step++) {
            List<DocumentKey> there = workspace.documents().library().documents().stream()
                    .map(loaded -> DocumentKey.of(loaded.document())).toList();
            DocumentKey[] removed = there.isEmpty() || random.nextInt(3) > 0
                    ? new DocumentKey[0]
                    : new DocumentKey[] {there.get(random.nextInt(there.size()))};
            // Another layout each time, so that every edit changes something.
            String text = LAYOUT.replace("code: indicators", "code: card" + step % 7 + "x" + removed.length)
                    .replace("x: 316", "x: " + step);
            edit("layout.yaml", removed.length == 1 && removed[0].code().endsWith("x1") ? "" : text, removed);
            states.add(documents());
        }
        assertThat(workspace.documents().steps()).extracting(Documents.Steps::undoable, Documents.Steps::redoable)
                .containsExactly(50, 0);
        for (int step = 49; step >= 0; step--) {
            workspace.documents().undo();
            assertThat(documents()).isEqualTo(states.get(step));
        }
        workspace.close();
        workspace = Workspace.open(folder);
        assertThat(workspace.documents().steps()).extracting(Documents.Steps::canUndo, Documents.Steps::redoable)
                .containsExactly(false, 50);
        for (int step = 1; step <= 50; step++) {
            workspace.documents().redo();
            assertThat(documents()).isEqualTo(states.get(step));
        }
        assertThat(workspace.documents().redo()).isEmpty();
    }

    @Test
    void theNextStepsAreToldWithoutMakingThem() {
        assertThat(workspace.documents().steps()).isEqualTo(new Documents.Steps(0, 0, null, null));
        apply("calendars.yaml", CALENDARS);
        edit("layout.yaml", LAYOUT, calendar("quarters"));
        List<Operation> history = workspace.documents().history();
        assertThat(workspace.documents().steps()).isEqualTo(new Documents.Steps(2, 0, history.get(1), null));
        workspace.documents().undo();
        assertThat(workspace.documents().steps())
                .isEqualTo(new Documents.Steps(1, 1, history.get(0), history.get(1)));
        assertThat(workspace.documents().history()).hasSize(3);
    }

    @Test
    void theHistoryTellsWhoDidWhatWhen() {
        workspace.close();
        Instant noon = Instant.parse("2026-04-01T12:00:00Z");
        workspace = Workspace.open(folder, Clock.fixed(noon, ZoneOffset.UTC), "ann", Duration.ofSeconds(5));
        apply("calendars.yaml", CALENDARS);
        apply("calendars.yaml", CALENDARS);
        apply("fiscal.yaml", FISCAL + "7\n");
        workspace.documents().undo();
        List<Operation> history = workspace.documents().history();
        assertThat(history).extracting(Operation::kind).containsExactly(Operation.Kind.EDIT, Operation.Kind.EDIT,
                Operation.Kind.UNDO);
        assertThat(history).extracting(Operation::author).containsOnly("ann");
        assertThat(history).extracting(Operation::at).containsOnly(noon);
        assertThat(history.get(0).changes()).containsExactly(change("months", 1, Outcome.CREATED),
                change("quarters", 1, Outcome.CREATED));
        assertThat(history.get(1).changes()).containsExactly(change("quarters", 2, Outcome.CHANGED));
        assertThat(history.get(2).edit()).isEqualTo(history.get(1).number());
        assertThat(history).extracting(Operation::id).isSorted();
    }
}

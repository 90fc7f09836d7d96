package dev.hermes.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.Library;
import dev.hermes.model.Calendar;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.RateTable;
import dev.hermes.workspace.DocumentChange.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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

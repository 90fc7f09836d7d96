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
import java.time.LocalDate;
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
        workspace.imports().replace("regionRates", "rates.csv", (writer, _) -> {
            writer.write(2, "byRegion", east);
            writer.write(3, "byRegion", west);
            return writer.rows();
        });
        assertThat(workspace.documents().library().rateTable("byRegion")).get().extracting(RateTable::rows)
                .isEqualTo(List.of(east, west));
        assertThat(apply("rates.yaml", RATES)).extracting(DocumentChange::outcome).containsExactly(Outcome.UNCHANGED);
    }
}

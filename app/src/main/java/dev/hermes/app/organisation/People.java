package dev.hermes.app.organisation;

import dev.hermes.document.Library;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Period;
import dev.hermes.plan.PayCalendar;
import dev.hermes.workspace.Needed;
import dev.hermes.workspace.SavedRun;
import dev.hermes.workspace.Workspace;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * All that was brought in about people, and the attributes that are declared. Immutable.
 *
 * @param inputs
 *            without values of periods
 */
record People(Library library, CalcInputs inputs) {

    /** Not for the screen's thread. */
    static People of(Workspace workspace) {
        return new People(workspace.documents().library(),
                workspace.inputs(new Needed(null, Set.of(), Set.of()), CalcInputs.Balances.NONE));
    }

    /** The last day of the period that was calculated last, or else of the one that a day is in; not for the screen's thread. */
    static LocalDate usualDay(Workspace workspace, LocalDate today) {
        Library library = workspace.documents().library();
        return workspace.runs().all().stream().max(Comparator.comparingLong(SavedRun::id))
                .flatMap(run -> library.calendars().stream()
                        .flatMap(calendar -> new PayCalendar(calendar).find(run.period()).stream()).findFirst())
                .or(() -> current(library, today)).map(period -> period.end().minusDays(1)).orElse(today);
    }

    private static Optional<Period> current(Library library, LocalDate today) {
        return library.calendars().stream()
                .flatMap(calendar -> new PayCalendar(calendar).containing(today).stream()).findFirst();
    }
}

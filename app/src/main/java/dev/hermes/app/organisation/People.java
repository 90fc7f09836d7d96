package dev.hermes.app.organisation;

import dev.hermes.document.Library;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.DatedValue;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.Period;
import dev.hermes.plan.PayCalendar;
import dev.hermes.workspace.Needed;
import dev.hermes.workspace.SavedRun;
import dev.hermes.workspace.Workspace;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that was brought in about people, and the attributes that are declared, ready to be looked up. Immutable. */
final class People {

    private final String version;
    private final CalcInputs inputs;
    private final List<DatedValue> declared;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<AssignmentRow>> assignments;
    private final Map<String, List<OrganisationRow>> organisations;
    private final Map<String, List<LeaderRow>> leaders;
    private final Map<String, Map<String, List<DatedValueRow>>> values;

    private People(String version, Library library, CalcInputs inputs) {
        this.version = version;
        this.inputs = inputs;
        declared = library.datedValues().stream()
                .sorted(Comparator.comparing(DatedValue::of).thenComparing(DatedValue::name)).toList();
        inputs.persons().forEach(person -> names.put(person.person(), person.name()));
        assignments = grouped(inputs.assignments(), row -> row.key().person(),
                Comparator.comparing(AssignmentRow::from).reversed().thenComparing(AssignmentRow::key));
        organisations = grouped(inputs.organisations(), OrganisationRow::code,
                Comparator.comparing(OrganisationRow::from).reversed());
        leaders = grouped(inputs.leaders(), LeaderRow::organisation,
                Comparator.comparing(LeaderRow::from).reversed().thenComparing(LeaderRow::head));
        values = inputs.datedValues().stream().collect(Collectors.groupingBy(DatedValueRow::code,
                Collectors.groupingBy(DatedValueRow::subject)));
    }

    private static <T> Map<String, List<T>> grouped(List<T> rows, Function<T, String> by, Comparator<T> order) {
        return rows.stream().sorted(order).collect(Collectors.groupingBy(by));
    }

    /** Not for the screen's thread. */
    static People of(Workspace workspace) {
        return new People(version(workspace), workspace.documents().library(),
                workspace.inputs(new Needed(null, Set.of(), Set.of()), CalcInputs.Balances.NONE));
    }

    /** Says which rows and documents there are: another where any have come or gone. Not for the screen's thread. */
    static String version(Workspace workspace) {
        return workspace.documents().current().operation() + " " + workspace.inputsVersion();
    }

    String version() {
        return version;
    }

    /** Without values of periods. */
    CalcInputs inputs() {
        return inputs;
    }

    /** The attributes of people, assignments and organisations, by whose they are and their names. */
    List<DatedValue> declared() {
        return declared;
    }

    /** A person's name; the person itself where none was brought in. */
    String name(String person) {
        return names.getOrDefault(person, person);
    }

    /** All assignments that a person ever held, the latest first. */
    List<AssignmentRow> assignments(String person) {
        return assignments.getOrDefault(person, List.of());
    }

    /** All that an organisation ever was, the latest first. */
    List<OrganisationRow> organisations(String code) {
        return organisations.getOrDefault(code, List.of());
    }

    /** All who ever led an organisation, the latest first. */
    List<LeaderRow> leaders(String organisation) {
        return leaders.getOrDefault(organisation, List.of());
    }

    /** All values that an attribute ever had for a subject. */
    List<DatedValueRow> values(String attribute, String subject) {
        return values.getOrDefault(attribute, Map.of()).getOrDefault(subject, List.of());
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

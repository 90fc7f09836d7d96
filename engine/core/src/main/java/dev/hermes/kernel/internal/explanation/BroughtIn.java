package dev.hermes.kernel.internal.explanation;

import dev.hermes.kernel.internal.indicators.OwnRows;
import dev.hermes.kernel.internal.indicators.Surroundings;
import dev.hermes.model.DatedValue;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.Period;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.plan.CompiledSource;
import dev.hermes.plan.NodeId;
import dev.hermes.plan.PlanNode;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import dev.hermes.trace.SourceRow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the rows with which the values of a row of the roster were brought in. Not thread-safe. */
final class BroughtIn {

    private record Uploads(NodeId id, String period) {}

    private final OwnRows ownRows;
    private final Surroundings surroundings;
    private final Roster roster;
    private final Map<Uploads, Map<String, PeriodValueRow>> uploads = new HashMap<>();
    private final Map<String, Map<String, List<DatedValueRow>>> dated = new HashMap<>();

    BroughtIn(Evidence evidence) {
        ownRows = evidence.ownRows();
        surroundings = evidence.surroundings();
        roster = surroundings.roster();
    }

    /** The uploads of a period that a row's own value was made of; none where corrections have taken their place. */
    List<PeriodValueRow> uploaded(PlanNode.OwnRows node, Period period, int row) {
        Map<String, PeriodValueRow> bySubject = uploads.computeIfAbsent(new Uploads(node.id(), period.code()),
                _ -> ownRows.uploads(node.id(), period).stream().collect(
                        Collectors.toMap(PeriodValueRow::subject, upload -> upload, (_, last) -> last)));
        Set<Integer> corrected = bySubject.isEmpty()
                ? Set.of()
                : ownRows.corrections(node, period, false).keySet();
        PeriodValueRow ofPerson = bySubject.get(roster.person(row));
        if (ofPerson != null && node.source() instanceof CompiledSource.Score && roster.isPersonRow(row)
                && held(row, period).length > 1) {
            return List.of(ofPerson);
        }
        Set<PeriodValueRow> found = new LinkedHashSet<>();
        for (int assignment : roster.assignmentsOf(row)) {
            if (held(assignment, period).length == 1 && !corrected.contains(assignment)) {
                add(bySubject.get(roster.text(assignment)), found);
            }
        }
        int[] heldByPerson = held(roster.personRowOf(row), period);
        boolean isPersonsOnly = heldByPerson.length == 1 && found.isEmpty() && !corrected.contains(heldByPerson[0])
                && Arrays.stream(roster.assignmentsOf(row)).anyMatch(assignment -> assignment == heldByPerson[0]);
        if (isPersonsOnly || heldByPerson.length > 1 && roster.isPersonRow(row)) {
            add(ofPerson, found);
        }
        return List.copyOf(found);
    }

    private int[] held(int row, Period period) {
        return roster.assignmentsHeld(row, Days.of(period.start()), Days.of(period.end()));
    }

    private static void add(@Nullable PeriodValueRow row, Set<PeriodValueRow> found) {
        if (row != null) {
            found.add(row);
        }
    }

    /** The dated value that a row has on a day; null where it has none, or several at once. */
    @Nullable
    DatedValueRow dated(String code, int row, int day) {
        if (day == Roster.NEVER) {
            return null;
        }
        DatedValue declaration = surroundings.datedValue(code);
        Map<String, List<DatedValueRow>> bySubject = dated.computeIfAbsent(code,
                _ -> surroundings.dated().rows(code).stream().collect(Collectors.groupingBy(DatedValueRow::subject)));
        List<DatedValueRow> holding = Arrays.stream(roster.assignmentsOf(row))
                .filter(assignment -> roster.daysHeld(assignment, day, day + 1) > 0)
                .mapToObj(assignment -> surroundings.dated().subject(declaration, assignment)).distinct()
                .flatMap(subject -> bySubject.getOrDefault(subject, List.of()).stream())
                .filter(value -> Days.of(value.from()) <= day && day < Days.of(value.to())).toList();
        return holding.size() == 1 ? holding.getFirst() : null;
    }

    /** As {@link #dated}, as the source of a figure. */
    @Nullable
    SourceRow datedSource(String code, int row, int day) {
        DatedValueRow found = dated(code, row, day);
        return found == null ? null : new SourceRow.DatedValue(code, found.subject(), found.from());
    }
}

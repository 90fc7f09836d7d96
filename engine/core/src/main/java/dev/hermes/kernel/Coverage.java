package dev.hermes.kernel;

import dev.hermes.model.Period;
import dev.hermes.model.Scheme;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether every assignment has exactly one effective scheme on every day and pay line of a period.
 *
 * @param overlaps
 *            assignments with several, by pay line and key
 * @param uncovered
 *            assignments that are held in the period and have none at all, by key
 */
public record Coverage(List<Overlap> overlaps, List<Payee> uncovered) {

    public Coverage {
        overlaps = List.copyOf(overlaps);
        uncovered = List.copyOf(uncovered);
    }

    /** An assignment with the name of its person. */
    public record Payee(String assignment, String name) {}

    /**
     * Two schemes of one pay line that hold for an assignment on one day.
     *
     * @param day
     *            the first such day
     */
    public record Overlap(String payLine, Payee payee, String first, String second, LocalDate day) {}

    /** The coverage by all schemes of a result. */
    public static Coverage of(CalcResult result) {
        Map<String, Map<Integer, List<Scheme>>> byPayLine = new TreeMap<>();
        Set<Integer> covered = new HashSet<>();
        Roster roster = null;
        for (SchemeResult scheme : result.schemes()) {
            roster = scheme.roster();
            Scheme document = scheme.scheme().document();
            Map<Integer, List<Scheme>> line = byPayLine.computeIfAbsent(document.payLine(), _ -> new TreeMap<>());
            for (int row : scheme.assignments()) {
                line.computeIfAbsent(row, _ -> new ArrayList<>(1)).add(document);
                covered.add(row);
            }
        }
        if (roster == null) {
            return new Coverage(List.of(), List.of());
        }
        return new Coverage(overlaps(byPayLine, roster, result.plan().period()),
                uncovered(covered, roster, result.plan().period()));
    }

    private static List<Overlap> overlaps(Map<String, Map<Integer, List<Scheme>>> byPayLine, Roster roster,
            Period period) {
        List<Overlap> found = new ArrayList<>();
        byPayLine.forEach((payLine, line) -> line.forEach((row, schemes) -> {
            for (int i = 0; i < schemes.size(); i++) {
                for (int k = i + 1; k < schemes.size(); k++) {
                    LocalDate day = firstCommonDay(schemes.get(i), schemes.get(k), roster, row, period);
                    if (day != null) {
                        found.add(new Overlap(payLine, payee(roster, row), schemes.get(i).code(),
                                schemes.get(k).code(), day));
                    }
                }
            }
        }));
        return found;
    }

    private static @Nullable LocalDate firstCommonDay(Scheme a, Scheme b, Roster roster, int row, Period period) {
        int from = Math.max(Days.of(period.start()), Math.max(Days.of(a.from()), Days.of(b.from())));
        int to = Math.min(Days.of(period.end()), Math.min(end(a), end(b)));
        for (int day = from; day < to; day++) {
            if (roster.stretchAt(row, day) >= 0) {
                return Days.date(day);
            }
        }
        return null;
    }

    private static int end(Scheme scheme) {
        LocalDate to = scheme.to();
        return to == null ? Integer.MAX_VALUE : Days.of(to);
    }

    private static List<Payee> uncovered(Set<Integer> covered, Roster roster, Period period) {
        List<Payee> found = new ArrayList<>();
        for (int row = 0; row < roster.assignmentCount(); row++) {
            boolean held = roster.lastHeldDay(row, Days.of(period.start()), Days.of(period.end())) != Roster.NEVER;
            if (held && !covered.contains(row)) {
                found.add(payee(roster, row));
            }
        }
        return found;
    }

    private static Payee payee(Roster roster, int row) {
        return new Payee(roster.text(row), roster.name(row));
    }
}

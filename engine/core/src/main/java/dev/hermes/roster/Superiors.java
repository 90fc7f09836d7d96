package dev.hermes.roster;

import dev.hermes.model.Finding;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.Message;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.SuperiorRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is directly above an assignment on a day: the superior that a row names for it or its person, or else the nearest
 * head of its organisation and those above, of another person.
 */
final class Superiors {

    /** Nobody. */
    static final int NONE = -1;

    /** The row of the superior or {@link #NONE}, and the first later day on which that may change. */
    record Answer(int row, int until) {}

    private final Assignments assignments;
    private final OrganisationTree organisations;
    private final Map<String, Timeline<String>> named;
    private final Map<String, Timeline<String>> heads;
    private final List<Finding> findings;
    private final Map<String, Timeline<int[]>> headsAbove = new HashMap<>();
    private final int from;
    private final int to;
    private final @Nullable Answer[] answers;
    private final int[] answeredFrom;

    Superiors(Assignments assignments, OrganisationTree organisations, List<SuperiorRow> superiors,
            List<LeaderRow> leaders, int from, int to, List<Finding> findings) {
        this.assignments = assignments;
        this.organisations = organisations;
        this.from = from;
        this.to = to;
        this.findings = findings;
        answers = new Answer[assignments.count()];
        answeredFrom = new int[assignments.count()];
        named = timelines(superiors.stream().map(row -> Map.entry(row.subordinate(),
                new Timeline.Entry<>(Days.of(row.from()), Days.of(row.to()), row.superior()))).toList(),
                "superiors of");
        heads = timelines(leaders.stream().map(row -> Map.entry(row.organisation(),
                new Timeline.Entry<>(Days.of(row.from()), Days.of(row.to()), row.head()))).toList(), "heads of");
        checkNames(superiors, leaders);
    }

    private Map<String, Timeline<String>> timelines(List<Map.Entry<String, Timeline.Entry<String>>> rows,
            String what) {
        Map<String, List<Timeline.Entry<String>>> grouped = new HashMap<>();
        rows.forEach(row -> grouped.computeIfAbsent(row.getKey(), _ -> new ArrayList<>()).add(row.getValue()));
        Map<String, Timeline<String>> timelines = new HashMap<>();
        grouped.forEach((key, list) -> {
            Timeline<String> timeline = Timeline.of(list);
            timeline.firstOverlap()
                    .ifPresent(entry -> findings.add(Finding.error(what + " " + key, "", null,
                            Days.isAlways(entry.from())
                                    ? Message.of("There are two at once. End the first where the second begins.")
                                    : Message.of(
                                            "There are two at once from {0} on. End the first where the second begins.",
                                            Days.date(entry.from())))));
            timelines.put(key, timeline);
        });
        return timelines;
    }

    private void checkNames(List<SuperiorRow> superiors, List<LeaderRow> leaders) {
        for (SuperiorRow row : superiors) {
            if (touchesSpan(row.from(), row.to()) && !assignments.isKnown(row.superior())) {
                findings.add(Finding.warning("superior of " + row.subordinate(), "", null, Message.of(
                        "'{0}' holds no assignment, so nobody is above. Import the assignment, or correct the row.",
                        row.superior())));
            }
        }
        for (LeaderRow row : leaders) {
            if (touchesSpan(row.from(), row.to()) && !assignments.isKnown(row.head())) {
                findings.add(Finding.warning("head of " + row.organisation(), "", null, Message.of(
                        "'{0}' holds no assignment, so the next head above counts. Import the assignment, or correct "
                                + "the row.",
                        row.head())));
            }
        }
    }

    private boolean touchesSpan(LocalDate start, LocalDate end) {
        return Days.of(start) < to && Days.of(end) > from;
    }

    /** The superior of an assignment's row on a day. Rows are asked again and again while chains are walked. */
    Answer of(int row, int day) {
        Answer known = answers[row];
        if (known != null && answeredFrom[row] <= day && day < known.until()) {
            return known;
        }
        Answer answer = find(row, day);
        answers[row] = answer;
        answeredFrom[row] = day;
        return answer;
    }

    private Answer find(int row, int day) {
        int until = Integer.MAX_VALUE;
        for (String key : List.of(assignments.text(row), assignments.key(row).person())) {
            Timeline<String> timeline = named.get(key);
            if (timeline != null) {
                Timeline.Reading<String> reading = timeline.on(day);
                until = Math.min(until, reading.until());
                if (!reading.values().isEmpty()) {
                    Answer found = resolve(reading.values().getFirst(), "", day, "superior of " + key);
                    return new Answer(found.row(), Math.min(until, found.until()));
                }
            }
        }
        Timeline.Reading<int[]> above = headsAbove(assignments.key(row).organisation(), day);
        until = Math.min(until, above.until());
        for (int[] candidates : above.values()) {
            for (int head : candidates) {
                if (assignments.personOf(head) != assignments.personOf(row)) {
                    return new Answer(head, until);
                }
            }
        }
        return new Answer(NONE, until);
    }

    private Timeline.Reading<int[]> headsAbove(String organisation, int day) {
        Timeline<int[]> timeline = headsAbove.get(organisation);
        if (timeline == null) {
            List<Timeline.Entry<int[]>> entries = new ArrayList<>();
            int start = from;
            while (start < to) {
                Timeline.Entry<int[]> entry = headsFrom(organisation, start);
                entries.add(entry);
                start = entry.to();
            }
            timeline = Timeline.of(entries);
            headsAbove.put(organisation, timeline);
        }
        return timeline.on(day);
    }

    /** The heads of an organisation and those above it, nearest first, on a day and as long as that stays so. */
    private Timeline.Entry<int[]> headsFrom(String organisation, int day) {
        int[] found = new int[4];
        int count = 0;
        int until = to;
        String current = organisation;
        for (int depth = 0; current != null && depth < 1000; depth++) {
            Timeline<String> timeline = heads.get(current);
            if (timeline != null) {
                Timeline.Reading<String> reading = timeline.on(day);
                until = Math.min(until, reading.until());
                if (!reading.values().isEmpty()) {
                    Answer head = resolve(reading.values().getFirst(), current, day, "head of " + current);
                    until = Math.min(until, head.until());
                    if (head.row() != NONE) {
                        found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                        found[count++] = head.row();
                    }
                }
            }
            Timeline.Reading<OrganisationRow> reading = organisations.reading(current, day);
            until = Math.min(until, reading.until());
            current = reading.values().isEmpty() ? null : reading.values().getFirst().parent();
        }
        return new Timeline.Entry<>(day, Math.max(until, day + 1), Arrays.copyOf(found, count));
    }

    /** The assignment that a text names on a day: a key, or a person through the assignment there or the only one. */
    private Answer resolve(String text, String organisation, int day, String what) {
        int row = assignments.rowOf(text);
        if (row != NONE) {
            return new Answer(assignments.isHeld(row, day) ? row : NONE, assignments.heldUntil(row, day));
        }
        int[] rows = assignments.rowsOfPerson(text);
        int until = Integer.MAX_VALUE;
        int held = 0;
        int heldThere = 0;
        int any = NONE;
        int there = NONE;
        for (int candidate : rows) {
            until = Math.min(until, assignments.heldUntil(candidate, day));
            if (assignments.isHeld(candidate, day)) {
                held++;
                any = candidate;
                if (assignments.key(candidate).organisation().equals(organisation)) {
                    heldThere++;
                    there = candidate;
                }
            }
        }
        if (heldThere == 1) {
            return new Answer(there, until);
        }
        if (held > 1) {
            findings.add(Finding.error(what, "", null, Message
                    .of("The person '{0}' holds {1} assignments on {2}, so it is not clear which is meant. Name one "
                            + "by its key.", text, held, Days.date(day))));
        }
        return new Answer(held == 1 ? any : NONE, until);
    }
}

package dev.hermes.roster;

import dev.hermes.model.Finding;
import dev.hermes.model.Message;
import dev.hermes.model.Nearest;
import dev.hermes.model.OrganisationRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Organisations under their parents, by day. Immutable. */
public final class OrganisationTree {

    private final Map<String, Timeline<OrganisationRow>> rows;

    private OrganisationTree(Map<String, Timeline<OrganisationRow>> rows) {
        this.rows = rows;
    }

    /** Two parents on one day, unknown parents and organisations below themselves are added to the findings. */
    static OrganisationTree of(List<OrganisationRow> organisations, List<Finding> findings) {
        Map<String, List<Timeline.Entry<OrganisationRow>>> entries = new TreeMap<>();
        for (OrganisationRow row : organisations) {
            entries.computeIfAbsent(row.code(), _ -> new ArrayList<>())
                    .add(new Timeline.Entry<>(Days.of(row.from()), Days.of(row.to()), row));
        }
        Map<String, Timeline<OrganisationRow>> timelines = new TreeMap<>();
        entries.forEach((code, list) -> {
            Timeline<OrganisationRow> timeline = Timeline.of(list);
            timeline.firstOverlap()
                    .ifPresent(entry -> findings
                            .add(Finding.error("organisation " + code, "", null, twice(entry.from()))));
            for (OrganisationRow row : list.stream().map(Timeline.Entry::value).toList()) {
                String parent = row.parent();
                if (parent != null && !entries.containsKey(parent)) {
                    findings.add(Finding.error("organisation " + code, "", null, Message.of(
                            "has the parent '{0}', which does not exist. Import it, or correct the parent.", parent)));
                }
            }
            timelines.put(code, timeline);
        });
        OrganisationTree tree = new OrganisationTree(timelines);
        timelines.forEach((code, timeline) -> timeline.forEach((_, entry) -> tree.checkCycle(code, entry, findings)));
        return tree;
    }

    /** Each cycle is told once, by the first of its organisations. */
    private void checkCycle(String code, Timeline.Entry<OrganisationRow> entry, List<Finding> findings) {
        int day = entry.from();
        while (day < entry.to()) {
            List<String> path = new ArrayList<>();
            int until = entry.to();
            String current = code;
            while (current != null && !path.contains(current)) {
                path.add(current);
                Timeline.Reading<OrganisationRow> reading = reading(current, day);
                until = Math.min(until, reading.until());
                current = reading.values().isEmpty() ? null : reading.values().getFirst().parent();
            }
            if (code.equals(current) && code.equals(Collections.min(path))) {
                findings.add(Finding.error("organisation " + code, "", null, circle(day, path, code)));
                return;
            }
            day = until;
        }
    }

    /** Assignments of organisations that nobody has brought in, as warnings; none where there are none at all. */
    void checkKnown(Assignments assignments, List<Finding> findings) {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, List<Integer>> unknown = new TreeMap<>();
        for (int row = 0; row < assignments.count(); row++) {
            String organisation = assignments.key(row).organisation();
            if (!exists(organisation)) {
                unknown.computeIfAbsent(organisation, _ -> new ArrayList<>()).add(row);
            }
        }
        unknown.forEach((code, held) -> findings
                .add(Finding.warning("organisation " + code, "", null, unknown(code, assignments, held))));
    }

    private static Message twice(int day) {
        return Days.isAlways(day)
                ? Message.of("has two rows at once. End the first where the second begins.")
                : Message.of("has two rows at once from {0} on. End the first where the second begins.",
                        Days.date(day));
    }

    private static Message circle(int day, Collection<String> path, String code) {
        Message under = Stream.concat(path.stream(), Stream.of(code)).map(Message::verbatim)
                .reduce((one, other) -> Message.of("{0} under {1}", one, other)).orElseThrow();
        return Days.isAlways(day)
                ? Message.of("lies below itself: {0}. Correct the parent of one of them.", under)
                : Message.of("lies below itself from {0} on: {1}. Correct the parent of one of them.", Days.date(day),
                        under);
    }

    private Message unknown(String code, Assignments assignments, List<Integer> held) {
        String first = assignments.text(held.getFirst());
        Message assigned = held.size() == 1
                ? Message.of("is not known, but {0} is assigned to it, and so to nothing above it.", first)
                : Message.of("is not known, but {0} and {1} more are assigned to it, and so to nothing above it.",
                        first,
                        held.size() - 1);
        return assigned.then(Nearest.nearest(code, rows.keySet())
                .map(near -> Message.of("Maybe {0} is meant, or it is to be brought in.", near))
                .orElse(Message.of("Maybe it is to be brought in.")));
    }

    boolean exists(String code) {
        return rows.containsKey(code);
    }

    Timeline.Reading<OrganisationRow> reading(String code, int day) {
        return rows.getOrDefault(code, Timeline.empty()).on(day);
    }

    /** The level of an organisation, null where it has none, and the first later day on which that may change. */
    record Level(@Nullable String name, int until) {}

    Level level(String code, int day) {
        Timeline.Reading<OrganisationRow> reading = reading(code, day);
        String name = reading.values().isEmpty() ? "" : reading.values().getFirst().level();
        return new Level(name.isEmpty() ? null : name, reading.until());
    }

    /** The row of an organisation on a day; null where there is none. */
    public @Nullable OrganisationRow row(String code, int day) {
        List<OrganisationRow> found = reading(code, day).values();
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The days on which anything that is known of an organisation may change. */
    public int[] changes(String code) {
        return rows.getOrDefault(code, Timeline.empty()).entries().stream()
                .flatMapToInt(entry -> IntStream.of(entry.from(), entry.to())).toArray();
    }

    /** Whether an organisation is another one, or lies below it on a day. */
    public boolean isWithin(String code, String other, int day) {
        String current = code;
        while (current != null) {
            if (current.equals(other)) {
                return true;
            }
            OrganisationRow row = row(current, day);
            current = row == null ? null : row.parent();
        }
        return false;
    }

    /** The name of an organisation in its last row; its code where it has none. */
    public String name(String code) {
        List<Timeline.Entry<OrganisationRow>> entries = rows.getOrDefault(code, Timeline.empty()).entries();
        return entries.isEmpty() ? code : entries.getLast().value().name();
    }
}

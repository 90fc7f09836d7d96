package dev.hermes.app.demo;

import dev.hermes.model.Dates;
import dev.hermes.model.LeaderRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who heads which organisation, by date. Of one thread. */
final class Headships {

    private final Map<Organisation, List<LeaderRow>> rows = new LinkedHashMap<>();

    /** From a day on the holder of an assignment heads an organisation; who did so before does no longer. */
    void appoint(Organisation organisation, Employee.Stint head, LocalDate from) {
        vacate(organisation, from);
        rows.computeIfAbsent(organisation, _ -> new ArrayList<>())
                .add(new LeaderRow(organisation.code(), head.key().toString(), from, Dates.OPEN));
    }

    /** From a day on nobody heads an organisation. */
    void vacate(Organisation organisation, LocalDate from) {
        List<LeaderRow> heads = rows.getOrDefault(organisation, List.of());
        if (!heads.isEmpty() && heads.getLast().to().isAfter(from)) {
            LeaderRow last = heads.removeLast();
            heads.add(new LeaderRow(last.organisation(), last.head(), last.from(), from));
        }
    }

    List<LeaderRow> rows() {
        return rows.values().stream().flatMap(List::stream).toList();
    }
}

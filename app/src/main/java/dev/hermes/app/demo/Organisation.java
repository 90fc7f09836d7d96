package dev.hermes.app.demo;

import dev.hermes.model.Dates;
import dev.hermes.model.OrganisationRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** A region, a city or a team, with those it has belonged to. Of one thread. */
final class Organisation {

    private final String code;
    private final String name;
    private final String level;
    private final NavigableMap<LocalDate, Organisation> parents = new TreeMap<>();

    private Organisation(String code, String name, String level, @Nullable Organisation parent) {
        this.code = code;
        this.name = name;
        this.level = level;
        if (parent != null) {
            parents.put(Dates.BEGINNING, parent);
        }
    }

    static Organisation region(String code, String name) {
        return new Organisation(code, name, "region", null);
    }

    static Organisation city(String code, String name, Organisation region) {
        return new Organisation(code, name, "city", region);
    }

    static Organisation team(String code, String name, Organisation city) {
        return new Organisation(code, name, "team", city);
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    boolean isTeam() {
        return level.equals("team");
    }

    /** From this day on it belongs to another one. */
    void moveTo(Organisation parent, LocalDate from) {
        parents.put(from, parent);
    }

    /** What it belongs to on a day; a region is asked for none. */
    Organisation parentOn(LocalDate day) {
        return Objects.requireNonNull(parents.floorEntry(day), code).getValue();
    }

    /** The region that it is in or is. Nothing moves to another one. */
    Organisation region() {
        return parents.isEmpty() ? this : parents.firstEntry().getValue().region();
    }

    List<OrganisationRow> rows() {
        if (parents.isEmpty()) {
            return List.of(new OrganisationRow(code, name, level, null, Dates.BEGINNING, Dates.OPEN));
        }
        List<OrganisationRow> rows = new ArrayList<>();
        for (Map.Entry<LocalDate, Organisation> parent : parents.entrySet()) {
            LocalDate next = parents.higherKey(parent.getKey());
            rows.add(new OrganisationRow(code, name, level, parent.getValue().code(), parent.getKey(),
                    next == null ? Dates.OPEN : next));
        }
        return rows;
    }
}

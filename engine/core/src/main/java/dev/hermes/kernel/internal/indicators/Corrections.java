package dev.hermes.kernel.internal.indicators;

import dev.hermes.model.CalcInputs;
import dev.hermes.model.Correction;
import dev.hermes.model.Period;
import dev.hermes.model.Series;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Approved values that take the place of computed ones. A person stands for the one assignment held in the period, if
 * it is only one. Immutable.
 */
public final class Corrections {

    private record Key(String indicator, Series series, String period) {}

    private final Roster roster;
    private final Map<Key, List<Correction>> corrections = new HashMap<>();

    Corrections(Roster roster, CalcInputs inputs) {
        this.roster = roster;
        for (Correction correction : inputs.corrections()) {
            corrections.computeIfAbsent(new Key(correction.indicator(), correction.series(), correction.period()),
                    _ -> new ArrayList<>()).add(correction);
        }
    }

    /** The corrections of a series in a period, by the row of the assignment held then. */
    Map<Integer, Correction> of(String indicator, Series series, Period period) {
        List<Correction> all = corrections.get(new Key(indicator, series, period.code()));
        if (all == null) {
            return Map.of();
        }
        Map<Integer, Correction> found = new HashMap<>();
        for (Correction correction : all) {
            int row = roster.rowOf(correction.subject());
            int person = row < 0 ? roster.personRow(correction.subject()) : row;
            int[] held = person < 0 ? new int[0] : held(person, period);
            if (held.length == 1) {
                found.put(held[0], correction);
            }
        }
        return found;
    }

    /** The same by every row that reads them: persons who hold no other assignment in the period do. */
    public Map<Integer, Correction> read(String indicator, Series series, Period period) {
        Map<Integer, Correction> found = of(indicator, series, period);
        if (found.isEmpty()) {
            return found;
        }
        Map<Integer, Correction> read = new HashMap<>(found);
        found.forEach((row, correction) -> {
            if (held(roster.personRowOf(row), period).length == 1) {
                read.put(roster.personRowOf(row), correction);
            }
        });
        return read;
    }

    private int[] held(int row, Period period) {
        return roster.assignmentsHeld(row, Days.of(period.start()), Days.of(period.end()));
    }
}

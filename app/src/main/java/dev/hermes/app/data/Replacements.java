package dev.hermes.app.data;

import dev.hermes.document.Library;
import dev.hermes.model.Dataset;
import dev.hermes.model.Mapping;
import dev.hermes.model.Mapping.Replaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the rows of a file can take the place of. */
final class Replacements {

    private Replacements() {}

    /** Of all that a mapping can say, what fits its rows; what it says now is one of these. */
    static List<Replaces> of(Mapping mapping, Optional<Dataset> dataset, Library library) {
        List<Replaces> fit = new ArrayList<>(List.of(new Replaces.Everything(), new Replaces.Keys()));
        switch (mapping.into()) {
            case FACTS -> {
                if (dataset.filter(of -> of.date() != null).isPresent()) {
                    library.calendars().forEach(calendar -> fit.add(new Replaces.Periods(calendar.code())));
                }
            }
            case ACTUALS, TARGETS, BASELINES, SCORES, CORRECTIONS, ADJUSTMENTS, BALANCES -> fit
                    .add(new Replaces.Periods(null));
            case ORGANISATIONS, LEADERS, SUPERIORS, PERSONS, ASSIGNMENTS, DATED_VALUES, RATES -> {
                // These are of no period.
            }
        }
        if (!fit.contains(mapping.replaces())) {
            fit.add(mapping.replaces());
        }
        return fit;
    }
}

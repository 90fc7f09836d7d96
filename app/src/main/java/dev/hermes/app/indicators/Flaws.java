package dev.hermes.app.indicators;

import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Finding;
import dev.hermes.model.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All errors of documents, with the cards on which they are shown: those of a rule table on each parameter that pays by
 * it, those of a population or calendar on each scheme that has it. Immutable.
 *
 * @param all
 *            each once, in the order in which they were found
 * @param byCard
 *            by the id of the card
 */
record Flaws(List<Flaw> all, Map<String, List<Finding>> byCard) {

    Flaws {
        all = List.copyOf(all);
        byCard = Map.copyOf(byCard);
    }

    static Flaws of(Library library, Collection<Finding> findings) {
        Map<String, List<String>> cards = cards(library);
        Map<String, String> titles = new HashMap<>();
        for (LoadedDocument loaded : library.documents()) {
            titles.put(loaded.subject(), loaded.document().name());
        }
        List<Flaw> all = new ArrayList<>();
        Map<String, List<Finding>> byCard = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.severity() == Finding.Severity.ERROR) {
                List<String> shown = cards.getOrDefault(finding.subject(), List.of());
                all.add(new Flaw(finding, shown.isEmpty() ? null : shown.getFirst(),
                        titles.getOrDefault(finding.subject(), finding.subject())));
                shown.forEach(card -> byCard.computeIfAbsent(card, _ -> new ArrayList<>()).add(finding));
            }
        }
        return new Flaws(all, byCard);
    }

    /** By what findings are about, the ids of the cards that show it. */
    private static Map<String, List<String>> cards(Library library) {
        Map<String, List<String>> cards = new HashMap<>();
        library.indicators().forEach(indicator -> add(cards, "indicator " + indicator.code(), indicator.code()));
        library.parameters().forEach(parameter -> {
            String id = References.parameterId(parameter.code());
            add(cards, "parameter " + parameter.code(), id);
            parameter.items().stream().map(Parameter.Item::rules).distinct()
                    .forEach(rules -> add(cards, "ruleTable " + rules, id));
        });
        library.schemes().forEach(scheme -> {
            String id = References.schemeId(scheme.code());
            add(cards, "scheme " + scheme.code(), id);
            add(cards, "population " + scheme.population(), id);
            add(cards, "calendar " + scheme.calendar(), id);
        });
        return cards;
    }

    private static void add(Map<String, List<String>> cards, String subject, String card) {
        cards.computeIfAbsent(subject, _ -> new ArrayList<>()).add(card);
    }

    /** What is wrong with what a card shows. */
    List<Finding> of(String card) {
        return byCard.getOrDefault(card, List.of());
    }
}

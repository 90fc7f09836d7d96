package dev.hermes.app.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Lights what the selected cards depend on and what depends on them, and dims the rest. */
final class Lighting {

    private Lighting() {}

    static void light(Sheet sheet, Collection<String> selected) {
        List<Card> chosen = sheet.cards.stream().filter(card -> selected.contains(card.id)).toList();
        Set<Card> upstream = reached(chosen, card -> card.incoming, link -> link.from);
        Set<Card> downstream = reached(chosen, card -> card.outgoing, link -> link.to);
        for (Card card : sheet.cards) {
            card.emphasis = chosen.isEmpty()
                    ? Emphasis.PLAIN
                    : upstream.contains(card) || downstream.contains(card) ? Emphasis.LIT : Emphasis.DIMMED;
        }
        chosen.forEach(card -> card.emphasis = Emphasis.SELECTED);
        boolean few = chosen.size() <= GraphCanvas.MOST_PORTS;
        for (Link link : sheet.links) {
            link.chosen = few && (link.from.emphasis == Emphasis.SELECTED || link.to.emphasis == Emphasis.SELECTED);
            link.lit = upstream.contains(link.from) && upstream.contains(link.to)
                    || downstream.contains(link.from) && downstream.contains(link.to);
        }
    }

    /** Lights cards that were found and dims the others, whatever is selected. */
    static void find(Sheet sheet, Collection<String> found) {
        for (Card card : sheet.cards) {
            if (found.contains(card.id)) {
                card.emphasis = card.emphasis == Emphasis.SELECTED ? Emphasis.SELECTED : Emphasis.LIT;
            } else {
                card.emphasis = Emphasis.DIMMED;
            }
        }
        sheet.links.forEach(link -> link.lit = false);
    }

    /** With the chosen themselves. */
    private static Set<Card> reached(List<Card> chosen, Function<Card, List<Link>> links, Function<Link, Card> end) {
        Set<Card> found = new HashSet<>(chosen);
        Deque<Card> waiting = new ArrayDeque<>(chosen);
        while (!waiting.isEmpty()) {
            for (Link link : links.apply(waiting.poll())) {
                Card next = end.apply(link);
                if (found.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return found;
    }
}

package dev.hermes.formula.internal;

import dev.hermes.formula.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The tokens of a formula whose brackets match.
 *
 * @param groups
 *            the round brackets that only group, by position: from each opening one to its closing one
 */
record Tokens(List<Token> all, Map<Integer, Integer> groups) {

    Tokens {
        all = List.copyOf(all);
        groups = Map.copyOf(groups);
    }

    /** The tokens without the brackets that only group. */
    List<Token> withoutGroups() {
        Set<Integer> closings = Set.copyOf(groups.values());
        return IntStream.range(0, all.size()).filter(at -> !groups.containsKey(at) && !closings.contains(at))
                .mapToObj(all::get).toList();
    }

    /** The span together with the brackets that enclose nothing else. */
    Span withGroups(Span inner) {
        int first = positionOf(inner.start(), true);
        int last = positionOf(inner.end(), false);
        while (groups.getOrDefault(first - 1, -1) == last + 1) {
            first--;
            last++;
        }
        return new Span(all.get(first).span().start(), all.get(last).span().end());
    }

    private int positionOf(int offset, boolean start) {
        int low = 0;
        int high = all.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            Span span = all.get(middle).span();
            if ((start ? span.start() : span.end()) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

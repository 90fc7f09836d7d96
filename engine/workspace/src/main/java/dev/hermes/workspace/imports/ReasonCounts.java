package dev.hermes.workspace.imports;

import dev.hermes.model.Message;
import dev.hermes.workspace.RejectReason;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts rejected rows by their first reasons, however many rows there are. Of one thread. */
final class ReasonCounts {

    /** Reasons that are told by themselves; those of a plugin may differ in every row. */
    private static final int MOST = 100;

    private final Map<Message, Long> counts = new LinkedHashMap<>();

    /** Counts a row; without reasons it is the mapping that is wrong. */
    void add(List<Reason> reasons) {
        add(reasons.isEmpty() ? RejectReason.OTHERS : ReasonKind.of(reasons.getFirst()));
    }

    /** @param kind what its first reason has in common with others */
    void add(Message kind) {
        boolean isTold = counts.containsKey(kind) || counts.size() < MOST;
        counts.merge(isTold ? kind : RejectReason.OTHERS, 1L, Long::sum);
    }

    /** The reasons so far, those with the most rows first. */
    List<RejectReason> all() {
        return counts.entrySet().stream().map(count -> new RejectReason(count.getKey(), count.getValue()))
                .sorted(Comparator.comparingLong(RejectReason::rows).reversed()).toList();
    }
}

package dev.hermes.app.report;

import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.Terminal;
import dev.hermes.model.DocumentKind;
import dev.hermes.workspace.DocumentChange;
import dev.hermes.workspace.DocumentChange.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells what became of documents. */
public final class ChangeReport {

    private static final int KIND = 11;

    private final Terminal terminal;

    public ChangeReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Prints how many documents there are and, of those that changed, which.
     *
     * @param done
     *            what was done with them, such as "applied to pay"
     */
    public void print(List<DocumentChange> changes, String done) {
        Map<Outcome, List<DocumentChange>> byOutcome = changes.stream()
                .collect(Collectors.groupingBy(DocumentChange::outcome, () -> new EnumMap<>(Outcome.class),
                        Collectors.toList()));
        List<String> counts = new ArrayList<>();
        byOutcome.forEach((outcome, some) -> {
            counts.add(Figures.count(some.size()) + " " + word(outcome));
            if (outcome != Outcome.UNCHANGED) {
                print(outcome, some);
            }
        });
        terminal.line(Figures.counted(changes.size(), "document", "documents") + " " + done + ": "
                + String.join(", ", counts));
    }

    private void print(Outcome outcome, List<DocumentChange> changes) {
        Map<DocumentKind, List<String>> codes = new TreeMap<>();
        for (DocumentChange change : changes) {
            codes.computeIfAbsent(change.kind(), _ -> new ArrayList<>()).add(
                    outcome == Outcome.CHANGED ? change.code() + " (revision " + change.revision() + ")"
                            : change.code());
        }
        codes.forEach((kind, some) -> terminal.wrapped(
                "  " + word(outcome) + "  " + kind.word() + " ".repeat(Math.max(0, KIND - kind.word().length())) + "  ",
                String.join(", ", some)));
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}

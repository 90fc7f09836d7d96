package dev.hermes.app.graph;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words what is on a card. */
final class Speech {

    private Speech() {}

    /** What sort of thing has the keyboard. */
    static String role(Board board) {
        GraphTexts texts = board.textsProperty().get();
        Card card = board.lead();
        return card == null
                ? texts.canvas()
                : card.kind == null ? texts.group() : texts.kinds().getOrDefault(card.kind, texts.canvas());
    }

    /** Its title, its value and what is wrong with it. */
    static String text(Board board) {
        GraphTexts texts = board.textsProperty().get();
        Card card = board.lead();
        return card == null
                ? texts.canvas()
                : Stream.of(card.title.text(), card.value.text(), card.subtitle.text(),
                        card.problem == null ? "" : texts.problem() + " " + card.problem)
                        .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}

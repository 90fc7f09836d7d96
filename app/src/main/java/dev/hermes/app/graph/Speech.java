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

    /** Its title, its value and what is wrong with it; while an edge is drawn, what would come of that. */
    static String text(Board board) {
        GraphTexts texts = board.textsProperty().get();
        Prospect prospect = board.prospectProperty().get();
        if (prospect != null) {
            String said = prospect(board, prospect);
            return prospect instanceof Prospect.Nowhere ? said + ". " + texts.connecting().keys() : said;
        }
        Card card = board.lead();
        return card == null
                ? texts.canvas()
                : Stream.of(card.title.text(), card.value.text(), card.subtitle.text(),
                        card.problem == null ? "" : texts.problem() + " " + card.problem)
                        .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    /** What would come of an edge. */
    static String prospect(Board board, Prospect prospect) {
        GraphTexts.Connecting texts = board.textsProperty().get().connecting();
        return switch (prospect) {
            case Prospect.Nowhere nowhere -> texts.from().formatted(title(board, nowhere.from()));
            case Prospect.Hidden hidden -> texts.hidden().formatted(title(board, hidden.group()));
            case Prospect.Edge edge -> texts.edge().formatted(title(board, edge.from()), title(board, edge.to()));
            case Prospect.There there -> texts.there().formatted(title(board, there.from()), title(board, there.to()));
            case Prospect.Circle circle -> texts.circle().formatted(circle.path().stream()
                    .map(id -> title(board, id)).collect(Collectors.joining(" → ")));
            case Prospect.Refused refused -> refused.reason();
        };
    }

    private static String title(Board board, String id) {
        Card card = board.sheet().card(id);
        return card == null ? id : card.title.text();
    }
}

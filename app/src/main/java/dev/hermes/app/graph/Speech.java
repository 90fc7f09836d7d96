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

    /** Its title, its kind, its value, what is wrong with it and how many it has to do with; while an edge is drawn, what would come of that. */
    static String text(Board board) {
        GraphTexts texts = board.textsProperty().get();
        Prospect prospect = board.prospectProperty().get();
        if (prospect != null) {
            String said = prospect(board, prospect);
            return prospect instanceof Prospect.Nowhere ? said + ". " + texts.connecting().keys() : said;
        }
        Card card = board.lead();
        return card == null ? canvas(board, texts) : card(card, texts);
    }

    private static String canvas(Board board, GraphTexts texts) {
        return texts.canvas() + ", " + String.format(texts.numbers(), texts.speaking().count(),
                board.sheet().cards.size()) + ". " + texts.help();
    }

    private static String card(Card card, GraphTexts texts) {
        String kind = card.kind == null ? texts.group() : texts.kinds().getOrDefault(card.kind, "");
        String value = (card.value.text() + " " + card.unit).strip();
        return Stream.of(card.title.text(), kind, value, card.subtitle.text(),
                card.problem == null ? "" : texts.problem() + " " + card.problem,
                counted(texts, texts.speaking().reads(), card.incoming.size()),
                counted(texts, texts.speaking().read(), card.outgoing.size()))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String counted(GraphTexts texts, String text, int count) {
        return count == 0 ? "" : String.format(texts.numbers(), text, count);
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

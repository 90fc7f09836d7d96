package dev.hermes.app.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * Lights the cards in which a text is found while it is written, and leads from one to the next. Esc brings back what was
 * seen before; Ctrl+Enter stays at the card that was found and chooses it.
 */
final class SearchBar extends HBox {

    private static final String STYLES = """
            .graph-search {
                -fx-padding: 4; -fx-spacing: 4;
                -fx-background-color: -graph-line, -graph-card; -fx-background-insets: 0, 1;
                -fx-background-radius: 8, 7;
                -fx-effect: dropshadow(gaussian, -graph-shadow, 12, 0.2, 0, 3);
            }
            .graph-search > .label { -fx-text-fill: -graph-soft; -fx-min-width: 64; -fx-alignment: center-right; }
            .graph-search > .button {
                -fx-background-color: transparent; -fx-background-insets: 0; -fx-background-radius: 5;
                -fx-border-width: 0; -fx-text-fill: -graph-soft; -fx-min-height: 28; -fx-pref-height: 28;
                -fx-max-height: 28; -fx-padding: 0 8 0 8; -fx-effect: null;
            }
            .graph-search > .button:hover { -fx-background-color: -graph-accent-soft; -fx-text-fill: -graph-text; }
            .graph-search > .button:focus-visible {
                -fx-background-color: -graph-accent, -graph-card; -fx-background-insets: 0, 2;
            }
            """;
    private static final double FIELD = 220;

    private final GraphCanvas canvas;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final Button previous = new Button("↑");
    private final Button next = new Button("↓");
    private final Button close = new Button("✕");
    private List<Card> found = List.of();
    /** Which of those found is looked at; -1 while none is. */
    private int at = -1;
    private Camera before = Camera.START;
    private @Nullable String leadBefore;

    SearchBar(GraphCanvas canvas) {
        this.canvas = canvas;
        getStyleClass().add("graph-search");
        setId("graph-search");
        field.setId("graph-search-text");
        field.setPrefWidth(FIELD);
        count.setId("graph-search-count");
        setAlignment(Pos.CENTER_LEFT);
        setManaged(false);
        setVisible(false);
        getChildren().addAll(field, count, previous, next, close);
        field.textProperty().addListener((_, _, _) -> search());
        next.setOnAction(_ -> step(1));
        previous.setOnAction(_ -> step(-1));
        close.setOnAction(_ -> giveUp());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        canvas.graphProperty().addListener((_, _, _) -> {
            if (isVisible()) {
                search();
            }
        });
        canvas.pointing().whenPressed(this::stay);
        canvas.textsProperty().subscribe(_ -> name());
        canvas.colours().listen(this::recolour);
        recolour();
    }

    /** Begins, or goes on with the text that is there. */
    void show() {
        if (!isVisible()) {
            before = canvas.board().camera();
            leadBefore = canvas.board().leadProperty().get();
            at = -1;
            setVisible(true);
            search();
        }
        field.requestFocus();
        field.selectAll();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            giveUp();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            choose();
        } else if (event.getCode() == KeyCode.ENTER && field.equals(event.getTarget())) {
            step(event.isShiftDown() ? -1 : 1);
        } else {
            return;
        }
        event.consume();
    }

    private void search() {
        String wanted = field.getText().strip().toLowerCase(Locale.ROOT);
        List<Card> matching = new ArrayList<>();
        if (!wanted.isEmpty()) {
            for (Card card : canvas.board().sheet().cards) {
                if (card.members.stream().anyMatch(node -> holds(node, wanted))
                        || holds(card.title.text(), wanted)) {
                    matching.add(card);
                }
            }
        }
        matching.sort(Comparator.<Card>comparingDouble(card -> card.x).thenComparingDouble(card -> card.y));
        found = List.copyOf(matching);
        at = -1;
        canvas.board().find(wanted.isEmpty() ? null : found);
        if (!found.isEmpty() && found.stream().noneMatch(canvas.board()::isSeen)) {
            canvas.reveal(found.getFirst());
        }
        say();
    }

    private boolean holds(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted)
                || canvas.board().graph().node(text).map(GraphNode::title)
                        .filter(title -> title.toLowerCase(Locale.ROOT).contains(wanted)).isPresent();
    }

    private void step(int by) {
        if (!found.isEmpty()) {
            at = at < 0 && by < 0 ? found.size() - 1 : Math.floorMod(at + by, found.size());
            Card card = found.get(at);
            canvas.board().leadProperty().set(card.id);
            canvas.reveal(card);
            say();
        }
    }

    private void say() {
        GraphTexts texts = canvas.textsProperty().get();
        boolean nothing = field.getText().isBlank();
        count.setText(nothing ? "" : String.format(texts.numbers(), texts.search().found(), at + 1, found.size()));
        previous.setDisable(found.isEmpty());
        next.setDisable(found.isEmpty());
    }

    /** Ends at what was found, and chooses it. */
    private void choose() {
        Card card = found.isEmpty() ? null : found.get(Math.max(0, at));
        end();
        canvas.requestFocus();
        if (card != null) {
            canvas.choose(card.members);
        }
    }

    /** Ends, with what is seen now. */
    private void stay() {
        if (isVisible()) {
            end();
        }
    }

    /** Ends, with what was seen before. */
    private void giveUp() {
        end();
        canvas.board().leadProperty().set(leadBefore);
        canvas.board().look(before);
        canvas.requestFocus();
    }

    private void end() {
        setVisible(false);
        found = List.of();
        canvas.board().find(null);
    }

    private void name() {
        GraphTexts.Search texts = canvas.textsProperty().get().search();
        field.setPromptText(texts.prompt());
        field.setAccessibleText(texts.prompt());
        name(previous, texts.previous());
        name(next, texts.next());
        name(close, texts.close());
        say();
    }

    private static void name(Button button, String text) {
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
    }

    private void recolour() {
        setStyle(Tones.of(canvas.colours()));
    }

    @Override
    public String getUserAgentStylesheet() {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(STYLES.getBytes(StandardCharsets.UTF_8));
    }
}

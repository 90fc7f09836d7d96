package dev.hermes.app.frame;

import dev.hermes.app.background.Job;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Finds everything that can be done by its name, and everything that there is. */
final class Palette {

    private static final double TOP = 72;
    private static final int MOST = 200;

    private final FrameModel model;
    private final Offers offers;
    private final Overlay overlay;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final Label more = Words.label("", "faint", "small", "palette-more");
    private Finder finder = Finder.EMPTY;
    private @Nullable Job gathering;

    /** @param over what it is laid over */
    Palette(FrameModel model, Offers offers, Pane over) {
        this.model = model;
        this.offers = offers;
        field.setId("palette-field");
        field.promptTextProperty().bind(model.texts().text("top.search"));
        field.accessibleTextProperty().bind(model.texts().text("top.search"));
        field.textProperty().addListener((_, _, _) -> find());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        EmptyState nothing = new EmptyState(BootstrapIcons.SEARCH, model.texts().text("palette.nothing"),
                model.texts().text("palette.nothing.hint"));
        nothing.setId("palette-nothing");
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.accessibleTextProperty().bind(model.texts().text("palette.found"));
        list.setPlaceholder(nothing);
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> choose());
        VBox box = new VBox(field, list, more);
        box.getStyleClass().addAll("overlay", "palette");
        VBox.setVgrow(list, Priority.ALWAYS);
        overlay = new Overlay(over, box, TOP, this::hide);
    }

    void show() {
        if (!overlay.isShown()) {
            // Before it is asked what can be done: to open the palette is no longer among that.
            overlay.show(field);
            List<Command> commands = offers.commands();
            finder = Finder.of(commands, _ -> "");
            gather(commands, finder);
            field.clear();
            find();
        }
    }

    void hide() {
        overlay.hide();
        if (gathering != null) {
            gathering.cancel();
        }
        // What is found may be gone the next time.
        finder = Finder.EMPTY;
    }

    boolean isShown() {
        return overlay.isShown();
    }

    /** Looks for all that there is beside the screen: it may be tens of thousands of people. */
    private void gather(List<Command> commands, Finder begun) {
        List<Supplier<List<Command>>> findable = offers.findable();
        gathering = model.background().glance(_ -> Finder.of(Stream.concat(commands.stream(),
                findable.stream().map(Supplier::get).flatMap(List::stream)).toList(), Pinyin::initials), all -> {
                    if (finder.equals(begun)) {
                        finder = all;
                        find();
                    }
                }, model::tell);
    }

    private void find() {
        Finder.Found found = finder.find(field.getText(), MOST);
        list.getItems().setAll(found.best());
        if (!found.best().isEmpty()) {
            list.getSelectionModel().select(0);
            list.scrollTo(0);
        }
        boolean isMore = found.all() > found.best().size();
        more.setText(isMore ? model.texts().get("palette.more", found.best().size(), found.all()) : "");
        Words.shown(more, isMore);
    }

    private void pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        int selected = list.getSelectionModel().getSelectedIndex();
        switch (key) {
            case ENTER -> choose();
            case DOWN -> select(selected + 1);
            case UP -> select(selected - 1);
            case PAGE_DOWN -> select(Math.min(selected + 10, list.getItems().size() - 1));
            case PAGE_UP -> select(Math.max(selected - 10, 0));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        if (index >= 0 && index < list.getItems().size()) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 4));
        }
    }

    private void choose() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            hide();
            chosen.action().run();
        }
    }

    private static final class Cell extends ListCell<Command> {

        private final Label title = Words.label("");
        private final Label detail = Words.label("", "faint", "small");
        private final HBox row = new HBox(16, title, Words.gap(), detail);

        Cell() {
            row.setAlignment(Pos.CENTER_LEFT);
            title.setMinWidth(Region.USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            if (empty || command == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            title.setText(command.title());
            detail.setText(command.detail());
            setGraphic(row);
            setAccessibleText(command.detail().isEmpty()
                    ? command.title()
                    : command.title() + ", " + command.detail());
        }
    }
}

package dev.hermes.app.frame;

import dev.hermes.app.background.Job;
import dev.hermes.app.language.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.EventTarget;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.GenericStyledArea;

/** All actions there are: those of the frame, and those of the screens while a workspace is open. */
final class Offers {

    private final FrameModel model;
    private final Texts texts;
    private final List<Action> ofFrame;

    /**
     * Actions that belong together.
     *
     * @param key
     *            of the text that says to what
     */
    record Group(String key, List<Action> actions) {}

    /** @param ofFrame what can be done whatever is shown */
    Offers(FrameModel model, List<Action> ofFrame) {
        this.model = model;
        this.ofFrame = Stream.concat(ofFrame.stream(), places(model)).toList();
        texts = model.texts();
    }

    private static Stream<Action> places(FrameModel model) {
        List<Place> places = model.screens().stream().map(Screen::place).toList();
        return IntStream.range(0, places.size()).mapToObj(i -> {
            Place place = places.get(i);
            return Action.of(model.texts().text(place.key()), () -> model.place().set(place))
                    .on(Action.Reach.WINDOW, "Shortcut+" + (i + 1)).when(() -> model.workspace().get() != null);
        });
    }

    /** Every action, in groups. */
    List<Group> groups() {
        return Stream.concat(Stream.of(new Group("keys.window", ofFrame)),
                model.screens().stream().map(screen -> new Group(screen.place().key(), screen.actions().stream()
                        .map(action -> shown(screen, action)).toList())))
                .toList();
    }

    /** Shows the screen before anything is done on it. */
    private Action shown(Screen screen, Action action) {
        return new Action(action.title(), action.name(), action.keys(), action.reach(),
                () -> model.workspace().get() != null && action.isPossible(), () -> {
                    model.place().set(screen.place());
                    action.run();
                });
    }

    /** What can be done now, for the command palette. */
    List<Command> commands() {
        List<Command> all = new ArrayList<>();
        for (Group group : groups()) {
            String belongs = group.key().equals("keys.window") ? "" : texts.get(group.key());
            group.actions().stream().filter(Action::isPossible).forEach(action -> all.add(new Command(
                    action.title().getValue(), joined(belongs, action.shortcut()), action::run)));
        }
        for (Job job : model.background().jobs()) {
            all.add(new Command(texts.get("top.cancel", job.title()), "", job::cancel));
        }
        model.periods().forEach(known -> all.add(new Command(known.period().code(),
                joined(texts.get("palette.period"), known.calendar()), () -> model.period().set(known))));
        model.settings().get().recent().forEach(folder -> all.add(
                new Command(String.valueOf(Path.of(folder).getFileName()), texts.get("palette.workspace", folder),
                        () -> model.open(Path.of(folder)))));
        return all;
    }

    private static String joined(String... parts) {
        return String.join(" · ", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }

    /** Makes the list of what there is, on any thread. */
    List<Supplier<List<Command>>> findable() {
        return model.workspace().get() == null
                ? List.of()
                : model.screens().stream().map(Screen::findable).toList();
    }

    /** Lets the keys of the actions do what they are for. */
    void listen(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean writes = isWriting(event.getTarget());
            groups().stream().flatMap(group -> reached(group).filter(action -> action.reach() == Action.Reach.WINDOW
                    || action.reach() == Action.Reach.SCREEN && !writes))
                    .filter(action -> action.isMeant(event) && action.isPossible()).findFirst().ifPresent(action -> {
                        action.run();
                        event.consume();
                    });
        });
    }

    private Stream<Action> reached(Group group) {
        boolean isShown = group.key().equals("keys.window") || group.key().equals(model.place().get().key());
        return group.actions().stream().filter(action -> isShown || action.reach() == Action.Reach.WINDOW);
    }

    /** Whether keys are for a field that takes text. */
    private static boolean isWriting(EventTarget target) {
        return switch (target) {
            case TextInputControl _ -> true;
            case GenericStyledArea<?, ?, ?> _ -> true;
            case ComboBoxBase<?> box -> box.isEditable();
            case Spinner<?> spinner -> spinner.isEditable();
            default -> false;
        };
    }
}

package dev.hermes.app.frame;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Something that can be done. The command palette, tooltips, keys and the sheet of all keys come from it, so that they
 * agree.
 *
 * @param title
 *            says by itself what is done, in the user's language
 * @param name
 *            the same, whatever it would be done to now
 * @param keys
 *            each of them does it; the first is shown
 * @param reach
 *            where its keys hold
 * @param condition
 *            whether it can be done now
 */
public record Action(ObservableValue<String> title, ObservableValue<String> name, List<KeyCombination> keys,
        Reach reach, BooleanSupplier condition, Runnable work) {

    /** Where keys hold. */
    public enum Reach {
        /** Whatever is shown. */
        WINDOW,
        /** While the screen of the action is shown and nobody writes. */
        SCREEN,
        /** Within a control that listens to them itself. */
        CONTROL
    }

    public Action {
        keys = List.copyOf(keys);
    }

    /** What can always be done, without keys. */
    public static Action of(ObservableValue<String> title, Runnable work) {
        return new Action(title, title, List.of(), Reach.SCREEN, () -> true, work);
    }

    /** Called so where it is told of in general. */
    public Action called(ObservableValue<String> general) {
        return new Action(title, general, keys, reach, condition, work);
    }

    /**
     * With keys.
     *
     * @param keys
     *            as in {@link KeyCombination#valueOf}
     */
    public Action on(Reach where, String... keys) {
        return new Action(title, name, Stream.of(keys).map(KeyCombination::valueOf).toList(), where, condition, work);
    }

    /** Possible only under a condition. */
    public Action when(BooleanSupplier possible) {
        return new Action(title, name, keys, reach, possible, work);
    }

    public boolean isPossible() {
        return condition.getAsBoolean();
    }

    /** Does it, where that is possible. */
    public void run() {
        if (isPossible()) {
            work.run();
        }
    }

    /** The keys as they are written here; empty where it has none. */
    public String shortcut() {
        return keys.isEmpty() ? "" : keys.getFirst().getDisplayText();
    }

    boolean isMeant(KeyEvent event) {
        return keys.stream().anyMatch(combination -> combination.match(event));
    }
}

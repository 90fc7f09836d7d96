package dev.hermes.app.settings;

import dev.hermes.app.language.Language;
import dev.hermes.app.language.Numbers;
import dev.hermes.app.language.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user has chosen. Immutable.
 *
 * @param recent
 *            the folders of the workspaces that were open last, the last first
 * @param window
 *            where the window was; null before it was anywhere
 * @param panels
 *            the sizes of panels that were given another than their usual one, by the panels' names, in pixels
 * @param columns
 *            whether columns of tables are shown, where that is not as usual, by the columns' names
 */
public record Settings(Language language, Theme theme, Density density, Numbers numbers, List<String> recent,
        @Nullable Window window, Map<String, Double> panels, Map<String, Boolean> columns) {

    private static final int MOST_RECENT = 10;

    public enum Theme {
        LIGHT, DARK
    }

    public enum Density {
        COMFORTABLE, COMPACT
    }

    /** Where a window is, in pixels. */
    public record Window(double x, double y, double width, double height, boolean maximized) {}

    public Settings {
        recent = List.copyOf(recent);
        panels = Map.copyOf(panels);
        columns = Map.copyOf(columns);
    }

    /** What holds before anything was chosen: the language of the machine. */
    public static Settings initial() {
        return new Settings(Language.of(Locale.getDefault().toLanguageTag()), Theme.LIGHT, Density.COMFORTABLE,
                Numbers.USUAL, List.of(), null, Map.of(), Map.of());
    }

    public Settings with(Language chosen) {
        return new Settings(chosen, theme, density, numbers, recent, window, panels, columns);
    }

    public Settings with(Theme chosen) {
        return new Settings(language, chosen, density, numbers, recent, window, panels, columns);
    }

    public Settings with(Density chosen) {
        return new Settings(language, theme, chosen, numbers, recent, window, panels, columns);
    }

    public Settings with(Numbers chosen) {
        return new Settings(language, theme, density, chosen, recent, window, panels, columns);
    }

    /** How the screens are to speak. */
    public Wording wording() {
        return new Wording(language, numbers);
    }

    public Settings with(Window chosen) {
        return new Settings(language, theme, density, numbers, recent, chosen, panels, columns);
    }

    /** With a workspace as the one that was open last. */
    public Settings withOpened(String folder) {
        List<String> now = new ArrayList<>(recent);
        now.remove(folder);
        now.addFirst(folder);
        return withRecent(now.subList(0, Math.min(MOST_RECENT, now.size())));
    }

    /** Without a workspace among those that were open last. */
    public Settings withoutOpened(String folder) {
        return withRecent(recent.stream().filter(known -> !known.equals(folder)).toList());
    }

    private Settings withRecent(List<String> chosen) {
        return new Settings(language, theme, density, numbers, chosen, window, panels, columns);
    }

    /** With the size of a panel; null: its usual one. */
    public Settings withPanel(String name, @Nullable Double size) {
        return new Settings(language, theme, density, numbers, recent, window, with(panels, name, size), columns);
    }

    /** With a column of a table that is shown, or is not; null: as usual. */
    public Settings withColumn(String name, @Nullable Boolean isShown) {
        return new Settings(language, theme, density, numbers, recent, window, panels, with(columns, name, isShown));
    }

    private static <T> Map<String, T> with(Map<String, T> before, String name, @Nullable T value) {
        Map<String, T> now = new HashMap<>(before);
        if (value == null) {
            now.remove(name);
        } else {
            now.put(name, value);
        }
        return now;
    }
}

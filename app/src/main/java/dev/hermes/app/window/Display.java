package dev.hermes.app.window;

import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where windows can be shown. */
public final class Display {

    /** Kept, or its level would be forgotten. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Display() {}

    /** Whether there is one; on Linux the environment says so. */
    public static boolean isThere() {
        boolean isLinux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return !isLinux || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }

    /** Lets JavaFX say nothing of lying on the class path, which it is tried on. */
    static void quieten() {
        JAVAFX.setLevel(Level.SEVERE);
    }

    /** Lets windows be drawn in memory; before JavaFX starts. */
    static void beHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }
}

package dev.hermes.app;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What libraries have to say. It is for developers: start with HERMES_JAVA_OPTS=-Dhermes.log=INFO to see it. */
final class LibraryLog {

    /** Kept, or its level would be forgotten. */
    private static final Logger ROOT = Logger.getLogger("");

    private LibraryLog() {}

    /** Lets libraries say what the user asked for, on standard error; before any of them is used. */
    static void begin() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%4$-7s %3$s - %5$s%6$s%n");
        Level level = Level.parse(System.getProperty("hermes.log", "OFF"));
        ROOT.setLevel(level);
        for (Handler handler : ROOT.getHandlers()) {
            handler.setLevel(level);
        }
    }
}

package dev.hermes.workspace.trust;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The folder for what is the user's own, whichever workspace they work in. */
final class UserFolder {

    /** Names the folder where it is not the one that the operating system has for that. */
    static final String PROPERTY = "hermes.config";

    private static final String NAME = "hermes";

    private UserFolder() {}

    static Path ofProcess() {
        return of(System::getProperty, System::getenv);
    }

    /**
     * Below {@code ~/Library/Application Support} on macOS, {@code %APPDATA%} on Windows, else {@code $XDG_CONFIG_HOME}
     * or {@code ~/.config}.
     *
     * @param environment
     *            the variables of the process; a path in them that is not absolute counts as none, as XDG asks for
     */
    static Path of(Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        String named = properties.apply(PROPERTY);
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        Path home = Path.of(String.valueOf(properties.apply("user.home")));
        String system = String.valueOf(properties.apply("os.name")).toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support").resolve(NAME);
        }
        boolean windows = system.startsWith("windows");
        String given = environment.apply(windows ? "APPDATA" : "XDG_CONFIG_HOME");
        Path configuration = given != null && Path.of(given).isAbsolute()
                ? Path.of(given)
                : home.resolve(windows ? "AppData/Roaming" : ".config");
        return configuration.resolve(NAME);
    }
}

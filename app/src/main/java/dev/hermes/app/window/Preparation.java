package dev.hermes.app.window;

import dev.hermes.app.settings.SettingsFile;
import java.security.SecureRandom;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/**
 * What the screen's thread would wait for when it makes the window, done on another one while JavaFX starts. It makes
 * nothing that anybody takes: classes are ready then, and whoever comes first does the work.
 */
final class Preparation {

    private Preparation() {}

    static void begin() {
        Thread.ofPlatform().daemon().name("hermes-preparation").start(Preparation::prepare);
    }

    private static void prepare() {
        // Fonts go through temporary files, and their names are random.
        new SecureRandom().nextLong();
        SettingsFile.ofUser();
        BootstrapIcons.values();
    }
}

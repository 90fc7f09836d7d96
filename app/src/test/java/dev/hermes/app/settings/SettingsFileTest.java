package dev.hermes.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.language.Language;
import dev.hermes.app.language.Numbers;
import dev.hermes.app.settings.Settings.Density;
import dev.hermes.app.settings.Settings.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("some/where/settings.json");
    }

    @Test
    void whatWasChosenIsThereTheNextTime() throws IOException {
        Settings chosen = Settings.initial().with(Language.CHINESE).with(Theme.DARK).with(Density.COMPACT)
                .with(Numbers.COMMA)
                .with(new Settings.Window(10, 20, 1200, 800, true)).withOpened("/data/one").withOpened("/data/two")
                .withOpened("/data/one").withPanel("outline", 300.0).withColumn("people.number", true)
                .withColumn("people.to", false);
        new SettingsFile(file()).write(chosen);

        Settings read = new SettingsFile(file()).read();

        assertThat(read).isEqualTo(chosen);
        assertThat(read.recent()).containsExactly("/data/one", "/data/two");
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\u0000", "\"dark\""})
    void aDamagedFileIsToldOfAndKeptBeside(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
        Path aside = file().resolveSibling("settings.json.damaged");

        assertThatThrownBy(() -> new SettingsFile(file()).read()).hasMessage("The settings in " + file()
                + " are damaged, so they begin anew. What was there is kept in " + aside
                + ". Maybe mend it and put it back.");
        assertThat(aside).hasContent(text);
        assertThat(new SettingsFile(file()).read()).as("the next time").isEqualTo(Settings.initial());
    }

    @Test
    void whatIsNotKnownWasNotChosen() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"theme\": 7, \"recent\": \"x\", \"window\": [], \"numbers\": \"comma\"}");

        assertThat(new SettingsFile(file()).read()).isEqualTo(Settings.initial().with(Numbers.COMMA));
    }

    @Test
    void whereNothingCanBeWrittenThatIsSaid() throws IOException {
        Files.writeString(folder.resolve("some"), "a file");

        assertThatThrownBy(() -> new SettingsFile(file()).write(Settings.initial()))
                .isInstanceOf(UnusableFileException.class);
    }

    @Test
    void onlyTheLastTenWorkspacesAreKept() {
        Settings settings = Settings.initial();
        for (int i = 0; i < 15; i++) {
            settings = settings.withOpened("/data/" + i);
        }

        assertThat(settings.recent()).hasSize(10).startsWith("/data/14").endsWith("/data/5");
    }
}

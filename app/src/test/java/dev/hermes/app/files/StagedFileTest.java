package dev.hermes.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFileTest {

    @TempDir
    Path folder;

    @Test
    void aFileAppearsWhenItIsComplete() throws IOException {
        Path target = folder.resolve("payouts.csv");
        try (StagedFile file = StagedFile.of(target)) {
            file.write(writer -> writer.write("payee,名\n"));
            assertThat(target).doesNotExist();
            file.publish();
        }
        assertThat(target).hasContent("payee,名\n");
        assertThatFolderHolds("payouts.csv");
    }

    @Test
    void whatWasThereBeforeStaysUntilTheNewIsComplete() throws IOException {
        Path target = Files.writeString(folder.resolve("payouts.csv"), "old");
        try (StagedFile file = StagedFile.of(target)) {
            file.write(writer -> writer.write("half"));
        }
        assertThat(target).hasContent("old");
        assertThatFolderHolds("payouts.csv");
    }

    @Test
    void aWriterThatFailsIsNamedWithItsFile() throws IOException {
        Path target = folder.resolve("payouts.csv");
        try (StagedFile file = StagedFile.of(target)) {
            assertThatThrownBy(() -> file.write(_ -> {
                throw new IOException("No space left on device");
            })).isInstanceOf(UnusableFileException.class)
                    .hasMessage(target + " cannot be written: No space left on device. Maybe write to another place.");
        }
        assertThatFolderHolds();
    }

    @Test
    void whatAKilledProgramHasLeftIsRemoved() throws IOException {
        String left = ".payouts.csv." + UUID.randomUUID();
        Files.writeString(folder.resolve(left), "half");
        Files.writeString(folder.resolve(left + ".lock"), "");
        Path stranger = Files.writeString(folder.resolve(".payouts.csv.old.lock"), "mine");
        StagedFile.of(folder.resolve("payouts.csv")).close();
        assertThatFolderHolds(stranger.getFileName().toString());
    }

    @Test
    void whatSomebodyIsWritingStays() throws IOException {
        Path target = folder.resolve("payouts.csv");
        try (StagedFile first = StagedFile.of(target)) {
            first.write(writer -> writer.write("first"));
            StagedFile.of(target).close();
            first.publish();
        }
        assertThat(target).hasContent("first");
        assertThatFolderHolds("payouts.csv");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("payouts.csv"), "");
        Path target = file.resolve("more.csv");
        assertThatThrownBy(() -> StagedFile.of(target)).isInstanceOf(UnusableFileException.class)
                .hasMessage("The file " + target + " cannot be written: " + file + " is not a folder. Maybe name "
                        + "another one.");
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        Path real = Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
        try (StagedFile file = StagedFile.of(link)) {
            file.write(writer -> writer.write("new"));
            file.publish();
        }
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> StagedFile.of(folder)).isInstanceOf(UnusableFileException.class)
                .hasMessage(folder + " is a folder. Maybe name a file in it.");
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        Path target = folder.resolve("reports/payouts.csv");
        assertThatThrownBy(() -> StagedFile.of(target)).isInstanceOf(UnusableFileException.class)
                .hasMessage("The file " + target + " cannot be written: the folder " + folder.resolve("reports")
                        + " does not exist. Maybe make it first.");
    }

    private void assertThatFolderHolds(String... names) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }
}

package dev.hermes.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                    .hasMessage(target + " cannot be written: No space left on device.");
        }
        assertThatFolderHolds();
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

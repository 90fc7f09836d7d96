package dev.hermes.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.model.FindingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DocumentFilesTest {

    private static final String MONTHS = """
            hermes: 1
            kind: calendar
            code: months
            periods: months
            """;

    @TempDir
    Path folder;

    @Test
    void aFolderIsSearchedForFilesThatEndLikeDocuments() throws IOException {
        write("b.yaml", MONTHS);
        write("deep/er/A.YML", MONTHS.replace("months", "quarters"));
        write("data.csv", "not a document");
        write("c.json", "{\"hermes\": 1, \"kind\": \"calendar\", \"code\": \"years\", \"periods\": \"years\"}");

        DocumentFiles files = DocumentFiles.read(List.of(folder));

        assertThat(files.documents()).extracting(loaded -> loaded.document().code()).containsExactly("months", "years",
                "quarters");
        assertThat(files.files().getFirst().path()).isEqualTo(folder.resolve("b.yaml"));
    }

    @Test
    void aFileThatIsNamedTwiceIsReadOnce() throws IOException {
        Path file = write("months.yaml", MONTHS);

        assertThat(DocumentFiles.read(List.of(file, folder, folder.resolve("../" + folder.getFileName()))).files())
                .hasSize(1);
    }

    @Test
    void aFileOfAnyNameMayBeNamed() throws IOException {
        assertThat(DocumentFiles.read(List.of(write("months.txt", MONTHS))).documents()).hasSize(1);
    }

    @Test
    void aByteOrderMarkSaysNothing() throws IOException {
        assertThat(DocumentFiles.read(List.of(write("months.yaml", "\uFEFF" + MONTHS))).documents()).hasSize(1);
    }

    @Test
    void everythingThatIsWrongInAnyFileIsSaidAtOnce() throws IOException {
        write("a.yaml", MONTHS.replace("calendar", "calender"));
        write("b.yaml", MONTHS.replace("hermes: 1", "hermes: 2"));

        assertThatThrownBy(() -> DocumentFiles.read(List.of(folder))).isInstanceOfSatisfying(FindingsException.class,
                refused -> assertThat(refused.findings()).extracting(finding -> String.valueOf(finding.location()))
                        .containsExactly(folder.resolve("a.yaml") + ":2:7", folder.resolve("b.yaml") + ":1:9"));
    }

    @Test
    void aMissingFileIsNamedWithTheFolderThatItIsRelativeTo() {
        assertThatThrownBy(() -> DocumentFiles.read(List.of(Path.of("no/such.yaml"))))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage(
                        "The file no/such.yaml does not exist. Maybe the path has a typing error, or is relative to "
                                + "another folder than " + Path.of("").toAbsolutePath() + ".");
    }

    @Test
    void aFolderWithoutDocumentsIsNamed() {
        assertThatThrownBy(() -> DocumentFiles.read(List.of(folder))).isInstanceOf(UnusableFileException.class)
                .hasMessage(
                        "The folder " + folder + " holds no documents: no file in it ends with .yaml, .yml or .json."
                                + " Maybe this is another folder than you meant.");
    }

    @Test
    void textThatIsNotUtf8IsNamedWithItsLine() throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, (MONTHS + "name: Frühling").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> DocumentFiles.read(List.of(file))).isInstanceOf(UnusableFileException.class)
                .hasMessage("The file " + file + " is not UTF-8 in line 5. Maybe save it as UTF-8.");
    }

    @Test
    void dataThatWasNamedByMistakeIsNotReadIntoMemory() throws IOException {
        Path file = Files.write(folder.resolve("orders.yaml"), new byte[(16 << 20) + 1]);

        assertThatThrownBy(() -> DocumentFiles.read(List.of(file))).isInstanceOf(UnusableFileException.class)
                .hasMessage("The file " + file + " has more than 16 MiB, too much for text that people write. Maybe it "
                        + "holds data and belongs behind a mapping.");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDeviceThatNeverEndsIsNotReadIntoMemory() {
        Path device = Path.of("/dev/zero");

        assertThatThrownBy(() -> DocumentFiles.read(List.of(device))).isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("The file /dev/zero has more than 16 MiB");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}

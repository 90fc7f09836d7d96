package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    Path folder;

    private Accelerators files;

    @BeforeEach
    void prepare() {
        files = Accelerators.in(folder).prepared();
    }

    private Cli doctor(Object... more) {
        return Cli.hermes(Stream.concat(Stream.of("doctor", files.workspace()), Stream.of(more)).toArray());
    }

    private void damage() throws IOException {
        Path database = files.workspace().resolve("workspace.db");
        String bytes = Files.readString(database, StandardCharsets.ISO_8859_1);
        Files.writeString(database, bytes.replace("Marco Rossi", "Marco Bossi"), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aSoundWorkspaceIsSaidToBeSound() {
        assertThat(doctor().out().strip()).isEqualTo("Nothing is damaged in " + files.workspace() + ".");
    }

    @Test
    void whatIsDamagedIsNamedAndNothingIsPaidFromIt() throws IOException {
        damage();

        Cli answer = doctor();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).startsWith("error: The row import_id 1, line 3 of persons is not what was written.");
        Cli calc = files.calc();
        assertThat(calc.code()).isEqualTo(2);
        assertThat(calc.err()).startsWith("error: The workspace " + files.workspace() + " is damaged: a row of persons "
                + "is not what was written.");
    }

    @Test
    void aFileOfFactsThatChangedIsNamedWithItsMapping() throws IOException {
        Path orders;
        try (Stream<Path> found = Files.list(files.workspace().resolve("facts/orders"))) {
            orders = found.findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(orders);
        bytes[bytes.length / 2] ^= 1;
        Files.write(orders, bytes);

        assertThat(doctor().err()).startsWith("error: The file of facts " + orders + " is not what was written. "
                + "Maybe import it again (--again) with the mapping orders.");
    }

    @Test
    void theBackupIsRestored() throws IOException {
        files.calc();
        damage();

        assertThat(doctor("--restore").out()).startsWith("Restored " + files.workspace() + " as it was on ");
        assertThat(doctor().code()).isZero();
    }
}

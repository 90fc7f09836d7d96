package dev.hermes.workspace.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TrustedProgramsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:30:00Z");
    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private TrustedPrograms programs() {
        return TrustedPrograms.in(folder.resolve("config/hermes"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void nothingIsTrustedAtFirst() {
        assertThat(programs().all()).isEmpty();
    }

    @Test
    void whatIsTrustedIsKnownByItsHashAndKeptInAFileOfItsOwn() {
        programs().add(Path.of("/data/old system.groovy"), bytes("abc"), MONDAY);

        assertThat(programs().all()).containsExactly(
                new TrustedProgram(HASH_OF_ABC, MONDAY, Path.of("/data/old system.groovy")));
    }

    @Test
    void theSameBytesAreTrustedOnce() {
        programs().add(Path.of("/data/a.groovy"), bytes("abc"), MONDAY);
        programs().add(Path.of("/data/b.groovy"), bytes("abd"), MONDAY);
        programs().add(Path.of("/data/c.groovy"), bytes("abc"), MONDAY);

        assertThat(programs().all()).extracting(program -> program.file().getFileName().toString())
                .containsExactly("b.groovy", "c.groovy");
    }

    @Test
    void whatIsTakenBackIsGone() {
        TrustedProgram first = programs().add(Path.of("/data/a.groovy"), bytes("abc"), MONDAY);
        TrustedProgram second = programs().add(Path.of("/data/b.groovy"), bytes("abd"), MONDAY);

        programs().remove(List.of(first));

        assertThat(programs().all()).containsExactly(second);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheUserMayReadOrWriteTheFileAndNoDraftStays() throws IOException {
        programs().add(Path.of("/data/a.groovy"), bytes("abc"), MONDAY);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(programs().file())))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(programs().file().getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("trusted-programs", "trusted-programs.lock");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatOthersMayWriteTrustsNothing() throws IOException {
        programs().add(Path.of("/data/a.groovy"), bytes("abc"), MONDAY);
        Files.setPosixFilePermissions(programs().file(), PosixFilePermissions.fromString("rw-rw----"));

        assertThatThrownBy(() -> programs().all()).isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("it may be written by others; remove it, and trust anew what you have read");
    }

    @Test
    void aDamagedFileTrustsNothing() throws IOException {
        programs().add(Path.of("/data/a.groovy"), bytes("abc"), MONDAY);
        Files.writeString(programs().file(), "0000 2026-03-02T09:30:00Z /data/a.groovy\n");

        assertThatThrownBy(() -> programs().all()).isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("it has a line that is none of its own");
    }

    @Test
    void theFolderIsTheOneOfTheOperatingSystem() {
        assertThat(folder("Linux", Map.of())).isEqualTo(Path.of("/home/ada/.config/hermes"));
        assertThat(folder("Linux", Map.of("XDG_CONFIG_HOME", "/etc/ada"))).isEqualTo(Path.of("/etc/ada/hermes"));
        assertThat(folder("Linux", Map.of("XDG_CONFIG_HOME", "ada"))).isEqualTo(Path.of("/home/ada/.config/hermes"));
        assertThat(folder("Mac OS X", Map.of("XDG_CONFIG_HOME", "/etc/ada")))
                .isEqualTo(Path.of("/home/ada/Library/Application Support/hermes"));
        assertThat(folder("Windows 11", Map.of("APPDATA", Path.of("/roaming").toAbsolutePath().toString())))
                .isEqualTo(Path.of("/roaming/hermes").toAbsolutePath());
    }

    private static Path folder(String system, Map<String, String> environment) {
        return UserFolder.of(Map.of("os.name", system, "user.home", "/home/ada")::get, environment::get);
    }
}

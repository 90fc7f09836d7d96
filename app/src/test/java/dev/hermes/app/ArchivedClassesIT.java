package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program with the classes that were archived when it was built, copied to where a user might put it. */
@DisabledOnOs(OS.WINDOWS)
class ArchivedClassesIT {

    /** Java does not start where it cannot use the archive. */
    private static final String ARCHIVE_OR_NOTHING = "-Xshare:on";

    @TempDir
    Path folder;

    @BeforeEach
    void copyProgram() throws IOException {
        Path home = Path.of(System.getProperty("hermes.home"));
        for (Path part : Stream.of("bin", "lib").map(home::resolve).toList()) {
            Path copy = Files.createDirectories(folder.resolve(part.getFileName()));
            try (Stream<Path> files = Files.list(part)) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private Cli version(String options) throws IOException, InterruptedException {
        return run("--version", options);
    }

    private Cli run(String command, String options) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(folder.resolve("bin/hermes").toString(), command)
                .redirectOutput(folder.resolve("out.txt").toFile()).redirectError(folder.resolve("err.txt").toFile());
        program.environment().keySet().removeAll(Set.of("DISPLAY", "WAYLAND_DISPLAY"));
        program.environment().put("HERMES_JAVA_OPTS", options);
        int code = program.start().waitFor();
        return new Cli(code, Files.readString(folder.resolve("out.txt")), Files.readString(folder.resolve("err.txt")));
    }

    private void saysItsVersionAlone(String options) throws Exception {
        Cli answer = version(options);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.lines()).hasSize(2).first().asString().startsWith("hermes ");
        assertThat(answer.code()).isZero();
    }

    @Test
    void theArchiveFits() throws Exception {
        saysItsVersionAlone(ARCHIVE_OR_NOTHING);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theArchiveFitsTheOptionsOfTheWindowToo() throws Exception {
        Cli answer = run("open", ARCHIVE_OR_NOTHING);

        assertThat(answer.err()).startsWith("error: There is no display for a window");
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void withAnotherJarTheProgramStartsWithoutIt() throws Exception {
        Path jar = folder.resolve("lib/hermes-app.jar");
        Files.write(jar, Files.readAllBytes(jar));

        saysItsVersionAlone("");
        assertThat(version(ARCHIVE_OR_NOTHING).code()).isNotZero();
    }

    @Test
    void withADamagedArchiveTheProgramStartsWithoutIt() throws Exception {
        Path archive = folder.resolve("lib/hermes.jsa");
        byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));

        saysItsVersionAlone("");
    }
}

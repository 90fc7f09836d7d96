package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustCommandTest {

    private static final String HASH = "cd1f631646589dad27de198a5ae7d131b9f52ac1ae48db42215f8c569a2899d4";

    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void writeScript() throws IOException {
        System.setProperty("hermes.config", folder.resolve("config").toString());
        script = Files.writeString(folder.resolve("orders.groovy"), "[[a: 1]]\n");
    }

    @AfterEach
    void forgetFolder() {
        System.clearProperty("hermes.config");
    }

    @Test
    void aScriptThatIsTrustedIsListedUntilThatIsTakenBack() {
        assertThat(Cli.hermes("trust", "--list").lines()).containsExactly("Hermes may run no script.");

        Cli trusted = Cli.hermes("trust", script);
        assertThat(trusted.lines()).containsExactly("Hermes may now run " + script, "  lines    1, 9 bytes",
                "  SHA-256  " + HASH, "  kept in  " + folder.resolve("config/trusted-programs"));
        assertThat(trusted.code()).isZero();
        assertThat(Cli.hermes("trust", "--list").lines()).hasSize(2).last().asString()
                .matches("  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  " + HASH + "  \\Q" + script + "\\E");

        assertThat(Cli.hermes("trust", "--revoke", HASH.substring(0, 12)).lines())
                .containsExactly("Hermes no longer runs " + script + ", SHA-256 " + HASH);
        assertThat(Cli.hermes("trust", "--list").lines()).containsExactly("Hermes may run no script.");
    }

    @Test
    void aScriptIsAlsoTakenBackByItsFile() {
        Cli.hermes("trust", script);

        assertThat(Cli.hermes("trust", "--revoke", script).code()).isZero();
        assertThat(Cli.hermes("trust", "--list").lines()).containsExactly("Hermes may run no script.");
    }

    @Test
    void whatIsNotTrustedCannotBeTakenBack() {
        Cli.hermes("trust", script);

        Cli answer = Cli.hermes("trust", "--revoke", HASH.substring(0, 11));

        assertThat(answer.err()).contains("error: Nothing that Hermes may run is cd1f6316465. Maybe look at "
                + "'hermes trust --list'; of a SHA-256 at least 12 digits are needed.");
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void whatIsNoScriptIsRefused() {
        assertThat(Cli.hermes("trust", folder.resolve("gone.groovy")).code()).isEqualTo(2);
        assertThat(Cli.hermes("trust").err()).contains("One of FILE, --list and --revoke is needed.");
        assertThat(Cli.hermes("trust", "--list", script).code()).isEqualTo(2);
    }
}

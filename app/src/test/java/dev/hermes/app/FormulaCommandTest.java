package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormulaCommandTest {

    @TempDir
    Path folder;

    @Test
    void everyFormulaHasALine() throws IOException {
        Path file = Files.writeString(folder.resolve("formulas.txt"), """
                sales / sales.target >= 0.8
                %%
                max(0,
                    slaes)
                %%
                upper(region)
                """);

        Cli answer = Cli.hermes("formula", "--file", file, "--names", "sales:money,region:text");

        assertThat(answer.lines()).containsExactly("accepted boolean",
                "refused 2:5 There is no 'slaes' here. Maybe sales.", "accepted text");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void whereAllAreAcceptedThatIsGood() throws IOException {
        Path file = Files.writeString(folder.resolve("formulas.txt"), "1 + 1");

        assertThat(Cli.hermes("formula", "--file", file))
                .isEqualTo(new Cli(0, "accepted number" + System.lineSeparator(), ""));
    }

    @Test
    void namesThatAreNoneAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("formulas.txt"), "1");

        Cli answer = Cli.hermes("formula", "--file", file, "--names", "sales money");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .startsWith("error: --names: The name 'sales money' must be a name, a colon and a type.");
    }

    @Test
    void theAnswerToHostileTextIsPlainText() throws IOException {
        Path file = Files.writeString(folder.resolve("formulas.txt"), "'\u001b[2J' + x\u001b[31m");

        Cli answer = Cli.hermes("formula", "--file", file);

        assertThat(answer.lines()).singleElement().asString().startsWith("refused 1:").doesNotContain("\u001b");
    }
}

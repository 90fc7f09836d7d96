package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftCommandTest {

    @TempDir
    Path folder;

    private Accelerators files;

    @BeforeEach
    void copyFiles() {
        files = Accelerators.in(folder);
        assertThat(files.apply().code()).isZero();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(files.file(name), text);
    }

    @Test
    void whatIsFoundIsTakenAsItIsPrinted() throws IOException {
        Path file = file("staff.csv", "Person;Name\n0031;Ann\n0032;Bob\n");

        Cli answer = Cli.hermes("draft", files.workspace(), file, "--into", "persons", "--code", "staff");

        assertThat(answer.code()).as("whether the first row names the columns is asked").isEqualTo(1);
        assertThat(answer.out()).startsWith("# To decide: All is text; does the first row name the columns")
                .contains("file: staff.csv\n");
        assertThat(answer.findings()).contains("Found in all 2 rows:",
                "  separator: ; (certain) ';' separates every row into 2 cells, and nothing else does.",
                "  column Person: text (certain) \"0031\" in line 2 begins with a zero that a number would lose.");
        Path mapping = file("staff.yaml", answer.out());
        assertThat(Cli.hermes("import", files.workspace(), mapping).out()).contains("staff    persons           2");
    }

    @Test
    void whatItCannotDoItSays() throws IOException {
        Path file = file("staff.csv", "a\n");
        assertThat(Cli.hermes("draft", files.workspace(), file, "--into", "fact").findings())
                .containsExactly("error: Rows do not become 'fact'. Maybe facts.");
        assertThat(Cli.hermes("draft", files.workspace(), file, "--into", "facts").findings())
                .containsExactly("error: Rows that become facts belong to a dataset. Maybe add --of with its code.");
        assertThat(Cli.hermes("draft", files.workspace(), folder.resolve("none.csv"), "--into", "persons").code())
                .isEqualTo(2);
        assertThat(Cli.hermes("draft", files.workspace(), file("staff.csv", ""), "--into", "persons").findings())
                .containsExactly("error: staff.csv:1:1: file: The file is empty. Maybe another one was meant.");
    }

    @Test
    void aPreviewShowsRowsAndStoresNothing() throws IOException {
        files.with("orders.csv", ",64000", ",64 000");
        Path mapping = file("orders-mapping.yaml", Files.readString(files.file("data.yaml")).lines()
                .dropWhile(line -> !line.equals("code: orders")).takeWhile(line -> !line.equals("---"))
                .reduce("hermes: 1\nkind: mapping\n", (text, line) -> text + line + "\n"));

        Cli answer = Cli.hermes("import", files.workspace(), mapping, "--preview", "2");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("orders would become facts", "rejected",
                "2 rows read, 0 left out, 1 rejected; nothing was stored");
        assertThat(answer.findings()).hasSize(1).first().asString().contains("\"64 000\" is not a plain decimal.");
        assertThat(Cli.hermes("import", files.workspace(), mapping, "--preview", "0").code()).isEqualTo(2);
    }

    @Test
    void aTableIsPastedFromStandardInput() throws IOException {
        Path mapping = file("staff.yaml", """
                hermes: 1
                kind: mapping
                code: staff
                file: staff.csv
                into: persons
                fields: {person: id, name: name}
                """);
        assertThat(Cli.hermesWith("id\tname\n7\t\"Two\nlines\"\n", "import", files.workspace(), mapping, "--paste",
                "--preview").out()).contains("Two lines", "nothing was stored");
        Cli answer = Cli.hermesWith("id\tname\n7\tAnn\n\tBob\n", "import", files.workspace(), mapping, "--paste");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.findings()).containsExactly("error: clipboard:3:1: column id: The field person is empty. "
                + "Maybe leave such rows out with where.");
        assertThat(Cli.hermesWith("id\tname\n7\tAnn\n", "import", files.workspace(), mapping, "--paste").lines())
                .contains("  staff    persons           1         0         0         0");
        assertThat(Cli.hermesWith("", "import", files.workspace(), files.file("data.yaml"), "--paste").findings())
                .containsExactly("error: What is pasted is of one mapping, and 4 are given. "
                        + "Maybe name the file with that mapping alone.");
    }
}

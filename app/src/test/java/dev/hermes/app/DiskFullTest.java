package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hermes.workspace.Workspace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the disk takes no more, that is said, and what was acknowledged is all there is. The disk is a small one in memory
 * where the system lets its users mount such; elsewhere files may not grow beyond a limit.
 */
@EnabledOnOs(OS.LINUX)
class DiskFullTest {

    private static final int PERSONS = 60_000;
    private static final int ORDERS = 250_000;
    private static final int RATES = 20_000;
    private static final String NOTE = "-this-is-a-name-that-takes-its-room-on-a-disk";

    @TempDir
    Path folder;

    private Accelerators files;
    private WorkspaceState before;

    @BeforeEach
    void prepare() throws IOException {
        files = Accelerators.in(folder).prepared();
        before = WorkspaceState.of(files.workspace());
    }

    @Test
    void tablesThatDoNotFitInTheDatabase() throws Exception {
        assertRefusedAndNothingLost(onSmallDisk("import", files.workspace(), manyPersons()));
    }

    @Test
    void factsThatDoNotFitOnTheDisk() throws Exception {
        assertRefusedAndNothingLost(onSmallDisk("import", files.workspace(), manyOrders()));
    }

    @Test
    void documentsThatDoNotFitInTheDatabase() throws Exception {
        assertRefusedAndNothingLost(onSmallDisk("apply", files.workspace(), manyRates()));
    }

    @Test
    void tablesThatMakeAFileTooLarge() throws Exception {
        assertRefusedAndNothingLost(withSmallFiles("import", files.workspace(), manyPersons()));
    }

    @Test
    void documentsThatMakeAFileTooLarge() throws Exception {
        assertRefusedAndNothingLost(withSmallFiles("apply", files.workspace(), manyRates()));
    }

    private Path manyPersons() throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(files.file("many.csv"))) {
            lines.write("seller,name\n");
            for (int number = 0; number < PERSONS; number++) {
                lines.write("M" + number + ",Somebody " + number + NOTE + "\n");
            }
        }
        return Files.writeString(files.file("many.yaml"), """
                hermes: 1
                kind: mapping
                code: many
                file: many.csv
                into: persons
                fields: {person: seller, name: name}
                """);
    }

    private Path manyOrders() throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(files.file("many.csv"))) {
            lines.write("order,booked,seller,amount\n");
            for (int number = 0; number < ORDERS; number++) {
                // Digits that do not compress.
                lines.write(Long.toString(number * 0x9E3779B97F4A7C15L, 36) + number + ",2026-03-03,S41_Seller_North,"
                        + (number * 7919L % 1_000_003) + "\n");
            }
        }
        return Files.writeString(files.file("many.yaml"), """
                hermes: 1
                kind: mapping
                code: many
                file: many.csv
                into: facts
                of: orders
                fields: {orderId: order, booked: booked, seller: seller, amount: amount}
                """);
    }

    /** Several files of documents, each within what a file of documents may be. */
    private Path manyRates() throws IOException {
        Path documents = Files.createDirectory(files.file("rates"));
        for (int table = 0; table < 3; table++) {
            StringBuilder text = new StringBuilder("hermes: 1\nkind: rateTable\ncode: prices" + table
                    + "\nvalue: USD\nkeys: {product: text}\nrows:\n");
            for (int product = 0; product < RATES; product++) {
                text.append("  - {product: P").append(product).append(NOTE).append(", value: 12.5}\n");
            }
            Files.writeString(documents.resolve("prices" + table + ".yaml"), text);
        }
        return documents;
    }

    /** Runs {@code hermes} where 4 MB are left for the workspace, and brings the workspace back from there. */
    private Cli onSmallDisk(String command, Path workspace, Path argument) throws IOException, InterruptedException {
        Path disk = Files.createDirectory(disk());
        assumeTrue(shell("unshare -rm mount -t tmpfs -o size=4m none " + disk).code() == 0,
                "This user may not mount a disk.");
        return shell("""
                exec unshare -rm sh -c '
                mount -t tmpfs -o size=4m none %1$s && cp -r %2$s/. %1$s/ || exit 99
                %3$s %4$s %1$s %5$s --quiet
                code=$?
                rm -r %2$s && cp -r %1$s %2$s || exit 99
                exit $code'
                """.formatted(disk, workspace, java(), command, argument));
    }

    private Path disk() {
        return folder.resolve("disk");
    }

    /** Runs {@code hermes} so that none of its files grows beyond 4 MB: 8,192 blocks of 512 bytes. */
    private Cli withSmallFiles(String command, Path workspace, Path argument)
            throws IOException, InterruptedException {
        return shell(
                "ulimit -f 8192 && exec " + java() + " " + command + " " + workspace + " " + argument + " --quiet");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java")
                + " -XX:-UsePerfData --enable-native-access=ALL-UNNAMED"
                + " -cp " + System.getProperty("java.class.path") + " " + Main.class.getName();
    }

    private Cli shell(String script) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        int code = new ProcessBuilder(List.of("sh", "-c", script)).redirectOutput(out.toFile())
                .redirectError(err.toFile()).start().waitFor();
        return new Cli(code, Files.readString(out), Files.readString(err));
    }

    private void assertRefusedAndNothingLost(Cli answer) {
        assertThat(answer.err()).startsWith("error: ").containsIgnoringCase("disk").contains("Maybe ")
                .containsAnyOf("the workspace " + files.workspace(), "the workspace " + disk(),
                        disk() + "/facts/orders/")
                .doesNotContain("internal error", "{");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(Workspace.examine(files.workspace())).isEmpty();
        assertThat(WorkspaceState.of(files.workspace())).isEqualTo(before);
        assertThat(files.calc().code()).isZero();
    }
}

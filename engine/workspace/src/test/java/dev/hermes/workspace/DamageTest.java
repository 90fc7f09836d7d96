package dev.hermes.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.PersonRow;
import dev.hermes.model.Series;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that was damaged on disk is taken for right; {@code -Dhermes.flips=N} flips as many bits. */
class DamageTest {

    private static final Instant MONDAY = Instant.parse("2026-04-06T09:00:00Z");

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void fill() {
        database = folder.resolve("workspace.db");
        Workspace.create(folder).close();
        try (Workspace workspace = open(MONDAY)) {
            for (int month = 1; month <= 6; month++) {
                workspace.documents().apply(List.of(DocumentFile.read("quarters.yaml",
                        "hermes: 1\nkind: calendar\ncode: quarters\nperiods: quarters\nyearStart: " + month + "\n")));
            }
            workspace.documents().undo();
            workspace.imports().replace("people", "people.csv", writer -> {
                for (int i = 0; i < 300; i++) {
                    writer.write(i + 2, new PersonRow("P" + i, "Person " + i));
                    writer.write(1000 + i, new PeriodValueRow("sales", Series.TARGET, "P" + i, "2026-03",
                            Decimal.of(1000 + i)));
                }
                return writer.rows();
            });
            List<PayoutRecord> payouts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                payouts.add(new PayoutRecord("P" + i, Decimal.of(i), null, Map.of("draw", Decimal.of(-i))));
            }
            workspace.runs().save(new RunRecord("sales2026", "sales", "months", "2026-03", "USD",
                    new RunOrigin(0, null, "plan", "facts", "inputs", null), payouts));
            workspace.closings().close("months", "2026-03");
            for (int i = 0; i < 20; i++) {
                workspace.tasks().add("import", "Task " + i, "{}");
            }
            workspace.schedules().set("refresh", Recurrence.parse("daily 05:30 UTC"), "refresh", "refresh", "{}");
        }
    }

    private Workspace open(Instant now) {
        return Workspace.open(folder, Clock.fixed(now, ZoneOffset.UTC), "ann", Duration.ofSeconds(5));
    }

    /** All that the workspace says. */
    private List<Object> content() {
        try (Workspace workspace = open(MONDAY)) {
            List<Object> content = new ArrayList<>(workspace.documents().library().calendars());
            content.addAll(workspace.documents().history());
            content.add(workspace.inputs(Needed.ALL, new CalcInputs.Balances(List.of(), Map.of(), Map.of())));
            content.addAll(workspace.imports().current());
            for (SavedRun run : workspace.runs().all()) {
                content.add(run);
                content.addAll(workspace.runs().payouts(run));
            }
            content.addAll(workspace.closings().all());
            content.addAll(workspace.tasks().all());
            content.addAll(workspace.schedules().all());
            return content;
        }
    }

    @Test
    void aSoundWorkspaceHasNoDamage() {
        assertThat(Workspace.examine(folder)).isEmpty();
    }

    @Test
    void aFlippedBitIsFoundOrChangesNothing() throws IOException {
        List<Object> content = content();
        byte[] sound = Files.readAllBytes(database);
        Random random = new Random(20260406);
        int reported = 0;
        for (int flip = 0; flip < Integer.getInteger("hermes.flips", 60); flip++) {
            byte[] damaged = sound.clone();
            int bit = random.nextInt(damaged.length * 8);
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(database, damaged);
            List<String> found = Workspace.examine(folder);
            if (found.isEmpty()) {
                assertThat(content()).as("bit " + bit).isEqualTo(content);
            } else {
                reported++;
            }
            Files.deleteIfExists(folder.resolve("workspace.db-wal"));
            Files.deleteIfExists(folder.resolve("workspace.db-shm"));
        }
        assertThat(reported).isPositive();
    }

    @Test
    void aDamagedRowIsNamedAndNeverShown() throws IOException {
        String bytes = Files.readString(database, StandardCharsets.ISO_8859_1);
        Files.writeString(database, bytes.replace("Person 123", "person 123"), StandardCharsets.ISO_8859_1);

        assertThat(Workspace.examine(folder)).containsExactly(
                "The row import_id 1, line 125 of persons is not what was written.");
        assertThatThrownBy(this::content).isInstanceOf(WorkspaceException.class).hasMessage("The workspace " + folder
                + " is damaged: a row of persons is not what was written.\nMaybe let 'hermes doctor' look at it.");
    }

    @Test
    void aDamagedTaskIsNotDone() throws IOException {
        String bytes = Files.readString(database, StandardCharsets.ISO_8859_1);
        Files.writeString(database, bytes.replace("Task 7", "task 7"), StandardCharsets.ISO_8859_1);

        assertThat(Workspace.examine(folder)).containsExactly("The row number 8 of tasks is not what was written.");
        try (Workspace workspace = open(MONDAY)) {
            assertThatThrownBy(() -> workspace.tasks().claims().claim(8)).isInstanceOf(WorkspaceException.class)
                    .hasMessageContaining("is damaged: a row of tasks is not what was written.");
            assertThatThrownBy(() -> workspace.tasks().cancel(8)).isInstanceOf(WorkspaceException.class);
            assertThat(workspace.tasks().claims().claim(7)).as("others are not concerned").isPresent();
        }
        assertThat(Workspace.examine(folder)).containsExactly("The row number 8 of tasks is not what was written.");
    }

    @Test
    void rowsThatAreGoneAreMissed() throws SQLException {
        sql("DELETE FROM persons WHERE person IN ('P7', 'P8')");
        sql("DELETE FROM closing_balances WHERE payee = 'P9'");
        sql("DELETE FROM payouts WHERE payee = 'P9'");
        sql("DELETE FROM closings");

        assertThat(Workspace.examine(folder)).containsExactlyInAnyOrder(
                "Of the import of the mapping people there are 598 rows instead of 600.",
                "Of run 1 there are 199 rows instead of 200.", "The closing 1 is gone.");
    }

    @Test
    void theBackupOfYesterdayIsRestored() throws IOException {
        List<Object> before = content();
        open(MONDAY.plus(Duration.ofDays(1))).close();
        try (Workspace workspace = open(MONDAY.plus(Duration.ofDays(1)))) {
            workspace.documents().undo();
        }
        Files.write(database, new byte[5000]);
        assertThat(Workspace.examine(folder)).isNotEmpty();

        Instant madeAt = Workspace.restore(folder);

        assertThat(madeAt).isEqualTo(MONDAY.plus(Duration.ofDays(1)));
        assertThat(Workspace.examine(folder)).isEmpty();
        assertThat(content()).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).anyMatch(name -> name.startsWith(
                    "workspace.db.damaged-"));
        }
    }

    @Test
    void aWeekOfBackupsIsKeptAndADamagedStateReplacesNone() throws IOException, SQLException {
        for (int day = 1; day <= 10; day++) {
            open(MONDAY.plus(Duration.ofDays(day))).close();
            open(MONDAY.plus(Duration.ofDays(day)).plusSeconds(60)).close();
        }
        assertThat(new Backups(folder).all()).extracting(Backups.Backup::madeAt).hasSize(7)
                .startsWith(MONDAY.plus(Duration.ofDays(10))).endsWith(MONDAY.plus(Duration.ofDays(4)));
        sql("DELETE FROM persons WHERE person = 'P7'");
        open(MONDAY.plus(Duration.ofDays(11))).close();
        assertThat(new Backups(folder).all().getFirst().madeAt()).isEqualTo(MONDAY.plus(Duration.ofDays(10)));
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

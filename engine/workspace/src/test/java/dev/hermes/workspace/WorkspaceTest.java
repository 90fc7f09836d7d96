package dev.hermes.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    @TempDir
    Path folder;

    @Test
    void aNewWorkspaceIsADatabaseAndAFolderForFacts() throws IOException {
        try (Workspace workspace = Workspace.create(folder.resolve("mine"))) {
            assertThat(workspace.folder()).isEqualTo(folder.resolve("mine"));
        }
        try (var files = Files.list(folder.resolve("mine"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("workspace.db",
                    "facts", "open");
        }
    }

    @Test
    void aWorkspaceLivesInAFolderOfAnyName() {
        Path odd = folder.resolve("what? 100% 'my' [work] é");
        Workspace.create(odd).close();
        try (Workspace workspace = Workspace.open(odd)) {
            assertThat(workspace.imports().current()).isEmpty();
        }
        assertThat(odd.resolve("workspace.db")).exists();
    }

    @Test
    void aWorkspaceIsNotMadeTwice() {
        Workspace.create(folder).close();
        assertThatThrownBy(() -> Workspace.create(folder)).isInstanceOf(WorkspaceException.class)
                .hasMessage("The folder " + folder + " holds a workspace already.\nMaybe open it.");
        Workspace.openOrCreate(folder).close();
    }

    @Test
    void openOrCreateMakesAWorkspaceWhereThereIsNone() {
        Workspace.openOrCreate(folder.resolve("new")).close();
        assertThat(folder.resolve("new").resolve("workspace.db")).exists();
    }

    @Test
    void aMissingFolderIsSaidToBeMissing() {
        assertThatThrownBy(() -> Workspace.open(folder.resolve("gone"))).isInstanceOf(WorkspaceException.class)
                .hasMessage("The folder " + folder.resolve("gone") + " does not exist.\n"
                        + "Maybe the path has a typing error, or the workspace was moved.");
    }

    @Test
    void aFolderWithoutADatabaseIsNoWorkspace() {
        assertThatThrownBy(() -> Workspace.open(folder)).isInstanceOf(WorkspaceException.class)
                .hasMessage("The folder " + folder + " is not a workspace: it holds no workspace.db.\n"
                        + "Maybe this is another folder than you meant; a new workspace needs a new or an empty one.");
    }

    @Test
    void aFileThatIsNoDatabaseIsNoWorkspace() throws IOException {
        Files.writeString(folder.resolve("workspace.db"), "Dear diary, ".repeat(1000));
        assertThatThrownBy(() -> Workspace.open(folder)).isInstanceOf(WorkspaceException.class)
                .hasMessage(folder.resolve("workspace.db") + " is not the database of a workspace.\n"
                        + "Maybe this is another folder than you meant.");
    }

    @Test
    void theDatabaseOfAnotherProgramIsNoWorkspaceAndStaysAsItIs() throws SQLException, IOException {
        sql("CREATE TABLE songs (name TEXT)");
        byte[] before = Files.readAllBytes(folder.resolve("workspace.db"));
        assertThatThrownBy(() -> Workspace.open(folder)).isInstanceOf(WorkspaceException.class)
                .hasMessage(folder.resolve("workspace.db") + " is not the database of a workspace.\n"
                        + "Maybe this is another folder than you meant.");
        assertThat(Files.readAllBytes(folder.resolve("workspace.db"))).isEqualTo(before);
    }

    @Test
    void aWorkspaceOfALaterVersionIsLeftAlone() throws SQLException {
        Workspace.create(folder).close();
        sql("PRAGMA user_version = 99");
        assertThatThrownBy(() -> Workspace.open(folder)).isInstanceOf(WorkspaceException.class)
                .hasMessage("The workspace " + folder + " has version 99, which a later Hermes Workbench has written; "
                        + "this one knows versions up to "
                        + WorkspaceDatabase.NEWEST_VERSION + ".\nMaybe update Hermes Workbench.");
    }

    @Test
    void aWorkspaceThatAnotherProgramIsWritingCannotBeWritten() throws SQLException {
        Workspace.create(folder).close();
        try (Workspace workspace = Workspace.open(folder, Clock.systemUTC(), "ann", Duration.ofMillis(50));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("workspace.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> workspace.imports().remove("orders")).isInstanceOf(WorkspaceException.class)
                    .hasMessage("The workspace " + folder + " is being written by another program.\n"
                            + "Maybe wait until it is done, or close it, and try again.");
            assertThat(workspace.imports().current()).isEmpty();
            statement.execute("ROLLBACK");
            assertThat(workspace.imports().remove("orders")).isZero();
        }
    }

    @Test
    void whoComesSecondIsToldByWhomTheWorkspaceIsOpen() {
        Workspace.create(folder).close();
        Clock noon = Clock.fixed(Instant.parse("2026-04-01T12:00:00Z"), ZoneOffset.UTC);
        try (Workspace first = Workspace.open(folder, noon, "ann", Duration.ofMillis(50))) {
            assertThat(first.openBy()).isEmpty();
            try (Workspace second = Workspace.open(folder, noon, "bob", Duration.ofMillis(50))) {
                assertThat(second.openBy()).singleElement().asString().startsWith("ann").endsWith("(process "
                        + ProcessHandle.current().pid() + ", since 2026-04-01 12:00:00Z)");
                first.together(() -> {
                    assertThatThrownBy(() -> second.imports().remove("orders"))
                            .isInstanceOf(WorkspaceException.class)
                            .hasMessageStartingWith("The workspace " + folder
                                    + " is being written by another program; it is open by ann");
                    return "";
                });
            }
            assertThat(first.openBy()).isEmpty();
        }
    }

    @Test
    void whoWasKilledIsNotTakenForPresent() throws IOException {
        Workspace.create(folder).close();
        String name = UUID.randomUUID().toString();
        Path card = Files.writeString(folder.resolve("open").resolve(name), "eve\n\n1\n2026-04-01T12:00:00Z\n");
        Path lock = Files.writeString(folder.resolve("open").resolve(name + ".lock"), "");
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.openBy()).isEmpty();
        }
        assertThat(card).doesNotExist();
        assertThat(lock).doesNotExist();
    }

    @Test
    void connectionsHaveTheSettingsThatTheWorkspacePromises() throws SQLException {
        Workspace.create(folder).close();
        WorkspaceDataSource source = new WorkspaceDataSource(folder.resolve("workspace.db"), Duration.ofSeconds(1));
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            assertThat(List.of(pragma(statement, "journal_mode"), pragma(statement, "synchronous"),
                    pragma(statement, "foreign_keys"), pragma(statement, "trusted_schema")))
                    .containsExactly("wal", "2", "1", "0");
        }
    }

    @Test
    void theNewestVersionIsThatOfTheLastMigration() {
        Workspace.create(folder).close();
        WorkspaceDatabase database = WorkspaceDatabase.open(folder.resolve("workspace.db"), Duration.ofSeconds(1));
        try (database) {
            assertThat(database.<Integer, RuntimeException>read(handle -> handle.createQuery("PRAGMA user_version")
                    .mapTo(int.class).one())).isEqualTo(WorkspaceDatabase.NEWEST_VERSION);
            assertThat(database.<String, RuntimeException>read(handle -> handle
                    .createQuery("SELECT max(version) FROM flyway_schema_history WHERE success").mapTo(String.class)
                    .one())).isEqualTo(String.valueOf(WorkspaceDatabase.NEWEST_VERSION));
        }
    }

    @Test
    void aWorkspaceOfAnEarlierVersionIsBroughtUpToTheNewestAndItsBackupsAreSound() throws IOException {
        Path file = folder.resolve("workspace.db");
        WorkspaceDatabase.create(file, Duration.ofSeconds(1), WorkspaceDatabase.OLDEST_VERSION);
        assertThat(Workspace.examine(folder)).as("before it was opened").isEmpty();
        Path backup = Files.createDirectory(folder.resolve("backups")).resolve("workspace-20260401T120000Z.db");
        Files.copy(file, backup);
        Workspace.open(folder).close();
        assertThat(Workspace.examine(folder)).isEmpty();
        assertThat(Workspace.restore(folder)).isEqualTo(Instant.parse("2026-04-01T12:00:00Z"));
        try (Workspace restored = Workspace.open(folder)) {
            assertThat(restored.imports().rejected()).isEmpty();
        }
    }

    @Test
    void aWorkspaceOfAPreviewIsLeftAlone() throws SQLException {
        Workspace.create(folder).close();
        sql("PRAGMA user_version = 1");
        assertThatThrownBy(() -> Workspace.open(folder)).isInstanceOf(WorkspaceException.class)
                .hasMessage("The workspace " + folder
                        + " was made by a preview of Hermes Workbench, of version 1; this "
                        + "one reads versions from 4 on.\nMaybe make a new one: apply its documents and import its "
                        + "files again.");
    }

    @Test
    void factFilesThatNobodyNamesAreRemovedOnOpening() throws IOException {
        Workspace.create(folder).close();
        String ours = "orders-" + UUID.randomUUID() + ".parquet";
        Path leftover = Files.createDirectories(folder.resolve("facts/orders")).resolve(ours);
        Files.writeString(leftover, "half a fi");
        Path part = Files.writeString(leftover.resolveSibling(ours + ".part"), "half a fi");
        Path note = Files.writeString(folder.resolve("facts/orders/read me.txt"), "not ours");
        Path stranger = Files.writeString(folder.resolve("facts/orders/orders-2025.parquet"), "not ours either");
        Workspace.open(folder).close();
        assertThat(leftover).doesNotExist();
        assertThat(part).doesNotExist();
        assertThat(note).exists();
        assertThat(stranger).exists();
    }

    @Test
    void whatAKilledAttemptToMakeAWorkspaceLeftIsNoObstacleAndIsRemoved() throws IOException {
        Path draft = Files.writeString(folder.resolve("workspace.db." + UUID.randomUUID()), "half a databa");
        Path log = Files.writeString(folder.resolve(draft.getFileName() + "-wal"), "");
        Path backup = Files.writeString(folder.resolve("workspace.db.bak"), "mine");
        Workspace.create(folder).close();
        assertThat(draft).doesNotExist();
        assertThat(log).doesNotExist();
        assertThat(backup).exists();
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("pay"), "not a folder");
        assertThatThrownBy(() -> Workspace.create(file)).isInstanceOf(WorkspaceException.class)
                .hasMessage("The folder " + file + " cannot be made a workspace: " + file + " is a file.\n"
                        + "Maybe ask for the right to write there, or choose another folder.");
    }

    private static String pragma(Statement statement, String name) throws SQLException {
        try (var rows = statement.executeQuery("PRAGMA " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("workspace.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

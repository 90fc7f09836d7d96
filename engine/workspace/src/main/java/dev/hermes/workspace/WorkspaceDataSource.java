package dev.hermes.workspace;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Connections to a workspace's database with the settings that its promises rest on; the driver has others. */
final class WorkspaceDataSource extends SQLiteDataSource {

    /** @param patience how long a connection waits for another program that is writing */
    WorkspaceDataSource(Path file, Duration patience) {
        super(config(patience));
        setUrl(url(file));
    }

    /** The address of a file; as a path, a question mark in it would begin the driver's options. */
    static String url(Path file) {
        return "jdbc:sqlite:" + file.toUri();
    }

    private static SQLiteConfig config(Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // In WAL the driver's default may lose the last commits in a power cut.
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        return config;
    }

    @Override
    public SQLiteConnection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        SQLiteConnection connection = super.getConnection(user, password);
        try (Statement statement = connection.createStatement()) {
            // The file may come from somebody else: what its schema calls must not run with our rights.
            statement.execute("PRAGMA trusted_schema = OFF");
            RowHash.register(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }
}

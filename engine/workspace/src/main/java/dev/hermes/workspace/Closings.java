package dev.hermes.workspace;

import dev.hermes.model.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Periods that are closed: their results are final, and what was brought in for them stays as it is. Facts may still
 * come late; they change no result that is final. Thread-safe.
 */
public final class Closings {

    private static final String COLUMNS = "number, calendar, period, closed, author, at, reason";

    private final WorkspaceDatabase database;
    private final Clock clock;
    private final String author;

    Closings(WorkspaceDatabase database, Clock clock, String author) {
        this.database = database;
        this.clock = clock;
        this.author = author;
    }

    /**
     * A closing or reopening of a period.
     *
     * @param number
     *            counts them, from 1
     * @param calendar
     *            the code of the calendar that the period belongs to
     * @param isClosed
     *            false: it was reopened
     * @param reason
     *            why it was reopened; empty for a closing
     */
    public record Closing(long number, String calendar, String period, boolean isClosed, String author, Instant at,
            String reason) {}

    /**
     * Closes a period.
     *
     * @throws WorkspaceException
     *             where it is closed already
     */
    public void close(String calendar, String period) {
        database.write(handle -> {
            refuseClosed(handle, calendar, period);
            return insert(handle, calendar, period, true, "");
        });
    }

    /**
     * Opens a closed period again.
     *
     * @param reason
     *            why, for those who look at it later
     * @throws WorkspaceException
     *             where it is not closed, or no reason is given
     */
    public void reopen(String calendar, String period, String reason) {
        if (reason.isBlank()) {
            throw new WorkspaceException(Message.of("The period {0} is reopened for no reason.", period),
                    Message.of("Maybe say why, for those who look at it later."));
        }
        database.write(handle -> {
            if (closed(handle, calendar, period).isEmpty()) {
                throw new WorkspaceException(
                        Message.of("The period {0} of the calendar {1} is not closed.", period, calendar),
                        Message.of("Maybe another one was meant."));
            }
            return insert(handle, calendar, period, false, reason.strip());
        });
    }

    private int insert(Handle handle, String calendar, String period, boolean isClosed, String reason) {
        return handle.execute(
                "INSERT INTO closings (calendar, period, closed, author, at, reason) VALUES (?, ?, ?, ?, ?, ?)",
                calendar, period, isClosed ? 1 : 0, author, clock.instant().toString(), reason);
    }

    /** How a period was closed; empty where it is open. */
    public Optional<Closing> closed(String calendar, String period) {
        return database.read(handle -> closed(handle, calendar, period));
    }

    /** How those periods were closed that are, the first first. */
    public List<Closing> current() {
        return database.read(handle -> handle
                .createQuery(
                        "SELECT number, calendar, period, 1, author, at, reason FROM closed_periods ORDER BY number")
                .map((row, _) -> closing(row)).list());
    }

    /** Every closing and reopening, the first first. */
    public List<Closing> all() {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM intact_closings ORDER BY number")
                .map((row, _) -> closing(row)).list());
    }

    /**
     * Makes sure that a period is open.
     *
     * @throws WorkspaceException
     *             where it is closed, saying by whom
     */
    public void refuseClosed(String calendar, String period) {
        database.read(handle -> {
            refuseClosed(handle, calendar, period);
            return true;
        });
    }

    static void refuseClosed(Handle handle, String calendar, String period) {
        closed(handle, calendar, period).ifPresent(closing -> {
            throw new WorkspaceException(Message.of("{0}: its results are final.", said(closing)),
                    Message.of("Maybe look at what would be paid without keeping it, or reopen the period first."));
        });
    }

    /** "The period 2026-03 of the calendar months was closed by ann on 2026-04-05". */
    static Message said(Closing closing) {
        return Message.of("The period {0} of the calendar {1} was closed by {2} on {3}", closing.period(),
                closing.calendar(), closing.author(), closing.at().toString().substring(0, 10));
    }

    private static Optional<Closing> closed(Handle handle, String calendar, String period) {
        return handle
                .createQuery("SELECT number, calendar, period, 1, author, at, reason FROM closed_periods "
                        + "WHERE calendar = :calendar AND period = :period")
                .bind("calendar", calendar).bind("period", period).map((row, _) -> closing(row)).findOne();
    }

    /** How a period of any calendar was closed that has this code; empty where all are open. */
    static Optional<Closing> closed(Handle handle, String period) {
        return handle
                .createQuery("SELECT number, calendar, period, 1, author, at, reason FROM closed_periods "
                        + "WHERE period = :period ORDER BY number")
                .bind("period", period).map((row, _) -> closing(row)).findFirst();
    }

    private static Closing closing(ResultSet row) throws SQLException {
        return new Closing(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getString(5),
                Instant.parse(row.getString(6)), row.getString(7));
    }
}

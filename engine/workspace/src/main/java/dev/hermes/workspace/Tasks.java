package dev.hermes.workspace;

import dev.hermes.model.Message;
import dev.hermes.workspace.Task.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/** What a workspace is to do, is doing and has done; the last thousand that are over are kept. Thread-safe. */
public final class Tasks {

    static final String COLUMNS = "number, kind, title, payload, after_tasks, author, queued_at, state, due_at, "
            + "attempts, changed_at, outcome";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final WorkspaceDatabase database;
    private final Clock clock;
    private final String author;
    private final TaskClaims claims;

    Tasks(WorkspaceDatabase database, Clock clock, String author, Supplier<Presence> presence) {
        this.database = database;
        this.clock = clock;
        this.author = author;
        claims = new TaskClaims(database, clock, presence);
    }

    /**
     * Queues a task that is due at once, or when others are done.
     *
     * @param kind
     *            a word that says who can do it
     * @param title
     *            what it does, for people
     * @param payload
     *            what it needs to know, as JSON
     * @param after
     *            the tasks that must be done before
     * @throws WorkspaceException
     *             where one of these is not there
     */
    public Task add(String kind, String title, String payload, Task... after) {
        List<Long> before = Stream.of(after).map(Task::number).toList();
        return database.write(handle -> {
            before.forEach(number -> required(handle, number));
            Instant now = clock.instant();
            long number = handle.createUpdate("""
                    INSERT INTO tasks (kind, title, payload, after_tasks, author, queued_at, state, due_at, attempts,
                                       changed_at, outcome)
                    VALUES (:kind, :title, :payload, :after, :author, :now, 'waiting', :due, 0, :now, '')""")
                    .bind("kind", kind).bind("title", title).bind("payload", payload)
                    .bind("after", JSON.writeValueAsString(before)).bind("author", author).bind("now", now.toString())
                    .bind("due", now.toEpochMilli())
                    .executeAndReturnGeneratedKeys("number").mapTo(long.class).one();
            return required(handle, number);
        });
    }

    /** The tasks for whoever does them. */
    public TaskClaims claims() {
        return claims;
    }

    /** All tasks, the first first. */
    public List<Task> all() {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM intact_tasks ORDER BY number")
                .map((row, _) -> task(row)).list());
    }

    /** The task with a number. */
    public Optional<Task> find(long number) {
        return database.read(handle -> find(handle, number));
    }

    /**
     * Has a task run again that was given up or cancelled, or run now that is to be tried later.
     *
     * @throws WorkspaceException
     *             where there is none with this number, it is running, or it is done
     */
    public Task again(long number) {
        return database.write(handle -> {
            Task task = required(handle, number);
            if (task.state() == State.RUNNING || task.state() == State.DONE) {
                throw new WorkspaceException(Message.of("The task {0} is {1}, so there is nothing to run again.",
                        number, task.state().word()), Message.of("Maybe queue a new one."));
            }
            set(handle, task, State.WAITING, "", 0);
            return required(handle, number);
        });
    }

    /**
     * Cancels a task, and those that wait for it. One that is running is asked to end, and takes no effect.
     *
     * @return all that were cancelled
     * @throws WorkspaceException
     *             where there is none with this number, or it is over
     */
    public List<Task> cancel(long number) {
        return database.write(handle -> {
            Task task = required(handle, number);
            if (task.state().isOver()) {
                throw new WorkspaceException(
                        Message.of("The task {0} is {1} and cannot be cancelled.", number, task.state().word()),
                        Message.of("Maybe another one was meant."));
            }
            List<Task> cancelled = new ArrayList<>();
            cancel(handle, task, "", cancelled);
            return cancelled;
        });
    }

    private void cancel(Handle handle, Task task, String outcome, List<Task> cancelled) {
        set(handle, task, State.CANCELLED, outcome, task.attempts());
        cancelled.add(required(handle, task.number()));
        List<Task> waiting = handle
                .createQuery("SELECT " + COLUMNS + " FROM intact_tasks WHERE state = 'waiting' "
                        + "AND :number IN (SELECT value FROM json_each(after_tasks)) ORDER BY number")
                .bind("number", task.number()).map((row, _) -> task(row)).list();
        for (Task next : waiting) {
            cancel(handle, next, "The task " + task.number() + ", for which it waited, was cancelled.", cancelled);
        }
    }

    /** The task was read as intact in the same transaction. */
    private void set(Handle handle, Task task, State state, String outcome, int attempts) {
        Instant now = clock.instant();
        handle.createUpdate("""
                UPDATE tasks SET state = :state, due_at = :due, attempts = :attempts, holder = NULL, claim = NULL,
                                 changed_at = :at, outcome = :outcome
                WHERE number = :number""")
                .bind("state", state.word()).bind("due", now.toEpochMilli()).bind("attempts", attempts)
                .bind("at", now.toString()).bind("outcome", outcome).bind("number", task.number()).execute();
    }

    static Task required(Handle handle, long number) {
        return find(handle, number)
                .orElseThrow(() -> new WorkspaceException(Message.of("There is no task {0}.", number),
                        Message.of("Maybe look at 'hermes tasks'; tasks that have been over for long are forgotten.")));
    }

    static Optional<Task> find(Handle handle, long number) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM intact_tasks WHERE number = :number")
                .bind("number", number).map((row, _) -> task(row)).findOne();
    }

    static Task task(ResultSet row) throws SQLException {
        return new Task(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                List.of(JSON.readValue(row.getString(5), Long[].class)), row.getString(6),
                Instant.parse(row.getString(7)),
                State.of(row.getString(8)), Instant.ofEpochMilli(row.getLong(9)), row.getInt(10),
                Instant.parse(row.getString(11)), row.getString(12));
    }
}

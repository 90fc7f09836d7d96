package dev.hermes.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace is to do again and again. On each occasion a task is queued; however many were missed while no program
 * looked, one. Thread-safe; where several programs look, one of them queues the task.
 */
public final class Schedules {

    private static final String COLUMNS = "name, kind, title, payload, recurrence, next_at, last_task";

    private final WorkspaceDatabase database;
    private final Clock clock;
    private final Tasks tasks;

    Schedules(WorkspaceDatabase database, Clock clock, Tasks tasks) {
        this.database = database;
        this.clock = clock;
        this.tasks = tasks;
    }

    /**
     * Has something done again and again, from the next occasion on, in the place of what had the name before.
     *
     * @param kind
     *            the kind of the tasks
     * @param title
     *            what they do, for people
     * @param payload
     *            what they need to know, as JSON
     */
    public Schedule set(String name, Recurrence recurrence, String kind, String title, String payload) {
        return database.write(handle -> {
            remove(name);
            Instant next = recurrence.next(clock.instant());
            handle.execute("INSERT INTO schedules (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, NULL)", name, kind, title,
                    payload, recurrence.text(), next.toEpochMilli());
            return new Schedule(name, kind, title, payload, recurrence, next, null);
        });
    }

    /** Ends it. Returns whether there was something to end; a task that is queued stays. */
    public boolean remove(String name) {
        return database.write(handle -> handle.execute("DELETE FROM schedules WHERE name = ?", name)) > 0;
    }

    /** All schedules, in the order of their names. */
    public List<Schedule> all() {
        return database.read(Schedules::all);
    }

    private static List<Schedule> all(Handle handle) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM intact_schedules ORDER BY name")
                .map((row, _) -> schedule(row)).list();
    }

    /**
     * Queues the tasks whose time has come, but none whose last one has not ended yet.
     *
     * @return what was queued
     */
    public List<Task> queueDue() {
        Instant now = clock.instant();
        if (all().stream().noneMatch(schedule -> mustMove(schedule, now))) {
            return List.of();
        }
        return database.write(handle -> all(handle).stream().filter(schedule -> mustMove(schedule, now))
                .map(schedule -> move(handle, schedule, now)).filter(Objects::nonNull).toList());
    }

    /** Also where it is later than the next time can be: the clock was wrong when it was set. */
    private static boolean mustMove(Schedule schedule, Instant now) {
        return !schedule.next().isAfter(now) || schedule.next().isAfter(schedule.recurrence().next(now));
    }

    private @Nullable Task move(Handle handle, Schedule schedule, Instant now) {
        Task task = schedule.next().isAfter(now) || isUnderWay(handle, schedule.lastTask())
                ? null
                : tasks.add(schedule.kind(), schedule.title(), schedule.payload());
        Long last = task == null ? schedule.lastTask() : Long.valueOf(task.number());
        handle.execute("UPDATE schedules SET next_at = ?, last_task = ? WHERE name = ?",
                schedule.recurrence().next(now).toEpochMilli(), last, schedule.name());
        return task;
    }

    private static boolean isUnderWay(Handle handle, @Nullable Long number) {
        return number != null && Tasks.find(handle, number).map(Task::state)
                .filter(state -> state == Task.State.WAITING || state == Task.State.RUNNING).isPresent();
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        long last = row.getLong(7);
        Long lastTask = row.wasNull() ? null : Long.valueOf(last);
        return new Schedule(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                Recurrence.parse(row.getString(5)), Instant.ofEpochMilli(row.getLong(6)), lastTask);
    }
}

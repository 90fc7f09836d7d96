package dev.hermes.workspace;

import dev.hermes.model.Message;
import dev.hermes.workspace.Task.Claim;
import dev.hermes.workspace.Task.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The tasks of a workspace for whoever does them. A task is done by the one who has claimed it, and its effect is there if
 * and only if it is done: both are one transaction. A claim ends with the program that has it, however that ends.
 * Thread-safe; several programs may do the tasks of one workspace.
 */
public final class TaskClaims {

    /** How many tasks are kept that are over. */
    static final int KEPT = 1000;

    private static final int LONGEST_OUTCOME = 4000;
    private static final String READY = """
            state = 'waiting' AND due_at <= :now AND NOT EXISTS (
                SELECT 1 FROM json_each(after_tasks) AS named
                WHERE (SELECT state FROM intact_tasks WHERE number = named.value) IS NOT 'done')""";
    /** A statement that changes a damaged row would give it the hash of what it must not be. */
    private static final String OWN = " WHERE number = :number AND claim = :claim AND require_intact(intact, 'tasks')";

    private final WorkspaceDatabase database;
    private final Clock clock;
    private final Supplier<Presence> presence;

    TaskClaims(WorkspaceDatabase database, Clock clock, Supplier<Presence> presence) {
        this.database = database;
        this.clock = clock;
        this.presence = presence;
    }

    /** The tasks of some kinds that can be begun now, those that have been due for longest first. */
    public List<Task> ready(Collection<String> kinds, int most) {
        return database.read(handle -> handle
                .createQuery("SELECT " + Tasks.COLUMNS + " FROM intact_tasks WHERE " + READY
                        + " AND kind IN (SELECT value FROM json_each(:kinds)) ORDER BY due_at, number LIMIT :most")
                .bind("now", clock.millis()).bind("kinds", RateRows.text(List.copyOf(kinds))).bind("most", most)
                .map((row, _) -> Tasks.task(row)).list());
    }

    /** Begins a task; empty where it cannot be begun, because somebody else has for one. */
    public Optional<Claim> claim(long number) {
        String token = UniqueName.next();
        return database.write(handle -> {
            int claimed = handle.createUpdate("""
                    UPDATE tasks SET state = 'running', attempts = attempts + 1, holder = :holder, claim = :claim,
                                     changed_at = :at
                    WHERE number = :number AND require_intact(intact, 'tasks') AND %s""".formatted(READY))
                    .bind("number", number).bind("holder", presence.get().name()).bind("claim", token)
                    .bind("at", clock.instant().toString()).bind("now", clock.millis()).execute();
            return claimed == 0 ? Optional.empty() : Optional.of(new Claim(Tasks.required(handle, number), token));
        });
    }

    /** Whether a claim still holds: the task was neither cancelled nor given to somebody else. */
    public boolean holds(Claim claim) {
        return database.read(handle -> holds(handle, claim));
    }

    private static boolean holds(Handle handle, Claim claim) {
        return handle.createQuery("SELECT 1 FROM intact_tasks WHERE number = :number AND claim = :claim")
                .bind("number", claim.task().number()).bind("claim", claim.token()).mapTo(int.class).findOne()
                .isPresent();
    }

    /**
     * Has a task take effect, and notes that it is done: both or, where the effect throws, neither.
     *
     * @param effect
     *            changes this workspace on the thread that it is called on, and returns what was done, in words. What it
     *            does elsewhere must bear to be repeated
     * @return whether that was done; false where the claim does not hold any more, and the effect was not called
     */
    public <X extends Exception> boolean complete(Claim claim, Workspace.Action<String, X> effect) throws X {
        return database.write(handle -> {
            if (!holds(handle, claim)) {
                return false;
            }
            String outcome = effect.run();
            if (!end(handle, claim, State.DONE, outcome)) {
                throw new IllegalStateException("The task " + claim.task().number() + " has given itself away.");
            }
            return true;
        });
    }

    /** Gives a task up. Returns whether the claim held. */
    public boolean fail(Claim claim, String reason) {
        return database.write(handle -> end(handle, claim, State.FAILED, reason));
    }

    private boolean end(Handle handle, Claim claim, State state, String outcome) {
        return change(handle, claim, "state = '" + state.word() + "', outcome = :outcome",
                update -> update.bind("outcome", shortened(outcome)));
    }

    /** Has a task tried again after some time. Returns whether the claim held. */
    public boolean retry(Claim claim, Duration delay, String reason) {
        return database.write(handle -> change(handle, claim, "state = 'waiting', due_at = :due, outcome = :outcome",
                update -> update.bind("due", clock.instant().plus(delay).toEpochMilli())
                        .bind("outcome", shortened(reason))));
    }

    /** Gives a task back as if it had not been begun. Returns whether the claim held. */
    public boolean release(Claim claim) {
        return database.write(handle -> change(handle, claim, "state = 'waiting', attempts = attempts - 1",
                update -> update));
    }

    /** Binds what a change needs besides the claim. */
    @FunctionalInterface
    private interface Binding {
        Update bind(Update update);
    }

    private boolean change(Handle handle, Claim claim, String what, Binding binding) {
        return binding
                .bind(handle.createUpdate(
                        "UPDATE tasks SET holder = NULL, claim = NULL, changed_at = :at, " + what + OWN))
                .bind("number", claim.task().number()).bind("claim", claim.token())
                .bind("at", clock.instant().toString()).execute() > 0;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_OUTCOME ? text : text.substring(0, LONGEST_OUTCOME) + " …";
    }

    /**
     * Has the tasks wait again that a program had begun which is gone, and forgets those that have been over for longest.
     *
     * @param mostAttempts
     *            tasks that have been begun so often are given up instead: it may be they that end programs
     */
    public void tidy(int mostAttempts) {
        List<String> gone = gone();
        boolean hasTooMany = database.read(handle -> handle
                .createQuery("SELECT count(*) FROM tasks WHERE state IN ('done', 'cancelled')").mapTo(int.class)
                .one()) > KEPT;
        if (!gone.isEmpty() || hasTooMany) {
            database.write(handle -> {
                gone.forEach(holder -> takeBack(handle, holder, mostAttempts));
                return forget(handle);
            });
        }
    }

    private List<String> gone() {
        List<String> holders = database.read(handle -> handle
                .createQuery("SELECT DISTINCT holder FROM intact_tasks WHERE state = 'running'").mapTo(String.class)
                .list());
        List<String> gone = new ArrayList<>();
        for (String holder : holders) {
            try {
                if (!presence.get().isPresent(holder)) {
                    gone.add(holder);
                }
            } catch (IOException e) {
                throw WorkspaceException.of(Message.of("It cannot be told whether a program is still at work"), e);
            }
        }
        return gone;
    }

    private void takeBack(Handle handle, String holder, int mostAttempts) {
        handle.createUpdate("""
                UPDATE tasks SET state = CASE WHEN attempts >= :most THEN 'failed' ELSE 'waiting' END, holder = NULL,
                                 claim = NULL, changed_at = :at, outcome = 'The program was ended while it ran.'
                WHERE state = 'running' AND holder = :holder AND require_intact(intact, 'tasks')""")
                .bind("most", mostAttempts).bind("at", clock.instant().toString()).bind("holder", holder).execute();
    }

    /** Whoever must wait for a task that is done finds it. */
    private static int forget(Handle handle) {
        return handle.createUpdate("""
                DELETE FROM tasks WHERE number IN (
                    SELECT number FROM tasks WHERE state IN ('done', 'cancelled')
                    ORDER BY changed_at DESC, number DESC LIMIT -1 OFFSET :kept)
                AND number NOT IN (
                    SELECT named.value FROM tasks AS later, json_each(later.after_tasks) AS named
                    WHERE later.state NOT IN ('done', 'cancelled'))""").bind("kept", KEPT).execute();
    }
}

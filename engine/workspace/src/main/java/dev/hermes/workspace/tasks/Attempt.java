package dev.hermes.workspace.tasks;

import dev.hermes.workspace.Task.Claim;
import dev.hermes.workspace.TaskClaims;
import dev.hermes.workspace.tasks.TaskHandler.Effect;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** One go at a task that was claimed. Of one thread. */
final class Attempt {

    private final TaskClaims claims;
    private final Claim claim;
    private final TaskHandler handler;
    private final TaskRun run;
    private final TaskRunner.Terms terms;

    Attempt(TaskClaims claims, Claim claim, TaskHandler handler, TaskRun run, TaskRunner.Terms terms) {
        this.claims = claims;
        this.claim = claim;
        this.handler = handler;
        this.run = run;
        this.terms = terms;
    }

    /**
     * Does the task.
     *
     * @return notes what came of it where it is not done; nothing happens where the task was taken away in the meantime
     */
    Runnable go() {
        try (Effect effect = handler.prepare(run)) {
            claims.complete(claim, effect::apply);
            return () -> {
            };
        } catch (CancellationException ended) {
            return run.isStopping() ? () -> claims.release(claim) : ending(ended);
        } catch (Throwable problem) {
            // Errors too: whatever one task does, the others are done.
            return ending(problem);
        }
    }

    private Runnable ending(Throwable problem) {
        Fault fault = Fault.of(problem);
        int failures = claim.task().attempts();
        if (!fault.isPassing() || terms.backoff().isUsedUp(failures)) {
            return () -> claims.fail(claim, fault.reason());
        }
        Duration delay = terms.delay(failures);
        return () -> claims.retry(claim, delay, fault.reason());
    }
}

package dev.hermes.workspace.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.model.Finding;
import dev.hermes.model.Message;
import dev.hermes.model.FindingsException;
import dev.hermes.workspace.Task;
import dev.hermes.workspace.Task.State;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the tasks of a workspace. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TaskRunnerTest {

    @TempDir
    Path folder;

    private final TurnedClock clock = new TurnedClock("2026-04-06T09:00:00Z");
    private Workspace workspace;
    private TaskFixture tasks;

    @BeforeEach
    void create() {
        Workspace.create(folder).close();
        workspace = Workspace.open(folder, clock);
        tasks = new TaskFixture(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aTaskThatIsDoneHasItsEffect() {
        Task task = tasks.add("save", "march");
        assertThat(task.state()).isEqualTo(State.WAITING);

        tasks.run();

        Task done = tasks.get(task);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.outcome()).isEqualTo("saved");
        assertThat(done.attempts()).isEqualTo(1);
        assertThat(tasks.effects()).containsExactly("march");
        tasks.run();
        assertThat(tasks.effects()).containsExactly("march");
    }

    @Test
    void aTaskWaitsForOthers() {
        CountDownLatch calcMayBeTried = new CountDownLatch(1);
        tasks.handler("slow", run -> {
            calcMayBeTried.await(10, TimeUnit.SECONDS);
            return tasks.save(run);
        });
        Task orders = tasks.add("slow", "orders");
        Task goals = tasks.add("save", "goals");
        Task calc = tasks.add("save", "calc", orders, goals);
        tasks.handler("other", run -> {
            calcMayBeTried.countDown();
            return tasks.save(run);
        });
        tasks.add("other", "other");

        tasks.run();

        assertThat(tasks.effects()).hasSize(4).endsWith("calc");
        assertThat(tasks.get(calc).after()).containsExactly(orders.number(), goals.number());
    }

    @Test
    void badInputIsNotTriedAgainAndSaysWhy() {
        tasks.handler("import", _ -> {
            throw new FindingsException(
                    List.of(Finding.error("orders.csv", "", null,
                            Message.verbatim("The amount is no number. Maybe mend it."))));
        });
        Task bad = tasks.add("import", "orders");
        Task calc = tasks.add("save", "calc", bad);

        tasks.run();

        assertThat(tasks.get(bad).state()).isEqualTo(State.FAILED);
        assertThat(tasks.get(bad).outcome()).isEqualTo("orders.csv: The amount is no number. Maybe mend it.");
        assertThat(tasks.get(bad).attempts()).isEqualTo(1);
        assertThat(tasks.get(calc).state()).isEqualTo(State.WAITING);

        // Mended.
        tasks.handler("import", run -> tasks.save(run));
        workspace.tasks().again(bad.number());
        tasks.run();
        assertThat(tasks.effects()).containsExactly("orders", "calc");
    }

    @Test
    void whatMayPassIsTriedAgainLaterAndLater() {
        tasks.handler("flaky", _ -> {
            throw new FileSystemException("orders.csv", null, "No space left on device");
        });
        Task flaky = tasks.add("flaky", "orders");
        List<Duration> delays = new ArrayList<>();
        for (int attempt = 1; attempt < 4; attempt++) {
            tasks.run();
            Task waiting = tasks.get(flaky);
            assertThat(waiting.state()).isEqualTo(State.WAITING);
            assertThat(waiting.attempts()).isEqualTo(attempt);
            assertThat(waiting.outcome()).contains("No space left on device");
            Duration delay = Duration.between(clock.instant(), waiting.due());
            delays.add(delay);
            clock.turn(delay.minusMillis(1));
            tasks.run();
            assertThat(tasks.get(flaky).attempts()).as("not yet due").isEqualTo(attempt);
            clock.turn(Duration.ofMillis(1));
        }
        tasks.run();

        assertThat(delays.get(0)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(delays.get(1)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(delays.get(2)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
        assertThat(tasks.get(flaky).state()).isEqualTo(State.FAILED);
        assertThat(tasks.get(flaky).attempts()).isEqualTo(4);

        tasks.handler("flaky", run -> tasks.save(run));
        assertThat(workspace.tasks().again(flaky.number()).attempts()).isZero();
        tasks.run();
        assertThat(tasks.effects()).containsExactly("orders");
    }

    @Test
    void anEffectThatFailsInTheMiddleIsNotThereByHalf() {
        AtomicInteger attempts = new AtomicInteger();
        tasks.handler("half", run -> () -> {
            TaskFixture.save(workspace, run.task().title());
            if (attempts.incrementAndGet() == 1) {
                throw new IOException("The disk is full.");
            }
            return "saved";
        });
        Task task = tasks.add("half", "march");

        tasks.run();
        assertThat(tasks.effects()).isEmpty();
        assertThat(tasks.get(task).state()).isEqualTo(State.WAITING);

        clock.turn(Duration.ofMinutes(1));
        tasks.run();
        assertThat(tasks.effects()).containsExactly("march");
    }

    @Test
    void anErrorEndsOneTaskAndNotTheOthers() {
        tasks.handler("deep", _ -> {
            throw new StackOverflowError();
        });
        Task deep = tasks.add("deep", "deep");
        tasks.handler("faulty", _ -> {
            throw new IllegalStateException("Nobody has thought of that.");
        });
        Task faulty = tasks.add("faulty", "faulty");
        tasks.add("save", "march");

        tasks.run();

        assertThat(tasks.get(deep).state()).isEqualTo(State.FAILED);
        assertThat(tasks.get(deep).outcome()).startsWith("A fault of the program: java.lang.StackOverflowError at ");
        assertThat(tasks.get(faulty).outcome()).contains("Nobody has thought of that.");
        assertThat(tasks.effects()).containsExactly("march");
    }

    @Test
    void anUnknownKindWaitsForAProgramThatKnowsIt() {
        Task unknown = tasks.add("publish", "march");
        IntStream.range(0, 50).forEach(number -> tasks.add("publish", "more " + number));
        tasks.add("save", "april");

        tasks.run();

        assertThat(tasks.get(unknown).state()).isEqualTo(State.WAITING);
        assertThat(tasks.effects()).containsExactly("april");
        tasks.handler("publish", run -> tasks.save(run));
        tasks.run();
        assertThat(tasks.effects()).hasSize(52);
    }

    @Test
    void manyShortTasksAreSharedByTheWorkers() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CyclicBarrier both = new CyclicBarrier(2);
        tasks.handler("short", run -> {
            if (threads.add(Thread.currentThread())) {
                both.await(10, TimeUnit.SECONDS);
            }
            return tasks.save(run);
        });
        List<String> names = workspace.together(() -> IntStream.range(0, 300).mapToObj(number -> "task " + number)
                .peek(name -> tasks.add("short", name)).toList());

        try (TaskRunner runner = tasks.runner()) {
            runner.run();
            assertThat(runner.steals()).isPositive();
        }

        assertThat(threads).hasSize(2);
        assertThat(tasks.effects()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void heavyTasksRunOneByOneBesideLightOnes() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch lightIsDone = new CountDownLatch(1);
        tasks.handler("calc", true, run -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            // Only beside it can the light one be done.
            assertThat(lightIsDone.await(10, TimeUnit.SECONDS)).isTrue();
            running.decrementAndGet();
            return tasks.save(run);
        });
        tasks.handler("light", run -> {
            lightIsDone.countDown();
            return tasks.save(run);
        });
        IntStream.range(0, 4).forEach(number -> tasks.add("calc", "calc " + number));
        tasks.add("light", "light");

        try (TaskRunner runner = tasks.runner(4)) {
            runner.run();
        }

        assertThat(most).hasValue(1);
        assertThat(tasks.effects()).hasSize(5);
    }

    @Test
    void aTaskNeverRunsWithinAnotherOne() {
        tasks.handler("parts", run -> () -> {
            TaskFixture.save(workspace, run.task().title());
            // As whoever waits for parts of its own may do: the worker takes all that is in its queue, tasks too.
            ForkJoinTask.helpQuiesce();
            throw new FindingsException(List.of(Finding.error("march", "", null, Message.verbatim("Taken back."))));
        });
        List<Task> parts = new ArrayList<>();
        workspace.together(() -> {
            for (int number = 0; number < 20; number++) {
                parts.add(tasks.add("parts", "parts " + number));
                tasks.add("save", "save " + number);
            }
            return parts;
        });

        try (TaskRunner runner = tasks.runner(1)) {
            runner.run();
        }

        assertThat(parts).allMatch(task -> tasks.get(task).state() == State.FAILED);
        assertThat(tasks.effects()).hasSize(20).allMatch(name -> name.startsWith("save"));
    }

    @Test
    void aRunningTaskThatIsCancelledHasNoEffect() {
        tasks.handler("long", run -> {
            workspace.tasks().cancel(run.task().number());
            while (!run.isCancelled()) {
                Thread.onSpinWait();
            }
            run.checkCancelled();
            return tasks.save(run);
        });
        tasks.handler("deaf", run -> {
            workspace.tasks().cancel(run.task().number());
            return tasks.save(run);
        });
        Task heard = tasks.add("long", "long");
        Task deaf = tasks.add("deaf", "deaf");
        Task after = tasks.add("save", "after", deaf);

        tasks.run();

        assertThat(List.of(tasks.get(heard).state(), tasks.get(deaf).state(), tasks.get(after).state()))
                .containsOnly(State.CANCELLED);
        assertThat(tasks.get(after).outcome())
                .isEqualTo("The task " + deaf.number() + ", for which it waited, was cancelled.");
        assertThat(tasks.effects()).isEmpty();
        assertThatThrownBy(() -> workspace.tasks().cancel(heard.number())).isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("is cancelled and cannot be cancelled");
    }

    @Test
    void whoeverIsClosedGivesItsTasksBackUncounted() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(2);
        tasks.handler("long", run -> {
            running.countDown();
            while (!run.isCancelled()) {
                Thread.onSpinWait();
            }
            run.checkCancelled();
            return tasks.save(run);
        });
        List<Task> all = List.of(tasks.add("long", "one"), tasks.add("long", "two"), tasks.add("long", "three"));
        TaskRunner runner = tasks.runner();
        runner.start();
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        runner.close();

        assertThat(all).extracting(task -> tasks.get(task).state()).containsOnly(State.WAITING);
        assertThat(all).extracting(task -> tasks.get(task).attempts()).containsOnly(0);
        tasks.handler("long", run -> tasks.save(run));
        tasks.run();
        assertThat(tasks.effects()).hasSize(3);
    }

    @Test
    void twoProgramsDoNoTaskTwice() {
        for (int number = 0; number < 60; number++) {
            tasks.add("save", "task " + number);
        }
        try (Workspace other = Workspace.open(folder, clock)) {
            TaskFixture others = new TaskFixture(other);
            Thread thread = Thread.ofPlatform().start(others::run);
            tasks.run();
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(tasks.effects()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void aTaskOfAProgramThatIsGoneIsTakenBackAtOnce() {
        Task task = tasks.add("save", "march");
        Workspace gone = Workspace.open(folder, clock);
        Task.Claim claim = gone.tasks().claims().claim(task.number()).orElseThrow();
        tasks.run();
        assertThat(tasks.get(task).state()).as("the other one is at it").isEqualTo(State.RUNNING);
        gone.close();

        tasks.run();

        assertThat(tasks.effects()).containsExactly("march");
        assertThat(tasks.get(task).attempts()).isEqualTo(2);
        // Whoever comes back has lost it.
        assertThat(workspace.tasks().claims().complete(claim, () -> {
            TaskFixture.save(workspace, "again");
            return "";
        })).isFalse();
        assertThat(workspace.tasks().claims().fail(claim, "late")).isFalse();
        assertThat(tasks.effects()).containsExactly("march");
    }

    @Test
    void aTaskThatEndsProgramsIsGivenUp() {
        Task task = tasks.add("save", "march");
        for (int attempt = 0; attempt < 4; attempt++) {
            try (Workspace gone = Workspace.open(folder, clock)) {
                gone.tasks().claims().tidy(TaskFixture.BACKOFF.attempts());
                assertThat(gone.tasks().claims().claim(task.number())).isPresent();
            }
        }

        tasks.run();

        assertThat(tasks.get(task).state()).isEqualTo(State.FAILED);
        assertThat(tasks.get(task).outcome()).isEqualTo("The program was ended while it ran.");
    }

    @Test
    void whatIsOverForLongestIsForgottenUnlessSomebodyWaitsForIt() {
        Task first = tasks.add("save", "first");
        Task waiting = tasks.add("unknown", "waiting", first);
        Task second = tasks.add("save", "second");
        tasks.run();
        clock.turn(Duration.ofDays(1));
        workspace.together(() -> {
            IntStream.range(0, 1000).forEach(number -> workspace.tasks().cancel(tasks.add("save", "x").number()));
            return 0;
        });
        tasks.run();

        assertThat(workspace.tasks().all()).hasSize(1002).contains(tasks.get(first), tasks.get(waiting))
                .noneMatch(task -> task.number() == second.number());
    }
}

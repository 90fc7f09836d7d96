package dev.hermes.app.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.window.Offscreen;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final Background background = Offscreen.call(Background::new);

    @BeforeAll
    static void start() {
        Offscreen.start();
    }

    private void tell(String what) {
        told.add(what);
    }

    /** Goes on until it is cancelled. */
    private static String endless(Job job) {
        while (true) {
            job.report(0, 1);
            Thread.onSpinWait();
        }
    }

    @Test
    void editsThatWaitAreMadeThoughEverythingIsClosedAndTheRestIsCancelled() {
        Offscreen.run(() -> {
            background.edit("first", _ -> {
                release.await();
                tell("first");
                return 1;
            }, _ -> tell("done"), _ -> tell("failed"));
            background.edit("second", _ -> {
                tell("second");
                return 2;
            }, _ -> tell("done"), _ -> tell("failed"));
            background.deliver("import", BackgroundTest::endless, _ -> tell("done"), _ -> tell("cancelled"));
            background.conclude("closing", _ -> {
                tell("closing");
                return 3;
            }, _ -> tell("done"), _ -> tell("failed"));
            background.end();
            background.edit("late", _ -> {
                tell("late");
                return 4;
            }, _ -> tell("done"), _ -> tell("failed"));
        });
        release.countDown();
        background.awaitEnd();
        Offscreen.calm(background);

        assertThat(told).filteredOn(what -> !what.equals("done") && !what.equals("cancelled"))
                .containsExactly("first", "second", "closing");
        assertThat(told).contains("cancelled").doesNotContain("failed");
    }

    @Test
    void whatIsCancelledSaysSoOnceAndEditsCannotBe() {
        Offscreen.run(() -> {
            Job working = background.run("work", BackgroundTest::endless, _ -> tell("done"),
                    problem -> tell(problem.getClass().getSimpleName()));
            Job editing = background.edit("edit", _ -> {
                release.await();
                return "edit";
            }, this::tell, _ -> tell("failed"));
            assertThat(background.jobs()).extracting(Job::isCancellable).containsExactly(true, false);
            background.jobs().forEach(Job::cancel);
            assertThat(working.isCancelled()).isTrue();
            assertThat(editing.isCancelled()).isFalse();
        });
        release.countDown();
        Offscreen.calm(background);

        assertThat(told).containsExactlyInAnyOrder(CancellationException.class.getSimpleName(), "edit");
        Offscreen.run(background::close);
    }

    @Test
    void editsDoNotWaitForDeliveriesButTheseForTheEditsBefore() {
        Offscreen.run(() -> {
            background.edit("before", _ -> "before", this::tell, _ -> tell("failed"));
            background.deliver("import", _ -> {
                release.await();
                return "import";
            }, this::tell, _ -> tell("failed"));
            background.edit("after", _ -> "after", edited -> {
                tell(edited);
                release.countDown();
            }, _ -> tell("failed"));
        });
        Offscreen.calm(background);

        assertThat(told).containsExactly("before", "after", "import");
        Offscreen.run(background::close);
    }
}

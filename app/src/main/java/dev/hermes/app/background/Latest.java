package dev.hermes.app.background;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work of which only the latest counts: what was begun before is cancelled, and its result dropped. */
public final class Latest {

    private final Background background;
    private @Nullable Job running;

    public Latest(Background background) {
        this.background = background;
    }

    /** As {@link Background#run}, instead of what is going on. */
    public <T> void run(String title, Background.Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        begin((latest, problem) -> background.run(title, task, latest, problem), done, failed);
    }

    /** As {@link Background#glance}, instead of what is going on. */
    public <T> void glance(Background.Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        begin((latest, problem) -> background.glance(task, latest, problem), done, failed);
    }

    private <T> void begin(BiFunction<Consumer<T>, Consumer<Throwable>, Job> begun, Consumer<T> done,
            Consumer<Throwable> failed) {
        cancel();
        Job[] own = new Job[1];
        own[0] = begun.apply(made -> {
            if (running == own[0]) {
                running = null;
                done.accept(made);
            }
        }, problem -> {
            if (running == own[0]) {
                running = null;
                failed.accept(problem);
            }
        });
        running = own[0];
    }

    /** Drops what is going on. */
    public void cancel() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }
}

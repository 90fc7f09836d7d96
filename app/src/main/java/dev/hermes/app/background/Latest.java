package dev.hermes.app.background;

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
        cancel();
        Job[] own = new Job[1];
        own[0] = background.run(title, task, made -> {
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

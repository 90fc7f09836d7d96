package dev.hermes.app.frame;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for, and is the same from then on. Of one thread. */
public final class Once<T> implements Supplier<T> {

    private final Supplier<T> making;
    private @Nullable T made;

    public Once(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public T get() {
        T now = made;
        if (now == null) {
            now = making.get();
            made = now;
        }
        return now;
    }
}

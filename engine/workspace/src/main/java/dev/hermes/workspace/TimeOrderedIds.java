package dev.hermes.workspace;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.UUIDClock;
import java.time.Clock;

/** UUIDs of version 7, which begin with the time: each is greater than those before. Thread-safe. */
final class TimeOrderedIds {

    private final NoArgGenerator generator;

    TimeOrderedIds(Clock clock) {
        generator = Generators.timeBasedEpochGenerator(null, new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
    }

    String next() {
        return generator.generate().toString();
    }
}

package dev.hermes.bench;

import dev.hermes.kernel.RunMonitor;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long the stages of a run took, from the first word of each to its last; all schemes are one stage. */
final class StageTimes implements RunMonitor {

    private record Span(long from, long to) {}

    private final Map<String, Span> spans = new LinkedHashMap<>();

    @Override
    public synchronized void progress(String stage, long done, long total) {
        long now = System.nanoTime();
        spans.merge(stage.startsWith("scheme ") ? "schemes" : stage, new Span(now, now),
                (known, _) -> new Span(known.from(), now));
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    /** Milliseconds of a stage; 0 where the run did not come to it. */
    synchronized double milliseconds(String stage) {
        Span span = spans.get(stage);
        return span == null ? 0 : (span.to() - span.from()) / 1e6;
    }
}

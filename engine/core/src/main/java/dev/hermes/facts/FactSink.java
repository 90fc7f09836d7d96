package dev.hermes.facts;

/** Takes the rows of a scan, a batch at a time, on one thread. */
@FunctionalInterface
public interface FactSink {

    void accept(FactBatch batch);
}

package dev.hermes.testkit.hostile;

/** Reads input that may be anything, and throws what is not to be thrown. */
@FunctionalInterface
public interface FuzzTarget {

    void read(byte[] input) throws Exception;
}

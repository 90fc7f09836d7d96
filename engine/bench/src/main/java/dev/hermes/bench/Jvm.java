package dev.hermes.bench;

/** How the virtual machines of the benchmarks are started. */
final class Jvm {

    /** What a month's run needs, with the database's memory beside it, stays below 2 GiB. */
    static final String HEAP = "-Xmx1g";

    /** The collector that Hermes is started with. */
    static final String COLLECTOR = "-XX:+UseParallelGC";

    static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

    private Jvm() {}
}

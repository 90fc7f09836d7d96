package dev.hermes.app.demo;

/** Is told how far the making of a demo has come. */
@FunctionalInterface
public interface ProgressListener {

    /** Is told nothing. */
    ProgressListener NONE = (stage, done, total) -> {
    };

    /**
     * Called now and then on the thread that makes the demo. Where it throws, no demo is made.
     *
     * @param stage
     *            what is being made, such as {@code facts}
     */
    void progress(String stage, long done, long total);
}

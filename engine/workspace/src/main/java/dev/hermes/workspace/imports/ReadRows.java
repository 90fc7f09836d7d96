package dev.hermes.workspace.imports;

/** Tells a listener again how many rows were read, while the next ones are waited for. Of one thread. */
final class ReadRows implements Runnable {

    private final ImportListener listener;
    private long rows;

    ReadRows(ImportListener listener) {
        this.listener = listener;
    }

    void add(long more) {
        rows += more;
    }

    @Override
    public void run() {
        listener.read(rows);
    }
}

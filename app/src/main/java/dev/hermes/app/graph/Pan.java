package dev.hermes.app.graph;

/** Moves the camera. */
final class Pan implements Gesture {

    private final Board board;
    private final Camera before;
    private final Pointer start;

    Pan(Board board, Pointer start) {
        this.board = board;
        this.start = start;
        before = board.camera();
    }

    @Override
    public void drag(Pointer pointer) {
        board.look(before.panned(pointer.x() - start.x(), pointer.y() - start.y()));
    }

    @Override
    public void release(Pointer pointer) {
        drag(pointer);
    }

    @Override
    public void cancel() {
        board.look(before);
    }
}

package dev.hermes.workspace.cache;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where a value is read from, which may be damaged; the same text is one object. Of one thread. */
final class Source {

    /** More of anything is in no value that is kept. */
    private static final int MOST = 1 << 24;
    /** Deeper than any value is. */
    private static final int DEEPEST = 200;

    private final DataInput in;
    private final List<String> known = new ArrayList<>();
    private int depth;

    Source(DataInput in) {
        this.in = in;
    }

    DataInput in() {
        return in;
    }

    String text() throws IOException {
        int number = in.readInt();
        if (number < 0 || number > known.size()) {
            throw new IOException("There is no text " + number + ".");
        }
        if (number == known.size()) {
            char[] chars = new char[size()];
            for (int i = 0; i < chars.length; i++) {
                chars[i] = in.readChar();
            }
            known.add(new String(chars));
        }
        return known.get(number);
    }

    /** How many follow. */
    int size() throws IOException {
        int size = in.readInt();
        if (size < 0 || size > MOST) {
            throw new IOException("Nothing has the size " + size + ".");
        }
        return size;
    }

    void enter() throws IOException {
        if (++depth > DEEPEST) {
            throw new IOException("Nothing is that deep.");
        }
    }

    void leave() {
        depth--;
    }
}

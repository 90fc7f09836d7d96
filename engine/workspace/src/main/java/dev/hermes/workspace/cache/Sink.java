package dev.hermes.workspace.cache;

import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Where a value is written to; a text that comes again is written as its number. Of one thread. */
final class Sink {

    private final DataOutput out;
    private final Map<String, Integer> known = new HashMap<>();

    Sink(DataOutput out) {
        this.out = out;
    }

    DataOutput out() {
        return out;
    }

    void text(String text) throws IOException {
        Integer number = known.get(text);
        if (number != null) {
            out.writeInt(number);
            return;
        }
        out.writeInt(known.size());
        known.put(text, known.size());
        // writeUTF takes 65,535 bytes at most.
        out.writeInt(text.length());
        out.writeChars(text);
    }
}

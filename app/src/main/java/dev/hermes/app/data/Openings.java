package dev.hermes.app.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The sources that a user has opened or drafted. Of the screen's thread. */
final class Openings {

    /** What is no document yet, until the program ends. */
    private final SequencedMap<String, Source> opened = new LinkedHashMap<>();
    /** What became a document of the workspace, as it was before. */
    private final SequencedMap<String, Source> kept = new LinkedHashMap<>();

    Inventory.Known known() {
        return new Inventory.Known(List.copyOf(opened.values()), List.copyOf(kept.values()));
    }

    void add(Collection<Source> sources) {
        sources.forEach(one -> opened.put(one.code(), one));
    }

    /** A source is about to become a document; false where it is on the way already, or is one. */
    boolean beginKeeping(Source of) {
        boolean isOpened = opened.remove(of.code()) != null;
        if (isOpened) {
            kept.put(of.code(), of);
        }
        return isOpened;
    }

    /** A source has become no document. */
    void endKeeping(Source of) {
        kept.remove(of.code());
        opened.put(of.code(), of);
    }

    /** Another workspace is next, with other documents. */
    void leave() {
        kept.clear();
    }
}

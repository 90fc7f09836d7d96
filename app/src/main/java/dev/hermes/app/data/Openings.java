package dev.hermes.app.data;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The sources that a user has opened or drafted, for each workspace those that are its own. Of the screen's thread. */
final class Openings {

    /** What is no document yet, by the folder of the workspace, until the program ends. */
    private final Map<Path, SequencedMap<String, Source>> everywhere = new HashMap<>();
    private SequencedMap<String, Source> opened = new LinkedHashMap<>();
    /** What became a document of the workspace, as it was before. */
    private final SequencedMap<String, Source> kept = new LinkedHashMap<>();

    /** What was opened in another workspace before stays there. */
    void enter(Path workspace) {
        kept.clear();
        opened = everywhere.computeIfAbsent(workspace.toAbsolutePath().normalize(), _ -> new LinkedHashMap<>());
    }

    Inventory.Known known() {
        return new Inventory.Known(List.copyOf(opened.values()), List.copyOf(kept.values()));
    }

    /** Whether a source stands in the place of a document with its code. */
    boolean isOpened(String code) {
        return opened.containsKey(code);
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
}

package dev.hermes.workspace.imports;

/** Judges by the first thousands whether it pays to keep what may come again: at least half must. Of one thread. */
final class Trial {

    private static final int LENGTH = 4_096;

    private int asked;
    private int found;
    private boolean pays = true;

    boolean pays() {
        return pays;
    }

    /** @param again whether it was kept when it was looked for */
    void count(boolean again) {
        if (asked < LENGTH) {
            asked++;
            found += again ? 1 : 0;
            pays = asked < LENGTH || found >= LENGTH / 2;
        }
    }
}

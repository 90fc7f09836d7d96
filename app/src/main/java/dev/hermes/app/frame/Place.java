package dev.hermes.app.frame;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** A screen that the rail leads to. */
public enum Place {

    INDICATORS("place.indicators", BootstrapIcons.DIAGRAM_3), DATA("place.data", BootstrapIcons.HDD_STACK),
    ORGANISATION("place.organisation", BootstrapIcons.PEOPLE);

    private final String key;
    private final Ikon icon;

    Place(String key, Ikon icon) {
        this.key = key;
        this.icon = icon;
    }

    /** The key of its name. */
    public String key() {
        return key;
    }

    public Ikon icon() {
        return icon;
    }
}

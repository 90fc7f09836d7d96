package dev.hermes.app.graph;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** The card that has the keyboard, for screen readers: on the canvas there are only pixels. */
final class Spoken extends Region {

    Spoken() {
        setManaged(false);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
    }

    /** Says a card, which lies where it does. */
    void say(String role, String text, double x, double y, double width, double height) {
        setAccessibleRoleDescription(role);
        setAccessibleText(text);
        resizeRelocate(x, y, width, height);
    }
}

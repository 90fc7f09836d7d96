package dev.hermes.app.graph;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** The colours and the type of a canvas, as style sheets set them: its colour properties and {@code -fx-font}. */
final class GraphColours {

    private static final Map<ColourRole, CssMetaData<GraphCanvas, Color>> COLOURS = new EnumMap<>(ColourRole.class);
    private static final CssMetaData<GraphCanvas, Font> FONT = new FontCssMetaData<>("-fx-font", Font.getDefault()) {

        @Override
        public boolean isSettable(GraphCanvas canvas) {
            return !canvas.colours().font.isBound();
        }

        @Override
        public StyleableProperty<Font> getStyleableProperty(GraphCanvas canvas) {
            return canvas.colours().font;
        }
    };

    static final List<CssMetaData<? extends Styleable, ?>> META_DATA;

    static {
        for (ColourRole role : ColourRole.values()) {
            COLOURS.put(role, new ColourMetaData(role));
        }
        META_DATA = Stream.concat(Region.getClassCssMetaData().stream(),
                Stream.concat(COLOURS.values().stream(), Stream.of(FONT))).toList();
    }

    private final Runnable changed;
    private final Map<ColourRole, StyleableObjectProperty<Color>> colours = new EnumMap<>(ColourRole.class);
    private final StyleableObjectProperty<Font> font;
    private Palette palette;
    private Type type;
    private final List<Runnable> listeners = new ArrayList<>();

    /** Two weights of one family. */
    record Type(Typeface regular, Typeface bold) {}

    private static final class ColourMetaData extends CssMetaData<GraphCanvas, Color> {

        private final ColourRole role;

        ColourMetaData(ColourRole role) {
            super(role.property(), StyleConverter.getColorConverter(), role.light());
            this.role = role;
        }

        @Override
        public boolean isSettable(GraphCanvas canvas) {
            return !canvas.colours().property(role).isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(GraphCanvas canvas) {
            return canvas.colours().property(role);
        }
    }

    /** @param changed told when a colour or the type is another */
    GraphColours(GraphCanvas canvas, Runnable changed) {
        this.changed = changed;
        for (ColourRole role : ColourRole.values()) {
            StyleableObjectProperty<Color> property = new SimpleStyleableObjectProperty<>(COLOURS.get(role), canvas,
                    role.property(), role.light());
            property.addListener((_, _, _) -> recolour());
            colours.put(role, property);
        }
        font = new SimpleStyleableObjectProperty<>(FONT, canvas, "font", Font.getDefault());
        font.addListener((_, _, _) -> retype());
        palette = new Palette(this::get);
        type = typeOf(font.get());
    }

    StyleableObjectProperty<Color> property(ColourRole role) {
        StyleableObjectProperty<Color> property = colours.get(role);
        if (property == null) {
            throw new IllegalStateException("The role (%s) must have a property.".formatted(role));
        }
        return property;
    }

    Color get(ColourRole role) {
        Color colour = property(role).get();
        return colour == null ? role.light() : colour;
    }

    Palette palette() {
        return palette;
    }

    Type type() {
        return type;
    }

    /** Adds someone who paints with these colours too. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    private void recolour() {
        palette = new Palette(this::get);
        tell();
    }

    private void retype() {
        Font now = font.get();
        if (now != null && !now.getFamily().equals(type.regular().size(12).getFamily())) {
            type = typeOf(now);
            tell();
        }
    }

    private void tell() {
        changed.run();
        listeners.forEach(Runnable::run);
    }

    private static Type typeOf(Font font) {
        String family = font.getFamily();
        String regular = Font.font(family, FontWeight.NORMAL, font.getSize()).getName();
        String strong = Font.font(family, FontWeight.SEMI_BOLD, font.getSize()).getName();
        // A family without a semi-bold weight gives its regular one.
        FontWeight weight = strong.equals(regular) ? FontWeight.BOLD : FontWeight.SEMI_BOLD;
        return new Type(new Typeface(family, FontWeight.NORMAL), new Typeface(family, weight));
    }
}

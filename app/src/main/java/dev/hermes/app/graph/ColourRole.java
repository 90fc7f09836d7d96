package dev.hermes.app.graph;

import javafx.scene.paint.Color;

/** What a colour of the canvas is for, with its property in style sheets and its value in a light theme. */
enum ColourRole {
    BACKGROUND("-hermes-graph-background", "#f4f5f8"),
    GRID("-hermes-graph-grid", "#d8dde5"),
    CARD("-hermes-graph-card", "#ffffff"),
    LINE("-hermes-graph-line", "#e2e6ec"),
    TEXT("-hermes-graph-text", "#18202b"),
    SOFT("-hermes-graph-soft", "#5b6778"),
    FAINT("-hermes-graph-faint", "#8d98a8"),
    ACCENT("-hermes-graph-accent", "#3452e1"),
    ACCENT_SOFT("-hermes-graph-accent-soft", "#e8ecff"),
    BAD("-hermes-graph-bad", "#c0392b"),
    ON_BAD("-hermes-graph-on-bad", "#ffffff"),
    SHADOW("-hermes-graph-shadow", "rgba(16, 24, 40, 0.08)"),
    BASE("-hermes-graph-base", "#2f7fc1"),
    COMPOSITE("-hermes-graph-composite", "#7454d1"),
    SUBJECTIVE("-hermes-graph-subjective", "#b7720a"),
    PARAMETER("-hermes-graph-parameter", "#0d857a"),
    SCHEME("-hermes-graph-scheme", "#660018");

    private final String property;
    private final Color light;

    ColourRole(String property, String light) {
        this.property = property;
        this.light = Color.web(light);
    }

    String property() {
        return property;
    }

    Color light() {
        return light;
    }

    static ColourRole of(NodeKind kind) {
        return switch (kind) {
            case BASE -> BASE;
            case COMPOSITE -> COMPOSITE;
            case SUBJECTIVE -> SUBJECTIVE;
            case PARAMETER -> PARAMETER;
            case SCHEME -> SCHEME;
            case MISSING -> BAD;
        };
    }
}

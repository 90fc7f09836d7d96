package dev.hermes.app.organisation;

import dev.hermes.app.frame.Words;
import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.language.Texts;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.OrganisationRow;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** An organisation on the day: who leads it, where it lies, with which attributes, and what it was before. */
final class UnitSections {

    private final OrganisationModel model;
    private final Texts texts;
    private final Sections sections;

    UnitSections(OrganisationModel model, Sections sections) {
        this.model = model;
        this.sections = sections;
        texts = model.texts();
    }

    List<Node> of(Structure now, String code) {
        OrganisationNode node = now.node(code).orElse(null);
        List<Node> shown = new ArrayList<>();
        shown.add(sections.heading(now.organisation(code), "unit-name", code));
        if (node == null) {
            shown.add(EmptyState.line(texts.text("organisation.notThere")));
        } else {
            shown.add(lines(now, node));
            shown.addAll(sections.attributes(now.attributes(code)));
        }
        List<OrganisationRow> rows = now.people().organisations(code);
        if (!rows.isEmpty()) {
            Timeline timeline = new Timeline(now.day(), sections);
            timeline.setId("unit-history");
            rows.forEach(row -> timeline.add(row.name(), beside(now, row), row.from(), row.to(), true));
            shown.add(sections.section("organisation.unitHistory", timeline.view()));
        }
        List<LeaderRow> leaders = now.people().leaders(code);
        if (!leaders.isEmpty()) {
            Timeline timeline = new Timeline(now.day(), sections);
            timeline.setId("leader-history");
            leaders.forEach(row -> timeline.add(name(now, row), "", row.from(), row.to(), true));
            shown.add(sections.section("organisation.leaders", timeline.view()));
        }
        return shown;
    }

    private static String beside(Structure now, OrganisationRow row) {
        String parent = row.parent() == null ? "" : now.organisation(row.parent());
        return row.level().isEmpty() || parent.isEmpty() ? row.level() + parent : row.level() + " · " + parent;
    }

    private static String name(Structure now, LeaderRow leader) {
        int end = leader.head().indexOf('_');
        return now.people().name(end < 0 ? leader.head() : leader.head().substring(0, end));
    }

    private Node lines(Structure now, OrganisationNode node) {
        VBox lines = new VBox();
        List<OrganisationNode> path = now.path(node.code());
        if (path.size() > 1) {
            OrganisationNode parent = path.get(path.size() - 2);
            lines.getChildren().add(sections.line(texts.get("organisation.parent"), sections.link(parent.name(),
                    "unit-parent", () -> model.choose(new Part.Unit(parent.code(), null)))));
        }
        if (!node.level().isEmpty()) {
            lines.getChildren().add(sections.line(texts.get("organisation.level"), node.level()));
        }
        LeaderRow leader = now.leader(node.code());
        lines.getChildren().add(sections.line(texts.get("organisation.leader"),
                leader == null ? sections.nobody() : leader(now, leader)));
        lines.getChildren().add(sections.line(texts.get("organisation.here"),
                texts.get("organisation.ownOfAll", node.own(), node.all())));
        return lines;
    }

    private Node leader(Structure now, LeaderRow leader) {
        return now.head(leader)
                .<Node>map(head -> sections.link(head.name(), "unit-leader", () -> model.reveal(head.key())))
                .orElseGet(() -> Words.label(name(now, leader), "strong"));
    }
}

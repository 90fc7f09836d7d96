package dev.hermes.app.organisation;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Somebody on the day: between whom, with which attributes, and where before and after. */
final class PersonSections {

    private final OrganisationModel model;
    private final Texts texts;
    private final Sections sections;

    PersonSections(OrganisationModel model, Sections sections) {
        this.model = model;
        this.sections = sections;
        texts = model.texts();
    }

    List<Node> of(Structure now, AssignmentKey key) {
        Holder holder = now.holder(key).orElse(null);
        List<Node> shown = new ArrayList<>();
        shown.add(sections.heading(now.people().name(key.person()), "person-name", key.toString()));
        if (holder == null) {
            shown.add(EmptyState.line(texts.text("organisation.notHeld")));
        } else {
            List<Holder> superiors = now.superiors(key);
            if (superiors.size() > 1) {
                shown.add(chain(superiors));
            }
            shown.add(place(now, holder));
            shown.addAll(sections.attributes(now.attributes(key)));
        }
        shown.add(sections.section("organisation.history", history(now, key)));
        return shown;
    }

    /** Everybody above, from the top down. */
    private Node chain(List<Holder> superiors) {
        FlowPane chain = new FlowPane(4, 2);
        chain.setId("superiors");
        for (Holder above : superiors) {
            HBox step = new HBox(4, sections.link(above.name(), "superior-" + above.key(),
                    () -> model.reveal(above.key())));
            if (!above.equals(superiors.getLast())) {
                step.getChildren().add(Words.label("›", "faint"));
            }
            step.setAlignment(Pos.CENTER_LEFT);
            chain.getChildren().add(step);
        }
        return sections.section("organisation.chain", chain);
    }

    private Node place(Structure now, Holder holder) {
        VBox lines = new VBox();
        lines.getChildren().add(sections.line(texts.get("organisation.position"), holder.key().position()));
        lines.getChildren().add(sections.line(texts.get("organisation.unit"), sections.link(holder.unit(), "unit",
                () -> model.choose(new Part.Unit(holder.key().organisation(), null)))));
        now.node(holder.key().organisation()).filter(node -> !node.level().isEmpty()).ifPresent(
                node -> lines.getChildren().add(sections.line(texts.get("organisation.level"), node.level())));
        AssignmentKey above = holder.superior();
        lines.getChildren().add(sections.line(texts.get("organisation.superior"), above == null
                ? sections.nobody()
                : sections.link(holder.above(), "superior", () -> model.reveal(above))));
        lines.getChildren().add(sections.line(texts.get("organisation.subordinates"),
                holder.all() == 0 ? sections.nobody() : subordinates(holder)));
        return lines;
    }

    private Node subordinates(Holder holder) {
        HBox both = new HBox(10,
                sections.link(texts.get("organisation.directCount", holder.direct()), "open-direct",
                        () -> model.choose(new Part.Below(holder.key(), false))),
                sections.link(texts.get("organisation.allCount", holder.all()), "open-all",
                        () -> model.choose(new Part.Below(holder.key(), true))));
        both.setAlignment(Pos.CENTER_RIGHT);
        return both;
    }

    private Node history(Structure now, AssignmentKey key) {
        Timeline timeline = new Timeline(now.day(), sections);
        timeline.setId("person-history");
        for (AssignmentRow row : now.history(key.person())) {
            timeline.add(row.key().position(), now.organisation(row.key().organisation()), row.from(), row.to(),
                    row.key().equals(key));
        }
        return timeline.view();
    }
}

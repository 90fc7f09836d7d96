package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.graph.GraphPositions;
import dev.hermes.app.graph.NodeKind;
import dev.hermes.model.Indicator;
import dev.hermes.model.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class IndicatorsModelTest extends IndicatorsFixture {

    @Test
    void parametersAndSchemesHaveCardsWithWhatTheyPay() throws IOException {
        enter();

        assertThat(problems()).isEmpty();
        assertThat(seen(() -> model.graph().get().nodes())).extracting(GraphNode::id, GraphNode::kind)
                .extracting(Object::toString).containsExactly("(\"judged\", SUBJECTIVE)", "(\"sold\", BASE)",
                        "(\"twice\", COMPOSITE)", "(\"p-bonus\", PARAMETER)", "(\"s-monthly\", SCHEME)");
        assertThat(card("sold").value()).as("the median: a person may hold several assignments").isEqualTo("80");
        assertThat(card("p-bonus").value()).isEqualTo("56");
        assertThat(card("s-monthly").value()).isEqualTo("56");
        assertThat(seen(() -> model.graph().get().downstream("sold"))).containsExactlyInAnyOrder("twice", "p-bonus",
                "s-monthly");
        assertThat(seen(() -> model.graph().get().outgoing("judged"))).extracting(GraphEdge::to)
                .containsExactly("s-monthly");
    }

    @Test
    void whatIsRemovedAndStillReadIsMissedWhereverItIs() throws IOException {
        enter();
        after(() -> model.edits().remove(Set.of("twice")));

        assertThat(toasts()).containsExactly("1 removed, but still read by 1 parameter");
        assertThat(card("twice").kind()).isEqualTo(NodeKind.MISSING);
        assertThat(seen(() -> model.graph().get().incoming("p-bonus"))).extracting(GraphEdge::from)
                .containsExactly("twice");
        assertThat(card("p-bonus").problem()).contains("twice");
        assertThat(card("s-monthly").problem()).contains("bonus");
        assertThat(seen(() -> model.now().flaws().all())).extracting(Flaw::card).containsExactly("p-bonus",
                "s-monthly");
        assertThat(card("s-monthly").value()).isEqualTo("–");
        assertThat(seen(() -> model.figures().payouts().get().freshness().reason().text())).contains("No scheme holds");

        after(() -> Objects.requireNonNull(frame.toasts().getFirst().undo()).run());
        assertThat(card("p-bonus").problem()).isNull();
        assertThat(card("p-bonus").value()).isEqualTo("56");
    }

    @Test
    void figuresAreMarkedFromTheEditUntilTheyAreThere() throws IOException {
        enter();
        List<String> seen = new ArrayList<>();
        after(() -> {
            model.graph().addListener((_, _, graph) -> {
                GraphNode twice = graph.node("twice").orElseThrow();
                seen.add(twice.subtitle().replace(" · median", "") + " " + twice.value()
                        + (twice.faded() ? " old" : ""));
            });
            change("twice", "sold * 3");
        });

        assertThat(seen).contains("= sold * 3 160 old").last().isEqualTo("= sold * 3 240");
        assertThat(seen).doesNotContain("= sold * 3 160", "= sold * 2 240");
    }

    private void change(String code, String formula) {
        Indicator of = model.now().library().indicator(code).orElseThrow();
        model.edits().change(of, now -> Formulation.withFormula(now, formula));
    }

    @Test
    void figuresOfAnotherPeriodAreNotShownWhereThereAreNone() throws IOException {
        enter();
        look("1800-01");

        Figures figures = seen(() -> model.figures().latest().get());
        assertThat(figures.byIndicator().values()).allSatisfy(
                summary -> assertThat(summary.actual().size()).isZero());
        assertThat(card("sold").value()).isIn("", "–");
    }

    @Test
    void whatIsCancelledIsNotShownAsIfItWereSo() throws IOException {
        enter();
        after(() -> {
            model.figures().calculate();
            frame.background().jobs().forEach(job -> job.cancel());
        });

        assertThat(seen(() -> model.figures().latest().get().freshness().reason().text()))
                .isEqualTo("It was cancelled.");
        assertThat(card("sold").value()).isEqualTo("–");
        after(() -> model.figures().calculate());
        assertThat(card("sold").value()).isEqualTo("80");
    }

    @Test
    void whyThereAreNoValuesIsSaid() throws IOException {
        enter();
        after(() -> change("twice", "sold * nobody"));
        after(() -> model.selected().set("twice"));

        ValuesModel values = seen(() -> new ValuesModel(model));
        assertThat(seen(values::reason)).isNotEmpty().isEqualTo(
                seen(() -> model.figures().latest().get().left().getOrDefault("twice", Message.EMPTY).text()));
    }

    @Test
    void aCardThatIsMovedChangesNoFigure() throws IOException {
        enter();
        Figures before = seen(() -> model.figures().latest().get());
        after(() -> model.edits().move(GraphPositions.of(Map.of("sold", new Point2D(400, 300)))));

        assertThat(seen(() -> model.figures().latest().get())).isSameAs(before);
        assertThat(seen(() -> model.positions().get().get("sold"))).isEqualTo(new Point2D(400, 300));
    }

    @Test
    void cardsShowTheValuesOfWhoIsChosen() throws IOException {
        enter();
        after(() -> model.figures().person().set("1_rep_N"));
        assertThat(card("sold").value()).isEqualTo("120");
        assertThat(card("p-bonus").value()).isEqualTo("24");
        assertThat(seen(() -> model.figures().nameOfPerson())).contains("Ann");

        after(() -> model.figures().person().set("4_rep_N"));
        assertThat(card("sold").value()).isEqualTo("–");

        after(() -> model.figures().person().set(null));
        assertThat(card("sold").value()).isEqualTo("80");
    }

    @Test
    void aCodeIsChangedEverywhereAndBackInOneStep() throws IOException {
        enter();
        after(() -> model.selected().set("twice"));
        List<Throwable> failures = new ArrayList<>();
        after(() -> model.edits().rename(model.chosen().orElseThrow(), "doubled", () -> {
        }, failures::add));

        assertThat(failures).isEmpty();
        assertThat(seen(() -> model.selected().get())).isEqualTo("doubled");
        assertThat(seen(() -> model.now().flaws().all())).isEmpty();
        assertThat(card("p-bonus").value()).isEqualTo("56");
        assertThat(seen(() -> model.graph().get().outgoing("doubled"))).extracting(GraphEdge::to)
                .containsExactly("p-bonus");

        after(frame.steps()::undo);
        assertThat(seen(() -> model.graph().get().outgoing("twice"))).extracting(GraphEdge::to)
                .containsExactly("p-bonus");
        assertThat(seen(() -> model.graph().get().contains("doubled"))).isFalse();
    }

    @Test
    void nothingIsThereInTheBeginning() {
        show();

        assertThat(seen(() -> model.graph().get().nodes())).isEmpty();
        assertThat(seen(() -> model.now().flaws().all())).isEmpty();
        after(() -> model.edits().add(Formulation.Kind.COMPOSITE));
        ValuesModel values = seen(() -> new ValuesModel(model));
        assertThat(seen(values::reason)).contains("No calendar");
    }
}

package dev.hermes.app.indicators;

import dev.hermes.app.formula.FormulaField;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.MembersWithoutValue;
import dev.hermes.model.Scope;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What an indicator is, and how it is changed. */
final class IndicatorForm {

    private final IndicatorsModel model;
    private final Texts texts;
    private final CardSections sections;
    private final SampleLines samples;
    private final VBox problems = new VBox(6);
    private final VBox rest = new VBox();
    /** The indicator that the lines are of, with all that decides which lines there are. */
    private List<Object> shape = List.of();
    private @Nullable Lines lines;

    IndicatorForm(IndicatorsModel model) {
        this.model = model;
        texts = model.texts();
        sections = new CardSections(model);
        samples = new SampleLines(model);
        rest.getStyleClass().add("sections");
    }

    /** Another card is looked at, or none. */
    void forget() {
        shape = List.of();
        lines = null;
    }

    /** Shows an indicator as it is now in a panel; what somebody writes there goes on where lines change. */
    void show(Indicator indicator, Pane panel) {
        List<Object> now = shape(indicator);
        Lines shown = lines;
        if (shown == null || !shape.equals(now)) {
            boolean isSame = !shape.isEmpty() && shape.getFirst().equals(indicator.code());
            Writing writing = isSame ? Writing.in(panel) : Writing.NOWHERE;
            if (isSame && shown != null) {
                shown.retire();
            }
            shape = now;
            shown = build(indicator, panel);
            lines = shown;
            shown.show(indicator);
            writing.goOn(panel);
        } else {
            shown.show(indicator);
        }
        problems.getChildren().setAll(sections.problems(indicator.code()));
        Words.shown(problems, !problems.getChildren().isEmpty());
        rest.getChildren().setAll(sections.usedBy(indicator.code()));
        sections.distribution(indicator).ifPresent(rest.getChildren()::add);
    }

    /** What decides which lines there are. */
    private List<Object> shape(Indicator indicator) {
        Stream<Object> sources = Stream.of(Series.values()).flatMap(series -> {
            SeriesSource source = indicator.source(series);
            return source instanceof SeriesSource.Facts facts
                    ? Stream.of(facts.dataset(), facts.aggregate())
                    : Stream.of(Origin.of(source));
        });
        return Stream.concat(Stream.of(indicator.code(), texts.wording().get(), indicator.scope().isOwn()), sources)
                .toList();
    }

    private Lines build(Indicator indicator, Pane panel) {
        Lines made = new Lines(model, indicator);
        Node head = head(made, indicator);
        made.choice("inspector.kind", "indicator-kind", () -> List.of(Formulation.Kind.values()),
                kind -> texts.get("add." + kind.name().toLowerCase(Locale.ROOT)), Formulation::kind,
                (now, kind) -> Formulation.ofKind(now, kind, model.now().library()));
        if (indicator.actual() instanceof SeriesSource.Composite) {
            FormulaField formula = made.formula("inspector.formula", "formula", () -> model.now().words(),
                    now -> Type.number(now.unit()), IndicatorForm::formula, Formulation::withFormula);
            samples.follow(indicator.code(), formula.text());
            made.add(samples.view());
            made.flag("inspector.eachDay", "each-day", Indicator::eachDay, Formulation::withEachDay);
        }
        made.text("inspector.unit", "indicator-unit", now -> now.unit().toString(),
                (now, text) -> Optional.of(Formulation.withUnit(now, unit(text))));
        new SourceLines(model, made, Series.ACTUAL).add(indicator);
        scope(made, indicator);
        made.caption("inspector.targets");
        new SourceLines(model, made, Series.TARGET).add(indicator);
        if (!(indicator.target() instanceof SeriesSource.None)) {
            made.fixed("inspector.covered", this::covered);
            made.treatment("inspector.withoutTarget", "without-target", Indicator::attainmentWithoutTarget,
                    (now, without) -> Optional.of(Formulation.withAttainmentWithoutTarget(now, without)));
        }
        new SourceLines(model, made, Series.BASELINE).add(indicator);
        made.flag("inspector.history", "history-of-person", Indicator::historyOfPerson,
                (now, ofPerson) -> Optional.of(Formulation.withHistoryOfPerson(now, ofPerson)));
        made.entry("inspector.code", "indicator-code", Indicator::code, model.edits()::rename);
        panel.getChildren().setAll(head, problems, made.view(), rest);
        return made;
    }

    private Unit unit(String text) {
        try {
            return Unit.parse(text);
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException(texts.get("inspector.noUnit", text), none);
        }
    }

    /** How many have a target. */
    private String covered(Indicator indicator) {
        return model.figures().latest().get().of(indicator.code()).filter(summary -> summary.target() != null)
                .map(summary -> texts.get("inspector.coverage",
                        model.figures().amounts().part(summary.withTarget(), summary.actual().size()),
                        summary.withTarget(), summary.actual().size()))
                .orElse(texts.get("values.none"));
    }

    private static String formula(Indicator indicator) {
        return indicator.actual() instanceof SeriesSource.Composite composite ? composite.formula().text() : "";
    }

    private Node head(Lines made, Indicator indicator) {
        TextField field = new TextField(indicator.name());
        field.setId("indicator-name");
        field.getStyleClass().addAll("heading", "plain-field");
        field.setAccessibleText(texts.get("inspector.name"));
        Label wrong = Lines.wrong("indicator-name");
        Runnable commit = made.written(field, wrong, Indicator::name, (now, text, done, failed) -> {
            if (text.isEmpty()) {
                throw new IllegalArgumentException(texts.get("inspector.nameless"));
            }
            model.edits().change(now, of -> Optional.of(Formulation.withName(of, text)), done, failed);
        });
        field.setOnAction(_ -> commit.run());
        HBox.setHgrow(field, Priority.ALWAYS);
        Label tag = Words.label(texts.get(Cards.tag(Cards.kind(indicator))), "tag",
                Cards.kind(indicator).name().toLowerCase(Locale.ROOT));
        tag.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, field, tag);
        head.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, head, wrong);
    }

    private void scope(Lines made, Indicator indicator) {
        made.choice("inspector.scope", "indicator-scope",
                () -> List.of(Scope.OWN, Scope.DIRECT_SUBORDINATES, Scope.SUBORDINATES), model.cards()::scope,
                Indicator::scope, (now, scope) -> Optional.of(Formulation.withScope(now, scope)));
        if (!indicator.scope().isOwn()) {
            made.text("inspector.levels", "indicator-levels", now -> String.join(", ", now.scope().levels()),
                    (now, text) -> Optional.of(Formulation.withLevels(now, text)));
            made.formula("inspector.members", "members", () -> model.now().words(), _ -> Type.BOOLEAN, now -> {
                Formula members = now.members();
                return members == null ? "" : members.text();
            }, (now, text) -> Optional.of(Formulation.withMembers(now, text)));
            made.choice("inspector.membersWithoutValue", "members-without-value",
                    () -> List.of(MembersWithoutValue.values()),
                    without -> texts.get("members." + without.name().toLowerCase(Locale.ROOT)),
                    Indicator::membersWithoutValue,
                    (now, without) -> Optional.of(Formulation.withMembersWithoutValue(now, without)));
        }
    }

    /** The id of the field in which a place of the document is written. */
    String field(String path) {
        return switch (path) {
            case "formula" -> "formula";
            case "members" -> "members";
            case "unit" -> "indicator-unit";
            case "dataset", "measure", "where", "date", "query" -> "actual-" + path;
            case "indicator" -> "actual-indicator";
            case "datedValue" -> "actual-dated";
            default -> path.replaceFirst("\\.facts\\.", "-").replace("datedValue", "dated").replace('.', '-');
        };
    }
}

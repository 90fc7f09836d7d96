package dev.hermes.document;

import dev.hermes.document.Value.Placed;
import dev.hermes.document.internal.Content;
import dev.hermes.document.internal.Quotation;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.Formula;
import dev.hermes.model.Message;
import dev.hermes.model.Population;
import dev.hermes.model.Population.Selection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a population. */
final class PopulationForm {

    private PopulationForm() {}

    static Population read(String code, String name, Fields fields) {
        Selection include = fields.optional("include", PopulationForm::selection, Selection.NONE);
        Formula condition = fields.optionalFormula("condition");
        Selection exclude = fields.optional("exclude", PopulationForm::selection, Selection.NONE);
        return new Population(code, name, include, condition, exclude);
    }

    static void write(Population population, Output output) {
        output.put("include", content(population.include())).formula("condition", population.condition())
                .put("exclude", content(population.exclude()));
    }

    private static @Nullable Selection selection(Value value) {
        if (value.isEmpty()) {
            value.error(Message.of("Nobody is named here. Maybe remove the field, or name organisations or persons."));
        }
        return value.fields(fields -> new Selection(ids(fields, "organisations", Readings::text),
                ids(fields, "positions", Readings::text), ids(fields, "persons", Readings::text),
                ids(fields, "assignments", PopulationForm::assignment)));
    }

    /**
     * A list that is given has entries: an empty one would include everybody, and whoever deletes the last person of a
     * list does not mean that.
     */
    private static List<String> ids(Fields fields, String name, Value.Reading<String> reading) {
        List<Placed<String>> ids = fields.someIfGiven(name, reading);
        Repeats.refuse(ids, Message.of("entry"), Function.identity());
        return ids.stream().map(Placed::read).toList();
    }

    private static @Nullable String assignment(Value value) {
        return Readings.checked(value, text -> {
            try {
                AssignmentKey.parse(text);
                return null;
            } catch (IllegalArgumentException e) {
                return Message.of("The assignment {0} must be person_position_organisation. Maybe an id contains _: "
                        + "write that one as %5F.", Quotation.of(text));
            }
        });
    }

    private static @Nullable Content content(Selection selection) {
        return selection.isEmpty()
                ? null
                : new Output().texts("organisations", selection.organisations()).texts("positions",
                        selection.positions()).texts("persons", selection.persons())
                        .texts("assignments", selection.assignments()).fields();
    }
}

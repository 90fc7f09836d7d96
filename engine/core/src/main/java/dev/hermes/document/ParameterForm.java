package dev.hermes.document;

import dev.hermes.document.Value.Placed;
import dev.hermes.model.Formula;
import dev.hermes.model.Message;
import dev.hermes.model.Parameter;
import dev.hermes.model.Parameter.Item;
import dev.hermes.model.Unit;
import java.util.List;

/** The fields of a parameter. */
final class ParameterForm {

    private ParameterForm() {}

    static Parameter read(String code, String name, Fields fields) {
        Unit unit = fields.unit("unit");
        List<Placed<Item>> items = fields.some("items", value -> value.fields(ParameterForm::item));
        Repeats.refuse(items, Message.of("item"), Item::name);
        Formula combine = fields.optionalFormula("combine");
        Formula appliesWhen = fields.optionalFormula("appliesWhen");
        Formula floor = fields.optionalFormula("floor");
        Formula cap = fields.optionalFormula("cap");
        return new Parameter(code, name, unit, items.stream().map(Placed::read).toList(), combine, appliesWhen, floor,
                cap, fields.flag("prorated", true));
    }

    static void write(Parameter parameter, Output output) {
        output.text("unit", parameter.unit().name()).list("items", parameter.items(), item -> new Output()
                .text("indicator", item.indicator()).text("rules", item.rules())
                .text("name", item.name(), item.indicator()).fields()).formula("combine", parameter.combine())
                .formula("appliesWhen", parameter.appliesWhen()).formula("floor", parameter.floor())
                .formula("cap", parameter.cap()).flag("prorated", parameter.prorated(), true);
    }

    private static Item item(Fields fields) {
        String indicator = fields.reference("indicator");
        String rules = fields.reference("rules");
        return new Item(fields.optional("name", value -> Readings.checked(value, Codes::problemOfName), indicator),
                indicator,
                rules);
    }
}

package dev.hermes.plan;

import dev.hermes.document.Library;
import dev.hermes.model.Indicator;
import dev.hermes.model.Message;
import dev.hermes.model.Parameter;
import dev.hermes.model.RuleTable;
import dev.hermes.model.Series;
import dev.hermes.model.Type;
import dev.hermes.plan.CompiledParameter.CompiledItem;
import dev.hermes.plan.CompiledRules.CompiledRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks parameters, and rule tables for each item that uses them. */
final class ParameterCompiler {

    private final Library library;
    private final FormulaCompiler formulas;
    private final NameSpace names;
    private final Map<String, CompiledIndicator> indicators;

    ParameterCompiler(Library library, FormulaCompiler formulas, NameSpace names,
            Map<String, CompiledIndicator> indicators) {
        this.library = library;
        this.formulas = formulas;
        this.names = names;
        this.indicators = indicators;
    }

    CompiledParameter compile(Parameter parameter) {
        List<CompiledItem> items = new ArrayList<>();
        NameSpace ofItems = NameSpace.empty();
        for (int i = 0; i < parameter.items().size(); i++) {
            Parameter.Item item = parameter.items().get(i);
            CompiledItem compiled = item(parameter, item, "items[" + i + "]");
            if (compiled != null) {
                items.add(compiled);
                ofItems = ofItems.with(item.name(),
                        SchemeNames.item(item.name(), compiled.rules().document().unit()));
            }
        }
        NameSpace around = names.withPeriodIndex();
        Type amount = Type.number(parameter.unit());
        return new CompiledParameter(parameter, items,
                formulas.compile(parameter, "combine", parameter.combine(), ofItems, amount),
                formulas.compile(parameter, "appliesWhen", parameter.appliesWhen(), around, Type.BOOLEAN),
                formulas.compile(parameter, "floor", parameter.floor(), around, amount),
                formulas.compile(parameter, "cap", parameter.cap(), around, amount));
    }

    private @Nullable CompiledItem item(Parameter parameter, Parameter.Item item, String path) {
        CompiledIndicator indicator = indicators.get(item.indicator());
        if (indicator == null) {
            formulas.error(parameter, path + ".indicator",
                    library.indicator(item.indicator()).isPresent()
                            ? Message.of("The indicator '{0}' has errors of its own; mend them first.",
                                    item.indicator())
                            : LibraryCompiler.unknown("indicator", item.indicator(),
                                    library.indicators().stream().map(Indicator::code).toList()));
        }
        Optional<RuleTable> rules = library.ruleTable(item.rules());
        if (rules.isEmpty()) {
            formulas.error(parameter, path + ".rules", LibraryCompiler.unknown("rule table", item.rules(),
                    library.ruleTables().stream().map(RuleTable::code).toList()));
        }
        if (indicator == null || rules.isEmpty()) {
            return null;
        }
        if (indicator.document().eachDay()) {
            formulas.error(parameter, path + ".indicator", Message
                    .of("The indicator {0} holds day by day. Use one that sums it with daily(...).", item.indicator()));
        }
        return new CompiledItem(item.name(), indicator, rules(parameter, indicator, rules.get(), path));
    }

    private CompiledRules rules(Parameter parameter, CompiledIndicator indicator, RuleTable table, String path) {
        NameSpace around = names.withPeriodIndex().with("indicator", NameSpace.indicator(indicator.document()));
        if (table.eachFact()) {
            if (indicator.source(Series.ACTUAL) instanceof CompiledSource.Facts facts) {
                around = around.withFact(facts.dataset().document(), facts.dataset().joined());
            } else {
                formulas.error(parameter, path + ".rules", Message.of(
                        "The rule table {0} is evaluated for each fact, but the indicator {1} is not made of facts.",
                        table.code(), indicator.document().code()));
            }
        }
        Type unit = Type.number(table.unit());
        List<CompiledRule> rules = new ArrayList<>();
        for (int i = 0; i < table.rules().size(); i++) {
            RuleTable.Rule rule = table.rules().get(i);
            CompiledFormula expression = formulas.compile(table, "rules[" + i + "].expression", rule.expression(),
                    around, unit);
            CompiledFormula condition = formulas.compile(table, "rules[" + i + "].condition", rule.condition(),
                    around, Type.BOOLEAN);
            if (expression != null) {
                rules.add(new CompiledRule(condition, expression, rule.reason()));
            }
        }
        return new CompiledRules(table, rules,
                formulas.compile(table, "otherwise", table.otherwise(), around, unit));
    }
}

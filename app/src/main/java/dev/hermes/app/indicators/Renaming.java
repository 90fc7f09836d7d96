package dev.hermes.app.indicators;

import dev.hermes.document.Codes;
import dev.hermes.document.Library;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Dataset;
import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.Mapping;
import dev.hermes.model.Message;
import dev.hermes.model.Parameter;
import dev.hermes.model.Population;
import dev.hermes.model.RateTable;
import dev.hermes.model.RuleTable;
import dev.hermes.model.Scheme;
import dev.hermes.workspace.Needed;
import dev.hermes.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives an indicator another code in all documents that name it. */
final class Renaming {

    private final Library library;
    private final String from;
    private final String to;
    private final Map<String, String> codes;
    private final List<Document> changed = new ArrayList<>();

    private Renaming(Library library, String from, String to) {
        this.library = library;
        this.from = from;
        this.to = to;
        codes = Map.of(from, to);
    }

    /** Why a code cannot be. */
    sealed interface Refusal {

        /** It is no code. */
        record Unfit(Message problem) implements Refusal {}

        /** It is another document's, or stands for something of its own in a formula. */
        record Taken(String name) implements Refusal {}
    }

    /** Why an indicator cannot have a code; empty where it can. */
    static Optional<Refusal> refusal(Library library, String code) {
        Message problem = Codes.problem(DocumentKind.INDICATOR, code);
        if (problem != null) {
            return Optional.of(new Refusal.Unfit(problem));
        }
        return library.documents().stream().map(loaded -> loaded.document())
                .filter(other -> isTaken(other, code)).findFirst().map(other -> new Refusal.Taken(other.name()));
    }

    /** Whether formulas could not tell an indicator of this code from something else. */
    private static boolean isTaken(Document other, String code) {
        return switch (other) {
            case Scheme scheme -> scheme.balances().stream().anyMatch(balance -> balance.code().equals(code));
            case Dataset dataset -> dataset.joins().stream().anyMatch(join -> join.alias().equals(code));
            default -> switch (other.kind()) {
                case INDICATOR, DATED_VALUE, RATE_TABLE, PARAMETER -> other.code().equals(code);
                default -> false;
            };
        };
    }

    /** Whether values were brought in for an indicator, which are kept by its code. */
    static boolean isUploaded(Workspace workspace, String code) {
        return !workspace.inputs(new Needed(Set.of(), Set.of(code), null), CalcInputs.Balances.NONE).periodValues()
                .isEmpty();
    }

    /** The indicator with its new code, and all others that change; not the document that says where cards lie. */
    static List<Document> of(Library library, String from, String to) {
        return new Renaming(library, from, to).changed();
    }

    private List<Document> changed() {
        library.indicators().forEach(indicator -> add(indicator, Copying.renamed(indicator, codes)));
        library.parameters().forEach(parameter -> add(parameter, renamed(parameter)));
        library.ruleTables().forEach(rules -> add(rules, renamed(rules)));
        library.rateTables().forEach(table -> add(table, renamed(table)));
        library.populations().forEach(population -> add(population, renamed(population)));
        library.schemes().forEach(scheme -> add(scheme, renamed(scheme)));
        library.mappings().stream().filter(mapping -> References.isOfIndicator(mapping.into()))
                .forEach(mapping -> add(mapping, renamed(mapping)));
        return changed;
    }

    private void add(Document before, Document after) {
        if (!after.equals(before)) {
            changed.add(after);
        }
    }

    private @Nullable Formula renamed(@Nullable Formula formula) {
        return formula == null ? null : Copying.renamed(formula, codes);
    }

    /** An item that bears the indicator's code bears the new one, unless another one does. */
    private Parameter renamed(Parameter of) {
        boolean isFree = of.items().stream().noneMatch(item -> item.name().equals(to));
        List<Parameter.Item> items = of.items().stream().map(item -> item.indicator().equals(from)
                ? new Parameter.Item(isFree && item.name().equals(from) ? to : item.name(), to, item.rules())
                : item).toList();
        boolean isItem = isFree && of.items().stream()
                .anyMatch(item -> item.name().equals(from) && item.indicator().equals(from));
        return new Parameter(of.code(), of.name(), of.unit(), items, isItem ? renamed(of.combine()) : of.combine(),
                renamed(of.appliesWhen()), renamed(of.floor()), renamed(of.cap()), of.prorated());
    }

    private RuleTable renamed(RuleTable of) {
        return isJoined() && of.eachFact()
                ? of
                : new RuleTable(of.code(), of.name(), of.unit(), of.hitPolicy(), of.eachFact(),
                        of.rules().stream().map(rule -> new RuleTable.Rule(renamed(rule.condition()),
                                Copying.renamed(rule.expression(), codes), rule.reason())).toList(),
                        renamed(of.otherwise()), of.otherwiseReason());
    }

    /** Whether the code is also that of a joined dataset, for which it stands in rules that are read for each fact. */
    private boolean isJoined() {
        return library.datasets().stream().flatMap(dataset -> dataset.joins().stream())
                .anyMatch(join -> join.alias().equals(from));
    }

    private RateTable renamed(RateTable of) {
        return new RateTable(of.code(), of.name(), of.quantity(), of.value(), of.keys(), of.inclusive(),
                renamed(of.scaledBy()), of.below(), of.above(), of.gap(), of.imported(), of.rows());
    }

    private Population renamed(Population of) {
        return new Population(of.code(), of.name(), of.include(), renamed(of.condition()), of.exclude());
    }

    private Scheme renamed(Scheme of) {
        Scheme.Proration proration = of.proration();
        return new Scheme(of.code(), of.name(), of.lineage(), of.population(), of.calendar(), of.from(), of.to(),
                of.payLine(), of.currency(), of.minorUnit(), of.payee(), renamed(of.appliesWhen()), of.parameters(),
                proration == null
                        ? null
                        : new Scheme.Proration(Copying.renamed(proration.days(), codes),
                                Copying.renamed(proration.basis(), codes)),
                renamed(of.pay()), renamed(of.coefficient()), renamed(of.floor()), renamed(of.cap()),
                of.adjustmentsWithinCaps(), of.balances().stream().map(balance -> new Scheme.Balance(balance.code(),
                        balance.unit(), balance.opening(), Copying.renamed(balance.closing(), codes), balance.scale()))
                        .toList());
    }

    private Mapping renamed(Mapping of) {
        return new Mapping(of.code(), of.name(), of.file(), of.format(), of.into(),
                from.equals(of.of()) ? to : of.of(), of.replaces(), of.where(), of.fields());
    }
}

package dev.hermes.plan;

import dev.hermes.document.Library;
import dev.hermes.model.Calendar;
import dev.hermes.model.Dataset;
import dev.hermes.model.Document;
import dev.hermes.model.Finding;
import dev.hermes.model.Indicator;
import dev.hermes.model.Message;
import dev.hermes.model.Nearest;
import dev.hermes.model.Parameter;
import dev.hermes.model.Population;
import dev.hermes.model.Scheme;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks every document of a library against all others. Everything that is wrong is found, not only the first, and
 * whatever neither has errors nor reaches any is compiled all the same.
 */
public final class LibraryCompiler {

    private final Library library;
    private final List<Finding> findings = new ArrayList<>();
    private final FormulaCompiler formulas;
    private final NameSpace names;
    private final Map<String, CompiledDataset> datasets = new TreeMap<>();
    private final Map<String, CompiledIndicator> indicators = new TreeMap<>();
    private final Map<String, CompiledPopulation> populations = new TreeMap<>();
    private final Map<String, CompiledParameter> parameters = new TreeMap<>();
    private final Map<String, CompiledScheme> schemes = new TreeMap<>();

    private LibraryCompiler(Library library) {
        this.library = library;
        formulas = new FormulaCompiler(library, findings);
        names = NameSpace.ofPeriod(library);
    }

    public static CompiledLibrary compile(Library library) {
        return new LibraryCompiler(library).compile();
    }

    private CompiledLibrary compile() {
        DatasetCompiler datasetCompiler = new DatasetCompiler(library, formulas);
        for (Dataset dataset : library.datasets()) {
            whole(dataset, () -> datasetCompiler.compile(dataset))
                    .ifPresent(compiled -> datasets.put(dataset.code(), compiled));
        }
        IndicatorCompiler indicatorCompiler = new IndicatorCompiler(library, formulas, names, datasets);
        for (Indicator indicator : library.indicators()) {
            whole(indicator, () -> indicatorCompiler.compile(indicator))
                    .ifPresent(compiled -> indicators.put(indicator.code(), compiled));
        }
        new IndicatorGraph(indicators, formulas).removeCyclesAndBroken();
        formulas.refuseOthers(indicators.keySet());
        for (Population population : library.populations()) {
            whole(population, () -> new CompiledPopulation(population,
                    formulas.compile(population, "condition", population.condition(), names, Type.BOOLEAN)))
                    .ifPresent(compiled -> populations.put(population.code(), compiled));
        }
        ParameterCompiler parameterCompiler = new ParameterCompiler(library, formulas, names, indicators);
        for (Parameter parameter : library.parameters()) {
            whole(parameter, () -> parameterCompiler.compile(parameter))
                    .ifPresent(compiled -> parameters.put(parameter.code(), compiled));
        }
        for (Scheme scheme : library.schemes()) {
            whole(scheme, () -> scheme(scheme)).ifPresent(compiled -> schemes.put(scheme.code(), compiled));
        }
        return new CompiledLibrary(library, datasets, indicators, populations, parameters, schemes,
                findings.stream().distinct().toList());
    }

    /** What was compiled, if no error was found on the way. */
    private <T> Optional<T> whole(Document document, Supplier<@Nullable T> compiling) {
        long before = errors();
        T compiled = compiling.get();
        if (compiled == null && errors() == before) {
            throw new IllegalStateException("Nothing was found wrong with " + document.code() + ".");
        }
        return errors() == before ? Optional.ofNullable(compiled) : Optional.empty();
    }

    private long errors() {
        return findings.stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).count();
    }

    static Message unknown(String what, String code, Collection<String> known) {
        return Nearest.nearest(code, known)
                .map(near -> Message.of("The {0} '{1}' does not exist. Maybe '{2}'?", said(what), code, near))
                .orElse(Message.of("The {0} '{1}' does not exist.", said(what), code));
    }

    /** What people call it. */
    private static Message said(String what) {
        return switch (what) {
            case "indicator" -> Message.of("indicator");
            case "dated value" -> Message.of("dated value");
            case "dataset" -> Message.of("dataset");
            case "calendar" -> Message.of("calendar");
            case "rule table" -> Message.of("rule table");
            case "parameter" -> Message.of("parameter");
            case "population" -> Message.of("population");
            case "join" -> Message.of("join");
            default -> Message.verbatim(what);
        };
    }

    private @Nullable CompiledScheme scheme(Scheme scheme) {
        CompiledPopulation population = populations.get(scheme.population());
        if (population == null) {
            broken(scheme, "population", "population", scheme.population(), library.population(scheme.population()),
                    library.populations());
        }
        Calendar calendar = library.calendar(scheme.calendar()).orElse(null);
        if (calendar == null) {
            broken(scheme, "calendar", "calendar", scheme.calendar(), Optional.empty(), library.calendars());
        }
        Unit money = Unit.money(scheme.currency());
        NameSpace around = names.withPeriodIndex();
        List<CompiledParameter> found = new ArrayList<>();
        for (int i = 0; i < scheme.parameters().size(); i++) {
            String code = scheme.parameters().get(i);
            CompiledParameter parameter = parameters.get(code);
            if (parameter == null) {
                broken(scheme, "parameters[" + i + "]", "parameter", code, library.parameter(code),
                        library.parameters());
                continue;
            }
            found.add(parameter);
            clash(scheme, "parameters[" + i + "]", code);
            Unit unit = parameter.document().unit();
            if (unit.isMoney() && !unit.equals(Unit.MONEY) && !unit.equals(money)) {
                formulas.error(scheme, "parameters[" + i + "]", Message
                        .of("The parameter {0} is in {1}, but the scheme pays {2}.", code, unit.said(), money.said()));
            }
            around = around.with(code, SchemeNames.parameter(parameter.document(), money));
        }
        for (int i = 0; i < scheme.balances().size(); i++) {
            clash(scheme, "balances", scheme.balances().get(i).code());
            around = around.with(scheme.balances().get(i).code(), SchemeNames.balance(scheme.balances().get(i)));
        }
        return compile(scheme, population, calendar, money, around, found);
    }

    private @Nullable CompiledScheme compile(Scheme scheme, @Nullable CompiledPopulation population,
            @Nullable Calendar calendar, Unit money, NameSpace around,
            List<CompiledParameter> found) {
        Type amount = Type.number(money);
        NameSpace closing = around.with("payout", SchemeNames.payout(money));
        List<CompiledFormula> closings = new ArrayList<>();
        for (Scheme.Balance balance : scheme.balances()) {
            CompiledFormula formula = formulas.compile(scheme, "balances." + balance.code() + ".closing",
                    balance.closing(), closing, Type.number(balance.unit()));
            if (formula != null) {
                closings.add(formula);
            }
        }
        Scheme.Proration proration = scheme.proration();
        CompiledFormula days = proration == null
                ? null
                : formulas.compile(scheme, "proration.days", proration.days(), names, Type.number(Unit.DAYS));
        CompiledFormula basis = proration == null
                ? null
                : formulas.compile(scheme, "proration.basis", proration.basis(), names, Type.number(Unit.DAYS));
        CompiledFormula appliesWhen = formulas.compile(scheme, "appliesWhen", scheme.appliesWhen(), names,
                Type.BOOLEAN);
        CompiledFormula pay = formulas.compile(scheme, "pay", scheme.pay(), around, amount);
        if (scheme.pay() == null) {
            checkSum(scheme, found);
        }
        CompiledFormula coefficient = formulas.compile(scheme, "coefficient", scheme.coefficient(), around,
                Type.number(Unit.RATIO));
        CompiledFormula floor = formulas.compile(scheme, "floor", scheme.floor(), around, amount);
        CompiledFormula cap = formulas.compile(scheme, "cap", scheme.cap(), around, amount);
        return population == null || calendar == null
                ? null
                : new CompiledScheme(scheme, new PayCalendar(calendar), population, found, appliesWhen, days, basis,
                        pay, coefficient, floor, cap, closings);
    }

    private void checkSum(Scheme scheme, List<CompiledParameter> found) {
        for (CompiledParameter parameter : found) {
            if (!parameter.document().unit().isMoney()) {
                formulas.error(scheme, "parameters", Message.of(
                        "The parameter {0} is a {1}, not money, so the parameters cannot be summed. Say in 'pay' how "
                                + "they combine.",
                        parameter.document().code(), parameter.document().unit().said()));
            }
        }
    }

    private void clash(Scheme scheme, String path, String code) {
        if (names.find(code).isPresent()) {
            formulas.error(scheme, path,
                    Message.of(
                            "The name '{0}' also stands for an indicator, dated value, rate table or reserved word, so "
                                    + "formulas could not tell them apart. Rename one of them.",
                            code));
        }
    }

    private void broken(Document document, String path, String what, String code, Optional<? extends Document> exists,
            List<? extends Document> known) {
        formulas.error(document, path,
                exists.isPresent()
                        ? Message.of("The {0} '{1}' has errors of its own; mend them first.", said(what), code)
                        : unknown(what, code, known.stream().map(Document::code).toList()));
    }
}
